import { z } from "zod";
import type { Incoming } from "../../core/incoming.ts";
import { sentFileSchema } from "./attachment.ts";
import { chatRefSchema, instantSchema } from "./common.ts";

const origin = {
  source: z.enum(["telegram", "terminal"]),
  sourceId: z.string(),
  chat: chatRefSchema,
  chatKind: z.enum(["private", "group"]),
  from: z.strictObject({ userId: z.number().int(), name: z.string(), language: z.string().exactOptional() }),
  at: instantSchema,
};
const messageId = z.number().int();
const answered = z.strictObject({ messageId: z.number().int(), file: sentFileSchema }).exactOptional();
const replyTo = z.number().int().nullable();

export const incomingSchema: z.ZodType<Incoming> = z.discriminatedUnion("kind", [
  z.strictObject({
    ...origin,
    kind: z.literal("text"),
    messageId,
    text: z.string(),
    replyTo,
    quoted: z.strictObject({ text: z.string(), by: z.enum(["sparks", "self", "other"]) }).exactOptional(),
    answered,
  }),
  z.strictObject({ ...origin, kind: z.literal("edited"), messageId, text: z.string() }),
  z.strictObject({ ...origin, kind: z.literal("reaction"), messageId, emoji: z.array(z.string()) }),
  z.strictObject({ ...origin, kind: z.literal("membership"), member: z.boolean() }),
  z.strictObject({
    ...origin,
    kind: z.literal("command"),
    messageId,
    name: z.string(),
    rest: z.string(),
    replyTo,
    answered,
  }),
  z.strictObject({
    ...origin,
    kind: z.literal("press"),
    callbackId: z.string(),
    messageId,
    data: z.string(),
    label: z.string().exactOptional(),
  }),
  z.strictObject({ ...origin, kind: z.literal("draft-stopped"), draftId: z.number().int() }),
  z.strictObject({ ...origin, kind: z.literal("forwarded"), messageId, text: z.string() }),
  z.strictObject({
    ...origin,
    kind: z.literal("voice"),
    messageId,
    fileId: z.string(),
    name: z.string(),
    seconds: z.number(),
  }),
  z.strictObject({
    ...origin,
    kind: z.literal("file"),
    messageId,
    file: sentFileSchema,
    said: z
      .discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("text"), text: z.string() }),
        z.strictObject({ kind: z.literal("command"), name: z.string(), rest: z.string() }),
      ])
      .nullable(),
    replyTo,
    album: z.string().nullable(),
    addressed: z.boolean(),
  }),
  z.strictObject({ ...origin, kind: z.literal("unsupported"), messageId, what: z.string() }),
]);
