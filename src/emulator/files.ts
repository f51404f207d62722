/** Bytes of files, on disk in the state folder or in memory. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { FileKind, StoredFile } from "./state.ts";
import type { Upload } from "./parameters.ts";

export interface FileBytes {
  /** Writes before the journal names the file, so a named file always has its bytes. */
  write(file: StoredFile, bytes: Uint8Array): void;
  read(file: StoredFile): Uint8Array | undefined;
}

export function createFileBytes(folder: string | undefined): FileBytes {
  if (folder === undefined) {
    const kept = new Map<string, Uint8Array>();
    return { write: (file, bytes) => void kept.set(file.id, bytes), read: (file) => kept.get(file.id) };
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const pathOf = (file: StoredFile): string => join(folder, file.id);
  return {
    write: (file, bytes) => writeFileSync(pathOf(file), bytes, { mode: 0o600 }),
    read: (file) => (existsSync(pathOf(file)) ? readFileSync(pathOf(file)) : undefined),
  };
}

const UNKNOWN_MIME = "application/octet-stream";
const MIME_BY_EXTENSION: Readonly<Record<string, string>> = {
  ".txt": "text/plain",
  ".md": "text/markdown",
  ".log": "text/plain",
  ".patch": "text/x-diff",
  ".diff": "text/x-diff",
  ".html": "text/html",
  ".csv": "text/csv",
  ".json": "application/json",
  ".xml": "application/xml",
  ".pdf": "application/pdf",
  ".zip": "application/zip",
  ".gz": "application/gzip",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".gif": "image/gif",
  ".webp": "image/webp",
  ".svg": "image/svg+xml",
  ".mp3": "audio/mpeg",
  ".ogg": "audio/ogg",
  ".mp4": "video/mp4",
};

/** @param serial a number no other file has */
export function describeFile(upload: Upload, kind: FileKind, serial: number): StoredFile {
  const seal = (word: string): string => createHash("sha256").update(`${word}/${kind}/${serial}`).digest("base64url");
  const extension = /^\.[A-Za-z0-9]{1,10}$/.test(extname(upload.name)) ? extname(upload.name) : "";
  return {
    id: `BQ${seal("file")}`,
    uniqueId: `AQ${seal("unique").slice(0, 14)}`,
    name: upload.name,
    mime: upload.mime === UNKNOWN_MIME ? (MIME_BY_EXTENSION[extension.toLowerCase()] ?? UNKNOWN_MIME) : upload.mime,
    size: upload.bytes.byteLength,
    kind,
    path: `${kind}s/file_${serial}${extension.toLowerCase()}`,
  };
}

/** Pixel size from the header of a PNG, GIF, JPEG or WebP; undefined when it is none of them. */
export function imageSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length < 24) return undefined;
  if (view.readUInt32BE(0) === 0x89504e47) return { width: view.readUInt32BE(16), height: view.readUInt32BE(20) };
  if (view.toString("latin1", 0, 3) === "GIF") return { width: view.readUInt16LE(6), height: view.readUInt16LE(8) };
  if (view.toString("latin1", 8, 15) === "WEBPVP8") return webpSize(view);
  return view.readUInt16BE(0) === 0xffd8 ? jpegSize(view) : undefined;
}

function webpSize(view: Buffer): { width: number; height: number } | undefined {
  if (view.length < 30) return undefined;
  const kind = view.toString("latin1", 12, 16);
  if (kind === "VP8X") return { width: view.readUIntLE(24, 3) + 1, height: view.readUIntLE(27, 3) + 1 };
  if (kind === "VP8 ") return { width: view.readUInt16LE(26) & 0x3fff, height: view.readUInt16LE(28) & 0x3fff };
  const packed = view.readUInt32LE(21);
  return { width: (packed & 0x3fff) + 1, height: ((packed >> 14) & 0x3fff) + 1 };
}

function jpegSize(view: Buffer): { width: number; height: number } | undefined {
  for (let i = 2; i + 9 < view.length;) {
    if (view[i] !== 0xff) return undefined;
    const marker = view[i + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { height: view.readUInt16BE(i + 5), width: view.readUInt16BE(i + 7) };
    i += 2 + view.readUInt16BE(i + 2);
  }
  return undefined;
}
