import type { ApprovalSubject } from "../policy/approvals/approval.ts";
import type { Approvals } from "../policy/approvals/approvals.ts";
import type { Intent } from "../policy/intent.ts";
import type { PersonsAnswer } from "../tools/tool.ts";

export type AskOptions = {
  readonly taskId: number;
  readonly attended: boolean;
  readonly waitMs: number;
  readonly onAsk: () => void;
};
type Asked =
  | { readonly kind: "go"; readonly network: "none"; readonly how: string; readonly answer: PersonsAnswer }
  | { readonly kind: "waiting"; readonly approvalId: number; readonly what: string }
  | { readonly kind: "stopped" };

/** Puts a question of the work to people, by the same way as an approval. No answer in time is an answer as well: nobody's. */
export async function askPerson(
  { intent, cause }: { readonly intent: Intent; readonly cause: string },
  { taskId, attended, waitMs, onAsk }: AskOptions,
  { approvals, signal }: { readonly approvals: Pick<Approvals, "ask" | "answered">; readonly signal: AbortSignal },
): Promise<Asked> {
  if (!attended) return go("nobody is there", { kind: "nobody", because: "unattended" });
  const subject = subjectOf(intent);
  const known = await approvals.answered(taskId, cause, subject);
  if (known === null) onAsk();
  const question = { taskId, cause, reason: WHY, risk: "low", subject: async () => subject } as const;
  const answer = known ?? (await approvals.ask(question, { signal, waitMs }));
  switch (answer.kind) {
    case "approved":
      return go(`answered by ${answer.byName}`, { kind: "answered", byName: answer.byName, words: answer.words ?? "" });
    case "denied":
      return go(`left to the spark by ${answer.byName}`, { kind: "left", byName: answer.byName });
    case "expired":
      return go("nobody answered", { kind: "nobody", because: "expired" });
    case "waiting":
      return { kind: "waiting", approvalId: answer.approvalId, what: WHY };
    case "stopped":
      return answer;
  }
}
const WHY = "it asks a question";
function go(how: string, answer: PersonsAnswer): Asked {
  return { kind: "go", network: "none", how, answer };
}
/** Nothing runs by it, so nothing but the words decides whether it is still the same question. */
function subjectOf({ tool, command, content }: Intent): ApprovalSubject {
  const nothing = { paths: [], directory: "", image: "", hosts: [], commit: "", maxCostUsd: null };
  return { kind: "ask", tool, command, content, ...nothing };
}
