import { anyText, defineCommand } from "../command.ts";
import { openBrief } from "../brief.ts";
import { leaveOpen } from "../goal.ts";

export const planCommand = defineCommand(
  {
    name: "plan",
    summary: "Say what is wanted, step by step, before a plan is made",
    usage: "[goal | cancel]",
    examples: ["/plan", "/plan make the checkout faster"],
    role: "member",
    arguments: anyText,
  },
  async (deps, turn, goal) => (/^(cancel|stop)$/i.test(goal) ? leaveOpen(deps, turn) : openBrief(deps, turn, goal)),
);
