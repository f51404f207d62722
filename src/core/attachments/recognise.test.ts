import * as fc from "fast-check";
import { expect, test } from "vitest";
import { decodeText, recognise } from "./recognise.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, littleEndian: boolean) => {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, littleEndian);
  for (let at = 0; at < text.length; at += 1) view.setUint16(2 + at * 2, text.charCodeAt(at), littleEndian);
  return bytes;
};

test("text is what is whole UTF-8 without NUL, or UTF-16 that says so; and reads as it was written", () => {
  const written = fc.string({ unit: "binary" }).filter((text) => !text.includes("\0") && !text.startsWith("\ufeff"));
  fc.assert(
    fc.property(written, (text) => {
      expect(decodeText(utf8(text))).toBe(text);
      expect(decodeText(utf16(text, true))).toBe(text);
      expect(decodeText(utf16(text, false))).toBe(text);
    }),
  );
});
test.each([
  ["a NUL", Uint8Array.of(97, 0, 98)],
  ["half a letter", utf8("ä").subarray(0, 1)],
  ["Latin-1", Uint8Array.of(97, 0xe4, 98)],
  ["UTF-16 without a mark", utf16("hello", true).subarray(2)],
  ["half of UTF-16", utf16("hello", true).subarray(0, 5)],
])("%s is no text", (_, bytes) => {
  expect(recognise(bytes)).toEqual({ kind: "binary", what: "binary", mime: null });
});
test.each([
  ["", "text", "empty"],
  ["#!/bin/sh\nrm -rf /\n", "text", "text"],
  ["<svg onload=x>", "text", "text"],
  ["%PDF-1.7\n", "binary", "PDF"],
  ["PK\u0003\u0004", "binary", "ZIP archive"],
  ["GIF89a", "image", "GIF picture"],
  ["RIFFxxxxWEBPVP8 ", "image", "WebP picture"],
  ["RIFFxxxxWAVE", "text", "text"],
])("%j is told by its bytes", (text, kind, what) => {
  expect(recognise(utf8(text))).toMatchObject({ kind, what });
});
test("pictures are told by their first bytes, whatever follows", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 50 }), (rest) => {
      expect(recognise(Uint8Array.of(0xff, 0xd8, 0xff, ...rest))).toMatchObject({ mime: "image/jpeg" });
      const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
      expect(recognise(Uint8Array.of(...png, ...rest))).toMatchObject({ kind: "image", mime: "image/png" });
    }),
  );
});
