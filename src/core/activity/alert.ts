import type { AlertRule, Severity } from "../ports/alerts.ts";
import type { ActivityRow } from "../ports/activity.ts";
import { valuesOf, type KnownField } from "./fields.ts";
import { weigherOf } from "./match.ts";

/** What a row counts for under a rule: null when it does not match, 1 for each that does, its number where numbers are added up. */
export type Matcher = (row: ActivityRow) => number | null;
/** One that matched. */
export type Match = { readonly at: number; readonly weight: number };
/** One way to match, for live rows and for a dry run alike. */
export function matcherOf({ field, match, chatId, everywhere }: Omit<AlertRule, "id">): Matcher {
  const weigh = weigherOf(match);
  return (row) => {
    if (!everywhere && row.about.chatId !== null && row.about.chatId !== chatId) return null;
    // What only tells of alerts would ring for itself.
    if (row.event.kind === "alert.fired" || ("key" in row.event && row.event.key.startsWith("alert:"))) return null;
    if (WORDS.includes(field) && isEcho(row)) return null;
    return weigh(valuesOf(row, field));
  };
}
const WORDS: readonly string[] = ["any", "summary", "detail", "text"] satisfies readonly KnownField[];
/** What the bot says repeats what happened, and whoever writes a rule says what it looks for: neither is the thing itself. */
function isEcho({ event }: ActivityRow): boolean {
  if (event.kind === "update.received") return event.text.startsWith("/alerts");
  return event.kind === "message.sent";
}
/**
 * Does this match make the rule tell?
 * @param earlier what matched before, in order, within the window or longer
 */
export function judgeMatch(
  { match, count, windowMs, coolDownMs, lastFiredAt }: AlertRule,
  earlier: readonly Match[],
  { at: now, weight }: Match,
): "counted" | "held-back" | "fires" {
  const within = earlier.filter(({ at }) => at > now - windowMs).reduce((sum, one) => sum + one.weight, weight);
  if (match.sum === true ? within <= Number(match.text) : within < count) return "counted";
  return lastFiredAt !== null && now < lastFiredAt + coolDownMs ? "held-back" : "fires";
}
/** Rules that look back over more than one row: what came before a start counts for them. */
export function looksBack({ count, match }: Pick<AlertRule, "count" | "match">): boolean {
  return count > 1 || match.sum === true;
}
export type AlertDefinition = Pick<
  AlertRule,
  "name" | "field" | "match" | "count" | "windowMs" | "severity" | "coolDownMs" | "everywhere" | "alsoTo"
>;
const define = (
  name: string,
  about: {
    field: KnownField;
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
  {
    ...define("spending", {
      field: "costUsd",
      regex: "",
      severity: "warning",
      windowMs: 3_600_000,
      coolDownMs: 3_600_000,
    }),
    match: { kind: "above", text: "1", sum: true },
  },
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
