import { StringDecoder } from "node:string_decoder";
import type { Captured } from "../core/ports/sandbox.ts";

export type Capture = {
  push(chunk: Buffer): void;
  /** What was kept so far; the middle that was not is said to be left out, in bytes. */
  finish(): Captured;
};
/**
 * Keeps the first half of `maxBytes` and the last half, whatever comes between, in at most twice `maxBytes` of memory.
 * @param onText called with whole characters as they come, also of what is not kept
 */
export function createCapture(maxBytes: number, onText?: (text: string) => void): Capture {
  const headMax = Math.ceil(maxBytes / 2);
  const tailMax = maxBytes - headMax;
  const decoder = new StringDecoder("utf8");
  const head: Buffer[] = [];
  let headBytes = 0;
  let tail: Buffer[] = [];
  let tailBytes = 0;
  let total = 0;
  const compact = (): Buffer => {
    const all = Buffer.concat(tail);
    const kept = tailMax === 0 ? Buffer.alloc(0) : Buffer.from(all.subarray(-tailMax));
    tail = [kept];
    tailBytes = kept.length;
    return kept;
  };
  return {
    push(chunk) {
      total += chunk.length;
      const text = onText === undefined ? "" : decoder.write(chunk);
      if (text !== "") onText?.(text);
      const toHead = Math.min(chunk.length, headMax - headBytes);
      if (toHead > 0) head.push(Buffer.from(chunk.subarray(0, toHead)));
      headBytes += toHead;
      if (toHead === chunk.length) return;
      const rest = chunk.subarray(toHead).subarray(-tailMax);
      tail.push(Buffer.from(rest));
      tailBytes += rest.length;
      if (tailBytes > 2 * tailMax || tail.length > 1024) compact();
    },
    finish() {
      const last = onText === undefined ? "" : decoder.end();
      if (last !== "") onText?.(last);
      const kept = compact();
      const start = Buffer.concat(head);
      if (total <= start.length + kept.length)
        return { text: Buffer.concat([start, kept]).toString("utf8"), bytes: total, truncated: false };
      const from = withoutBrokenEnd(start);
      const to = withoutBrokenStart(kept);
      const gap = `\n[… ${total - from.length - to.length} bytes left out …]\n`;
      return { text: from.toString("utf8") + gap + to.toString("utf8"), bytes: total, truncated: true };
    },
  };
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}
/** Drops a character that the cut took the end of: at most 3 bytes. */
function withoutBrokenEnd(bytes: Buffer): Buffer {
  for (let back = 1; back <= Math.min(4, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (isContinuation(byte)) continue;
    const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return needs > back ? bytes.subarray(0, -back) : bytes;
  }
  return bytes;
}
function withoutBrokenStart(bytes: Buffer): Buffer {
  let at = 0;
  while (at < 3 && isContinuation(bytes[at])) at += 1;
  return bytes.subarray(at);
}
