import { compilePattern } from "../../lib/pattern.ts";
import { parseSpan } from "../../lib/span.ts";
import { DAY_MS } from "../../lib/time.ts";
import { SEVERITIES, type AlertRule } from "../ports/alerts.ts";
import type { AlertDefinition } from "./alert.ts";
import { findField, nearFields } from "./fields.ts";

/**
 * Reads the words of a rule: name, field, how, what, then its options.
 * @returns a sentence that says what is wrong
 */
export function readRule([name, field, how, text, ...rest]: readonly string[]): AlertDefinition | string {
  if (name === undefined || name.length > 60)
    return "It needs a name of at most 60 characters; put quotes around one with blanks.";
  const known = field === undefined || field.length > MOST_FIELD ? null : findField(field);
  if (known === null) return noField(field ?? "");
  const match = readMatch(how?.toLowerCase(), text);
  if (typeof match === "string") return match;
  return readOptions(rest, {
    name,
    field: known,
    match,
    everywhere: false,
    count: 1,
    windowMs: 600_000,
    severity: "warning",
    coolDownMs: 300_000,
  });
}
const MOST_FIELD = 80;
function noField(typed: string): string {
  const all = "/alerts fields lists them all.";
  if (typed === "") return `After the name comes a field, such as summary, outcome or costUsd; ${all}`;
  const near = nearFields(typed);
  return `No entry has a field "${typed.slice(0, 40)}". ${near.length === 0 ? "" : `Did you mean ${near.join(", ")}? `}${all}`;
}
function readMatch(how: string | undefined, text: string | undefined): AlertRule["match"] | string {
  if (how !== "contains" && how !== "matches" && how !== "above" && how !== "below")
    return "After the field comes contains, matches, above or below.";
  if (text === undefined || text === "" || text.length > 500)
    return "It needs a text of at most 500 characters to look for, or a number after above or below.";
  if (how === "contains") return { kind: "contains", text };
  if (how === "above" || how === "below")
    return /^-?\d{1,12}(\.\d{1,6})?$/.test(text)
      ? { kind: how, text }
      : `"${text.slice(0, 40)}" is no number; write it such as 2 or 0.5.`;
  const pattern = compilePattern(text);
  return typeof pattern === "string" ? `That is no expression: ${pattern}.` : { kind: "regex", text };
}
const MOST_TARGETS = 10;
/** What follows, word by word, each on top of what is usual. */
function readOptions(given: readonly string[], usual: AlertDefinition): AlertDefinition | string {
  let rule = usual;
  let left = given;
  while (left.length > 0) {
    const read = readOption(left, rule);
    if (typeof read === "string") return read;
    ({ rule, left } = read);
  }
  return rule;
}
type Read = { readonly rule: AlertDefinition; readonly left: readonly string[] };
function readOption(given: readonly string[], rule: AlertDefinition): Read | string {
  const [word = "", next = "", third = ""] = given;
  const severity = SEVERITIES.find((each) => each === word.toLowerCase());
  if (severity !== undefined) return { rule: { ...rule, severity }, left: given.slice(1) };
  switch (word.toLowerCase()) {
    case "quiet": {
      const coolDownMs = next === "0" ? 0 : parseSpan(next, "m");
      if (coolDownMs === null || coolDownMs > 7 * DAY_MS) return "After quiet comes a time such as 30m, at most 7d.";
      return { rule: { ...rule, coolDownMs }, left: given.slice(2) };
    }
    case "to": {
      const target = /^-?\d{1,16}$/.test(next) ? Number(next) : null;
      if (target === null) return "After to comes a chat's number; /whoami says it there.";
      const alsoTo = [...new Set([...(rule.alsoTo ?? []), target])];
      if (alsoTo.length > MOST_TARGETS) return `At most ${MOST_TARGETS} other chats are told.`;
      return { rule: { ...rule, alsoTo }, left: given.slice(2) };
    }
    case "in":
      if (rule.match.kind !== "above") return "So many in so long: 3 in 10m, at most 1d.";
      return within({ ...rule, match: { ...rule.match, sum: true } }, next, given.slice(2));
  }
  if (/^\d{1,4}$/.test(word) && next.toLowerCase() === "in" && Number(word) >= 1)
    return within({ ...rule, count: Number(word) }, third, given.slice(3));
  return `I do not know "${word.slice(0, 40)}" there; a text with blanks stands in quotes.`;
}
function within(rule: AlertDefinition, span: string, left: readonly string[]): Read | string {
  const windowMs = parseSpan(span, "m");
  if (windowMs === null || windowMs > DAY_MS) return "So many in so long: 3 in 10m, at most 1d.";
  return { rule: { ...rule, windowMs }, left };
}
