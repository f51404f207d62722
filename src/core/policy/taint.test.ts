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
  [["mcp", "file"], "outside"],
  [["mcp:docs"], "outside"],
  [["host"], "outside"],
  [["memory"], "outside"],
  [["flagged", "person"], "outside"],
] as const)("who reads %j is tainted: %s", (origins, taint) => {
  expect(taintOf(origins)).toBe(taint);
});
test.each([
  ["mcp:docs", ["mcp:docs", "repository"], "servers"],
  ["mcp:docs", ["mcp:docs", "mcp:mail"], "outside"],
  ["mcp:docs", ["mcp:docs-too"], "outside"],
  ["mcp:docs", ["mcp"], "outside"],
  ["mcp:docs", ["host"], "outside"],
  ["mcp:docs", ["mcp:docs", "flagged"], "outside"],
  ["host", ["host", "file"], "servers"],
  ["host", ["mcp:docs"], "outside"],
  ["repository", ["repository"], "repository"],
] as const)("to a call that is answered by %s, %j counts as %s", (own, origins, taint) => {
  expect(taintOf(origins, own)).toBe(taint);
});
test("nothing that is read later, in any order, makes a taint better", () => {
  const worse = { none: 0, repository: 1, servers: 2, outside: 3 };
  const read = fc.array(fc.constantFrom(...ORIGINS, "mcp:docs" as const, "mcp:mail" as const), { maxLength: 12 });
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
  expect(tellOrigins(["mcp", "mcp:docs"])).toBe("an MCP server and the MCP server docs");
});
