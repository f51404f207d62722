import { BlockList, isIPv4, isIPv6 } from "node:net";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isWithin, parseIp, parseIpRange } from "./ip-address.ts";

const groups = (bytes: Uint8Array) =>
  Array.from({ length: 8 }, (_, at) => (((bytes[at * 2] ?? 0) << 8) | (bytes[at * 2 + 1] ?? 0)).toString(16));
const four = fc.uint8Array({ minLength: 4, maxLength: 4 });
const six = fc.uint8Array({ minLength: 16, maxLength: 16 });

test("four decimal bytes are read as they are", () => {
  fc.assert(
    fc.property(four, (bytes) => {
      expect(parseIp(bytes.join("."))).toEqual(bytes);
    }),
  );
});
test("every way to write an IPv6 address gives the same bytes", () => {
  const zeros = fc.record({ at: fc.nat(7), count: fc.integer({ min: 1, max: 8 }) });
  fc.assert(
    fc.property(six, zeros, fc.boolean(), fc.boolean(), (bytes, { at, count }, upper, dotted) => {
      const end = Math.min(8, at + count);
      bytes.fill(0, at * 2, end * 2);
      const all = groups(bytes);
      if (dotted && end <= 6) all.splice(6, 2, bytes.slice(12).join("."));
      const short = `${all.slice(0, at).join(":")}::${all.slice(end).join(":")}`;
      for (const text of [groups(bytes).join(":"), short])
        expect(parseIp(upper ? text.toUpperCase() : text), text).toEqual(bytes);
    }),
  );
});
test("what is an address and what is not agrees with Node", () => {
  const piece = fc.constantFrom(
    "::",
    ":",
    ".",
    "0",
    "00",
    "1",
    "01",
    "9",
    "255",
    "256",
    "ffff",
    "fffff",
    "g",
    "%",
    "1.2.3.4",
    "-",
    " ",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const text = pieces.join("");
      if (text.includes("%")) expect(parseIp(text), text).toBeUndefined(); // a zone is an address to Node only
      else expect(parseIp(text)?.length ?? 0, text).toBe(isIPv4(text) ? 4 : isIPv6(text) ? 16 : 0);
    }),
    { numRuns: 5000 },
  );
});
test("an address is within a range exactly when Node's block list says so", () => {
  const cases = fc.oneof(
    fc.tuple(four, four, fc.nat(32), fc.constant("ipv4" as const)),
    fc.tuple(six, six, fc.nat(128), fc.constant("ipv6" as const)),
  );
  fc.assert(
    fc.property(cases, fc.nat(128), ([net, other, bits, family], flip) => {
      // one bit beside the net's own address, so that both sides of the edge are met
      const near = net.slice();
      const byte = Math.min(near.length - 1, flip >> 3);
      near[byte] = (near[byte] ?? 0) ^ (1 << (flip & 7));
      const text = (bytes: Uint8Array) => (family === "ipv4" ? bytes.join(".") : groups(bytes).join(":"));
      const list = new BlockList();
      list.addSubnet(text(net), bits, family);
      const range = parseIpRange(`${text(net)}/${bits}`);
      // Node's list takes a mapped address for the IPv4 one in it; here the families never meet
      for (const address of [net, near, other])
        expect(isWithin(address, range)).toBe(list.check(text(address), family));
    }),
  );
});
test.each(["", "10.0.0.0", "10.0.0.0/33", "10.0.0/8", "::/129", "fe80::%1/10", "x/1", "10.0.0.0/", "10.0.0.0/8/8"])(
  "%j is no range",
  (text) => {
    expect(() => parseIpRange(text)).toThrow(RangeError);
  },
);
