import { z } from "zod";
import type { NetworkUse } from "../../core/tasks/network-use.ts";
import type { Plan } from "../../core/tasks/plan.ts";
import type { CheckRun, Proof } from "../../core/tasks/proof.ts";
import type { Outcome, Task, TaskState, Verdict } from "../../core/tasks/task.ts";
import { chatRefSchema, instantSchema, originSchema, textList } from "./common.ts";
import { pipelineStepSchema } from "./pipeline.ts";
import { codingWishSchema } from "./coding.ts";

const planSchema: z.ZodType<Plan> = z.strictObject({
  version: z.number().int(),
  title: z.string(),
  summary: z.string(),
  steps: z.array(
    z.strictObject({ text: z.string(), risk: z.enum(["low", "medium", "high"]), spark: z.string().exactOptional() }),
  ),
  openQuestions: z.array(z.string()).exactOptional(),
  estimate: z
    .strictObject({ likely: z.number().nullable(), from: z.number(), atMost: z.number().nullable() })
    .exactOptional(),
  criteria: z.array(z.strictObject({ text: z.string(), checkId: z.string().nullable() })),
  checks: z.array(pipelineStepSchema),
  prepare: z.array(pipelineStepSchema),
});
const checkRunSchema: z.ZodType<CheckRun> = z.strictObject({
  checkId: z.string(),
  commit: z.string(),
  outcome: z.enum(["green", "red", "error"]),
  exitCode: z.number().nullable(),
  passed: z.number().int(),
  failed: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      file: z.string().nullable(),
      line: z.number().nullable(),
      message: z.string().nullable(),
    }),
  ),
  skipped: z.number().int(),
  passedIds: textList,
  outputHash: z.string(),
  durationMs: z.number(),
});
const red = z.array(checkRunSchema);
const proofSchema: z.ZodType<Proof> = z.strictObject({
  base: z.string(),
  commit: z.string().nullable(),
  before: z.array(checkRunSchema),
  after: z.array(checkRunSchema),
});
const verdictSchema: z.ZodType<Verdict> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("open") }),
  z.strictObject({ kind: z.literal("applied"), branch: z.string(), at: instantSchema, by: z.string() }),
  z.strictObject({ kind: z.literal("rolled-back"), branch: z.string(), at: instantSchema, by: z.string() }),
  z.strictObject({ kind: z.literal("discarded"), at: instantSchema, by: z.string() }),
]);
const outcomeSchema: z.ZodType<Outcome> = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("done"),
    summary: z.string(),
    commit: z.string(),
    proof: proofSchema,
    verdict: verdictSchema,
  }),
  z.strictObject({
    kind: z.literal("not-proved"),
    summary: z.string(),
    commit: z.string().nullable(),
    proof: proofSchema,
    reasons: textList,
  }),
  z.strictObject({
    kind: z.literal("gave-up"),
    over: z.enum(["steps", "tokens", "cost", "repetition", "time", "output"]),
    summary: z.string(),
    unproved: z.strictObject({ commit: z.string(), proof: proofSchema, reasons: textList }).exactOptional(),
  }),
  z.strictObject({ kind: z.literal("failed"), reason: z.string() }),
  z.strictObject({ kind: z.literal("denied"), action: z.string(), by: z.enum(["person", "nobody"]) }),
  z.strictObject({ kind: z.literal("stopped"), by: z.string() }),
]);
const stateSchema: z.ZodType<TaskState> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("planned") }),
  z.strictObject({ kind: z.literal("cancelled"), at: instantSchema }),
  z.strictObject({ kind: z.literal("queued"), at: instantSchema }),
  z.strictObject({
    kind: z.literal("running"),
    phase: z.enum(["preparing", "checking-before", "working", "checking-after"]),
    startedAt: instantSchema,
    red,
  }),
  z.strictObject({
    kind: z.literal("interrupted"),
    at: instantSchema,
    reason: z.string(),
    red,
    approvalId: z.number().int().exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("ended"),
    startedAt: instantSchema,
    endedAt: instantSchema,
    outcome: outcomeSchema,
  }),
]);

const networkUseSchema: z.ZodType<NetworkUse> = z.strictObject({
  host: z.string(),
  port: z.number().int(),
  requests: z.number().int(),
  bytes: z.number(),
  refused: z.number().int(),
});
/** The id is the row's own: it is not known yet when the row is written. */
export const taskContentSchema: z.ZodType<Omit<Task, "id">> = z.strictObject({
  origin: z.string().min(1),
  goal: z.string(),
  repositoryId: z.number().int(),
  spark: z.string(),
  model: z.string().exactOptional(),
  coding: codingWishSchema.exactOptional(),
  chat: chatRefSchema.nullable(),
  topic: z.enum(["asked", "open"]).exactOptional(),
  from: z.literal("interview").exactOptional(),
  kept: z.literal(true).exactOptional(),
  requestedBy: z.number().int().nullable(),
  createdAt: instantSchema,
  plan: planSchema,
  base: z.string(),
  state: stateSchema,
  held: textList.exactOptional(),
  network: z.array(networkUseSchema).exactOptional(),
  read: z.array(originSchema).exactOptional(),
});
