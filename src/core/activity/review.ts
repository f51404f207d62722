import { bold, bullets, paragraph, type Block, type Inline } from "../../lib/blocks.ts";
import { cost, count } from "../../lib/measure.ts";
import { counted } from "../../lib/counted.ts";
import { lastSpan } from "../../lib/span.ts";
import type { ActivityRow } from "../ports/activity.ts";
import { dayIn, QUIET_KINDS, rowDetails, rowLine } from "./view.ts";
import { utcTime } from "../../lib/utc-time.ts";

export type Detail = "summary" | "standard" | "detailed";
/** `zone`: where the days of the list begin. */
type View = { readonly detail: Detail; readonly zone?: string };
/** Rows shown one by one in the chat; the counts are over all, and so is the file. */
const MOST_SHOWN: Readonly<Record<Detail, number>> = { summary: 0, standard: 40, detailed: 30 };

/**
 * What happened, for a person.
 * @param rows in order, all of the time asked about
 */
export function reviewBlocks(rows: readonly ActivityRow[], spanMs: number, { detail, zone = "UTC" }: View): Block[] {
  const told = rows.filter((row) => !QUIET_KINDS.includes(row.event.kind));
  const [first, last] = [told[0], told.at(-1)];
  if (first === undefined || last === undefined)
    return [paragraph(`Nothing happened here in the last ${lastSpan(spanMs)}.`)];
  const most = MOST_SHOWN[detail];
  const shown = most === 0 ? [] : told.slice(-most);
  return [
    paragraph(bold("Review"), ` of the last ${lastSpan(spanMs)}: `, ...range(first, last)),
    bullets(...counts(told)),
    ...(shown.length < told.length && most > 0
      ? [paragraph(`The newest ${shown.length} of ${told.length} entries; the file has them all.`)]
      : []),
    ...(detail === "standard" ? timeline(shown, zone) : shown.map(rowDetails)),
  ];
}
/** All of it as lines, oldest first, when the chat does not show it all; else null. */
export function reviewFile(rows: readonly ActivityRow[], detail: Detail): string | null {
  const told = rows.filter((row) => !QUIET_KINDS.includes(row.event.kind));
  const isCut = detail === "standard" && told.some(({ summary }) => summary.length > MOST_LINE);
  if (detail === "summary" || (told.length <= MOST_SHOWN[detail] && !isCut)) return null;
  return told.map((row) => (detail === "standard" ? plainLine(row) : JSON.stringify(row))).join("\n");
}
function plainLine(row: ActivityRow): string {
  return `${utcTime(row.at)}.${String(row.at % 1000).padStart(3, "0")} ${row.event.kind} ${row.summary}`;
}
function range(first: ActivityRow, last: ActivityRow): Inline[] {
  const moment = ({ at }: ActivityRow): Inline => ({ kind: "time", at, text: utcTime(at), shows: "day-and-time" });
  return [moment(first), " to ", moment(last), "."];
}
function counts(rows: readonly ActivityRow[]): (readonly Inline[])[] {
  const events = rows.map((row) => row.event);
  const of = (kind: ActivityRow["event"]["kind"]) => events.filter((event) => event.kind === kind).length;
  const ended = tally(events.flatMap((event) => (event.kind === "task.ended" ? [event.outcome] : [])));
  const tools = events.filter((event) => event.kind === "tool.called");
  const toolNames = tally(tools.map((event) => event.tool));
  const failed = tools.filter((event) => event.outcome !== "ok").length;
  const calls = events.filter((event) => event.kind === "model.called");
  const tokens = calls.reduce((sum, call) => sum + call.inputTokens + call.outputTokens, 0);
  const priced = calls.filter((call) => call.costUsd !== null);
  const usd = priced.reduce((sum, call) => sum + (call.costUsd ?? 0), 0);
  const sparks = [...new Set(rows.flatMap(({ about }) => (about.spark === null ? [] : [about.spark])))].sort();
  const faults = of("fault") + of("message.refused") + of("log.lost");
  const lines: (string | readonly Inline[] | null)[] = [
    `💬 ${counted(of("update.received"), "message")} in, ${of("message.sent")} out`,
    of("task.created") + of("task.ended") === 0
      ? null
      : `🎯 ${counted(of("task.created"), "task")} planned, ${of("task.ended")} ended${ended === "" ? "" : `: ${ended}`}`,
    of("approval.asked") === 0
      ? null
      : `🔐 ${counted(of("approval.asked"), "approval")} asked, ${of("approval.decided")} decided`,
    tools.length === 0 ? null : `🔧 ${counted(tools.length, "tool call")}, ${failed} failed: ${toolNames}`,
    calls.length === 0
      ? null
      : [
          `🧠 ${counted(calls.length, "model call")}, `,
          count(tokens),
          " tokens, ",
          priced.length === 0 ? "price unknown" : cost(usd),
          priced.length < calls.length && priced.length > 0 ? " and some of unknown price" : "",
        ],
    of("run.ended") === 0 ? null : `🏗 ${counted(of("run.ended"), "pipeline run")}`,
    of("setting.changed") === 0 ? null : `🎛 ${counted(of("setting.changed"), "setting")} changed`,
    sparks.length === 0 ? null : `✨ sparks: ${sparks.join(", ")}`,
    faults === 0 ? null : `⚠️ ${counted(faults, "fault")}`,
  ];
  return lines.flatMap((line) => (line === null ? [] : [typeof line === "string" ? [line] : line]));
}
function tally(names: readonly string[]): string {
  const counted = new Map<string, number>();
  for (const name of names) counted.set(name, (counted.get(name) ?? 0) + 1);
  return [...counted]
    .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .map(([name, count]) => `${name} ${count}`)
    .join(", ");
}
function dayTitle(day: string, [first]: readonly ActivityRow[]): Inline {
  return first === undefined ? day : { kind: "time", at: first.at, text: day, shows: "day" };
}
/** Of an entry in the list, in UTF-16 units; the file has it whole, and so has the detailed view. */
const MOST_LINE = 120;
/** A list a day. */
function timeline(rows: readonly ActivityRow[], zone: string): Block[] {
  const blocks: Block[] = [];
  const days = Map.groupBy(rows, ({ at }) => dayIn(zone, at));
  for (const [day, entries] of days)
    blocks.push(
      ...(days.size === 1 ? [] : [paragraph(bold(dayTitle(day, entries)))]),
      bullets(...entries.map((row) => rowLine(row, { date: false, most: MOST_LINE }))),
    );
  return blocks;
}
