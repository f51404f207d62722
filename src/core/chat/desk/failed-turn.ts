import type { Event } from "../../events.ts";
import { Fault, type FaultCode } from "../../fault.ts";
import type { Incoming } from "../../incoming.ts";

/** What is recorded of a message or press that came to nothing. */
export function eventOf(
  { incoming, signal }: { readonly incoming: Pick<Incoming, "kind">; readonly signal: AbortSignal },
  error: unknown,
): Event {
  const doing = `handling ${incoming.kind}`;
  // Whatever broke, broke because a person stopped it.
  if (signal.aborted) return { kind: "request.refused", doing, code: "stopped", detail: String(error) };
  if (!(error instanceof Fault)) return { kind: "fault", doing, code: "bug", detail: wordsOf(error) };
  const code: FaultCode = error.code;
  const kind = MENDED_BY_ASKING[code] ? "request.refused" : "fault";
  return { kind, doing, code, detail: JSON.stringify(error.data) };
}
function wordsOf(error: unknown): string {
  return String(error instanceof Error ? error.stack : error);
}
/**
 * Whether it is for those who asked to mend: by asking for something else, for less, or later, or by setting up what they were told is not.
 * The rest is trouble of the machine, the network or another program, and those who look after it should see it.
 */
const MENDED_BY_ASKING: { readonly [Code in FaultCode]: boolean } = {
  "config.invalid": false,
  "secret.inline": false,
  "secret.unreadable": false,
  "home.locked": false,
  "store.newer": false,
  "store.full": false,
  "store.failed": false,
  "repository.refused": true,
  "repository.git-failed": false,
  "patch.refused": false,
  "branch.exists": true,
  "sandbox.unavailable": false,
  "sandbox.unreachable": false,
  "sandbox.image-missing": false,
  "sandbox.lost": false,
  "disk.full": false,
  "model.none": true,
  "model.not-recorded": true,
  "model.unauthorized": false,
  "model.rate-limited": false,
  "model.unavailable": false,
  "model.timeout": false,
  "model.incomplete": false,
  "model.over-budget": true,
  "model.refused": false,
  "forge.unauthorized": false,
  "forge.refused": false,
  "forge.not-found": true,
  "forge.rate-limited": false,
  "forge.unreachable": false,
  "speech.failed": false,
  "file.too-large": true,
  "file.no-room": true,
  "file.withheld": true,
  "file.unavailable": false,
  "telegram.unauthorized": false,
  "telegram.conflict": false,
  "telegram.unreachable": false,
};
