import { describe, expect, test } from "vitest";
import type { MemoryDraft, MemoryPlace, MemoryStore } from "../../src/core/ports/memory.ts";
import { instant } from "../../src/lib/time.ts";

const AT = instant(1_700_000_000_000);
const ADA = 7;
const GROUP = -100;
const IN_PRIVATE: MemoryPlace = { chatId: ADA, repositoryId: "any" };
const IN_GROUP: MemoryPlace = { chatId: GROUP, repositoryId: "any" };

export function memoryDraft(text: string, more: Partial<MemoryDraft> = {}): MemoryDraft {
  const by = { kind: "task", taskId: 1, spark: "coder" } as const;
  return { kind: "fact", text, chatId: ADA, repositoryId: 1, by, read: [], warning: null, savedAt: AT, ...more };
}
const keyOf = (text: string, cause = text) => ({ fingerprint: text.toLowerCase(), cause });
const put = (store: MemoryStore, text: string, more: Partial<MemoryDraft> = {}) =>
  store.put(memoryDraft(text, more), keyOf(text));
const textsOf = (found: readonly { memory: { text: string } }[]) => found.map(({ memory }) => memory.text);

/** What every store of memories promises. */
export function describeMemories(name: string, open: () => Promise<{ memories: MemoryStore } & AsyncDisposable>): void {
  describe(`memories of ${name}`, () => {
    test("keeps what was saved, and saves once what one cause saves twice", async () => {
      await using opened = await open();
      const { memories } = opened;
      const draft = memoryDraft("The cart rounds down", { read: ["repository", "web"], warning: "it gives orders" });
      const saved = await memories.put(draft, keyOf("cart", "task:1:call:3"));
      expect(saved).toMatchObject({ was: "new", memory: { ...draft, shared: false, saves: 1, uses: 0, usedAt: null } });
      expect(await memories.put(draft, keyOf("cart", "task:1:call:3"))).toEqual(saved);
      expect(await memories.get(saved.memory.id)).toEqual(saved.memory);
      expect((await memories.list(IN_PRIVATE, { offset: 0, limit: 9 })).total).toBe(1);
    });
    test("counts an equal text up; only a person's word changes whose it is", async () => {
      await using opened = await open();
      const { memories } = opened;
      await memories.put(memoryDraft("We use pnpm", { read: ["web"] }), keyOf("pnpm", "a"));
      const later = instant(AT + 5);
      const again = await memories.put(memoryDraft("we use PNPM", { savedAt: later }), keyOf("pnpm", "b"));
      expect(again).toMatchObject({
        was: "known",
        memory: { text: "We use pnpm", read: ["web"], saves: 2, savedAt: later },
      });
      const by = { kind: "person", userId: ADA, name: "Ada" } as const;
      const told = await memories.put(memoryDraft("We use pnpm!", { by }), keyOf("pnpm", "c"));
      expect(told.memory).toMatchObject({ text: "We use pnpm!", by, read: [], saves: 3 });
      const spark = await memories.put(memoryDraft("we use pnpm", { read: ["mcp"] }), keyOf("pnpm", "d"));
      expect(spark.memory).toMatchObject({ by, read: [], saves: 4 });
      // The same words elsewhere are another memory.
      expect((await memories.put(memoryDraft("we use pnpm", { chatId: GROUP }), keyOf("pnpm", "e"))).was).toBe("new");
      expect((await memories.put(memoryDraft("we use pnpm", { repositoryId: null }), keyOf("pnpm", "f"))).was).toBe(
        "new",
      );
    });
    test("finds by any of the words, the better fit first, and tells how many it holds", async () => {
      await using opened = await open();
      const { memories } = opened;
      await put(memories, "the build needs node twenty-two");
      await put(memories, "the cart total rounds each line");
      await put(memories, "the deploy needs a token of the registry");
      expect(await memories.frequencies(["needs", "cart", "nothing"])).toEqual([2, 1, 0]);
      const found = await memories.match(["cart", "rounds", "needs"], IN_PRIVATE, 9);
      expect(textsOf(found)[0]).toBe("the cart total rounds each line");
      expect(found.map(({ held }) => held)).toEqual([2, 1, 1]);
      expect(found.every(({ relevance }) => relevance > 0)).toBe(true);
      expect(await memories.match(["cart", "rounds", "needs"], IN_PRIVATE, 1)).toHaveLength(1);
      expect(await memories.match(["elsewhere"], IN_PRIVATE, 9)).toEqual([]);
      expect(await memories.match([], IN_PRIVATE, 9)).toEqual([]);
    });
    test("nothing in a word is an operator", async () => {
      await using opened = await open();
      await put(opened.memories, "cart OR total");
      for (const word of ['"', "cart*", "NEAR(", "a:b", "\0", "-cart", "(", "'"])
        expect(await opened.memories.match([word], IN_PRIVATE, 9)).toBeInstanceOf(Array);
    });
    test("what was said in one chat is seen in no other, until it is shared, and then with its repository alone", async () => {
      await using opened = await open();
      const { memories } = opened;
      const { memory } = await put(memories, "private cart");
      const { memory: loose } = await put(memories, "loose cart", { repositoryId: null });
      await put(memories, "group cart", { chatId: GROUP });
      await put(memories, "terminal cart", { chatId: null });
      const seen = async (place: MemoryPlace) => [
        textsOf(await memories.match(["cart"], place, 9)).toSorted(),
        (await memories.list(place, { offset: 0, limit: 9 })).memories.map(({ text }) => text).toSorted(),
      ];
      expect(await seen(IN_GROUP)).toEqual([["group cart"], ["group cart"]]);
      expect(await seen(IN_PRIVATE)).toEqual([
        ["loose cart", "private cart"],
        ["loose cart", "private cart"],
      ]);
      expect(await seen({ chatId: null, repositoryId: 1 })).toEqual([["terminal cart"], ["terminal cart"]]);
      expect(await seen({ chatId: ADA, repositoryId: 2 })).toEqual([["loose cart"], ["loose cart"]]);
      expect(await memories.share(loose.id)).toBeNull();
      expect(await memories.share(memory.id)).toMatchObject({ shared: true });
      const both = ["group cart", "private cart"];
      expect(await seen(IN_GROUP)).toEqual([both, both]);
      expect(await seen({ chatId: GROUP, repositoryId: 1 })).toEqual([both, both]);
      expect(await seen({ chatId: GROUP, repositoryId: 2 })).toEqual([[], []]);
      expect(await seen({ chatId: GROUP, repositoryId: null })).toEqual([[], []]);
    });
    test("turns pages, newest first", async () => {
      await using opened = await open();
      for (const text of ["one", "two", "three"]) await put(opened.memories, text);
      const page = await opened.memories.list(IN_PRIVATE, { offset: 1, limit: 1 });
      expect(page).toMatchObject({ total: 3, memories: [{ text: "two" }] });
    });
    test("forgets at once and takes it back, unless it was said again or is gone for good", async () => {
      await using opened = await open();
      const { memories } = opened;
      const { memory } = await put(memories, "a cart");
      expect(await memories.forget(memory.id, AT)).toBe(true);
      expect(await memories.forget(memory.id, AT)).toBe(false);
      expect(await memories.get(memory.id)).toBeNull();
      expect(await memories.match(["cart"], IN_PRIVATE, 9)).toEqual([]);
      expect(await memories.restore(memory.id)).toBe(true);
      expect(await memories.restore(memory.id)).toBe(false);
      expect(textsOf(await memories.match(["cart"], IN_PRIVATE, 9))).toEqual(["a cart"]);
      await memories.forget(memory.id, AT);
      const again = await put(memories, "a cart");
      expect(again.was).toBe("new");
      expect(await memories.restore(memory.id)).toBe(false);
      await memories.forget(again.memory.id, instant(AT + 10));
      await memories.purge(instant(AT + 5));
      expect(await memories.restore(memory.id)).toBe(false);
      expect(await memories.restore(again.memory.id)).toBe(true);
    });
    test("prunes what nobody said or used for long, and the least used of a chat that has too many", async () => {
      await using opened = await open();
      const { memories } = opened;
      const by = { kind: "person", userId: ADA, name: "Ada" } as const;
      const at = (ms: number) => ({ savedAt: instant(AT + ms) });
      const ids: number[] = [];
      for (const [text, more] of [
        ["old", at(0)],
        ["old but used", at(0)],
        ["spark's newer", at(30)],
        ["spark's older", at(20)],
        ["Ada's", { ...at(10), by }],
      ] as const)
        ids.push((await put(memories, text, more)).memory.id);
      await put(memories, "elsewhere", { ...at(10), chatId: GROUP });
      await memories.used([ids[1] ?? 0, 999], instant(AT + 40));
      expect(await memories.get(ids[1] ?? 0)).toMatchObject({ uses: 1, usedAt: AT + 40 });
      expect(await memories.prune({ before: instant(AT + 10), mostPerChat: 3 })).toBe(2);
      const left = await memories.list(IN_PRIVATE, { offset: 0, limit: 9 });
      expect(left.memories.map(({ text }) => text).toSorted()).toEqual(["Ada's", "old but used", "spark's newer"]);
      expect(textsOf(await memories.match(["old"], IN_PRIVATE, 9))).toEqual(["old but used"]);
      expect((await memories.list(IN_GROUP, { offset: 0, limit: 9 })).total).toBe(1);
    });
  });
}
