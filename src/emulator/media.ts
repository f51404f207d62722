/** Files as parts of messages: new, sent before, or named by an address. */
import type { InputMedia } from "@grammyjs/types";
import { attached, checkObject, isUpload } from "./check.ts";
import type { Uploads } from "./check.ts";
import { captionContent } from "./content.ts";
import type { Context } from "./context.ts";
import { Refusal, badRequest } from "./failure.ts";
import { describeFile, imageSize } from "./files.ts";
import type { Upload } from "./parameters.ts";
import type { Content } from "./send.ts";
import type { Change, FileKind, StoredFile } from "./state.ts";

const LARGEST_UPLOAD_BYTES = 50 * 1024 * 1024;
const LARGEST_PHOTO_BYTES = 10 * 1024 * 1024;
export type Media = { readonly content: Content; readonly changes: readonly Change[] };
export type MediaDetails = {
  readonly duration?: number;
  readonly width?: number;
  readonly height?: number;
  readonly performer?: string;
  readonly title?: string;
  readonly emoji?: string;
  readonly has_spoiler?: boolean;
};

/** @throws Refusal when it is empty, too big, no picture, or not known */
export function mediaContent(
  context: Context,
  kind: FileKind,
  source: Upload | string,
  details: MediaDetails = {},
): Media {
  const { file, changes, size } =
    typeof source === "string" ? known(context, kind, source) : store(context, kind, source);
  return { content: describe(file, kind, { ...size, ...details }), changes };
}

type Found = { file: StoredFile; changes: readonly Change[]; size?: { width: number; height: number } };

function store(context: Context, kind: FileKind, upload: Upload): Found {
  const limit = kind === "photo" ? LARGEST_PHOTO_BYTES : LARGEST_UPLOAD_BYTES;
  if (upload.bytes.byteLength === 0) throw badRequest("file must be non-empty");
  if (upload.bytes.byteLength > limit) throw new Refusal(413, "Request Entity Too Large");
  const size = kind === "photo" ? photoSize(upload.bytes) : imageSize(upload.bytes);
  const file = describeFile(upload, kind, context.store.serial());
  context.bytes.write(file, upload.bytes);
  return { file, changes: [{ t: "file", file }], ...(size === undefined ? {} : { size }) };
}

function photoSize(bytes: Uint8Array): { width: number; height: number } {
  const size = imageSize(bytes);
  if (size === undefined) throw badRequest("IMAGE_PROCESS_FAILED");
  const { width, height } = size;
  if (width + height > 10_000 || Math.max(width, height) > 20 * Math.min(width, height))
    throw badRequest("PHOTO_INVALID_DIMENSIONS");
  return size;
}

function known(context: Context, kind: FileKind, source: string): Found {
  if (/^https?:\/\//i.test(source)) throw badRequest("failed to get HTTP URL content");
  const file = context.store.state.files.get(source);
  if (file === undefined) throw badRequest("wrong file identifier/HTTP URL specified");
  if (file.kind !== kind) throw badRequest(`can't use file of type ${file.kind} as ${kind}`);
  const size = imageSize(context.bytes.read(file) ?? new Uint8Array());
  return { file, changes: [], ...(size === undefined ? {} : { size }) };
}

function describe(file: StoredFile, kind: FileKind, details: MediaDetails): Content {
  const base = { file_id: file.id, file_unique_id: file.uniqueId, file_size: file.size };
  const named = { ...base, file_name: file.name, mime_type: file.mime };
  const { width = 0, height = 0, duration = 0 } = details;
  const spoiler = details.has_spoiler === true ? { has_media_spoiler: true as const } : {};
  switch (kind) {
    case "document":
      return { document: named };
    case "photo":
      return { photo: [{ ...base, width, height }], ...spoiler };
    case "audio": {
      const { performer, title } = details;
      return {
        audio: {
          ...named,
          duration,
          ...(performer === undefined ? {} : { performer }),
          ...(title === undefined ? {} : { title }),
        },
      };
    }
    case "voice":
      return { voice: { ...base, mime_type: file.mime, duration } };
    case "video":
      return { video: { ...named, width, height, duration }, ...spoiler };
    case "animation":
      return { animation: { ...named, width, height, duration }, document: named, ...spoiler };
    case "video_note":
      return { video_note: { ...base, length: width, duration } };
    case "sticker": {
      const emoji = details.emoji === undefined ? {} : { emoji: details.emoji };
      return {
        sticker: { ...base, type: "regular", width: 512, height: 512, is_animated: false, is_video: false, ...emoji },
      };
    }
  }
}

type AllKeys<U> = U extends unknown ? keyof U : never;
const INPUT_MEDIA = {
  type: "string",
  media: "file-or-string",
  thumbnail: "file-or-string?",
  photo: "file-or-string?",
  cover: "file-or-string?",
  caption: "string?",
  parse_mode: "string?",
  caption_entities: "array?",
  show_caption_above_media: "bool?",
  start_timestamp: "int?",
  width: "int?",
  height: "int?",
  duration: "int?",
  performer: "string?",
  title: "string?",
  supports_streaming: "bool?",
  has_spoiler: "bool?",
  disable_content_type_detection: "bool?",
} as const satisfies { readonly [K in AllKeys<InputMedia<Upload>>]: string };
const MEDIA_KINDS = new Set<FileKind>(["document", "photo", "audio", "video", "animation"]);

/** One item of an album, or what a message is changed into. */
export function inputMediaContent(context: Context, media: InputMedia<Upload>, files: Uploads): Media {
  checkObject("InputMedia", media, INPUT_MEDIA);
  const kind = [...MEDIA_KINDS].find((name) => name === media.type);
  if (kind === undefined) throw badRequest(`can't parse InputMedia: type "${media.type}" is not supported here`);
  const source = isUpload(media.media) ? media.media : (attached(media.media, files) ?? media.media);
  const { content, changes } = mediaContent(context, kind, source, media as MediaDetails);
  return { content: { ...content, ...captionContent(media) }, changes };
}
