/**
 * multipart/form-data (RFC 7578). Bots' libraries send file names in raw UTF-8 and without quotes, which stricter readers
 * refuse and Telegram takes.
 */
import type { Upload } from "./parameters.ts";

export type Part = { readonly name: string } & (
  | { readonly kind: "field"; readonly value: string }
  | { readonly kind: "file"; readonly upload: Upload }
);

/** @returns undefined when the boundary is missing or a part is cut short */
export function parseMultipart(contentType: string, body: Buffer): Part[] | undefined {
  const match = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  const boundary = match?.[1] ?? match?.[2];
  if (boundary === undefined) return undefined;
  const opening = Buffer.from(`--${boundary}`);
  const between = Buffer.from(`\r\n--${boundary}`);
  const parts: Part[] = [];
  let at = body.indexOf(opening);
  if (at < 0) return undefined;
  at += opening.byteLength;
  while (body.toString("latin1", at, at + 2) !== "--") {
    const headersEnd = body.indexOf("\r\n\r\n", at);
    const end = headersEnd < 0 ? -1 : body.indexOf(between, headersEnd + 2);
    if (end < 0) return undefined;
    const part = toPart(body.toString("utf8", at, headersEnd), body.subarray(Math.min(headersEnd + 4, end), end));
    if (part === undefined) return undefined;
    parts.push(part);
    at = end + between.byteLength;
  }
  return parts;
}

function toPart(headers: string, content: Buffer): Part | undefined {
  const disposition = /^content-disposition:\s*form-data\s*;?(.*)$/im.exec(headers)?.[1] ?? "";
  const name = parameter(disposition, "name");
  if (name === undefined) return undefined;
  const file = parameter(disposition, "filename");
  if (file === undefined) return { kind: "field", name, value: content.toString("utf8") };
  const mime = /^content-type:\s*(\S+)/im.exec(headers)?.[1] ?? "application/octet-stream";
  return {
    kind: "file",
    name,
    upload: { name: baseName(file), mime: mime.replace(/;$/, ""), bytes: Uint8Array.from(content) },
  };
}

function parameter(disposition: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|;)\\s*${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\r]*))`, "i").exec(disposition);
  return match === null
    ? undefined
    : (match[1]?.replaceAll(/\\(.)|%22/g, (_, one?: string) => one ?? '"') ?? match[2]?.trim());
}

/** A name, not a path, whichever system it came from. */
function baseName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  return last === "" || last === "." || last === ".." ? "file" : last.slice(0, 255);
}
