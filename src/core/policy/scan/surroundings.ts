import type { Surface } from "./finding.ts";

/** Words of people who write about attacks: a list of examples, a rule, a test, a lesson. */
const DISCUSSION =
  /\b(?:(?:prompt[- ])?injections?|jailbreaks|attack(?:er|s|ers)?|scanner|detect(?:s|or|ion|ed)|false positives?|adversarial|malicious|red[- ]team\w*)\b/i;
/** Words that bring a quotation in. */
const MENTION =
  /\b(?:flag(?:s|ged)?|match(?:es)?|such as|e\.g\.|tests?|testing|rule|(?:the |this )?(?:phrase|text|string|words?|sentence)|contains|says?|wrote|case where|phishing|evaluat\w+|blocks?|like)\b|(?<![.\w])examples?\b/i;
/** What somebody is said to ask of a model, in the sentence of the match: told of, not asked. */
const REPORTED =
  /\b(?:asks?|tells?|tricks?|instructs?|urges?|convinces?|gets?) (?:it|them|an? \w+|the \w+) (?:in)?to\b[^.!?\n]{0,80}$/i;
const QUOTE_AROUND = 160;
const OPENING = `"'“‘«„\`「`;
const CLOSING = `"'”’»“\`」`;

export type Place = { readonly prose: string; readonly at: number; readonly length: number; readonly surface: Surface };

/**
 * What the surroundings of a match leave of its weight: less inside quotes and code, little where the text talks
 * about such words, least in a test.
 * @returns 0.2 to 1
 */
export function discount(place: Place): number {
  const quoted = isQuoted(place);
  const near = around(place);
  const discussed = DISCUSSION.test(near);
  if (isTest(place)) return 0.3;
  if (quoted && (discussed || MENTION.test(near))) return 0.3;
  if (discussed && REPORTED.test(place.prose.slice(Math.max(0, place.at - QUOTE_AROUND), place.at))) return 0.5;
  if (discussed && TRUSTING.includes(place.surface)) return 0.75;
  if (quoted) return 0.75;
  return 1;
}
/** Where people talk about attacks in their own words. */
const TRUSTING: readonly Surface[] = ["chat", "ticket", "repository"];

function around({ prose, at, length }: Place): string {
  const before = prose.slice(Math.max(0, at - QUOTE_AROUND), at);
  const after = prose.slice(at + length, at + length + QUOTE_AROUND);
  return `${before} … ${after}`;
}

/** Between quotation marks of prose: not those of JSON, of an attribute or of a link's title. */
function isQuoted({ prose, at, length }: Place): boolean {
  const before = prose.slice(Math.max(0, at - QUOTE_AROUND), at);
  const after = prose.slice(at + length, at + length + QUOTE_AROUND);
  const opened = lastOpening(before);
  if (opened === null) return false;
  const closing = CLOSING[OPENING.indexOf(opened.mark)] ?? opened.mark;
  const until = after.search(/\n/);
  return (
    (until === -1 ? after : after.slice(0, until)).includes(closing) || prose.slice(at, at + length).endsWith(closing)
  );
}
function lastOpening(before: string): { mark: string } | null {
  const line = before.slice(before.lastIndexOf("\n") + 1);
  // A mark opens after a blank or a bracket; `key: "…"` and `attribute="…"` are data, not a quotation.
  const found = [...line.matchAll(/(^|[^:=\s][ ]|[\s(,[{][(]?|[(])(["“‘«„`「'])(?=\S|$)/g)].at(-1);
  if (found === undefined) return null;
  const mark = found[2] ?? "";
  const since = line.slice(found.index + found[0].length);
  const closing = CLOSING[OPENING.indexOf(mark)] ?? mark;
  return since.includes(closing) && mark !== "'" ? null : { mark };
}

const TEST_LINE =
  /\b(?:expect|assert\w*|it|test|describe|should|scan|check|flags?)(?:\.\w+)?\s?\(|\b(?:INJECTIONS?|CASES|SAMPLES|EXAMPLES) ?=|\bINJECTIONS?\b|\btest\.each\b|\bok - |\bnot ok \d|\bfixtures?\b|\bdef test_|#\[test\]/;
/** A line of a test: its names and its samples quote what the code must withstand. */
function isTest({ prose, at, surface }: Place): boolean {
  if (surface !== "repository" && surface !== "tool-result") return false;
  return TEST_LINE.test(prose.slice(Math.max(0, at - QUOTE_AROUND), at));
}

/** Words before a match that turn it round: "do not print …". */
export function isNegated({ prose, at }: Place): boolean {
  return NEGATION.test(prose.slice(Math.max(0, at - 28), at));
}
const NEGATION =
  /\b(?:do not|don't|does not|doesn't|did not|didn't|never|must not|may not|should not|shouldn't|cannot|can't|could not|no longer|avoid|stops?|prevents?|refuses? to|not|rather than|instead of|nobody (?:can|may)|forbid\w*|how to|how do (?:i|we)|how would an? \w+) (?:\w+ ){0,2}$|\bwithout (?:\w+ing )?$/i;
