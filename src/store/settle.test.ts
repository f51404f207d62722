import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../test/support/folder.ts";
import { createSettle } from "./settle.ts";

test("those who ask while the disk is waited for share the next wait, and never the one under way", async () => {
  using folder = temporaryFolder();
  writeFileSync(folder.at("log"), "");
  await using settle = createSettle(folder.at("log"));
  const first = settle();
  const second = settle();
  expect(settle()).toBe(second);
  expect(second).not.toBe(first);
  const order: number[] = [];
  await Promise.all([second.then(() => order.push(2)), first.then(() => order.push(1))]);
  expect(order).toEqual([1, 2]);
});
test("a wait that fails is told of, and the next one tries again", async () => {
  using folder = temporaryFolder();
  await using settle = createSettle(folder.at("log"));
  const [first, second] = await Promise.allSettled([settle(), settle()]);
  expect([first.status, second.status]).toEqual(["rejected", "rejected"]);
  writeFileSync(folder.at("log"), "");
  await settle();
});
test("those who can wait a moment go together", async () => {
  using folder = temporaryFolder();
  writeFileSync(folder.at("log"), "");
  await using settle = createSettle(folder.at("log"));
  const first = settle.patiently();
  expect(settle.patiently()).toBe(first);
  await first;
  expect(settle.patiently()).not.toBe(first);
});
