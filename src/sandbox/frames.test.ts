import { createHmac } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createFrameReader, createFrameWriter } from "./frames.ts";

const key = Buffer.alloc(32, 7);
/** What the runner would send. */
function answers(headers: readonly (readonly [object, Buffer])[], under = key, direction = 1): Buffer {
  const frames = headers.map(([header, body], sequence) => {
    const text = Buffer.from(JSON.stringify(header));
    const head = Buffer.alloc(4);
    head.writeUInt32BE(text.length);
    const payload = Buffer.concat([head, text, body]);
    const prefix = Buffer.alloc(9);
    prefix.writeUInt8(direction);
    prefix.writeBigUInt64BE(BigInt(sequence), 1);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(payload.length);
    return Buffer.concat([length, createHmac("sha256", under).update(prefix).update(payload).digest(), payload]);
  });
  return Buffer.concat(frames);
}
describe("frames of the runner", () => {
  test("however the stream is cut, the same answers come out", () => {
    const bodies = fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(bodies, fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1 }), (all, sizes) => {
        const stream = answers(all.map((body, id) => [{ t: "out", id, fd: 1 }, Buffer.from(body)] as const));
        const reader = createFrameReader(key);
        const got = [];
        let at = 0;
        for (let index = 0; at < stream.length; index += 1) {
          const size = sizes[index % sizes.length] ?? 1;
          got.push(...reader.push(stream.subarray(at, at + size)));
          at += size;
        }
        expect(got.map(({ body }) => [...body])).toEqual(all.map((body) => [...body]));
        expect(got.map(({ answer }) => answer)).toEqual(all.map((_, id) => ({ t: "out", id, fd: 1 })));
      }),
    );
  });
  test("a frame under another key, out of turn, or sent back to us is refused", () => {
    const end = [{ t: "end", id: 0, kind: "exited", code: 0 }, Buffer.alloc(0)] as const;
    expect(() => createFrameReader(key).push(answers([end], Buffer.alloc(32)))).toThrow(/wrote into/);
    expect(() => createFrameReader(key).push(answers([end], key, 0))).toThrow(/wrote into/);
    const replayed = answers([end]);
    const reader = createFrameReader(key);
    expect(reader.push(replayed)).toHaveLength(1);
    expect(() => reader.push(replayed)).toThrow(/wrote into/);
  });
  test("one changed bit anywhere behind the length is noticed", () => {
    const stream = answers([[{ t: "out", id: 1, fd: 2 }, Buffer.from("text")]]);
    fc.assert(
      fc.property(fc.integer({ min: 4, max: stream.length - 1 }), fc.nat(7), (at, bit) => {
        const changed = Buffer.from(stream);
        changed.writeUInt8(changed.readUInt8(at) ^ (1 << bit), at);
        expect(() => createFrameReader(key).push(changed)).toThrow(/wrote into/);
      }),
    );
  });
  test.each([
    { t: "end", id: 0, kind: "exited", code: -1 },
    { t: "end", id: 0, kind: "exited", code: 1.5 },
    { t: "end", id: 0, kind: "pardoned" },
    { t: "out", id: -1, fd: 1 },
    { t: "out", id: 1, fd: 3 },
    { t: "hello" },
  ])("an answer that the runner never gives is refused: %j", (header) => {
    expect(() => createFrameReader(key).push(answers([[header, Buffer.alloc(0)]]))).toThrow(/never does/);
  });
  test("a length beyond the cap is refused before it is waited for", () => {
    expect(() => createFrameReader(key).push(Buffer.alloc(40, 0xff))).toThrow(/bytes is more/);
  });
  test("only the first request is under the known key, and it is the one that tells the other", () => {
    const encode = createFrameWriter(key);
    const [first, second] = [encode({ t: "hello" }), encode({ t: "hello" })];
    const under = (frame: Buffer, which: Buffer, sequence: number): boolean => {
      const prefix = Buffer.alloc(9);
      prefix.writeBigUInt64BE(BigInt(sequence), 1);
      return createHmac("sha256", which)
        .update(prefix)
        .update(frame.subarray(36))
        .digest()
        .equals(frame.subarray(4, 36));
    };
    expect(under(first, Buffer.alloc(32), 0)).toBe(true);
    expect(under(second, key, 1)).toBe(true);
  });
});
