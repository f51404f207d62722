import { z } from "zod";
import type { Pull, PullState } from "../../core/pulls/pull.ts";
import { instantSchema } from "./common.ts";

const seen = { number: z.int().min(1), url: z.string() };
const state: z.ZodType<PullState> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("expected") }),
  z.strictObject({ kind: z.literal("asked"), approvalId: z.int() }),
  z.strictObject({ kind: z.literal("opening"), by: z.string() }),
  z.strictObject({
    kind: z.literal("open"),
    at: instantSchema,
    checks: z.enum(["unknown", "none", "pending", "green", "red"]),
    merge: z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("none") }),
      z.strictObject({ kind: z.literal("asked"), head: z.string(), approvalId: z.int() }),
      z.strictObject({ kind: z.literal("refused"), head: z.string(), reason: z.string() }),
    ]),
    ...seen,
  }),
  z.strictObject({ kind: z.literal("merging"), at: instantSchema, head: z.string(), by: z.string(), ...seen }),
  z.strictObject({
    kind: z.literal("merged"),
    at: instantSchema,
    by: z.string(),
    commit: z.string().exactOptional(),
    ...seen,
  }),
  z.strictObject({ kind: z.literal("closed"), at: instantSchema, ...seen }),
  z.strictObject({ kind: z.literal("left"), reason: z.string(), told: z.boolean() }),
]);
export const pullContentSchema: z.ZodType<Omit<Pull, "taskId">> = z.strictObject({
  slug: z.string(),
  host: z.string(),
  branch: z.string(),
  base: z.string(),
  commit: z.string(),
  pushed: z.string().nullable(),
  title: z.string(),
  body: z.string(),
  opened: z.int().min(1).exactOptional(),
  state,
  trouble: z.string().nullable(),
});
