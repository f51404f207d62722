import type { ButtonData } from "../button-data.ts";
import type { ChatDependencies } from "../dependencies.ts";
import type { Turn } from "../desk.ts";
import { GONE, taskOf, type PressHandler } from "../press.ts";

export const pressApprovalButton: PressHandler = async (deps, { turn, data, toast }) =>
  toast(await pressApproval(deps, turn, data));

async function pressApproval(deps: ChatDependencies, turn: Turn, data: ButtonData): Promise<string> {
  const approval = await deps.approvalStore.get(data.id);
  if (approval === null || (await taskOf(deps, turn, approval.taskId)) === null) return GONE;
  if (data.action !== "approve" && data.action !== "deny") return GONE;
  const { from } = turn.incoming;
  const decided = await deps.approvals.decide(
    data.id,
    { userId: from.userId, name: from.name },
    data.action === "approve",
  );
  switch (decided) {
    case "decided":
      return data.action === "approve" ? "Approved, once, for exactly this." : "Denied. It was not run.";
    case "already":
      return "That was decided already.";
    case "expired":
      return "That question has expired; it was not run.";
    case "unknown":
      return GONE;
  }
}
