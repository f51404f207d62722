import * as fc from "fast-check";
import { expect, test } from "vitest";
import { addUse, createNetworkLedger, type NetworkUse } from "./network-use.ts";

const event = fc.record({
  host: fc.stringMatching(/^[a-z]{1,2}$/u),
  port: fc.constantFrom(80, 443),
  allowed: fc.boolean(),
  bytes: fc.nat(1_000_000),
});
const egress = (about: { host: string; port: number; allowed: boolean; bytes: number }, owner = "task-7-work") => ({
  kind: "sandbox.egress" as const,
  owner,
  reason: "",
  ...about,
});

test("each decision about the first fifty hosts counts once, with all its bytes", () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 200 }), (events) => {
      const uses = events.reduce<readonly NetworkUse[]>((all, each) => addUse(all, egress(each)), []);
      const hosts = [...new Set(events.map(({ host, port }) => `${host}:${port}`))].slice(0, 50);
      expect(uses.map(({ host, port }) => `${host}:${port}`)).toEqual(hosts);
      for (const use of uses) {
        const own = events.filter(({ host, port }) => host === use.host && port === use.port);
        expect(use.requests).toBe(own.filter(({ allowed }) => allowed).length);
        expect(use.refused).toBe(own.filter(({ allowed }) => !allowed).length);
        expect(use.bytes).toBe(own.reduce((sum, { bytes }) => sum + bytes, 0));
      }
    }),
  );
});
test("a task goes on from what was known of it, and others' do not count", () => {
  const ledger = createNetworkLedger();
  ledger.begin(7, [{ host: "a.example.org", port: 443, requests: 2, bytes: 10, refused: 0 }]);
  const about = { host: "a.example.org", port: 443, allowed: true, bytes: 5 };
  for (const owner of ["task-7-work", "task-7-proof", "task-70-work", "run-7", "mcp-docs"])
    ledger.note(egress(about, owner));
  expect(ledger.of(7)).toEqual([{ host: "a.example.org", port: 443, requests: 4, bytes: 20, refused: 0 }]);
  expect(ledger.of(70)).toEqual([]);
  ledger.forget(7);
  expect(ledger.of(7)).toEqual([]);
});
