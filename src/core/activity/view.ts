import { code, codeBlock, paragraph, type Block, type Inline } from "../../lib/blocks.ts";
import type { Instant } from "../../lib/time.ts";
import type { Event } from "../events.ts";
import type { ActivityRow } from "../ports/activity.ts";
import { cutText } from "../../lib/cut-text.ts";
import { utcTime } from "../../lib/utc-time.ts";

const SIGNS: Partial<Record<Event["kind"], string>> = {
  "update.received": "💬",
  "message.sent": "🗨",
  "plan.made": "📝",
  "task.created": "🎯",
  "task.started": "▶️",
  "task.phase": "▸",
  "task.ended": "🏁",
  "task.interrupted": "⏸",
  "task.resumed": "▶️",
  "task.applied": "✅",
  "task.discarded": "🗑",
  "model.called": "🧠",
  "model.retried": "🧠",
  "model.fell-back": "🧠",
  "tool.called": "🔧",
  "approval.asked": "🔐",
  "approval.decided": "🔐",
  "setting.changed": "🎛",
  "memory.saved": "💾",
  "memory.recalled": "💾",
  "memory.forgotten": "💾",
  "run.started": "🏗",
  "run.step": "🏗",
  "run.ended": "🏗",
  "user.paired": "👤",
  "stranger.refused": "⛔",
  "message.refused": "⚠️",
  "prompt.flagged": "🛡",
  "log.lost": "⚠️",
  "request.refused": "🚫",
  fault: "⚠️",
};
/** Noise to people: what only tells of other rows. */
export const QUIET_KINDS: readonly Event["kind"][] = ["update.handled", "sandbox.opened", "sandbox.egress"];

/** `2026-11-21`: the day a moment falls on in a zone. */
export function dayIn(zone: string, at: Instant): string {
  return new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeZone: zone }).format(at);
}
/** A row in one line: when, what kind, what. */
export function rowLine(row: ActivityRow, { date = true, most = Number.POSITIVE_INFINITY } = {}): Inline[] {
  const failed = row.event.kind === "tool.called" && row.event.outcome !== "ok";
  return [
    { kind: "time", at: row.at, text: utcTime(row.at, { date }), shows: date ? "day-and-time" : "time" },
    ` ${failed ? "❌" : (SIGNS[row.event.kind] ?? "·")} ${cutText(row.summary, most)}`,
  ];
}
const MOST_VALUE = 1200;
/** A row with everything that stands in it, folded. */
export function rowDetails(row: ActivityRow): Block {
  const { kind, ...facts } = row.event;
  const values = Object.entries(facts).map(([name, value]) => `${name}: ${shown(value)}`);
  return {
    kind: "details",
    summary: rowLine(row),
    blocks: [
      paragraph(code(kind), ` row ${row.id}${row.about.taskId === null ? "" : `, task ${row.about.taskId}`}`),
      ...(values.length === 0 ? [] : [codeBlock(values.join("\n"))]),
    ],
  };
}
function shown(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return cutText(text, MOST_VALUE);
}
