import { z } from "zod";
import type { Outgoing } from "../../core/ports/messenger.ts";
import type { Block, Inline } from "../../lib/blocks.ts";
import { chatRefSchema, instantSchema } from "./common.ts";

const inlines: z.ZodType<readonly Inline[]> = z.lazy(() => z.array(inlineSchema));
const blocks: z.ZodType<readonly Block[]> = z.lazy(() => z.array(blockSchema));

const inlineSchema: z.ZodType<Inline> = z.union([
  z.string(),
  z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.enum(["bold", "italic", "underline", "strike", "spoiler"]), children: inlines }),
    z.strictObject({ kind: z.literal("code"), text: z.string() }),
    z.strictObject({ kind: z.literal("link"), url: z.string(), children: inlines }),
    z.strictObject({
      kind: z.literal("time"),
      at: instantSchema,
      text: z.string(),
      shows: z.enum(["day-and-time", "time", "day"]).exactOptional(),
    }),
    z.strictObject({
      kind: z.literal("measure"),
      of: z.enum(["duration", "cost", "tokens", "count", "bytes"]),
      value: z.number(),
      text: z.string(),
    }),
  ]),
]);
const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)]);
const blockSchema: z.ZodType<Block> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("paragraph"), inline: inlines }),
  z.strictObject({ kind: z.literal("heading"), level, inline: inlines }),
  z.strictObject({
    kind: z.literal("list"),
    ordered: z.boolean(),
    start: z.number().int(),
    items: z.array(z.strictObject({ checked: z.boolean().exactOptional(), blocks })),
  }),
  z.strictObject({ kind: z.literal("code"), language: z.string(), text: z.string() }),
  z.strictObject({ kind: z.literal("quote"), blocks }),
  z.strictObject({ kind: z.literal("details"), summary: inlines, blocks }),
  z.strictObject({ kind: z.literal("table"), header: z.array(inlines), rows: z.array(z.array(inlines)) }),
  z.strictObject({ kind: z.literal("divider") }),
]);
const buttonSchema = z.strictObject({
  text: z.string(),
  data: z.string(),
  style: z.enum(["success", "danger", "primary"]).exactOptional(),
});

export const outgoingSchema: z.ZodType<Outgoing> = z.strictObject({
  key: z.string().min(1).max(100),
  chat: chatRefSchema,
  onlyTo: z.number().int().exactOptional(),
  replyTo: z.number().int().exactOptional(),
  anchor: z.string(),
  blocks,
  keyboard: z.array(z.array(buttonSchema)).exactOptional(),
  file: z.strictObject({ name: z.string(), content: z.string() }).exactOptional(),
  silent: z.boolean().exactOptional(),
});
