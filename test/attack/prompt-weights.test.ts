import { expect, test } from "vitest";
import { fingerprint, HELD_OUT, readRows, teaching } from "../../scripts/prompt-wording/examples.ts";
import passages from "../../src/core/policy/scan/wording/passages.json" with { type: "json" };
import together from "../../src/core/policy/scan/wording/together.json" with { type: "json" };
import windows from "../../src/core/policy/scan/wording/windows.json" with { type: "json" };

const rows = readRows();
test("the weights were taught by the lists as they are: else run `node scripts/train-prompt-wording.ts`, and again with --together", () => {
  const taughtBy = fingerprint(teaching(rows));
  expect(windows.taughtBy).toBe(taughtBy);
  expect(passages.taughtBy).toBe(taughtBy);
  expect(together.taughtBy).toBe(taughtBy);
});
test("no text that is held out teaches anything", () => {
  const taught = new Set(teaching(rows).map(({ text }) => text));
  const heldOut = rows.filter(({ list }) => HELD_OUT.includes(list));
  expect(new Set(heldOut.map(({ list }) => list))).toEqual(new Set(HELD_OUT));
  expect(heldOut.filter(({ text }) => taught.has(text)).map(({ id }) => id)).toEqual([]);
});
