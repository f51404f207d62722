/** What a message holds, made of the parameters that describe it. */
import type { LinkPreviewOptions, MessageEntity } from "@grammyjs/types";
import { checkObject } from "./check.ts";
import { badRequest } from "./failure.ts";
import type { TableFor } from "./parameters.ts";
import type { Content } from "./send.ts";
import { formatText } from "./text/entities.ts";

const LONGEST_TEXT = 4096;
const LONGEST_CAPTION = 1024;
const PREVIEW = {
  is_disabled: "bool?",
  url: "string?",
  prefer_small_media: "bool?",
  prefer_large_media: "bool?",
  show_above_text: "bool?",
} as const satisfies TableFor<LinkPreviewOptions>;

export type TextFields = {
  readonly text?: string;
  readonly parse_mode?: string;
  readonly entities?: readonly MessageEntity[];
  readonly link_preview_options?: LinkPreviewOptions;
};
export type CaptionFields = {
  readonly caption?: string;
  readonly parse_mode?: string;
  readonly caption_entities?: readonly MessageEntity[];
  readonly show_caption_above_media?: boolean;
};

/** @param tooLong the server says it differently for a new message and for an edit */
export function textContent(fields: TextFields, tooLong = "message is too long"): Content {
  if (fields.text === undefined || fields.text === "") throw badRequest("message text is empty");
  const { text, entities } = formatText({
    text: fields.text,
    parse_mode: fields.parse_mode,
    entities: fields.entities,
  });
  if (text === "") throw badRequest("text must be non-empty");
  if (text.length > LONGEST_TEXT) throw badRequest(tooLong);
  const preview = fields.link_preview_options;
  if (preview !== undefined) checkObject("LinkPreviewOptions", preview, PREVIEW);
  return {
    text,
    ...(entities.length === 0 ? {} : { entities: [...entities] }),
    ...(preview === undefined || Object.keys(preview).length === 0 ? {} : { link_preview_options: preview }),
  };
}

export function captionContent(fields: CaptionFields): Content {
  if (fields.caption === undefined || fields.caption === "") return {};
  const { text, entities } = formatText({
    text: fields.caption,
    parse_mode: fields.parse_mode,
    entities: fields.caption_entities,
  });
  if (text.length > LONGEST_CAPTION) throw badRequest("message caption is too long");
  if (text === "") return {};
  return {
    caption: text,
    ...(entities.length === 0 ? {} : { caption_entities: [...entities] }),
    ...(fields.show_caption_above_media === true ? { show_caption_above_media: true as const } : {}),
  };
}
