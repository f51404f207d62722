import { z } from "zod";
import type { SentFile } from "../../core/incoming.ts";
import type { AttachmentContent } from "../../core/ports/attachments.ts";

export const sentFileSchema: z.ZodType<SentFile> = z.strictObject({
  fileId: z.string(),
  name: z.string(),
  bytes: z.number().int().nullable(),
  forwarded: z.boolean(),
});
export const attachmentContentSchema: z.ZodType<AttachmentContent> = z.strictObject({
  hash: z.string(),
  bytes: z.number().int(),
  kind: z.enum(["text", "image", "binary"]),
  what: z.string(),
  mime: z.string().nullable(),
  warning: z.string().exactOptional(),
});
