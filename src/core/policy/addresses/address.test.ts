import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseIpRange } from "../../../lib/ip-address.ts";
import { checkChain, checkUrl } from "./address.ts";

const PUBLIC = ["93.184.215.14"];
const byte = fc.integer({ min: 0, max: 255 });
const four = fc.tuple(byte, byte, byte, byte);
/** Each number of an address as it may be written, and the address cut short or not. */
type Four = readonly [number, number, number, number];
type Form = { readonly bytes: Four; readonly radixes: Four; readonly short: number };
const radix = fc.nat(2);
const written: fc.Arbitrary<Form> = fc.record({
  bytes: four,
  radixes: fc.tuple(radix, radix, radix, radix),
  short: fc.nat(3),
});
function writeOut({ bytes: [a, b, c, d], radixes: [radixA, radixB, radixC, radixD], short }: Form): string {
  const text = (value: number, radix: number) =>
    radix === 0 ? `${value}` : radix === 1 ? `0x${value.toString(16)}` : `0${value.toString(8)}`;
  const wide = (...bytes: number[]) => bytes.reduce((sum, next) => sum * 256 + next, 0);
  if (short === 1) return [text(a, radixA), text(b, radixB), text(wide(c, d), radixC)].join(".");
  if (short === 2) return [text(a, radixA), text(wide(b, c, d), radixB)].join(".");
  if (short === 3) return text(wide(a, b, c, d), radixA);
  return [text(a, radixA), text(b, radixB), text(c, radixC), text(d, radixD)].join(".");
}

test("an address gets the same verdict however its numbers are written", () => {
  fc.assert(
    fc.property(written, (form) => {
      const plain = checkUrl(`http://${form.bytes.join(".")}/`, undefined);
      expect(checkUrl(`http://${writeOut(form)}/`, undefined), writeOut(form)).toEqual(plain);
    }),
    { numRuns: 1000 },
  );
});
test("an IPv4 address in the clothes of IPv6 is never let through, nor as an answer", () => {
  const clothes = fc.constantFrom("::ffff:", "::", "::ffff:0:", "64:ff9b::", "64:ff9b:1::");
  fc.assert(
    fc.property(clothes, four, (prefix, bytes) => {
      const address = `${prefix}${bytes.join(".")}`;
      expect(checkUrl(`https://[${address}]/`, undefined).verdict).toBe("deny");
      expect(checkUrl("https://example.com/", [...PUBLIC, address]).verdict).toBe("deny");
    }),
  );
});
test("one special answer among many is enough, wherever it stands", () => {
  const special = fc.constantFrom("10.0.0.1", "127.0.0.1", "::1", "fe80::1", "169.254.169.254", "not an address", "");
  const answers = fc.array(fc.constantFrom(...PUBLIC, "2606:4700::1111", "8.8.8.8"), { maxLength: 8 });
  fc.assert(
    fc.property(answers, special, answers, (before, bad, after) => {
      expect(checkUrl("https://example.com/", [...before, bad, ...after]).verdict).toBe("deny");
    }),
  );
});
test("whatever is asked is answered, and only http and https are ever let through", () => {
  const piece = fc.constantFrom(
    "http",
    "https",
    "ftp",
    ":",
    "//",
    "@",
    "[",
    "]",
    "127.0.0.1",
    "a.com",
    "%",
    "\\",
    "?",
    "é",
    " ",
  );
  const text = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.array(piece, { maxLength: 9 }).map((all) => all.join("")),
  );
  fc.assert(
    fc.property(text, fc.option(fc.array(fc.anything()), { nil: undefined }), (url, answers) => {
      const { verdict } = checkUrl(url, answers);
      if (verdict === "allow") expect(new URL(url).protocol).toMatch(/^https?:$/);
    }),
  );
});
describe("what the settings grant", () => {
  const grants = { ports: [8443], names: ["mirror"], ranges: [parseIpRange("10.1.0.0/16")] };
  test.each([
    ["https://mirror/", ["10.1.2.3"], "allow"],
    ["https://mirror/", ["10.2.2.3"], "deny"],
    ["https://mirror/", ["10.1.2.3", "127.0.0.1"], "deny"],
    ["https://mirror/", [], "deny"],
    ["https://mirror:8443/", PUBLIC, "allow"],
    ["https://mirror:8444/", PUBLIC, "deny"],
    ["https://other/", PUBLIC, "deny"],
    ["https://sub.mirror/", ["127.0.0.1"], "deny"],
    ["https://10.1.9.9/", undefined, "allow"],
    ["https://10.2.9.9/", undefined, "deny"],
    ["https://[::ffff:10.1.9.9]/", undefined, "deny"],
    ["https://user@mirror/", PUBLIC, "deny"],
  ] as const)("%s, answered with %j: %s", (url, answers, verdict) => {
    expect(checkUrl(url, answers, grants).verdict).toBe(verdict);
  });
});
test("a refusal says what is wrong, for people", () => {
  const reason = (url: string, answers?: readonly unknown[]) => {
    const verdict = checkUrl(url, answers);
    return verdict.verdict === "deny" ? verdict.reason : "";
  };
  expect(reason("http://2852039166/")).toBe("169.254.169.254 is a cloud's metadata service");
  expect(reason("https://a.example.com/", ["192.168.0.1"])).toBe(
    "a.example.com resolves to 192.168.0.1, which is a private network",
  );
  expect(reason("https://example.com:6379/")).toBe("port 6379 is neither 80 nor 443");
  expect(reason("https://example.com/", [])).toBe("example.com did not resolve to any address");
  expect(checkChain(["https://example.com/", "/x", "http://[::1]/"], { "example.com": PUBLIC })).toEqual({
    verdict: "deny",
    reason: "::1 is this machine itself",
    hop: 2,
  });
});
