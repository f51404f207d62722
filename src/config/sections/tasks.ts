import { z } from "zod";
import { count } from "./values.ts";

export const tasks = z
  .strictObject({
    autonomy_level: z
      .union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)], "must be 1, 2, 3, 4 or 5")
      .default(3)
      .describe(
        "1 observes; 2 suggests, with a yes for each change; 3 acts in the sandbox; 4 pushes branches; 5 merges by rule. A spark, chat or repository may be held lower. docs/autonomy.md has the whole table.",
      ),
    max_parallel: count(1, 64, 2, "Tasks at work at the same time."),
    max_parallel_per_person: count(
      1,
      64,
      2,
      "Of those, tasks of one person; more of theirs wait, also while there is room.",
    ),
    max_steps: count(1, 1000, 60, "Turns of the model in one task."),
    max_tokens: count(1000, 100_000_000, 2_000_000, "Input and output of one task's turns together."),
    max_output_kib: count(64, 1_048_576, 8192, "What one task's tools may say to the model in all, in KiB."),
    max_cost_usd: z
      .number()
      .min(0.01)
      .max(10_000)
      .default(5)
      .describe("Of one task, in US dollars; where a price is unknown the other limits hold."),
    heal_attempts: count(0, 10, 2, "How often work is mended whose checks stayed red."),
    command_timeout_seconds: count(1, 7200, 300, "One command in the sandbox."),
    approval_expiry_minutes: count(1, 10_080, 60, "A question that nobody answers for so long counts as no."),
    lease_seconds: count(10, 3600, 60, "A task whose worker is silent for so long is taken up by another."),
    grace_seconds: count(0, 600, 20, "What tasks have to end by themselves when the program closes."),
  })
  .prefault({})
  .describe("How tasks run.");

export const approvals = z
  .strictObject({
    approvers: z
      .enum(["member", "maintainer", "owner"])
      .default("member")
      .describe("The least role that decides in a group. In a private chat it is the person who asked."),
    high_risk_approvers: z
      .enum(["member", "maintainer", "owner"])
      .default("maintainer")
      .describe("The same for what is of high risk, as long as somebody has that role."),
    wait_minutes: count(
      0,
      240,
      10,
      "How long a sandbox is kept open for an answer; then the task is put away until there is one.",
    ),
    reminder_percent: count(
      0,
      95,
      50,
      "People are reminded once when so much of the time to answer is over; 0: never.",
    ),
  })
  .prefault({})
  .describe("Who decides on what a task asks, and when. How long a question stands is tasks.approval_expiry_minutes.");

export const planning = z
  .strictObject({
    auto: z
      .enum(["off", "offer", "start"])
      .default("offer")
      .describe(
        "What a message that speaks of plans leads to: nothing, an offer under the answer, or the interview at once.",
      ),
    expiry_minutes: count(
      1,
      10_080,
      15,
      "An interview or another open question that nobody answers for so long ends; where it is 6 or more, people are reminded 3 minutes before.",
    ),
  })
  .prefault({})
  .describe("Interviews and plans.");
