import type { ApprovalStore } from "../../ports/store.ts";
import { approvalHash } from "./approval-hash.ts";
import type { Answer, Approval, ApprovalSubject } from "./approval.ts";
import { grantOf, isLike } from "./like.ts";

const MOST = 1000;
/** The approval that a person gave to all that is like this, if there is one in this task. */
export async function findLike(
  store: Pick<ApprovalStore, "list">,
  taskId: number,
  subject: ApprovalSubject,
): Promise<Approval | null> {
  if (grantOf(subject) === null) return null;
  for (const approval of await store.list({ taskId, states: ["used"], limit: MOST })) {
    const grant = approval.state.kind === "used" && approval.state.scope === "task" ? grantOf(approval.subject) : null;
    if (grant !== null && isLike(subject, grant) && approvalHash(approval.subject) === approval.hash) return approval;
  }
  return null;
}
/** What came of a question of the work that is over. @param asked its subject as it was stored */
export async function findAnswer(
  store: Pick<ApprovalStore, "list">,
  asked: { readonly taskId: number; readonly cause: string; readonly subject: ApprovalSubject },
): Promise<Answer | null> {
  const hash = approvalHash(asked.subject);
  const last = (await store.list({ taskId: asked.taskId, states: ["used", "expired"], limit: MOST })).find(
    (one) => one.cause === asked.cause && one.subject.kind === "ask" && one.hash === hash,
  );
  if (last?.state.kind === "expired") return { kind: "expired" };
  return last?.state.kind === "used" ? approvedBy(last.id, last.state) : null;
}
export function approvedBy(approvalId: number, { byName, words }: { byName: string; words?: string }): Answer {
  return { kind: "approved", byName, approvalId, ...(words === undefined ? {} : { words }) };
}
