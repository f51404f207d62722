import { bold, bullets, code, paragraph, type Block, type Inline } from "../../../lib/blocks.ts";
import { counted } from "../../../lib/counted.ts";
import { lastSpan, parseSpan } from "../../../lib/span.ts";
import { DAY_MS, instant } from "../../../lib/time.ts";
import { judgeMatch, matcherOf, READY_MADE, type AlertDefinition, type Match } from "../../activity/alert.ts";
import { listFields } from "../../activity/fields.ts";
import { readRows } from "../../activity/read-rows.ts";
import { rowLine } from "../../activity/view.ts";
import { readRule } from "../../activity/read-rule.ts";
import { isAtLeast } from "../../policy/roles.ts";
import type { AlertRule } from "../../ports/alerts.ts";
import type { CommandSpec } from "../../ports/commands.ts";
import { MOST_RULES, ruleLine } from "../record/alert-rules.ts";
import { defineCommand, words, type Command } from "../desk/command.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";
import type { Turn } from "../desk/desk.ts";
import { usageBlocks } from "../desk/usage.ts";

const ALERTS: CommandSpec = {
  name: "alerts",
  summary: "Be told when something happens: rules of this chat",
  usage:
    "[add <name> <field> contains|matches|above|below <text or number> [3 in 10m | in 1h] [info|warning|critical] [quiet 30m] [to <chat number>] | fields | use <ready-made> | test <number> [3d] | on|off|remove <number>]",
  examples: [
    "/alerts",
    "/alerts use task-failed",
    '/alerts add "npm trouble" summary contains "npm ERR" 3 in 10m critical',
    "/alerts add dear costUsd above 2 in 1h",
    '/alerts add keys arguments.path contains ".env"',
  ],
  role: "member",
};
export const alertsCommand: Command = defineCommand({ ...ALERTS, arguments: words }, async (deps, turn, given) => {
  const [verb, ...rest] = given;
  switch (verb?.toLowerCase()) {
    case undefined:
    case "list":
      return deps.menus.open("alerts", { rowId: turn.row.id, ...turn.incoming });
    case "add":
      return add(deps, turn, rest);
    case "fields":
      return turn.reply(fieldBlocks());
    case "use":
      return use(deps, turn, rest[0]);
    case "test":
      return test(deps, turn, rest);
    case "on":
    case "off":
    case "remove":
      return change(deps, turn, verb.toLowerCase(), rest[0]);
    default:
      return turn.reply(usageBlocks(ALERTS, `I do not know "${verb?.slice(0, 40)}" here.`));
  }
});
async function rulesHere(deps: ChatDependencies, turn: Turn): Promise<readonly AlertRule[]> {
  return deps.rules.of(turn.incoming.chat.chatId);
}
async function add(deps: ChatDependencies, turn: Turn, given: readonly string[]): Promise<void> {
  const definition = readRule(given);
  if (typeof definition === "string") return turn.reply(usageBlocks(ALERTS, definition));
  for (const chatId of definition.alsoTo ?? []) {
    const [known, role] = await Promise.all([
      deps.chats.get(chatId),
      deps.people.roleOf(turn.incoming.from.userId, chatId),
    ]);
    if (known === null || role === null || !isAtLeast(role, "member"))
      return turn.reply(
        usageBlocks(
          ALERTS,
          `There is no chat ${chatId} where I know you as a member; /whoami says a chat's number there.`,
        ),
      );
  }
  await keep(deps, turn, definition);
}
/** What a rule can look at. */
function fieldBlocks(): Block[] {
  const { numbers, texts } = listFields();
  return [
    paragraph(bold("Fields"), " of what happens; ", code("any"), " is all the words of an entry."),
    paragraph("Numbers: ", ...listed(numbers), "."),
    paragraph("Others: ", ...listed(texts), "."),
    paragraph("What a tool was called with, and what it said, can be looked into: ", code("arguments.path"), "."),
  ];
}
function listed(names: readonly string[]): Inline[] {
  return names.flatMap((name, at): Inline[] => [at === 0 ? "" : ", ", code(name)]);
}
async function use(deps: ChatDependencies, turn: Turn, name: string | undefined): Promise<void> {
  const definition = READY_MADE.find((each) => each.name === name?.toLowerCase());
  if (definition === undefined)
    return turn.reply(usageBlocks(ALERTS, `Ready-made are: ${READY_MADE.map((each) => each.name).join(", ")}.`));
  if ((await rulesHere(deps, turn)).some((rule) => rule.name === definition.name))
    return turn.reply([paragraph(`This chat has ${definition.name} already; nothing was added.`)]);
  await keep(deps, turn, definition);
}
async function keep(deps: ChatDependencies, turn: Turn, definition: AlertDefinition): Promise<void> {
  const { chat, from } = turn.incoming;
  const rule = await deps.rules.add(definition, chat.chatId, from.userId);
  if (rule === null)
    return turn.reply([paragraph(`This chat has ${MOST_RULES} rules, which is the most; remove one first.`)]);
  const { told, held } = await rehearse(deps, rule, 7 * DAY_MS);
  await turn.reply([
    paragraph("Added."),
    bullets(ruleLine(rule)),
    paragraph(
      `In the last 7 days it would have told ${counted(told.length, "time")}${held === 0 ? "" : ` and held back ${held}`}.`,
    ),
  ]);
}
async function ruleOf(deps: ChatDependencies, turn: Turn, number: string | undefined): Promise<AlertRule | null> {
  const rule = (await rulesHere(deps, turn)).find((each) => String(each.id) === number?.replace("#", ""));
  if (rule !== undefined) return rule;
  await turn.reply([
    paragraph(`This chat has no rule ${number?.slice(0, 20) ?? ""}. `, code("/alerts"), " lists them."),
  ]);
  return null;
}
async function change(deps: ChatDependencies, turn: Turn, verb: string, number: string | undefined): Promise<void> {
  const rule = await ruleOf(deps, turn, number);
  if (rule === null) return;
  if (verb === "remove") await deps.rules.remove(rule.id);
  else await deps.rules.enable(rule, verb === "on");
  const done = verb === "remove" ? "is removed." : verb === "on" ? "is on." : "is off; it is kept.";
  await turn.reply([paragraph(`Rule ${rule.id}, ${rule.name}, ${done}`)]);
}
const SHOWN = 10;
async function test(deps: ChatDependencies, turn: Turn, [number, span]: readonly string[]): Promise<void> {
  const spanMs = span === undefined ? 7 * DAY_MS : parseSpan(span, "d");
  if (spanMs === null || spanMs > 30 * DAY_MS)
    return turn.reply(usageBlocks(ALERTS, "At most 30 days back, such as 3d."));
  const rule = await ruleOf(deps, turn, number);
  if (rule === null) return;
  const { told, held } = await rehearse(deps, rule, spanMs);
  await turn.reply([
    paragraph(
      `In the last ${lastSpan(spanMs)} rule ${rule.id} would have told ${counted(told.length, "time")} and held back ${held}.`,
    ),
    ...(told.length === 0 ? [] : [bullets(...told.slice(-SHOWN).map((row) => rowLine(row)))]),
    ...(told.length > SHOWN ? [paragraph(`These are the newest ${SHOWN}.`)] : []),
  ]);
}
/** What the rule would have told of the past, by the very decisions that it takes live. */
async function rehearse(deps: ChatDependencies, rule: AlertRule, spanMs: number) {
  const matches = matcherOf(rule);
  const since = instant(deps.clock.now() - spanMs);
  // Rows of other chats would take the places of those it is about.
  const own = rule.everywhere ? {} : { chatId: rule.chatId, orNoChat: true as const };
  const rows = await readRows(deps.activity, { since, ...own });
  let imagined: AlertRule = { ...rule, lastFiredAt: null };
  const earlier: Match[] = [];
  const told = [];
  let held = 0;
  for (const row of rows) {
    const weight = matches(row);
    if (weight === null) continue;
    const verdict = judgeMatch(imagined, earlier, { at: row.at, weight });
    earlier.push({ at: row.at, weight });
    if (verdict === "held-back") held += 1;
    if (verdict !== "fires") continue;
    told.push(row);
    imagined = { ...imagined, lastFiredAt: row.at };
  }
  return { told, held };
}
