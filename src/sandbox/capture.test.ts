import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createCapture } from "./capture.ts";

const left = /\n\[… (\d+) bytes left out …\]\n/;
function cut(bytes: Buffer, sizes: readonly number[]): Buffer[] {
  const chunks: Buffer[] = [];
  let at = 0;
  for (let index = 0; at < bytes.length; index += 1) {
    const size = sizes[index % sizes.length] ?? 1;
    chunks.push(bytes.subarray(at, at + size));
    at += size;
  }
  return chunks;
}
const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 });
const bytes = fc.uint8Array({ maxLength: 400 }).map((all) => Buffer.from(all));

describe("what is kept of a stream", () => {
  test("of any bytes the text is valid UTF-8, the count is right, and little more than the cap is kept", () => {
    fc.assert(
      fc.property(bytes, sizes, fc.nat(100), (all, chunkSizes, max) => {
        const capture = createCapture(max);
        for (const chunk of cut(all, chunkSizes)) capture.push(chunk);
        const { text, bytes: count, truncated } = capture.finish();
        expect(text.isWellFormed()).toBe(true);
        expect(count).toBe(all.length);
        expect(truncated).toBe(all.length > max);
        if (!truncated) expect(text).toBe(all.toString("utf8"));
        // each kept byte is at most one character
        expect(text.replace(left, "").length).toBeLessThanOrEqual(Math.max(max, truncated ? 0 : all.length));
      }),
    );
  });
  test("of well-formed text the kept parts are its beginning and its end, and the gap is counted exactly", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", minLength: 20, maxLength: 200 }),
        sizes,
        fc.nat(60),
        (whole, chunkSizes, max) => {
          const all = Buffer.from(whole);
          const capture = createCapture(max);
          for (const chunk of cut(all, chunkSizes)) capture.push(chunk);
          const { text, truncated } = capture.finish();
          if (!truncated) return;
          const gap = Number(left.exec(text)?.[1]);
          const [head = "", tail = ""] = text.split(left.exec(text)?.[0] ?? "none");
          expect(Buffer.from(whole).subarray(0, Buffer.byteLength(head)).toString()).toBe(head);
          expect(whole.endsWith(tail)).toBe(true);
          expect(Buffer.byteLength(head) + gap + Buffer.byteLength(tail)).toBe(all.length);
        },
      ),
    );
  });
  test("a listener hears every character once, whole", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 100 }), sizes, (whole, chunkSizes) => {
        let heard = "";
        const capture = createCapture(10, (text) => (heard += text));
        for (const chunk of cut(Buffer.from(whole), chunkSizes)) capture.push(chunk);
        capture.finish();
        expect(heard).toBe(whole);
      }),
    );
  });
});
