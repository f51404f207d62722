import type { AttachmentContent } from "../ports/attachments.ts";

type Recognised = Pick<AttachmentContent, "kind" | "what" | "mime">;

/** What a file is, by its bytes alone: what its name or its sender says of it counts for nothing. */
export function recognise(bytes: Uint8Array): Recognised {
  const image = IMAGES.find(({ starts, at8 }) => begins(bytes, starts) && (at8 === undefined || begins(bytes, at8, 8)));
  if (image !== undefined) return { kind: "image", what: image.what, mime: image.mime };
  const binary = BINARIES.find(({ starts, offset }) => begins(bytes, starts, offset));
  if (binary !== undefined) return { kind: "binary", what: binary.what, mime: null };
  if (decodeText(bytes) !== null) return { kind: "text", what: bytes.length === 0 ? "empty" : "text", mime: null };
  return { kind: "binary", what: "binary", mime: null };
}
/** UTF-8 without NUL, or UTF-16 that says so by its mark; null for anything else. The mark is no part of the text. */
export function decodeText(bytes: Uint8Array): string | null {
  const utf16 = begins(bytes, [0xff, 0xfe]) ? "utf-16le" : begins(bytes, [0xfe, 0xff]) ? "utf-16be" : null;
  const text = decode(bytes, utf16 ?? "utf-8");
  return text === null || text.includes("\0") ? null : text;
}
function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
function begins(bytes: Uint8Array, start: readonly number[], offset = 0): boolean {
  return bytes.length >= offset + start.length && start.every((byte, at) => bytes[offset + at] === byte);
}
function ascii(text: string): readonly number[] {
  return [...text].map((letter) => letter.charCodeAt(0));
}
/** The kinds that models which see are known to take. `at8` is what stands from the eighth byte on. */
const IMAGES: readonly {
  readonly starts: readonly number[];
  readonly at8?: readonly number[];
  readonly what: string;
  readonly mime: string;
}[] = [
  { starts: [0x89, ...ascii("PNG\r\n"), 0x1a, 0x0a], what: "PNG picture", mime: "image/png" },
  { starts: [0xff, 0xd8, 0xff], what: "JPEG picture", mime: "image/jpeg" },
  { starts: ascii("GIF87a"), what: "GIF picture", mime: "image/gif" },
  { starts: ascii("GIF89a"), what: "GIF picture", mime: "image/gif" },
  { starts: ascii("RIFF"), at8: ascii("WEBP"), what: "WebP picture", mime: "image/webp" },
];
const BINARIES: readonly { readonly starts: readonly number[]; readonly offset?: number; readonly what: string }[] = [
  { starts: ascii("%PDF-"), what: "PDF" },
  { starts: ascii("PK\u0003\u0004"), what: "ZIP archive" },
  { starts: ascii("PK\u0005\u0006"), what: "empty ZIP archive" },
  { starts: [0x1f, 0x8b], what: "gzip archive" },
  { starts: ascii("BZh"), what: "bzip2 archive" },
  { starts: [0xfd, ...ascii("7zXZ"), 0], what: "xz archive" },
  { starts: [0x28, 0xb5, 0x2f, 0xfd], what: "Zstandard archive" },
  { starts: [...ascii("7z"), 0xbc, 0xaf, 0x27, 0x1c], what: "7-Zip archive" },
  { starts: ascii("Rar!\u001a\u0007"), what: "RAR archive" },
  { starts: ascii("ustar"), offset: 257, what: "tar archive" },
  { starts: [0x7f, ...ascii("ELF")], what: "ELF program" },
  { starts: ascii("SQLite format 3\0"), what: "SQLite database" },
  { starts: ascii("ftyp"), offset: 4, what: "MP4 video" },
];
