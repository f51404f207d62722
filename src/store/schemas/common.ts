import { z } from "zod";
import type { ChatRef } from "../../core/incoming.ts";
import { type Origin, ORIGINS } from "../../core/policy/taint.ts";
import { instant } from "../../lib/time.ts";
import type { Instant } from "../../lib/time.ts";

export const instantSchema: z.ZodType<Instant> = z
  .custom<Instant>((value) => Number.isSafeInteger(value), "not a moment in whole milliseconds")
  .transform((value) => instant(value));
export const chatRefSchema: z.ZodType<ChatRef> = z.strictObject({
  chatId: z.number().int(),
  threadId: z.number().int().nullable(),
});
export const originSchema: z.ZodType<Origin> = z.union([
  z.enum(ORIGINS),
  z.templateLiteral(["mcp:", z.string().regex(/^[a-z][a-z0-9-]*$/u)]),
]);
export const textList = z.array(z.string());
