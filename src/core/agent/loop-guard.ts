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
/** So many failures in a row, word for word the same, whatever the calls were. */
const SAME_FAILURES = 5;

/** Is the model going in circles? Editing and testing in turn is not: the state of the workspace is part of what is compared. */
export function guardLoop(call: ToolCall, commit: string, recent: readonly AnsweredCall[]): LoopVerdict {
  const same = recent
    .slice(-WINDOW)
    .filter((past) => past.stateBefore === commit && fingerprint(past.call) === fingerprint(call));
  const count = same.length + 1;
  if (count >= END_AT)
    return {
      kind: "end",
      text: `${call.name} was called ${count} times with the same arguments while nothing changed`,
    };
  const failures = recent.slice(-SAME_FAILURES);
  const [last] = failures;
  if (
    last !== undefined &&
    failures.length === SAME_FAILURES &&
    isFailure(last.text) &&
    failures.every(({ text }) => text === last.text)
  )
    return { kind: "end", text: `the same failure came ${SAME_FAILURES} times in a row: ${last.text.slice(0, 300)}` };
  if (count >= BLOCK_AT)
    return {
      kind: "block",
      text: `not run: this very call was made ${count - 1} times already while nothing in the workspace changed, and its answer stands above. Do something else, or finish.`,
    };
  if (count >= WARN_AT)
    return {
      kind: "warn",
      text: "You made this very call before, and nothing in the workspace has changed since. A third time it will not be run.",
    };
  return { kind: "go" };
}
function fingerprint(call: ToolCall): string {
  const args = call.kind === "parsed" ? canonicalJson(call.arguments) : call.raw;
  return createHash("sha256").update(`${call.name}\n${args}`).digest("hex");
}
