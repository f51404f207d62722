/** Blocks as a bot writes them, checked and turned into blocks as a message shows them. */
import type {
  InputMediaVoiceNote,
  InputRichBlock,
  InputRichMessageMedia,
  RichBlock,
  RichBlockCaption,
  RichBlockListItem,
  RichBlockTableCell,
  RichMessageButton,
  RichText,
} from "@grammyjs/types";
import { attached, isUpload } from "../check.ts";
import type { Uploads } from "../check.ts";
import type { Context } from "../context.ts";
import { badRequest } from "../failure.ts";
import { checkButtonUrl, checkCallbackData } from "../markup.ts";
import { mediaContent } from "../media.ts";
import type { MediaDetails } from "../media.ts";
import type { Upload } from "../parameters.ts";
import type { Content } from "../send.ts";
import type { Change, FileKind } from "../state.ts";
import { cleanRichText } from "./rich-text.ts";

export interface MediaReader {
  readonly changes: Change[];
  read(kind: FileKind, media: { readonly media: Upload | string } & MediaDetails): Content;
}
type ListedMedia = readonly InputRichMessageMedia<Upload>[];

export function createMediaReader(
  context: Context,
  options: { files: Uploads; listed: ListedMedia; isDraft: boolean },
): MediaReader {
  const changes: Change[] = [];
  for (const { id } of options.listed)
    if (!/^[A-Za-z0-9_-]{1,64}$/.test(id)) throw badRequest("invalid media identifier specified");
  return {
    changes,
    read(kind, media) {
      const link =
        typeof media.media === "string"
          ? /^tg:\/\/(?:photo|video|document|audio)\?id=(.+)$/.exec(media.media)?.[1]
          : undefined;
      const listed = link === undefined ? undefined : options.listed.find(({ id }) => id === link)?.media;
      if (link !== undefined && listed === undefined)
        throw badRequest(`media "${link}" not found in the list of media`);
      const source = listed?.media ?? media.media;
      const resolved = isUpload(source) ? source : (attached(source, options.files) ?? source);
      const isNew = typeof resolved !== "string" || /^https?:/i.test(resolved);
      if (options.isDraft && isNew) throw badRequest("files can't be uploaded in message drafts");
      const { content, changes: made } = mediaContent(
        context,
        kind,
        resolved,
        listed === undefined ? media : (listed as MediaDetails),
      );
      changes.push(...made);
      return content;
    },
  };
}

/** @throws Refusal for a block of an unknown kind or shape */
export function toBlocks(input: readonly InputRichBlock<Upload>[], reader: MediaReader): RichBlock[] {
  if (!Array.isArray(input)) throw badRequest("can't parse rich message blocks: expected an Array");
  return input.map((block: unknown) => {
    if (typeof block !== "object" || block === null || !("type" in block))
      throw badRequest("can't parse InputRichBlock: expected an Object with a type");
    return toBlock(block as InputRichBlock<Upload>, reader);
  });
}

function captioned<B extends object>(
  block: B,
  { caption }: { caption?: RichBlockCaption },
): B & { caption?: RichBlockCaption } {
  if (caption === undefined) return block;
  const credit = caption.credit === undefined ? {} : { credit: cleanRichText(caption.credit) };
  return { ...block, caption: { text: cleanRichText(caption.text), ...credit } };
}

function credited<B extends object>(block: B, { credit }: { credit?: RichText }): B & { credit?: RichText } {
  return credit === undefined ? block : { ...block, credit: cleanRichText(credit) };
}

function toBlock(block: InputRichBlock<Upload>, reader: MediaReader): RichBlock {
  switch (block.type) {
    case "paragraph":
    case "footer":
    case "thinking":
      return { type: block.type, text: cleanRichText(block.text) };
    case "heading":
      if (!Number.isInteger(block.size) || block.size < 1 || block.size > 6)
        throw badRequest("heading size must be between 1 and 6");
      return { type: "heading", text: cleanRichText(block.text), size: block.size };
    case "pre":
      return {
        type: "pre",
        text: cleanRichText(block.text),
        ...(block.language === undefined ? {} : { language: block.language }),
      };
    case "divider":
      return { type: "divider" };
    case "mathematical_expression":
      if (typeof block.expression !== "string") throw badRequest("mathematical expression must be a String");
      return { type: block.type, expression: block.expression };
    case "anchor":
      return { type: "anchor", name: block.name };
    case "list":
      return { type: "list", items: toItems(block.items, reader) };
    case "blockquote":
      return credited({ type: block.type, blocks: toBlocks(block.blocks, reader) }, block);
    case "expandable_blockquote":
    case "pullquote":
      return credited({ type: block.type, text: cleanRichText(block.text) }, block);
    case "details":
      return {
        type: "details",
        summary: cleanRichText(block.summary),
        blocks: toBlocks(block.blocks, reader),
        ...(block.is_open === true ? { is_open: true as const } : {}),
      };
    case "table":
      return toTable(block);
    case "buttons":
      return toButtons(block);
    case "collage":
    case "slideshow":
      return captioned({ type: block.type, blocks: toBlocks(block.blocks, reader) }, block);
    case "map":
    case "animation":
    case "audio":
    case "document":
    case "photo":
    case "video":
    case "voice_note":
      return toMedia(block, reader);
    default:
      throw badRequest(`can't parse InputRichBlock: type "${String((block as { type: unknown }).type)}" is unknown`);
  }
}

type InputMediaBlock = Extract<
  InputRichBlock<Upload>,
  { type: "map" | "animation" | "audio" | "document" | "photo" | "video" | "voice_note" }
>;

function toMedia(block: InputMediaBlock, reader: MediaReader): RichBlock {
  switch (block.type) {
    case "map": {
      const zoom = Math.min(20, Math.max(13, block.zoom)) as 13;
      return captioned(
        { type: "map", location: block.location, zoom, width: block.width, height: block.height },
        block,
      );
    }
    case "animation": {
      const { animation, has_media_spoiler: spoiler } = reader.read("animation", block.animation);
      return captioned(
        { type: "animation", animation: present(animation), ...(spoiler === true ? { has_spoiler: spoiler } : {}) },
        block,
      );
    }
    case "audio":
      return captioned({ type: "audio", audio: present(reader.read("audio", block.audio).audio) }, block);
    case "document":
      return captioned(
        { type: "document", document: present(reader.read("document", block.document).document) },
        block,
      );
    case "photo": {
      const { photo, has_media_spoiler: spoiler } = reader.read("photo", block.photo);
      return captioned(
        { type: "photo", photo: present(photo), ...(spoiler === true ? { has_spoiler: spoiler } : {}) },
        block,
      );
    }
    case "video": {
      const { video, has_media_spoiler: spoiler } = reader.read("video", block.video);
      return captioned(
        { type: "video", video: present(video), ...(spoiler === true ? { has_spoiler: spoiler } : {}) },
        block,
      );
    }
    case "voice_note": {
      const voice: InputMediaVoiceNote<Upload> = block.voice_note;
      return captioned({ type: "voice_note", voice_note: present(reader.read("voice", voice).voice) }, block);
    }
  }
}

function present<T>(part: T | undefined): T {
  if (part === undefined) throw badRequest("wrong media specified in the rich message");
  return part;
}

type InputItems = Extract<InputRichBlock<Upload>, { type: "list" }>["items"];

function toItems(items: InputItems, reader: MediaReader): RichBlockListItem[] {
  if (!Array.isArray(items) || items.length === 0) throw badRequest("a list must have at least one item");
  let value = 0;
  return items.map((item) => {
    value = item.value ?? value + 1;
    const { blocks, ...rest } = item;
    const label = item.type === undefined && item.value === undefined ? "•" : `${labelOf(value, item.type ?? "1")}.`;
    return { ...rest, label, blocks: toBlocks(blocks, reader) };
  });
}

const ROMAN: readonly (readonly [number, string])[] = [[1000, "m"], [900, "cm"], [500, "d"], [400, "cd"], [100, "c"], [90, "xc"], [50, "l"], [40, "xl"], [10, "x"], [9, "ix"], [5, "v"], [4, "iv"], [1, "i"]]; // prettier-ignore

function labelOf(value: number, type: NonNullable<RichBlockListItem["type"]>): string {
  if (type === "1" || value < 1) return String(value);
  const lower = type === "a" || type === "A" ? letters(value) : roman(value);
  return type === "A" || type === "I" ? lower.toUpperCase() : lower;
}

function letters(value: number): string {
  const rest = Math.floor((value - 1) / 26);
  return (rest > 0 ? letters(rest) : "") + String.fromCodePoint(97 + ((value - 1) % 26));
}

function roman(value: number): string {
  const step = ROMAN.find(([size]) => size <= value);
  return step === undefined ? "" : step[1] + roman(value - step[0]);
}

function toTable(block: Extract<InputRichBlock<Upload>, { type: "table" }>): RichBlock {
  if (!Array.isArray(block.cells) || block.cells.length === 0) throw badRequest("a table must have at least one row");
  const cells = block.cells.map((row) => row.map(toCell));
  const { caption, ...rest } = block;
  return { ...rest, cells, ...(caption === undefined ? {} : { caption: cleanRichText(caption) }) };
}

function toCell(cell: Partial<RichBlockTableCell>): RichBlockTableCell {
  const { text, align = "left", valign = "top", ...rest } = cell;
  return { ...rest, ...(text === undefined ? {} : { text: cleanRichText(text) }), align, valign };
}

function toButtons(block: Extract<InputRichBlock<Upload>, { type: "buttons" }>): RichBlock {
  const { buttons } = block;
  if (!Array.isArray(buttons) || buttons.length < 1 || buttons.length > 8)
    throw badRequest("a row must have 1-8 buttons");
  for (const button of buttons) checkRichButton(button);
  return block;
}

const LABELS = new Set(["text", "style"]);

function checkRichButton(button: RichMessageButton): void {
  const actions = Object.keys(button).filter((key) => !LABELS.has(key));
  if (actions.length !== 1) throw badRequest("can't parse rich message button: exactly one action must be specified");
  if ("callback_data" in button) checkCallbackData(button.callback_data);
  else if (button.style === "link")
    throw badRequest('can\'t parse rich message button: style "link" is allowed only for callback buttons');
  if ("url" in button) checkButtonUrl(button.url);
}
