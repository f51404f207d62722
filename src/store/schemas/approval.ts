import { z } from "zod";
import type { Approval, ApprovalState } from "../../core/policy/approval.ts";
import { instantSchema, textList } from "./common.ts";

const person = { by: z.number().int(), byName: z.string(), at: instantSchema };
const stateSchema: z.ZodType<ApprovalState> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("pending") }),
  z.strictObject({ kind: z.enum(["approved", "denied"]), ...person }),
  z.strictObject({ kind: z.literal("expired"), at: instantSchema }),
  z.strictObject({ kind: z.literal("used"), ...person }),
]);
export const approvalContentSchema: z.ZodType<Omit<Approval, "id" | "taskId" | "hash">> = z.strictObject({
  subject: z.strictObject({
    tool: z.string(),
    command: textList,
    directory: z.string(),
    network: z.enum(["none", "registries"]),
    content: z.string(),
    commit: z.string(),
  }),
  reason: z.string(),
  askedAt: instantSchema,
  expiresAt: instantSchema,
  state: stateSchema,
});
