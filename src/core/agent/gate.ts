import type { Approvals } from "../policy/approvals.ts";
import { decide, type Level, type Network, type Taint } from "../policy/decide.ts";
import type { PreparedCall } from "../tools/tool.ts";

export type Permission =
  | { readonly kind: "go"; readonly network: Network; readonly how: string }
  | { readonly kind: "no"; readonly why: string; readonly by: "policy" | "person" | "nobody" }
  /** The work was stopped while it waited for a person. */
  | { readonly kind: "stopped" };
/** Asks the policy about a call, and a person where the policy says so. `commit` is the workspace as it is. */
export type Gate = (call: PreparedCall, commit: string, signal: AbortSignal) => Promise<Permission>;
export type GateOptions = {
  readonly taskId: number;
  readonly level: Level;
  readonly attended: boolean;
  readonly taint: Taint;
  readonly planned: readonly (readonly string[])[];
};

export function createGate(options: GateOptions, approvals: Pick<Approvals, "ask">): Gate {
  return async ({ intent, risk }, commit, signal) => {
    const decision = decide({ ...options, intent, risk });
    if (decision.kind === "allow") return { kind: "go", network: decision.network, how: "allowed" };
    if (decision.kind === "deny")
      return { kind: "no", why: decision.reason, by: decision.because === "nobody" ? "nobody" : "policy" };
    const { tool, command, directory, paths, content } = intent;
    const subject = {
      tool,
      command: command.length > 0 ? command : paths,
      directory,
      network: decision.network,
      content,
      commit,
    };
    const answer = await approvals.ask({ taskId: options.taskId, subject, reason: decision.reason }, signal);
    switch (answer.kind) {
      case "approved":
        return { kind: "go", network: decision.network, how: `approved by ${answer.byName}` };
      case "denied":
        return { kind: "no", why: `${answer.byName} said no: ${decision.reason}`, by: "person" };
      case "expired":
        return { kind: "no", why: `nobody answered in time: ${decision.reason}`, by: "nobody" };
      case "stopped":
        return { kind: "stopped" };
    }
  };
}
