import { mayDecide, neededRole, type ApproverRules } from "../policy/approvers.ts";
import type { Approval } from "../policy/approval.ts";
import { isAtLeast } from "../policy/roles.ts";
import type { KnownUser, UserStore } from "../ports/store.ts";
import type { Task } from "../tasks/task.ts";
import type { People } from "./people.ts";

/** Who decides on what a task asks for. */
export interface Approvers {
  may(userId: number, task: Task, risk: Approval["risk"]): Promise<boolean>;
  /** Whom to ask: in a private chat its person, else everybody known who has the role, in the order they came. */
  of(task: Task, risk: Approval["risk"]): Promise<readonly { readonly userId: number; readonly name: string }[]>;
}
export function createApprovers(
  rules: ApproverRules,
  { people, users }: { people: Pick<People, "roleOf">; users: Pick<UserStore, "list"> },
): Approvers {
  /** High risk is for those of the higher role as long as there is one. */
  async function rulesNow(): Promise<ApproverRules> {
    const high = neededRole("high", rules);
    const known = (await users.list()).some(({ role }) => isAtLeast(role, high));
    return known ? rules : { ...rules, highRiskApprovers: rules.approvers };
  }
  async function may(userId: number, task: Task, risk: Approval["risk"]): Promise<boolean> {
    if (task.chat === null) return false;
    const role = await people.roleOf(userId, task.chat.chatId);
    const asked = { risk, requestedBy: task.requestedBy, chatId: task.chat.chatId };
    return mayDecide({ userId, role }, asked, await rulesNow());
  }
  return {
    may,
    async of(task, risk) {
      const all: readonly KnownUser[] = await users.list();
      const able = await Promise.all(all.map(async ({ userId }) => may(userId, task, risk)));
      return all.filter((_, at) => able[at] === true);
    },
  };
}
