import { describe, expect, test } from "vitest";
import type { OutboxStore } from "../../src/core/ports/store.ts";
import { AT, LATER, outgoing } from "./store-samples.ts";

/** What every outbox promises. `open` gives an empty one, closed at the end of each test. */
export function describeOutbox(
  name: string,
  open: () => Promise<{ readonly outbox: OutboxStore } & AsyncDisposable>,
): void {
  describe(`outbox of ${name}`, () => {
    test("counts a version up for other content and not for the same", async () => {
      await using store = await open();
      const first = await store.outbox.put(outgoing("k", "one"), AT);
      expect(first).toEqual({
        key: "k",
        message: outgoing("k", "one"),
        version: 1,
        deliveredVersion: 0,
        messageIds: [],
        shownIn: null,
        dead: null,
      });
      expect(await store.outbox.put(outgoing("k", "one"), LATER)).toEqual(first);
      expect((await store.outbox.put(outgoing("k", "two"), LATER)).version).toBe(2);
      expect((await store.outbox.get("k"))?.message).toEqual(outgoing("k", "two"));
      expect(await store.outbox.get("other")).toBeNull();
    });
    test("content is the same whatever the order of its fields", async () => {
      await using store = await open();
      const { anchor, blocks, ...rest } = outgoing("k", "one");
      await store.outbox.put({ anchor, blocks, ...rest }, AT);
      expect((await store.outbox.put({ ...rest, blocks, anchor }, AT)).version).toBe(1);
    });
    test("what is not delivered is due, in the order of the first put", async () => {
      await using store = await open();
      for (const key of ["b", "a", "c"]) await store.outbox.put(outgoing(key, "one"), AT);
      await store.outbox.put(outgoing("b", "two"), LATER);
      await store.outbox.receipt("a", { messageIds: [11, 10], deliveredVersion: 1, dead: null });
      expect((await store.outbox.due()).map((row) => row.key)).toEqual(["b", "c"]);
      await store.outbox.put(outgoing("a", "two"), LATER);
      const due = await store.outbox.due();
      expect(due.map((row) => row.key)).toEqual(["b", "a", "c"]);
      expect(due[1]).toMatchObject({ version: 2, deliveredVersion: 1, messageIds: [11, 10] });
    });
    test("a receipt without a version notes the messages and leaves the row due", async () => {
      await using store = await open();
      await store.outbox.put(outgoing("k", "one"), AT);
      await store.outbox.receipt("k", { messageIds: [4], deliveredVersion: null, dead: null });
      expect(await store.outbox.due()).toMatchObject([{ key: "k", messageIds: [4], deliveredVersion: 0 }]);
    });
    test("a receipt for a version that was replaced meanwhile leaves the new one due", async () => {
      await using store = await open();
      await store.outbox.put(outgoing("k", "one"), AT);
      await store.outbox.put(outgoing("k", "two"), AT);
      await store.outbox.receipt("k", { messageIds: [4], deliveredVersion: 1, dead: null });
      expect(await store.outbox.due()).toMatchObject([{ key: "k", version: 2, deliveredVersion: 1 }]);
    });
    test("where a message stands is kept, also when it is not its own chat", async () => {
      await using store = await open();
      const { chat } = outgoing("k", "one");
      await store.outbox.put(outgoing("k", "one"), AT);
      await store.outbox.receipt("k", { messageIds: [4], deliveredVersion: null, dead: null });
      expect((await store.outbox.get("k"))?.shownIn).toBe(chat.chatId);
      await store.outbox.receipt("k", { messageIds: [4], deliveredVersion: null, dead: null, chatId: 77 });
      await store.outbox.receipt("k", { messageIds: [4, 5], deliveredVersion: 1, dead: null });
      expect((await store.outbox.get("k"))?.shownIn).toBe(77);
      expect((await store.outbox.byMessage(77, 5))?.key).toBe("k");
      expect(await store.outbox.byMessage(chat.chatId, 5)).toBeNull();
    });
    test("what is dead is not due until it says something else", async () => {
      await using store = await open();
      await store.outbox.put(outgoing("k", "one"), AT);
      await store.outbox.receipt("k", { messageIds: [], deliveredVersion: null, dead: "blocked" });
      expect(await store.outbox.due()).toEqual([]);
      expect((await store.outbox.put(outgoing("k", "one"), AT)).dead).toBe("blocked");
      expect((await store.outbox.put(outgoing("k", "two"), AT)).dead).toBeNull();
      expect(await store.outbox.due()).toHaveLength(1);
    });
    test("finds the row by any message it stands in, in its own chat only", async () => {
      await using store = await open();
      await store.outbox.put(outgoing("k", "one"), AT);
      await store.outbox.receipt("k", { messageIds: [4, 5], deliveredVersion: 1, dead: null });
      expect((await store.outbox.byMessage(5, 5))?.key).toBe("k");
      expect(await store.outbox.byMessage(6, 5)).toBeNull();
      await store.outbox.receipt("k", { messageIds: [4], deliveredVersion: 1, dead: null });
      expect(await store.outbox.byMessage(5, 5)).toBeNull();
    });
    test("a receipt for what was never put is a mistake", async () => {
      await using store = await open();
      await expect(store.outbox.receipt("k", { messageIds: [], deliveredVersion: 1, dead: null })).rejects.toThrow(
        /k/u,
      );
    });
  });
}
