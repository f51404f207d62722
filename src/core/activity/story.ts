import { bold, bullets, code, paragraph, type Block, type Inline } from "../../lib/blocks.ts";
import { counted } from "../../lib/counted.ts";
import type { ActivityRow } from "../ports/activity.ts";
import { costBlocks } from "./cost.ts";
import { QUIET_KINDS, rowLine } from "./view.ts";
import { cutText } from "../../lib/cut-text.ts";
import { utcTime } from "../../lib/utc-time.ts";

const MOST_LINES = 15;
/** What happened and why, from the rows alone: goals, choices, what was asked and refused, what failed, how it ended, what it cost. */
export function storyBlocks(rows: readonly ActivityRow[]): Block[] {
  const told = rows.filter((row) => !QUIET_KINDS.includes(row.event.kind));
  if (told.length === 0) return [paragraph("Nothing happened that could be explained.")];
  const pick = (...kinds: ActivityRow["event"]["kind"][]) => told.filter((row) => kinds.includes(row.event.kind));
  const sections = [
    ...section("🎯 What was wanted", pick("task.created", "plan.made")),
    ...section("🔐 What was asked and decided", [
      ...pick("approval.asked", "approval.decided", "task.applied", "task.discarded", "task.rolled-back"),
      ...told.filter(({ event }) => event.kind === "tool.called" && event.decision.startsWith("denied")),
    ]),
    ...section("⚠️ What went wrong", [
      ...pick(
        "prompt.flagged",
        "request.refused",
        "fault",
        "task.interrupted",
        "model.retried",
        "model.fell-back",
        "message.refused",
      ),
      ...told.filter(({ event }) => event.kind === "tool.called" && event.outcome !== "ok"),
    ]),
    ...section("🏁 How it ended", pick("task.ended", "run.ended")),
    ...section("🎛 What was changed", pick("setting.changed", "person.changed")),
  ];
  const nothing = paragraph(
    `${counted(told.length, "entry", "entries")}, and none of a task, a question, a refusal, a failure or a setting: only what was said. `,
    code("/review"),
    " lists it.",
  );
  return [...(sections.length === 0 ? [nothing] : sections), ...costBlocks(told, "for this")];
}
function section(title: string, rows: readonly ActivityRow[]): Block[] {
  if (rows.length === 0) return [];
  const inOrder = rows.toSorted((a, b) => a.id - b.id);
  const more = inOrder.length - MOST_LINES;
  return [
    paragraph(bold(title)),
    bullets(...inOrder.slice(-MOST_LINES).map((row) => rowLine(row))),
    ...(more > 0 ? [paragraph(`${more} earlier ones; `, code("/review detailed"), " shows them.")] : []),
  ];
}
const ROW_CHARACTERS = 600;
/**
 * The rows as lines for a model, within `budget` characters: where they do not fit, the first fifth and the last of it stay, and the gap is said.
 */
export function extractText(rows: readonly ActivityRow[], budget: number): string {
  const lines = rows.filter((row) => !QUIET_KINDS.includes(row.event.kind)).map(extractLine);
  const whole = lines.join("\n");
  if (whole.length <= budget) return whole;
  const head = take(lines, budget / 5);
  const tail = take(lines.toReversed(), (budget * 4) / 5).toReversed();
  const left = Math.max(0, lines.length - head.length - tail.length);
  return [...head, `(${left} entries left out here)`, ...tail].join("\n");
}
function take(lines: readonly string[], budget: number): string[] {
  const taken: string[] = [];
  let used = 0;
  for (const line of lines) {
    used += line.length + 1;
    if (used > budget) break;
    taken.push(line);
  }
  return taken;
}
function extractLine(row: ActivityRow): string {
  const { kind, ...facts } = row.event;
  return `${row.id} ${utcTime(row.at)} ${kind} ${cutText(JSON.stringify(facts), ROW_CHARACTERS)}`;
}
/** The rule behind how a task stands: what decided last, and every no on the way. */
export function whyBlocks(rows: readonly ActivityRow[]): Block[] {
  const lines: Inline[][] = [];
  for (const { event } of rows) {
    if (event.kind === "approval.asked")
      lines.push([
        "A person was asked about ",
        code(event.action.slice(0, 120)),
        `: ${event.reason}. Bound to ${event.hash.slice(0, 12)}.`,
      ]);
    if (event.kind === "approval.decided")
      lines.push([`Approval ${event.approvalId}: ${event.decision} by ${event.by}.`]);
    if (event.kind === "tool.called" && event.decision !== "allowed")
      lines.push([
        code(event.tool),
        `: ${event.decision}. ${event.outcome === "ok" ? "" : event.result.slice(0, 200)}`,
      ]);
    if (event.kind === "prompt.flagged")
      lines.push([
        `🛡 ${event.action === "withheld" ? "Withheld from the model" : "The model was warned of"}: ${event.tool ?? event.surface} gave a text that ${event.why} (score ${event.score}; ${event.rules.slice(0, 3).join(", ")}). Since then packages are installed only after a yes.`,
      ]);
    if (event.kind === "task.ended") lines.push([bold(`It ended as ${event.outcome}: `), event.because]);
    if (event.kind === "task.interrupted") lines.push([bold("It was interrupted: "), event.reason]);
  }
  return lines.length === 0
    ? [paragraph("No rule stood in its way: every call was within what its plan and the autonomy level allow.")]
    : [bullets(...lines.slice(-20))];
}
