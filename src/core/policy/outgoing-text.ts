import type { Redactor } from "../../lib/redact.ts";
import { inspect, type ScannerOptions, tellFindings } from "./scan/inspect.ts";

/** What words are held against before they leave for a place where others read them, and machines act on them. */
export type OutgoingRules = {
  /** Takes out what is, or looks like, a secret. */
  readonly redact: Redactor;
  readonly scanner: () => ScannerOptions;
};
/** One line of at most so many characters, or a text of several. */
export type OutgoingForm = { readonly what: string; readonly most: number; readonly lines: "one" | "many" };

// Control and format characters hide, reorder or end what is read; blanks and line ends of a text do not.
const UNSEEN = /[^\P{C}\n\t]|[\u2028\u2029]/u;
const UNSEEN_IN_LINE = /\p{C}|[\u2028\u2029]/u;

/** @returns why a text is not let out, as the rest of a sentence that begins with what it is; null when it is */
export function outgoingProblem(
  text: string,
  { what, most, lines }: OutgoingForm,
  { redact, scanner }: OutgoingRules,
): string | null {
  if (text.trim() === "") return `${what} is empty`;
  if (text.length > most) return `${what} is longer than ${most} characters`;
  if (!text.isWellFormed() || (lines === "one" ? UNSEEN_IN_LINE : UNSEEN).test(text))
    return `${what} holds characters that are not seen`;
  if (lines === "one" && text.startsWith("-")) return `${what} reads like an option of a command`;
  if (redact(text) !== text) return `${what} holds what looks like a secret`;
  const { action, result } = inspect(text, { surface: "ticket", provider: "outgoing" }, scanner());
  return action === "pass" ? null : `${what} reads like orders to an agent: it ${tellFindings(result)}`;
}
