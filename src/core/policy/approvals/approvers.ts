import type { Approval } from "./approval.ts";
import { isAtLeast, type Role } from "../roles.ts";

/** The least role that may decide, where several people could. */
export type ApproverRules = { readonly approvers: Role; readonly highRiskApprovers: Role };
export type Decider = { readonly userId: number; readonly role: Role | null };
export type Asked = {
  readonly risk: Approval["risk"];
  /** Who asked for the task; null when it came from no person. */
  readonly requestedBy: number | null;
  /** Telegram: a private chat has the id of its person; groups have negative ids. */
  readonly chatId: number;
};

export function neededRole(risk: Approval["risk"], { approvers, highRiskApprovers }: ApproverRules): Role {
  if (risk !== "high") return approvers;
  return isAtLeast(highRiskApprovers, approvers) ? highRiskApprovers : approvers;
}
/**
 * May this person decide? In a private chat the one person there who asked for the work; in a group whoever has the role, also for
 * their own tasks. Who takes part in no role never may.
 */
export function mayDecide({ userId, role }: Decider, asked: Asked, rules: ApproverRules): boolean {
  if (role === null) return false;
  if (asked.chatId > 0) return userId === (asked.requestedBy ?? asked.chatId) && userId === asked.chatId;
  return isAtLeast(role, neededRole(asked.risk, rules));
}
