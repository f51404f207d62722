import { Menu, MenuRange } from "@grammyjs/menu";
import type { ChatStore, RepositoryStore } from "../../core/ports/store.ts";
import { bold, paragraph, type Block } from "../../lib/blocks.ts";
import { chooseNextCoding, codingLabel } from "./coding-row.ts";
import { knobsBlocks } from "./knobs-menu.ts";
import type { CodingChoices } from "../../core/chat/settings/coding-choices.ts";
import type { Locales } from "../../core/chat/settings/locales.ts";
import type { ChatLevels } from "../../core/chat/settings/chat-levels.ts";
import { type Level, LEVEL_WORDS, LEVELS } from "../../core/policy/levels.ts";
import type { RichWishes } from "../../core/chat/settings/rich-wishes.ts";
import type { Knobs } from "../../core/ports/knobs.ts";
import type { MenuContext } from "./menu-context.ts";
import type { ModelChoices } from "../../core/chat/settings/model-choices.ts";
import { modelsBlocks } from "./models-menu.ts";

export type SettingsMenuDependencies = {
  readonly chats: ChatStore;
  readonly repositories: Pick<RepositoryStore, "list">;
  readonly knobs: Knobs;
  readonly models: ModelChoices;
  readonly rich: RichWishes;
  readonly locales: Locales;
  readonly levels: ChatLevels;
  readonly coding: CodingChoices;
};
/** The chat's own settings, and the way to the knobs. */
export function createSettingsMenu(
  deps: SettingsMenuDependencies,
  { knobs, models }: { readonly knobs: Menu<MenuContext>; readonly models: Menu<MenuContext> },
): Menu<MenuContext> {
  const repository = createRepositoryMenu(deps);
  const settings = new Menu<MenuContext>("settings", { autoAnswer: false })
    .submenu(
      async (context) => `🧠 Model: ${(await deps.models.current(context.place.chatId)).name}`,
      "models",
      async (context) => context.show(await modelsBlocks(deps.models, context)),
    )
    .row()
    .submenu(
      async (context) => `📁 Repository: ${await repositoryName(deps, context)}`,
      "settings-repository",
      (context) =>
        context.show([paragraph(bold("Which repository"), " do goals in this chat mean when they name none?")]),
    )
    .row()
    .text(
      (context) => `✨ Rich messages: ${deps.rich.of(context.place.chatId)}`,
      async (context) => {
        if (!(await context.may("member"))) return;
        const next = { auto: "on", on: "off", off: "auto" } as const;
        const wish = next[deps.rich.of(context.place.chatId)];
        await deps.rich.set(context.place.chatId, wish);
        await context.answerCallbackQuery({ text: `Rich messages: ${wish}` });
        context.menu.update();
      },
    )
    .row()
    .text(
      async (context) => `🎚 Autonomy: ${levelLabel(await deps.levels.of(context.place.chatId))}`,
      async (context) => {
        if (!(await context.may("maintainer"))) return;
        const { chatId } = context.place;
        const next = nextLevel(await deps.levels.of(chatId));
        await deps.levels.setChat(chatId, next, context.who);
        const says = next === null ? "As far as the settings allow." : `It ${LEVEL_WORDS[next].says}.`;
        await context.answerCallbackQuery({ text: says });
        context.menu.update();
      },
    )
    .row()
    .text(
      (context) => codingLabel(deps.coding, context),
      (context) => chooseNextCoding(deps.coding, context),
    )
    .row()
    .text(
      ({ place }) => {
        const { locale, zone } = deps.locales.of(place.chatId);
        return `🌍 Dates: ${locale}, ${zone}`;
      },
      async (context) => {
        const text = "Say /set chat.locale de-DE or /set chat.zone Europe/Berlin; “reset” puts it back.";
        await context.answerCallbackQuery({ text, show_alert: true });
      },
    )
    .row()
    .submenu("🎛 Knobs", "knobs", (context) => context.show(knobsBlocks(deps.knobs)))
    .row()
    .text("✓ Done", (context) => {
      context.menu.close();
    });
  settings.register([repository, knobs, models]);
  return settings;
}
function levelLabel(level: Level | null): string {
  return level === null ? "as set for all" : `at most ${level}, ${LEVEL_WORDS[level].name}`;
}
/** From none to 1, up to 5, and back to none. */
function nextLevel(level: Level | null): Level | null {
  return LEVELS.find((each) => each > (level ?? 0)) ?? null;
}
export function settingsBlocks(): readonly Block[] {
  return [paragraph(bold("Settings"), " of this chat. Pressing one changes it.")];
}
async function repositoryName(
  { chats, repositories }: SettingsMenuDependencies,
  { place }: MenuContext,
): Promise<string> {
  const id = (await chats.get(place.chatId))?.repositoryId ?? null;
  return (await repositories.list()).find((each) => each.id === id)?.name ?? "as named, or the only one";
}
function createRepositoryMenu(deps: SettingsMenuDependencies): Menu<MenuContext> {
  return new Menu<MenuContext>("settings-repository", { autoAnswer: false }).dynamic(async (context) => {
    const range = new MenuRange<MenuContext>();
    const chosen = (await deps.chats.get(context.place.chatId))?.repositoryId ?? null;
    for (const { id, name } of (await deps.repositories.list()).slice(0, 30)) {
      range
        .text({ text: id === chosen ? `✓ ${name}` : name, payload: `${id}` }, async (pressed) => {
          if (!(await pressed.may("member"))) return;
          const settings = await deps.chats.get(pressed.place.chatId);
          if (settings !== null) await deps.chats.put({ ...settings, repositoryId: id === chosen ? null : id });
          await pressed.answerCallbackQuery({ text: id === chosen ? "None is chosen now." : name });
          pressed.menu.update();
        })
        .row();
    }
    return range.back("‹ Back", (pressed) => pressed.show(settingsBlocks()));
  });
}
