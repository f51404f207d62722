import fc from "fast-check";
import { expect, test } from "vitest";
import { lineChanges } from "./line-changes.ts";

test("a changed line stands as it was and as it is, with its neighbours", () => {
  expect(lineChanges("a\nb\nc\nd\ne\nf", "a\nb\nc\nD\ne\nf")).toBe("…\n  b\n  c\n- d\n+ D\n  e\n  f");
});
test("what is the same shows nothing", () => {
  expect(lineChanges("a\nb", "a\nb")).toBe("");
});
const text = fc.array(fc.constantFrom("a", "b", "c", "dd"), { maxLength: 12 }).map((lines) => lines.join("\n"));
test("every line that went or came is shown, and no line is told to be what it is not", () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = lineChanges(before, after).split("\n");
      const count = (mark: string): number => lines.filter((line) => line.startsWith(`${mark} `)).length;
      const more = after.split("\n").length - before.split("\n").length;
      expect(count("+") - count("-")).toBe(more);
      expect(count("+") + count("-") > 0).toBe(before !== after);
      for (const line of lines) {
        if (line.startsWith("- ")) expect(before.split("\n")).toContain(line.slice(2));
        if (line.startsWith("+ ")) expect(after.split("\n")).toContain(line.slice(2));
      }
    }),
  );
});
