import { showWaiting } from "../approvals/approval-queue.ts";
import type { PressHandler } from "../desk/press.ts";
import { pressApproval } from "./approval.ts";

/** A button of `/approvals`: does what that button does, and shows what waits next. `version` names the message. */
export const pressQueueButton: PressHandler = async (deps, press) => {
  const { turn, data, toast } = press;
  const queueId = data.version;
  if (queueId === null) return;
  const after = /^after-(approval|plan)$/.exec(data.action);
  if (after !== null) {
    await toast("");
    return showWaiting(deps, turn, {
      queueId,
      after: { kind: after[1] === "plan" ? "plan" : "approval", id: data.id },
    });
  }
  await pressApproval(deps, { ...press, data: { ...data, kind: "approval", version: null } });
  await showWaiting(deps, turn, { queueId, after: { kind: "approval", id: data.id } });
};
