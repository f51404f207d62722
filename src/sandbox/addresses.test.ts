import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mayConnect, ranges } from "./addresses.ts";

const none = ranges([]);
describe("addresses a sandbox may be connected to", () => {
  test.each(["104.16.1.34", "151.101.1.63", "8.8.8.8", "2606:4700::6810:122", "2a04:4e42::223"])(
    "%s is public",
    (address) => {
      expect(mayConnect(address, none)).toBe(true);
    },
  );
  test.each([
    "0.0.0.0",
    "10.0.0.1",
    "100.64.0.1",
    "127.0.0.1",
    "127.255.0.9",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.8",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.51.100.7",
    "203.0.113.80",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "64:ff9b::a00:1",
    "fc00::1",
    "fd12::1",
    "fe80::1",
    "fe80::1%eth0",
    "2606:4700::1%eth0",
    "ff02::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "2001::1",
    "100::1",
    "3fff::1",
    "localhost",
    "",
    "127.1",
    "0x7f000001",
    "2130706433",
    "1.2.3.4.5",
    "[::1]",
  ])("%j is refused", (address) => {
    expect(mayConnect(address, none)).toBe(false);
  });
  test("no address of a private range is let through, in any of the ways to write it in IPv6", () => {
    const byte = fc.nat(255);
    const prefix = fc.constantFrom("10", "127", "192.168", "169.254");
    fc.assert(
      fc.property(prefix, byte, byte, byte, (start, a, b, c) => {
        const v4 = [start, a, b, c].join(".").split(".").slice(0, 4).join(".");
        for (const address of [v4, `::ffff:${v4}`, `64:ff9b::${v4}`, `::${v4}`])
          expect(mayConnect(address, none)).toBe(false);
      }),
    );
  });
  test("a range that somebody allows is let through, and nothing beside it", () => {
    const allowed = ranges(["10.1.2.0/24", "fd00:1::/32"]);
    expect(mayConnect("10.1.2.9", allowed)).toBe(true);
    expect(mayConnect("fd00:1::7", allowed)).toBe(true);
    expect(mayConnect("10.1.3.9", allowed)).toBe(false);
    expect(mayConnect("fd00:2::7", allowed)).toBe(false);
  });
  test.each(["10.1.2.0", "10.1.2.0/33", "house.example/24", "::/129", "10.1.2.0/-1", ""])("%j is no range", (cidr) => {
    expect(() => ranges([cidr])).toThrow(RangeError);
  });
});
