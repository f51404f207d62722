import { z } from "zod";
import { originSchema } from "./common.ts";
import { MEMORY_KINDS, type Memory } from "../../core/ports/memory.ts";

export const memoryContentSchema: z.ZodType<Pick<Memory, "kind" | "text" | "by" | "read" | "warning">> = z.strictObject(
  {
    kind: z.enum(MEMORY_KINDS),
    text: z.string(),
    by: z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("person"), userId: z.number().int(), name: z.string() }),
      z.strictObject({ kind: z.literal("task"), taskId: z.number().int(), spark: z.string() }),
    ]),
    read: z.array(originSchema),
    warning: z.string().nullable(),
  },
);
