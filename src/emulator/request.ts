/** Reading what came over the wire: JSON, forms, multipart and query strings, with a cap on size. */
import type { IncomingMessage } from "node:http";
import type { Fields, Uploads } from "./check.ts";
import { Refusal, badRequest } from "./failure.ts";
import { parseMultipart } from "./multipart.ts";

/** One file of 50 MB with its form around it. */
const LARGEST_BODY_BYTES = 52 * 1024 * 1024;
export type Form = { readonly fields: Fields; readonly files: Uploads };

/** @throws Refusal 413 once more than the cap has come */
export async function readBody(request: IncomingMessage, largest = LARGEST_BODY_BYTES): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size <= largest) chunks.push(chunk);
  }
  if (size > largest) throw new Refusal(413, "Request Entity Too Large");
  return Buffer.concat(chunks);
}

export async function readForm(request: IncomingMessage, query: URLSearchParams): Promise<Form> {
  const body = await readBody(request);
  const type = request.headers["content-type"] ?? "";
  const form = body.byteLength === 0 ? { fields: {}, files: new Map() } : parseBody(type, body);
  return { fields: { ...Object.fromEntries(query), ...form.fields }, files: form.files };
}

function parseBody(type: string, body: Buffer): Form {
  if (/^application\/json\b/i.test(type)) return { fields: parseObject(body), files: new Map() };
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) {
    return { fields: Object.fromEntries(new URLSearchParams(body.toString("utf8"))), files: new Map() };
  }
  if (/^multipart\/form-data\b/i.test(type)) return readMultipart(type, body);
  return { fields: {}, files: new Map() };
}

function parseObject(body: Buffer): Fields {
  try {
    const value: unknown = JSON.parse(body.toString("utf8"));
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Fields;
  } catch {
    // said below, in Telegram's words
  }
  throw badRequest("can't parse JSON object");
}

function readMultipart(type: string, body: Buffer): Form {
  const parts = parseMultipart(type, body);
  if (parts === undefined) throw badRequest("can't parse multipart form data");
  const fields = parts.flatMap((part) => (part.kind === "field" ? [[part.name, part.value] as const] : []));
  const files = parts.flatMap((part) => (part.kind === "file" ? [[part.name, part.upload] as const] : []));
  return { fields: Object.fromEntries(fields), files: new Map(files) };
}
