import { createHash } from "node:crypto";
import { canonicalJson } from "../../lib/canonical-json.ts";
import type { ToolCall } from "../ports/model.ts";
import { isFailure } from "../tools/answer.ts";
import type { AnsweredCall } from "./journal.ts";

export type LoopVerdict =
  | { readonly kind: "go" }
  /** It may run, and the model is told that it did the same before. */
  | { readonly kind: "warn"; readonly text: string }
  | { readonly kind: "block"; readonly text: string }
  | { readonly kind: "end"; readonly text: string };

/** The same call in the same state: the 2nd is warned of, the 3rd and 4th are not run, the 5th ends the work. */
const WARN_AT = 2;
const BLOCK_AT = 3;
const END_AT = 5;
const WINDOW = 40;
/** So many failures in a row, the same but for numbers, whatever the calls were: a warning after three, the end after five. */
const WARN_AT_FAILURES = 3;
const SAME_FAILURES = 5;
/** A model that is told so often that it repeats itself does nothing else any more, however the calls take turns. */
const BLOCKED_IN_ALL = 8;

/** Is the model going in circles? Editing and testing in turn is not: the state of the workspace is part of what is compared. */
export function guardLoop(call: ToolCall, commit: string, recent: readonly AnsweredCall[]): LoopVerdict {
  const own = fingerprint(call);
  const window = recent.slice(-WINDOW);
  const count = window.filter((past) => past.stateBefore === commit && fingerprint(past.call) === own).length + 1;
  const failures = sameFailures(recent);
  return (
    endOf(call, { count, failures, recent }) ??
    (count >= BLOCK_AT
      ? {
          kind: "block",
          text: `${BLOCKED}: this very call was made ${count - 1} times already while nothing in the workspace changed, and its answer stands above. Do something else, or finish.`,
        }
      : (warningOf(count, failures) ?? { kind: "go" }))
  );
}
const BLOCKED = "not run";
type Counted = {
  readonly count: number;
  readonly failures: number;
  readonly recent: readonly AnsweredCall[];
};
function endOf(call: ToolCall, { count, failures, recent }: Counted): LoopVerdict | null {
  const repeated = (text: string): LoopVerdict => ({ kind: "end", text });
  if (count >= END_AT)
    return repeated(`${call.name} was called ${count} times with the same arguments while nothing changed`);
  if (failures >= SAME_FAILURES)
    return repeated(`the same failure came ${failures} times in a row: ${recent.at(-1)?.text.slice(0, 300) ?? ""}`);
  const blocked = recent.filter(({ text }) => text.startsWith(`Failed: ${BLOCKED}: this very call`)).length;
  return blocked >= BLOCKED_IN_ALL
    ? repeated(`${blocked} calls were repetitions that were not run, and nothing else came of it`)
    : null;
}
function warningOf(count: number, failures: number): LoopVerdict | null {
  if (count >= WARN_AT)
    return {
      kind: "warn",
      text: "You made this very call before, and nothing in the workspace has changed since. A third time it will not be run.",
    };
  if (failures < WARN_AT_FAILURES) return null;
  return {
    kind: "warn",
    text: `The same failure came ${failures} times in a row. After ${SAME_FAILURES} the work ends: find its cause, or go another way.`,
  };
}
/** How many of the last answers are one and the same failure. */
function sameFailures(recent: readonly AnsweredCall[]): number {
  const last = recent.at(-1);
  if (last === undefined || !isFailure(last.text)) return 0;
  const shape = shapeOf(last.text);
  const other = recent.toReversed().findIndex(({ text }) => !isFailure(text) || shapeOf(text) !== shape);
  return other === -1 ? recent.length : other;
}
/** Times, ports and addresses differ from one run to the next; what was wrong does not. */
function shapeOf(failure: string): string {
  return failure.slice(0, 4000).replaceAll(/0x[\da-f]+|\d+(\.\d+)?/gi, "#");
}
function fingerprint(call: ToolCall): string {
  const args = call.kind === "parsed" ? canonicalJson(call.arguments) : call.raw;
  return createHash("sha256").update(`${call.name}\n${args}`).digest("hex");
}
