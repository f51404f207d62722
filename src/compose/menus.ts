import type { AlertRules } from "../core/chat/record/alert-rules.ts";
import type { ChatLevels } from "../core/chat/settings/chat-levels.ts";
import type { ModelChoices } from "../core/chat/settings/model-choices.ts";
import type { People } from "../core/chat/people/people.ts";
import type { CodingChoices } from "../core/chat/settings/coding-choices.ts";
import type { Locales } from "../core/chat/settings/locales.ts";
import type { RichWishes } from "../core/chat/settings/rich-wishes.ts";
import { isAtLeast } from "../core/policy/roles.ts";
import type { Knobs } from "../core/ports/knobs.ts";
import type { Menus } from "../core/ports/menus.ts";
import type { Messenger } from "../core/ports/messenger.ts";
import type { Store } from "../core/ports/store.ts";
import { alertsBlocks, createAlertsMenu } from "../telegram/menus/alerts-menu.ts";
import { createKnobsMenu, knobsBlocks } from "../telegram/menus/knobs-menu.ts";
import { createMenus } from "../telegram/menus/menus.ts";
import { createModelsMenu, modelsBlocks } from "../telegram/menus/models-menu.ts";
import { createSettingsMenu, settingsBlocks } from "../telegram/menus/settings-menu.ts";

export type MenuWing = {
  readonly store: Pick<Store, "chats" | "repositories" | "outbox">;
  readonly messenger: Messenger;
  readonly knobs: Knobs;
  readonly models: ModelChoices;
  readonly people: Pick<People, "roleOf">;
  readonly rich: RichWishes;
  readonly rules: AlertRules;
  readonly locales: Locales;
  readonly levels: ChatLevels;
  readonly coding: CodingChoices;
};
/** All menus there are. */
export function openMenus({
  store,
  messenger,
  knobs,
  models,
  people,
  rich,
  rules,
  locales,
  levels,
  coding,
}: MenuWing): Menus {
  const knobsMenu = createKnobsMenu(knobs);
  const modelsMenu = createModelsMenu(models);
  const settings = createSettingsMenu(
    { ...store, knobs, models, rich, locales, levels, coding },
    { knobs: knobsMenu, models: modelsMenu },
  );
  return createMenus(
    [
      { name: "settings", menu: settings, anchor: "Settings", blocks: async () => settingsBlocks() },
      { name: "knobs", menu: knobsMenu, anchor: "Knobs", blocks: async () => knobsBlocks(knobs) },
      {
        name: "alerts",
        menu: createAlertsMenu(rules),
        anchor: "Alerts",
        blocks: (context) => alertsBlocks(rules, context),
      },
      { name: "models", menu: modelsMenu, anchor: "Models", blocks: (context) => modelsBlocks(models, context) },
    ],
    {
      messenger,
      outbox: store.outbox,
      refusal: async (userId, chatId, role) => {
        const has = await people.roleOf(userId, chatId);
        return has !== null && isAtLeast(has, role)
          ? null
          : `That is for a ${role}; you are ${has ?? "not known"} here.`;
      },
    },
  );
}
