import fc from "fast-check";
import { expect, test } from "vitest";
import { readAnswer, type Answer } from "./read-answer.ts";

const HEAD = "HTTP/1.1 200 OK\r\nServer: nginx\r\nConnection: keep-alive\r\n";
/** What a server may say to mean `body`: as one piece, or in parts of these sizes. */
function said(body: Buffer, sizes: readonly number[] | null): Buffer {
  if (sizes === null) return Buffer.concat([Buffer.from(`${HEAD}Content-Length: ${body.length}\r\n\r\n`), body]);
  const parts: Buffer[] = [Buffer.from(`${HEAD}Transfer-Encoding: chunked\r\n\r\n`)];
  for (let at = 0, index = 0; at < body.length; index += 1) {
    const piece = body.subarray(at, at + (sizes[index % sizes.length] ?? 1));
    parts.push(Buffer.from(`${piece.length.toString(16)};ext=1\r\n`), piece, Buffer.from("\r\n"));
    at += piece.length;
  }
  return Buffer.concat([...parts, Buffer.from("0\r\nX-Trailer: a\r\n\r\n")]);
}
function whole(text: string | Buffer, ended = false): Answer {
  const answer = readAnswer(Buffer.from(text), ended);
  if (answer.kind === "part") throw new Error(`only a part, at least ${answer.least}`);
  return answer;
}
const sizes = fc.option(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }));
const bodies = fc.uint8Array({ maxLength: 120 }).map((bytes) => Buffer.from(bytes));

test("an answer is read when its last byte has come and not before, however it is said", () => {
  fc.assert(
    fc.property(bodies, sizes, fc.boolean(), (body, parts, announced) => {
      const first = announced ? "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" : "";
      const bytes = Buffer.concat([Buffer.from(first), said(body, parts)]);
      for (let length = 0; length < bytes.length; length += 1) {
        const answer = readAnswer(bytes.subarray(0, length), false);
        if (answer.kind === "whole") expect.fail(`whole after ${length} of ${bytes.length} bytes`);
        expect(answer.least).toBeGreaterThan(length);
        expect(answer.least).toBeLessThanOrEqual(bytes.length);
        expect(() => readAnswer(bytes.subarray(0, length), true)).toThrow("cut off");
      }
      expect(whole(bytes).body.equals(body)).toBe(true);
      expect(() => readAnswer(Buffer.concat([bytes, Buffer.from("H")]), false)).toThrow("goes on");
    }),
    { numRuns: 60 },
  );
});
test("without a length the answer ends with its connection", () => {
  const bytes = Buffer.from(`${HEAD}\r\n{"ok":true}`);
  expect(readAnswer(bytes, false)).toEqual({ kind: "part", least: bytes.length + 1 });
  const answer = whole(bytes, true);
  expect([answer.body.toString(), answer.idleMs]).toEqual(['{"ok":true}', 0]);
});
test("a connection is kept unless the server says otherwise, and a second less than it says", () => {
  const idleMsAfter = (...lines: string[]) => whole([...lines, "content-length: 2", "", "{}"].join("\r\n")).idleMs;
  expect(idleMsAfter("HTTP/1.1 200 OK")).toBeNull();
  expect(idleMsAfter("HTTP/1.1 200 OK", "keep-alive: timeout=5, max=10")).toBe(4000);
  expect(idleMsAfter("HTTP/1.1 200 OK", "keep-alive: timeout=1")).toBe(0);
  expect(idleMsAfter("HTTP/1.1 502 Bad Gateway", "connection: Close", "keep-alive: timeout=5")).toBe(0);
  expect(idleMsAfter("HTTP/1.0 200 OK")).toBe(0);
});
test("an answer without a body ends with its head", () => {
  expect(whole("HTTP/1.1 204 No Content\r\nX: y\r\n\r\n").body.length).toBe(0);
});
test.each([
  ["another protocol", "SSH-2.0-OpenSSH\r\n\r\n"],
  ["another version", "HTTP/2 200\r\ncontent-length: 0\r\n\r\n"],
  ["two lengths", `${HEAD}content-length: 2\r\ncontent-length: 3\r\n\r\n{}`],
  ["a length and parts", `${HEAD}content-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`],
  ["a length below nothing", `${HEAD}content-length: -2\r\n\r\n{}`],
  ["a coding that nobody asked for", `${HEAD}transfer-encoding: gzip, chunked\r\n\r\n0\r\n\r\n`],
  ["a line that goes on from the one before", `${HEAD} more\r\ncontent-length: 0\r\n\r\n`],
  ["a part without a length", `${HEAD}transfer-encoding: chunked\r\n\r\nxyz\r\n`],
  ["a part longer than it says", `${HEAD}transfer-encoding: chunked\r\n\r\n1\r\nabc\r\n0\r\n\r\n`],
  ["a head without an end", `${HEAD}x: ${"a".repeat(20_000)}`],
])("%s is an error", (_, text) => {
  expect(() => readAnswer(Buffer.from(text), false)).toThrow();
});
