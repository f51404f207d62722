import type { ApprovalSubject } from "../policy/approvals/approval.ts";
import type { Approvals } from "../policy/approvals/approvals.ts";
import { decide, type Network, ownOrigin } from "../policy/decide.ts";
import type { LevelNow } from "../policy/levels.ts";
import { type Origin, strangersIn, taintOf } from "../policy/taint.ts";
import type { Intent } from "../policy/intent.ts";
import type { PersonsAnswer, PreparedCall } from "../tools/tool.ts";
import { askPerson } from "./ask-person.ts";

export type Permission =
  | { readonly kind: "go"; readonly network: Network; readonly how: string; readonly answer?: PersonsAnswer }
  | {
      readonly kind: "no";
      readonly why: string;
      readonly by: "policy" | "person" | "nobody";
      /** What the person said about it. */
      readonly words?: string;
    }
  /** Nobody has decided: the work is put away until somebody does. */
  | { readonly kind: "waiting"; readonly approvalId: number; readonly what: string }
  /** The work was stopped while it waited for a person. */
  | { readonly kind: "stopped" };
/** `commit` is the workspace as it is; `cause` names the call among all of the task. */
type GateCall = {
  readonly prepared: Pick<PreparedCall, "intent" | "risk">;
  readonly commit: string;
  readonly cause: string;
};
/** Asks the policy about a call, and a person where the policy says so. */
export type Gate = (call: GateCall, signal: AbortSignal) => Promise<Permission>;
export type GateOptions = {
  readonly taskId: number;
  /** As it is now: one that is lowered holds at once. */
  readonly level: () => Promise<LevelNow>;
  readonly attended: boolean;
  /** Where all that it has read came from, until now. */
  readonly origins: readonly Origin[];
  /** What in that reads like orders, and where it was read. */
  readonly found: readonly string[];
  readonly planned: readonly (readonly string[])[];
  readonly webHosts: readonly string[];
  /** Hosts that are granted to a call, as `name:port`. */
  readonly hostsOf: (intent: Intent) => readonly string[];
  /** How long a sandbox is kept open for a person to decide. */
  readonly waitMs: number;
  /** What else a yes is bound to, as it is now. */
  readonly surroundings: () => Promise<Surroundings>;
  /** A person is asked now. */
  readonly onAsk: () => void;
};
type Surroundings = {
  readonly image: string;
  readonly registries: readonly string[];
  readonly maxCostUsd: number | null;
};

export function createGate(options: GateOptions, approvals: Pick<Approvals, "answered" | "ask" | "like">): Gate {
  return async ({ prepared: { intent, risk }, commit, cause }, signal) => {
    if (intent.effect === "ask") return askPerson({ intent, cause }, options, { approvals, signal });
    const { level } = await options.level();
    const { attended, origins, planned, webHosts } = options;
    const hosts = options.hostsOf(intent);
    const taint = taintOf(origins, ownOrigin(intent, hosts.length > 0));
    const decision = decide({ intent, risk, level, attended, taint, planned, webHosts, hosts });
    if (decision.kind === "allow") return { kind: "go", network: decision.network, how: "allowed" };
    if (decision.kind === "deny")
      return { kind: "no", why: decision.reason, by: decision.because === "nobody" ? "nobody" : "policy" };
    const { taskId, waitMs } = options;
    const { network, reason } = decision;
    const read = strangersIn(origins);
    const subject = async () =>
      subjectOf(intent, {
        ...{ network, granted: hosts, commit, read, found: options.found.slice(-MOST_FOUND) },
        ...(await options.surroundings()),
      });
    const like = await approvals.like(taskId, await subject());
    if (like?.state.kind === "used")
      return { kind: "go", network, how: `approved by ${like.state.byName}, like approval ${like.id}` };
    options.onAsk();
    const answer = await approvals.ask({ taskId, cause, reason, risk: decision.risk, subject }, { signal, waitMs });
    switch (answer.kind) {
      case "approved":
        return { kind: "go", network, how: `approved by ${answer.byName}` };
      case "denied":
        return {
          kind: "no",
          why: `${answer.byName} said no: ${reason}`,
          by: "person",
          ...(answer.words === null ? {} : { words: answer.words }),
        };
      case "expired":
        return { kind: "no", why: reason, by: "nobody" };
      case "waiting":
        return { kind: "waiting", approvalId: answer.approvalId, what: reason };
      case "stopped":
        return { kind: "stopped" };
    }
  };
}
/** Of findings in one question. */
const MOST_FOUND = 3;
type Asked = {
  readonly network: Network;
  /** Hosts that the settings grant. */
  readonly granted: readonly string[];
  readonly commit: string;
  readonly read: readonly Origin[];
  readonly found: readonly string[];
};
function subjectOf(
  { tool, effect, command, paths, directory, content }: Intent,
  { network, granted, commit, read, found, image, registries, maxCostUsd }: Surroundings & Asked,
): ApprovalSubject {
  const reached = [
    ...(network === "registries" || network === "all" ? registries : []),
    ...(network === "hosts" || network === "all" ? granted : []),
  ];
  const hosts = hostsOf({ effect, command }, reached);
  const kind = kindOf(effect);
  const tainted = { ...(read.length === 0 ? {} : { read }), ...(found.length === 0 ? {} : { found }) };
  return { kind, tool, command, paths, directory, image, hosts, content, commit, maxCostUsd, ...tainted };
}
function kindOf(effect: Intent["effect"]): ApprovalSubject["kind"] {
  switch (effect) {
    case "end":
    case "ask":
    case "recall":
    case "delegate":
    case "host":
      return "look";
    case "look":
    case "edit":
    case "run":
    case "fetch":
    case "call":
    case "remember":
    case "deed":
    case "outsource":
      return effect;
  }
}
/** A page is got by the host from its own server, and from no other; a coding CLI reaches that of its model. */
function hostsOf(
  { effect, command: [, url = "", host = ""] }: Pick<Intent, "effect" | "command">,
  reached: readonly string[],
) {
  if (effect === "outsource") return host === "" ? [] : [host];
  if (effect !== "fetch") return reached.toSorted();
  return URL.canParse(url) ? [new URL(url).hostname] : [];
}
