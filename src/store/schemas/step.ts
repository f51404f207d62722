import { z } from "zod";
import type { ModelMessage, ToolCall, Usage } from "../../core/ports/model.ts";
import type { Step } from "../../core/ports/store.ts";
import { instantSchema, originSchema } from "./common.ts";

const toolCallSchema: z.ZodType<ToolCall> = z.discriminatedUnion("kind", [
  z.strictObject({
    id: z.string(),
    name: z.string(),
    kind: z.literal("parsed"),
    arguments: z.record(z.string(), z.unknown()),
  }),
  z.strictObject({
    id: z.string(),
    name: z.string(),
    kind: z.literal("invalid"),
    raw: z.string(),
    problem: z.string(),
  }),
]);
const messageSchema: z.ZodType<ModelMessage> = z.discriminatedUnion("role", [
  z.strictObject({ role: z.literal("system"), text: z.string() }),
  z.strictObject({
    role: z.literal("user"),
    text: z.string(),
    images: z.array(z.strictObject({ name: z.string(), mime: z.string(), hash: z.string() })).exactOptional(),
  }),
  z.strictObject({ role: z.literal("assistant"), text: z.string(), calls: z.array(toolCallSchema) }),
  z.strictObject({ role: z.literal("tool"), callId: z.string(), name: z.string(), text: z.string() }),
]);
const usageSchema: z.ZodType<Usage> = z.strictObject({
  inputTokens: z.number(),
  outputTokens: z.number(),
  costUsd: z.number().nullable(),
});
export const stepContentSchema: z.ZodType<Omit<Step, "taskId" | "index">> = z.strictObject({
  at: instantSchema,
  message: messageSchema,
  usage: usageSchema.nullable(),
  snapshot: z.string().nullable(),
  steering: z.number().int().exactOptional(),
  origin: originSchema.exactOptional(),
  found: z.string().exactOptional(),
  part: z.number().int().exactOptional(),
});
