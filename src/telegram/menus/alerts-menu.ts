import { Menu, MenuRange } from "@grammyjs/menu";
import { listBlocks, unusedOf, type AlertRules } from "../../core/chat/record/alert-rules.ts";
import type { Block } from "../../lib/blocks.ts";
import type { MenuContext } from "./menu-context.ts";

/** A chat's rules: pressing one turns it off or on; ready-made ones are added by a press. */
export function createAlertsMenu(rules: AlertRules): Menu<MenuContext> {
  return new Menu<MenuContext>("alerts", { autoAnswer: false }).dynamic(async ({ place }) => {
    const range = new MenuRange<MenuContext>();
    const here = await rules.of(place.chatId);
    for (const rule of here)
      range
        .text(
          { text: `${rule.enabled ? "🔔" : "🔕"} ${rule.id} ${rule.name}`, payload: `r${rule.id}` },
          async (pressed) => {
            // As it is now, which may be another than when the menu was drawn.
            const now = (await rules.of(place.chatId)).find(({ id }) => id === rule.id);
            if (now === undefined) return after(pressed, rules, "That rule is gone.");
            await rules.enable(now, !now.enabled);
            await after(pressed, rules, now.enabled ? `${now.name} is off; it is kept.` : `${now.name} is on.`);
          },
        )
        .row();
    for (const definition of unusedOf(here))
      range
        .text({ text: `＋ ${definition.name}`, payload: `u${definition.name}` }, async (pressed) => {
          const known = (await rules.of(place.chatId)).some(({ name }) => name === definition.name);
          const added = known ? null : await rules.add(definition, place.chatId, pressed.who.userId);
          await after(pressed, rules, added === null ? "It was not added." : `${definition.name} is on.`);
        })
        .row();
    return range;
  });
}
export async function alertsBlocks(rules: AlertRules, { place }: MenuContext): Promise<readonly Block[]> {
  return listBlocks(await rules.of(place.chatId));
}
async function after(context: MenuContext, rules: AlertRules, said: string): Promise<void> {
  context.show(await alertsBlocks(rules, context));
  await context.answerCallbackQuery({ text: said });
  context.menu.update();
}
