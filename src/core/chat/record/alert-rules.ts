import { bold, bullets, code, paragraph, type Block, type Inline } from "../../../lib/blocks.ts";
import { formatSpan } from "../../../lib/span.ts";
import { READY_MADE, type AlertDefinition } from "../../activity/alert.ts";
import { isAtLeast } from "../../policy/roles.ts";
import type { AlertRule, AlertStore } from "../../ports/alerts.ts";
import type { Alerts } from "./alerts.ts";
import type { People } from "../people/people.ts";

/** A chat's own rules: no other chat sees or changes them. What is changed counts from the next row on. */
export interface AlertRules {
  of(chatId: number): Promise<readonly AlertRule[]>;
  /** Null: the chat has as many as it may. */
  add(definition: AlertDefinition, chatId: number, userId: number): Promise<AlertRule | null>;
  enable(rule: AlertRule, enabled: boolean): Promise<void>;
  remove(id: number): Promise<void>;
}
export const MOST_RULES = 50;
export function createAlertRules(
  store: AlertStore,
  alerts: Pick<Alerts, "reload">,
  people: Pick<People, "roleOf">,
): AlertRules {
  const of = async (chatId: number) => (await store.list()).filter((rule) => rule.chatId === chatId);
  return {
    of,
    async add(definition, chatId, userId) {
      if ((await of(chatId)).length >= MOST_RULES) return null;
      // What an owner's private chat watches may be anywhere: nobody else reads there.
      const role = await people.roleOf(userId, chatId);
      const everywhere = chatId === userId && role !== null && isAtLeast(role, "owner");
      const rule = await store.add({ ...definition, chatId, everywhere, enabled: true });
      await alerts.reload();
      return rule;
    },
    async enable(rule, enabled) {
      await store.put({ ...rule, enabled });
      await alerts.reload();
    },
    async remove(id) {
      await store.remove(id);
      await alerts.reload();
    },
  };
}
export function unusedOf(rules: readonly AlertRule[]): readonly AlertDefinition[] {
  return READY_MADE.filter(({ name }) => !rules.some((rule) => rule.name === name));
}
/** The rules of a chat, and the ready-made ones that it does not have. */
export function listBlocks(rules: readonly AlertRule[]): Block[] {
  const unused = unusedOf(rules);
  return [
    paragraph(bold("Alerts"), rules.length === 0 ? " of this chat: none yet." : " of this chat"),
    ...(rules.length === 0 ? [] : [bullets(...rules.map(ruleLine))]),
    ...(unused.length === 0
      ? []
      : [
          paragraph(
            "Ready-made: ",
            ...unused.flatMap(({ name }): Inline[] => [code(name), " "]),
            "by ",
            code("/alerts use <name>"),
            ".",
          ),
        ]),
    paragraph(
      code("/help alerts"),
      " shows how to add your own; ",
      code("/alerts test <number>"),
      " what one would have told.",
    ),
  ];
}
export function ruleLine(rule: AlertRule): Inline[] {
  const { match, count, windowMs, coolDownMs } = rule;
  return [
    rule.enabled ? "🔔 " : "🔕 ",
    bold(`${rule.id} ${rule.name}`),
    `: ${rule.field} ${{ contains: "contains", regex: "matches", above: "above", below: "below" }[match.kind]} `,
    code(match.text),
    match.sum === true ? `, added up over ${formatSpan(windowMs)}` : "",
    count > 1 ? `, ${count} in ${formatSpan(windowMs)}` : "",
    `, ${rule.severity}`,
    coolDownMs > 0 ? `, quiet for ${formatSpan(coolDownMs)} after` : "",
    rule.everywhere ? ", in all chats" : "",
    rule.alsoTo === undefined ? "" : `, told to ${rule.alsoTo.join(", ")} as well`,
    rule.enabled ? "" : " (off)",
  ];
}
