import { compilePattern } from "../../lib/pattern.ts";
import type { AlertField, AlertRule, Severity } from "../ports/alerts.ts";
import type { ActivityRow } from "../ports/activity.ts";

export type Matcher = (row: ActivityRow) => boolean;
/** One way to match, for live rows and for a dry run alike; `contains` and expressions do not mind case. */
export function matcherOf({ field, match, chatId, everywhere }: Omit<AlertRule, "id">): Matcher {
  const test = testOf(match);
  return (row) => {
    if (!everywhere && row.about.chatId !== null && row.about.chatId !== chatId) return false;
    // What only tells of alerts would ring for itself.
    if (row.event.kind === "alert.fired" || ("key" in row.event && row.event.key.startsWith("alert:"))) return false;
    if (field !== "kind" && isEcho(row)) return false;
    return test(fieldOf(row, field));
  };
}
/** What the bot says repeats what happened, and whoever writes a rule says what it looks for: neither is the thing itself. */
function isEcho({ event }: ActivityRow): boolean {
  if (event.kind === "update.received") return event.text.startsWith("/alerts");
  return event.kind === "message.sent";
}
function testOf({ kind, text }: AlertRule["match"]): (value: string) => boolean {
  if (kind === "contains") {
    const wanted = text.toLowerCase();
    return (value) => value.toLowerCase().includes(wanted);
  }
  const pattern = compilePattern(text);
  return typeof pattern === "string" ? () => false : (value) => pattern.test(value);
}
function fieldOf(row: ActivityRow, field: AlertField): string {
  switch (field) {
    case "kind":
      return row.event.kind;
    case "summary":
      return row.summary;
    case "tool":
      return row.about.tool ?? "";
    case "spark":
      return row.about.spark ?? "";
    case "detail":
      return detailOf(row);
    case "any":
      return `${row.event.kind}\n${row.summary}\n${detailOf(row)}`;
  }
}
function detailOf({ event }: ActivityRow): string {
  return Object.values(event)
    .filter((value) => typeof value === "string")
    .join("\n");
}
/**
 * Does this match make the rule tell?
 * @param earlier when it matched before, in order, within the window or longer
 */
export function judgeMatch(
  { count, windowMs, coolDownMs, lastFiredAt }: AlertRule,
  earlier: readonly number[],
  now: number,
): "counted" | "held-back" | "fires" {
  const within = earlier.filter((at) => at > now - windowMs).length + 1;
  if (within < count) return "counted";
  return lastFiredAt !== null && now < lastFiredAt + coolDownMs ? "held-back" : "fires";
}
export type AlertDefinition = Pick<
  AlertRule,
  "name" | "field" | "match" | "count" | "windowMs" | "severity" | "coolDownMs" | "everywhere"
>;
const define = (
  name: string,
  about: {
    field: AlertField;
    regex: string;
    severity: Severity;
    count?: number;
    windowMs?: number;
    coolDownMs?: number;
  },
): AlertDefinition => ({
  name,
  field: about.field,
  match: { kind: "regex", text: about.regex },
  count: about.count ?? 1,
  windowMs: about.windowMs ?? 600_000,
  severity: about.severity,
  coolDownMs: about.coolDownMs ?? 300_000,
  everywhere: false,
});
/** Rules worth having. */
export const READY_MADE: readonly AlertDefinition[] = [
  define("task-failed", {
    field: "summary",
    regex: "^task \\d+ ended: (failed|not-proved|gave-up)",
    severity: "warning",
  }),
  define("interrupted", { field: "kind", regex: "^task\\.interrupted$", severity: "warning" }),
  define("stranger", { field: "kind", regex: "^stranger\\.refused$", severity: "info" }),
  define("kept-inside", { field: "summary", regex: " was kept from ", severity: "warning" }),
  define("refused-often", {
    field: "summary",
    regex: "denied by policy",
    severity: "warning",
    count: 3,
    windowMs: 3_600_000,
  }),
  define("many-faults", { field: "kind", regex: "^fault$", severity: "critical", count: 5 }),
  define("unsaid", { field: "kind", regex: "^(message\\.refused|log\\.lost)$", severity: "critical" }),
  define("settings", { field: "kind", regex: "^(setting|person)\\.changed$", severity: "info", coolDownMs: 0 }),
];
