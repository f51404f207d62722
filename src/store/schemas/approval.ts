import { z } from "zod";
import type { Approval, ApprovalState } from "../../core/policy/approvals/approval.ts";
import { instantSchema, originSchema, textList } from "./common.ts";

const person = { by: z.number().int(), byName: z.string(), at: instantSchema };
const words = { words: z.string().exactOptional() };
const scope = z.enum(["once", "task"]);
const stateSchema: z.ZodType<ApprovalState> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("pending") }),
  z.strictObject({ kind: z.literal("approved"), scope, ...words, ...person }),
  z.strictObject({ kind: z.literal("denied"), words: z.string().nullable(), ...person }),
  z.strictObject({ kind: z.literal("expired"), at: instantSchema }),
  z.strictObject({ kind: z.literal("void"), at: instantSchema, why: z.string() }),
  z.strictObject({ kind: z.literal("used"), scope, usedAt: instantSchema, ...words, ...person }),
]);
export const approvalContentSchema: z.ZodType<Omit<Approval, "id" | "taskId" | "hash" | "cause">> = z.strictObject({
  subject: z.strictObject({
    kind: z.enum(["look", "edit", "run", "fetch", "call", "remember", "outsource", "spend", "ask", "deed"]),
    tool: z.string(),
    command: textList,
    paths: textList,
    directory: z.string(),
    image: z.string(),
    hosts: textList,
    content: z.string(),
    commit: z.string(),
    maxCostUsd: z.number().nullable(),
    read: z.array(originSchema).exactOptional(),
    found: textList.exactOptional(),
  }),
  reason: z.string(),
  risk: z.enum(["low", "medium", "high"]),
  askedAt: instantSchema,
  remindAt: instantSchema.nullable(),
  expiresAt: instantSchema,
  state: stateSchema,
});
