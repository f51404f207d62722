import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { prepare, readRows, teaching } from "../../scripts/prompt-wording/examples.ts";
import { train } from "../../scripts/prompt-wording/train.ts";

const MOST_MS = 240_000;
const stored = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../src/core/policy/scan/wording/${name}.json`, import.meta.url), "utf8"));

test("the weights are those that the lists give", { timeout: MOST_MS }, () => {
  const { letters, meanings } = train(prepare(teaching(readRows())));
  expect(letters).toEqual(stored("letters"));
  expect(meanings).toEqual(stored("meanings"));
});
test("no text that is held out teaches anything", () => {
  const rows = readRows();
  const kept = new Set(teaching(rows).map(({ list }) => list));
  expect([..."glmnopqrstuvwxyz"].filter((list) => kept.has(list))).toEqual([]);
  const taught = new Set(teaching(rows).map(({ text }) => text));
  const heldOut = rows.filter(({ list }) => !kept.has(list));
  expect(heldOut.filter(({ text }) => taught.has(text)).map(({ id }) => id)).toEqual([]);
});
