import { showWaiting } from "../approvals/approval-queue.ts";
import { defineCommand, nothing } from "../desk/command.ts";

export const approvalsCommand = defineCommand(
  {
    name: "approvals",
    summary: "What waits for a decision of yours",
    usage: "",
    examples: ["/approvals"],
    role: "viewer",
    arguments: nothing,
  },
  (deps, turn) => showWaiting(deps, turn, { queueId: turn.row.id, after: null }),
);
