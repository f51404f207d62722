/** An answer of an HTTP/1.1 server. `idleMs`: for how long its connection may be kept; 0 when it may not, null when nothing was said of it. */
export type Answer = { readonly kind: "whole"; readonly body: Buffer; readonly idleMs: number | null };
/** `least`: bytes from the beginning below which it cannot be whole. */
export type Part = { readonly kind: "part"; readonly least: number };

/** The longest head that is read; Node's own is as long. */
const MOST_HEAD = 16_384;
const END_OF_HEAD = "\r\n\r\n";
const END_OF_LINE = "\r\n";
/** Servers say how long they keep a connection; one that is used at its very end may be closed under the request. */
const MARGIN_MS = 1000;

/**
 * Reads the answer to a POST from all that has come so far.
 * @param ended no more will come
 * @throws Error when this is no answer of HTTP/1.1, has no certain end, or goes on after its end
 * @see RFC 9112, sections 4 to 7
 */
export function readAnswer(bytes: Buffer, ended: boolean): Answer | Part {
  const end = bytes.indexOf(END_OF_HEAD);
  if (end === -1 ? bytes.length > MOST_HEAD : end > MOST_HEAD) throw new Error("The answer's head is too long");
  if (end === -1) return part(bytes.length + 1, ended);
  const head = readHead(bytes.toString("latin1", 0, end));
  const from = end + END_OF_HEAD.length;
  // What only announces the answer.
  if (head.status < 200) return shifted(readAnswer(bytes.subarray(from), ended), from);
  const body = readBody(bytes, from, { head, ended });
  if (body.kind === "part") return body;
  if (body.end !== bytes.length) throw new Error("The answer goes on after its end");
  return { kind: "whole", body: body.bytes, idleMs: head.idleMs };
}
function part(least: number, ended: boolean): Part {
  if (ended) throw new Error("The answer was cut off");
  return { kind: "part", least };
}
function shifted(answer: Answer | Part, by: number): Answer | Part {
  return answer.kind === "part" ? { kind: "part", least: answer.least + by } : answer;
}
type Head = { readonly status: number; readonly length: Length; readonly idleMs: number | null };
type Length = { readonly kind: "bytes"; readonly bytes: number } | { readonly kind: "chunks" | "to-the-end" };

function readHead(text: string): Head {
  const [first = "", ...lines] = text.split(END_OF_LINE);
  const found = /^HTTP\/1\.([01]) ([1-5][0-9]{2})(?: |$)/u.exec(first);
  if (found === null) throw new Error("The answer is not of HTTP/1.1");
  const [, minor, code] = found;
  const fields = new Map<string, string>();
  for (const line of lines) addField(fields, line);
  const status = Number(code);
  const length = status === 204 || status === 304 ? { kind: "bytes" as const, bytes: 0 } : lengthOf(fields);
  return { status, length, idleMs: minor === "0" || length.kind === "to-the-end" ? 0 : idleMsOf(fields) };
}
function addField(fields: Map<string, string>, line: string): void {
  const colon = line.indexOf(":");
  const name = line.slice(0, Math.max(0, colon)).toLowerCase();
  // A line that goes on from the one before begins with a blank: no server has written such for long.
  if (!/^[!#$%&'*+.^_`|~0-9a-z-]+$/u.test(name)) throw new Error("The answer's head cannot be read");
  const [before, value] = [fields.get(name), line.slice(colon + 1).trim()];
  fields.set(name, before === undefined ? value : `${before}, ${value}`);
}
function lengthOf(fields: ReadonlyMap<string, string>): Length {
  const [coding, length] = [fields.get("transfer-encoding"), fields.get("content-length")];
  if (coding !== undefined && length !== undefined) throw new Error("The answer has two lengths");
  if (coding !== undefined && coding.toLowerCase() !== "chunked") throw new Error("The answer's coding is not known");
  if (coding !== undefined) return { kind: "chunks" };
  if (length === undefined) return { kind: "to-the-end" };
  if (!/^[0-9]{1,15}$/u.test(length)) throw new Error("The answer's length cannot be read");
  return { kind: "bytes", bytes: Number(length) };
}
function idleMsOf(fields: ReadonlyMap<string, string>): number | null {
  if (/(?:^|[\s,])close(?:$|[\s,])/iu.test(fields.get("connection") ?? "")) return 0;
  const seconds = /(?:^|[\s,])timeout=([0-9]{1,9})/iu.exec(fields.get("keep-alive") ?? "")?.[1];
  return seconds === undefined ? null : Math.max(0, Number(seconds) * 1000 - MARGIN_MS);
}
type Body = { readonly kind: "whole"; readonly bytes: Buffer; readonly end: number } | Part;

function readBody(bytes: Buffer, from: number, { head, ended }: { head: Head; ended: boolean }): Body {
  const { length } = head;
  if (length.kind === "chunks") return readChunks(bytes, from, ended);
  if (length.kind === "to-the-end" && !ended) return { kind: "part", least: bytes.length + 1 };
  const end = length.kind === "bytes" ? from + length.bytes : bytes.length;
  return bytes.length < end ? part(end, ended) : { kind: "whole", bytes: bytes.subarray(from, end), end };
}
function readChunks(bytes: Buffer, from: number, ended: boolean): Body {
  const chunks: Buffer[] = [];
  for (let at = from; ;) {
    const line = bytes.indexOf(END_OF_LINE, at);
    if (line === -1) return part(bytes.length + 1, ended);
    const size = /^([0-9a-f]{1,8})[ \t]*(?:;|$)/iu.exec(bytes.toString("latin1", at, line))?.[1];
    if (size === undefined) throw new Error("The answer's parts cannot be read");
    const [start, length] = [line + END_OF_LINE.length, Number.parseInt(size, 16)];
    if (length === 0) return readTrailer(bytes, line, { chunks, ended });
    const end = start + length;
    if (bytes.length < end + END_OF_LINE.length) return part(end + END_OF_LINE.length, ended);
    if (bytes.toString("latin1", end, end + END_OF_LINE.length) !== END_OF_LINE)
      throw new Error("The answer's parts cannot be read");
    chunks.push(bytes.subarray(start, end));
    at = end + END_OF_LINE.length;
  }
}
/** After the last part there may be fields, which are not asked for, and then an empty line. */
function readTrailer(bytes: Buffer, from: number, { chunks, ended }: { chunks: Buffer[]; ended: boolean }): Body {
  const end = bytes.indexOf(END_OF_HEAD, from);
  if (end === -1 && bytes.length - from > MOST_HEAD) throw new Error("The answer's end is too long");
  if (end === -1) return part(bytes.length + 1, ended);
  return { kind: "whole", bytes: Buffer.concat(chunks), end: end + END_OF_HEAD.length };
}
