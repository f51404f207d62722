import { z } from "zod";
import type { Pin, PinState } from "../../core/policy/approvals/pin.ts";
import { instantSchema } from "./common.ts";

const decided = { by: z.number().int(), byName: z.string(), at: instantSchema };
const state: z.ZodType<PinState> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("asked") }),
  z.strictObject({ kind: z.literal("approved"), ...decided }),
  z.strictObject({ kind: z.literal("refused"), ...decided }),
  z.strictObject({ kind: z.literal("replaced"), at: instantSchema }),
]);
export const pinContentSchema: z.ZodType<Pick<Pin, "tool" | "hosts" | "askedAt" | "state">> = z.strictObject({
  tool: z.strictObject({
    name: z.string(),
    description: z.string(),
    schema: z.record(z.string(), z.unknown()),
  }),
  hosts: z.array(z.string()).exactOptional(),
  askedAt: instantSchema,
  state,
});
