import fc from "fast-check";
import { expect, test } from "vitest";
import { memoryDraft } from "../../test/contracts/memories-contract.ts";
import { openStore } from "../store/store.ts";
import { createHandClock } from "../../test/support/hand-clock.ts";
import { DAY_MS, HOUR_MS } from "../lib/time.ts";
import { createMemories } from "./memories.ts";
import { contentWords, plainText, rarest } from "./words.ts";

const PLACE = { chatId: 7, repositoryId: 1 } as const;
async function open() {
  const store = await openStore({ path: ":memory:" });
  const clock = createHandClock();
  const options = { halfLifeDays: 30, keepDays: 365, mostPerChat: 100 };
  const memories = createMemories(() => options, { store: store.memories, clock });
  const save = (text: string, cause = text) => memories.save(memoryDraft(text, { savedAt: clock.now() }), cause);
  const find = async (query: string) =>
    (await memories.search(query, { place: PLACE, limit: 5 })).map(({ memory }) => memory.text);
  return { memories, clock, save, find, [Symbol.asyncDispose]: () => store[Symbol.asyncDispose]() };
}

test("a question in a sentence finds what holds its rare words, in whatever form of the word", async () => {
  await using it = await open();
  await it.save("The cart rounds every line before it adds them up");
  await it.save("Deployments of the shop happen on Mondays");
  await it.save("Tests of the shop need a database");
  expect(await it.find("Why is the rounding of the carts wrong?")).toEqual([
    "The cart rounds every line before it adds them up",
  ]);
  expect((await it.find("when does the shop happen to be deployed on a monday"))[0]).toBe(
    "Deployments of the shop happen on Mondays",
  );
  expect(await it.find("the and of")).not.toEqual([]);
  expect(await it.find("")).toEqual([]);
  const [found] = await it.memories.search("cart rounding elsewhere", { place: PLACE, limit: 5 });
  expect(found?.words).toEqual({ held: 2, of: 3 });
});
test("texts that differ in case, spaces and punctuation are one memory; other words are another", async () => {
  await using it = await open();
  await it.save("We use pnpm, never npm.", "a");
  expect(await it.save("we  use PNPM never npm", "b")).toMatchObject({ was: "known", memory: { saves: 2 } });
  expect((await it.save("We use npm, never pnpm.", "c")).was).toBe("new");
});
test("of two that fit alike the newer comes first, and a better fit of two years ago before both", async () => {
  await using it = await open();
  await it.save("The staging token lives in the vault named harbour");
  it.clock.advance(700 * DAY_MS);
  await it.save("The staging server was alpha");
  it.clock.advance(30 * DAY_MS);
  await it.save("The staging server was omega");
  expect(await it.find("staging token vault")).toMatchObject([expect.stringContaining("harbour"), {}, {}]);
  expect((await it.find("staging server"))[0]).toContain("omega");
});
test("what was forgotten can be taken back for an hour, and what nobody used for a year is forgotten", async () => {
  await using it = await open();
  const { memory } = await it.save("The first thing");
  const { memory: other } = await it.save("The second thing");
  await it.memories.forget(memory.id);
  it.clock.advance(HOUR_MS - 1);
  expect(await it.memories.tidy()).toBe(0);
  expect(await it.memories.restore(memory.id)).toBe(true);
  await it.memories.forget(memory.id);
  it.clock.advance(HOUR_MS + 1);
  await it.memories.tidy();
  expect(await it.memories.restore(memory.id)).toBe(false);
  it.clock.advance(200 * DAY_MS);
  await it.memories.used([other.id]);
  it.clock.advance(200 * DAY_MS);
  expect(await it.memories.tidy()).toBe(0);
  it.clock.advance(166 * DAY_MS);
  expect(await it.memories.tidy()).toBe(1);
  expect(await it.memories.get(other.id, PLACE)).toBeNull();
});
test("no question breaks a search", async () => {
  await using it = await open();
  await it.save('a "quoted" thing: NEAR(x) OR y* -z');
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary" }), async (query) => {
      expect(await it.find(query)).toBeInstanceOf(Array);
    }),
  );
});
test("of the words of a question those count that say something, the rarest first, and at most eight", () => {
  expect(contentWords("Why is the Cart's total  WRONG? why")).toEqual(["cart", "s", "total", "wrong"]);
  expect(contentWords("to be or not to be")).toEqual(["to", "be", "or", "not"]);
  expect(rarest(["a", "b", "c"], [5, 0, 1])).toEqual(["c", "a"]);
  const many = Array.from({ length: 20 }, (_, at) => `w${at}`);
  expect(
    rarest(
      many,
      many.map((_, at) => 20 - at),
    ),
  ).toEqual(many.slice(12).toReversed());
  expect(plainText("  Zażółć, «GĘŚLĄ» — jaźń!  ")).toBe("zażółć gęślą jaźń");
});
