import { mayDecide, neededRole, type ApproverRules } from "../../policy/approvals/approvers.ts";
import type { Approval } from "../../policy/approvals/approval.ts";
import { isAtLeast } from "../../policy/roles.ts";
import type { Task } from "../../tasks/task.ts";
import type { People } from "../people/people.ts";

/** Who decides on what a task asks for. */
export interface Approvers {
  may(userId: number, task: Task, risk: Approval["risk"]): Promise<boolean>;
  /** Whom to ask: in a private chat its person, else everybody known who has the role, in the order they came. */
  of(task: Task, risk: Approval["risk"]): Promise<readonly { readonly userId: number; readonly name: string }[]>;
}
export function createApprovers(
  rules: ApproverRules,
  {
    roleOf,
    inChats: { membersOf },
  }: Pick<People, "roleOf"> & { readonly inChats: Pick<People["inChats"], "membersOf"> },
): Approvers {
  /** High risk is for those of the higher role as long as there is one. */
  async function rulesIn(chatId: number): Promise<ApproverRules> {
    const high = neededRole("high", rules);
    const known = (await membersOf(chatId)).some(({ role }) => isAtLeast(role, high));
    return known ? rules : { ...rules, highRiskApprovers: rules.approvers };
  }
  async function may(userId: number, task: Task, risk: Approval["risk"]): Promise<boolean> {
    if (task.chat === null) return false;
    const { chatId } = task.chat;
    const role = await roleOf(userId, chatId);
    return mayDecide({ userId, role }, { risk, requestedBy: task.requestedBy, chatId }, await rulesIn(chatId));
  }
  return {
    may,
    async of(task, risk) {
      const all = task.chat === null ? [] : await membersOf(task.chat.chatId);
      const able = await Promise.all(all.map(async ({ userId }) => may(userId, task, risk)));
      return all.filter((_, at) => able[at] === true);
    },
  };
}
