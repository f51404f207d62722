import { tellEmptyPurse } from "../policy/purse-words.ts";
import { Fault, type FaultCode, type FaultData, type Remedy } from "../fault.ts";
import { withCapital } from "../../lib/with-capital.ts";
import { utcMinute } from "../../lib/utc-time.ts";

/** What becomes of a task whose work threw. */
export type AfterFault =
  /** The place of work is gone; another is opened and the journal gone on with. */
  | { readonly kind: "retry"; readonly reason: string }
  /** It waits, with all that was kept, for a person to resume it. */
  | { readonly kind: "interrupt"; readonly reason: string }
  | { readonly kind: "fail"; readonly reason: string };

export function afterFault(error: unknown): AfterFault {
  if (!(error instanceof Fault))
    return {
      kind: "fail",
      reason: `Something in this program went wrong: ${error instanceof Error ? error.message : String(error)}`,
    };
  const reason = describe(error);
  if (RETRIED.has(error.code)) return { kind: "retry", reason };
  return FATAL.has(error.code) ? { kind: "fail", reason } : { kind: "interrupt", reason };
}
const RETRIED = new Set<FaultCode>(["sandbox.lost", "sandbox.unreachable"]);
/** Trying again gives the same. */
const FATAL = new Set<FaultCode>(["model.refused", "model.none", "model.not-recorded", "patch.refused"]);

function describe(fault: Fault): string {
  const sentence = SENTENCES[fault.code];
  return sentence === undefined ? fault.message : (sentence as (data: Fault["data"]) => string)(fault.data);
}
function remedyText({ fix, isCommand }: Remedy): string {
  return isCommand ? `Run ${fix}, then resume.` : `${withCapital(fix)}, then resume.`;
}
const SENTENCES: { readonly [Code in FaultCode]?: (data: FaultData[Code]) => string } = {
  "sandbox.lost": ({ reason }) => `The sandbox was lost: ${reason}.`,
  "sandbox.unreachable": ({ socket }) => `The container engine does not answer at ${socket}. Start it, then resume.`,
  "sandbox.unavailable": ({ reason, ...remedy }) => `There is no sandbox: ${reason}. ${remedyText(remedy)}`,
  "sandbox.image-missing": ({ image, ...remedy }) => `The sandbox image ${image} is missing. ${remedyText(remedy)}`,
  "disk.full": ({ path }) => `The disk is full at ${path}. Make room, then resume.`,
  "store.full": ({ path }) => `The disk of the database is full (${path}). Make room, then resume.`,
  "model.none": ({ hint }) => `There is no model. ${hint}`,
  "model.not-recorded": () => "The recorded model has no answer for this: the recording was made for other work.",
  "model.unauthorized": ({ provider }) => `${provider} does not accept the model key. Set a valid one, then resume.`,
  "model.rate-limited": ({ model }) => `${model} takes no more requests for now. Resume later.`,
  "model.unavailable": ({ model, reason }) => `${model} cannot be reached: ${reason}.`,
  "model.timeout": ({ model, afterMs }) => `${model} did not answer within ${Math.round(afterMs / 1000)} s.`,
  "model.incomplete": ({ model, reason }) => `${model} broke off its answer: ${reason}.`,
  "model.over-budget": ({ empty }) => {
    const { what, fillsAt, key } = tellEmptyPurse(empty);
    const when = fillsAt === null ? "" : ` It is filled again at ${utcMinute(fillsAt)}.`;
    return `${what}${when} Resume then, or once an owner has raised ${key}.`;
  },
  "model.refused": ({ model, reason }) => `${model} refused to answer: ${reason}.`,
  "repository.refused": ({ source, detail }) => `The repository ${source} cannot be used: ${detail}.`,
  "repository.git-failed": ({ action, detail }) => `Git failed to ${action}: ${detail}.`,
  "patch.refused": ({ reason }) => `The change cannot be kept: ${reason}.`,
};
