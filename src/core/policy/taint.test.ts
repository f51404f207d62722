import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ORIGINS, strangersIn, taintOf, tellOrigins } from "./taint.ts";

test.each([
  [[], "none"],
  [["person"], "none"],
  [["person", "repository"], "repository"],
  [["file"], "repository"],
  [["repository", "forwarded"], "outside"],
  [["web"], "outside"],
  [["ticket"], "outside"],
  [["mcp", "file"], "servers"],
  [["memory"], "outside"],
  [["flagged", "person"], "outside"],
] as const)("who reads %j is tainted: %s", (origins, taint) => {
  expect(taintOf(origins)).toBe(taint);
});
test("nothing that is read later, in any order, makes a taint better", () => {
  const worse = { none: 0, repository: 1, servers: 2, outside: 3 };
  const read = fc.array(fc.constantFrom(...ORIGINS), { maxLength: 12 });
  fc.assert(
    fc.property(read, read, (before, since) => {
      expect(worse[taintOf([...before, ...since])]).toBeGreaterThanOrEqual(worse[taintOf(before)]);
      expect(taintOf([...before, ...since])).toBe(taintOf([...since, ...before]));
      expect(strangersIn(before).length > 0).toBe(worse[taintOf(before)] >= 2);
    }),
  );
});
test("strangers are named once, in one order, for people", () => {
  expect(strangersIn(["web", "person", "forwarded", "web"])).toEqual(["forwarded", "web"]);
  expect(tellOrigins(["forwarded", "ticket", "web"])).toBe("forwarded words, a ticket and the network");
});
