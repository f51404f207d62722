import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createToolNames } from "./tool-names.ts";

test("every name becomes one that providers take, and comes back", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ unit: "grapheme", minLength: 1, maxLength: 90 })), (names) => {
      const wire = createToolNames(names);
      const sent = names.map(wire.toWire);
      for (const name of sent) expect(name).toMatch(/^[a-zA-Z0-9_-]{1,64}$/);
      expect(new Set(sent).size).toBe(names.length);
      expect(sent.map(wire.fromWire)).toEqual(names);
    }),
  );
});

test("a legal name stays, and names that differ only in what is illegal stay two", () => {
  const { toWire } = createToolNames([]);
  expect(toWire("mcp__files__read-1")).toBe("mcp__files__read-1");
  expect(toWire("mcp:files")).not.toBe(toWire("mcp.files"));
});
