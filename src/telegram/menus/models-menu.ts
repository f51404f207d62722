import { Menu, MenuRange } from "@grammyjs/menu";
import type { ModelChoices } from "../../core/chat/settings/model-choices.ts";
import { bold, code, paragraph, type Block } from "../../lib/blocks.ts";
import type { MenuContext } from "./menu-context.ts";

const PAGE = 8;

export function createModelsMenu(models: ModelChoices): Menu<MenuContext> {
  return new Menu<MenuContext>("models", { autoAnswer: false }).dynamic(async (context) => {
    const range = new MenuRange<MenuContext>();
    const all = (await models.list()) ?? [];
    const { name: current, usual } = await models.current(context.place.chatId);
    const page = pageOf(context, all, current);
    for (const [at, name] of all.slice(page * PAGE, (page + 1) * PAGE).entries()) {
      const text = name === current ? `✓ ${name}` : name;
      range.text({ text, payload: `${page}:${at}` }, async (pressed) => choose(models, pressed, name)).row();
    }
    if (page > 0) range.text({ text: "‹ Before", payload: `${page - 1}` }, turn);
    if ((page + 1) * PAGE < all.length) range.text({ text: "More ›", payload: `${page + 1}` }, turn);
    range.row();
    if (!usual)
      range
        .text({ text: "The usual one", payload: `${page}:u` }, async (pressed) => choose(models, pressed, null))
        .row();
    return range.text({ text: "✓ Done", payload: `${page}:d` }, (pressed) => pressed.menu.close());
  });
}
export async function modelsBlocks(models: ModelChoices, { place }: MenuContext): Promise<readonly Block[]> {
  const { name, usual } = await models.current(place.chatId);
  const all = await models.list();
  return [
    paragraph(bold("Model"), " of this chat: ", code(name), usual ? ", the usual one." : ", chosen here."),
    paragraph(
      all === null
        ? "The provider does not list its models; "
        : all.length === 0
          ? "There are no others to choose from. With a provider, "
          : `${all.length} to choose from. `,
      code("/model <name>"),
      " chooses any by name.",
    ),
  ];
}
/** A press carries the page it stands on; at first it is the page of the present model. */
function pageOf({ match }: MenuContext, all: readonly string[], current: string): number {
  const carried = /^(\d+)(?::|$)/.exec(match ?? "")?.[1];
  const page = carried === undefined ? Math.floor(Math.max(0, all.indexOf(current)) / PAGE) : Number(carried);
  return Math.min(page, Math.max(0, Math.ceil(all.length / PAGE) - 1));
}
function turn(context: MenuContext): void {
  context.menu.update();
}
async function choose(models: ModelChoices, context: MenuContext, name: string | null): Promise<void> {
  if (!(await context.may("member"))) return;
  await models.choose(context.place.chatId, name, context.who);
  context.show(await modelsBlocks(models, context));
  await context.answerCallbackQuery({ text: name ?? "The usual model." });
  context.menu.update();
}
