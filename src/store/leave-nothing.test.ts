import Database from "better-sqlite3";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { expect, test } from "vitest";
import { memoryDraft } from "../../test/contracts/memories-contract.ts";
import { temporaryFolder } from "../../test/support/folder.ts";
import { instant } from "../lib/time.ts";
import { openStore } from "./store.ts";

const AT = instant(1_700_000_000_000);
const LATER = instant(AT + 1);
/** Words that nothing else holds, as the index stems them. */
const WORDS = ["zanzibarquokka", "flumpetwizzl"];

test("of a memory that was forgotten no word is left in any file of the store", async () => {
  using folder = temporaryFolder();
  await using store = await openStore({ path: folder.at("sparks.db") });
  const { memories } = store;
  const found = (): string[] => {
    const files = readdirSync(folder.path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const bytes = files.map((file) => readFileSync(`${file.parentPath}/${file.name}`, "latin1").toLowerCase());
    return WORDS.filter((word) => bytes.some((text) => text.includes(word)));
  };
  const save = async (text: string, cause: string) =>
    (await memories.put(memoryDraft(text), { fingerprint: cause, cause })).memory.id;
  for (let at = 0; at < 200; at += 1) await save(`The cart number ${at} rounds down in the sample's basket`, `a${at}`);
  const first = await save(`The zanzibarquokka is where the flumpetwizzl lives. ${"x".repeat(6000)}`, "first");
  for (let at = 0; at < 200; at += 1) await save(`The basket number ${at} is kept for a week by the shop`, `b${at}`);
  await memories.used([first], LATER);
  expect(found()).toEqual(WORDS);
  expect(await memories.forget(first, AT)).toBe(true);
  expect(found()).toEqual(WORDS);
  await memories.purge(LATER);
  expect(found()).toEqual([]);
  expect(await memories.match(["basket"], { chatId: 7, repositoryId: "any" }, 500)).toHaveLength(400);
});
test("what another process reads at that moment is emptied the next time", async () => {
  using folder = temporaryFolder();
  await using store = await openStore({ path: folder.at("sparks.db") });
  const { memories } = store;
  const { memory } = await memories.put(memoryDraft("Zanzibarquokka, once"), { fingerprint: "a", cause: "a" });
  const reader = new Database(folder.at("sparks.db"), { readonly: true });
  reader.exec("BEGIN");
  reader.prepare("SELECT count(*) FROM memories").get();
  await memories.forget(memory.id, AT);
  await memories.purge(LATER);
  reader.exec("ROLLBACK");
  reader.close();
  await memories.purge(LATER);
  expect(statSync(folder.at("sparks.db-wal")).size).toBe(0);
  expect(readFileSync(folder.at("sparks.db"), "latin1").toLowerCase()).not.toContain(WORDS[0]);
});
test("the same holds for what is too old or too much, and for words that were said otherwise later", async () => {
  using folder = temporaryFolder();
  await using store = await openStore({ path: folder.at("sparks.db") });
  const { memories } = store;
  const by = { kind: "person", userId: 7, name: "Ada" } as const;
  await memories.put(memoryDraft("Flumpetwizzle is on Mondays"), { fingerprint: "same", cause: "a" });
  await memories.put(memoryDraft("It is on Mondays", { by }), { fingerprint: "same", cause: "b" });
  await memories.put(memoryDraft("Zanzibarquokka, once"), { fingerprint: "old", cause: "c" });
  const bytes = () =>
    readdirSync(folder.path)
      .filter((name) => name.startsWith("sparks.db"))
      .map((name) => readFileSync(folder.at(name), "latin1").toLowerCase())
      .join("");
  expect(WORDS.filter((word) => bytes().includes(word))).toEqual(WORDS);
  await memories.prune({ before: LATER, mostPerChat: 100 });
  expect(WORDS.filter((word) => bytes().includes(word))).toEqual([]);
});
