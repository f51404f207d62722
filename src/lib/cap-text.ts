const encoder = new TextEncoder();
/** Bytes of `text` in UTF-8. */
export function utf8Length(text: string): number {
  return Buffer.byteLength(text);
}
/**
 * Head and tail of a text that is longer than `maxBytes` of UTF-8, with a line between them that says how much is left out. Whole
 * characters only, lone surrogates made good. The note itself comes on top of `maxBytes`.
 */
export function capText(text: string, maxBytes: number): string {
  const bytes = encoder.encode(text);
  if (bytes.length <= maxBytes) return text.isWellFormed() ? text : text.toWellFormed();
  const headEnd = wholeBefore(bytes, Math.ceil(maxBytes / 2));
  const tailStart = wholeAfter(bytes, bytes.length - Math.floor(maxBytes / 2));
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const [head, tail] = [decoder.decode(bytes.subarray(0, headEnd)), decoder.decode(bytes.subarray(tailStart))];
  return `${head}\n[… ${tailStart - headEnd} bytes left out …]\n${tail}`;
}
function wholeBefore(bytes: Uint8Array, at: number): number {
  let end = at;
  while (end > 0 && isContinuation(bytes[end])) end -= 1;
  return end;
}
function wholeAfter(bytes: Uint8Array, at: number): number {
  let start = at;
  while (start < bytes.length && isContinuation(bytes[start])) start += 1;
  return start;
}
function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}
