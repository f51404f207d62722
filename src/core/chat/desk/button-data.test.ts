import fc from "fast-check";
import { expect, test } from "vitest";
import { readButtonData, writeButtonData } from "./button-data.ts";

test("what a button carries is read back as it was written, and fits in 64 bytes", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("plan", "task", "approval", "question", "repo" as const),
      fc.nat(999_999_999),
      fc.nat(99_999),
      (kind, id, version) => {
        const text = writeButtonData({ kind: kind, id, action: "approve", version });
        expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(64);
        expect(readButtonData(text)).toEqual({ kind, id, action: "approve", version });
      },
    ),
  );
});
test("anything else is no button of ours", () => {
  fc.assert(fc.property(fc.string(), (text) => (text.startsWith("v1:") ? true : readButtonData(text) === null)));
  for (const text of ["v1:plan:1", "v1:plan:x:approve", "v2:plan:1:approve:1", "v1:unknown:1:a"])
    expect(readButtonData(text)).toBeNull();
});
