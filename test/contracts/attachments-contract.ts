import { describe, expect, test } from "vitest";
import type { AttachmentContent } from "../../src/core/ports/attachments.ts";
import type { Store } from "../../src/core/ports/store.ts";
import { instant } from "../../src/lib/time.ts";
import { AT, task } from "./store-samples.ts";

const sent = (rowId: number, album: string | null = null) => ({
  rowId,
  chatId: 5,
  userId: 7,
  messageId: rowId + 100,
  album,
  receivedAt: AT,
  file: { fileId: `f${rowId}`, name: "a.log", bytes: 3, forwarded: false },
  note: null,
});
const CONTENT: AttachmentContent = { hash: "ab".repeat(32), bytes: 3, kind: "text", what: "text", mime: null };

/** What every store promises about files that people send. */
export function describeAttachments(name: string, open: () => Promise<Store & AsyncDisposable>): void {
  describe(`files of ${name}`, () => {
    test("a file is kept once a message, and found by each of its names", async () => {
      await using store = await open();
      const first = await store.attachments.add(sent(1));
      expect(await store.attachments.add({ ...sent(1), note: "again" })).toEqual(first);
      const second = await store.attachments.add(sent(2));
      await store.attachments.loaded(second.id, CONTENT);
      expect(await store.attachments.get([second.id, 99, first.id])).toEqual([first, { ...second, content: CONTENT }]);
      expect(await store.attachments.get([])).toEqual([]);
      expect(await store.attachments.ofRow(2)).toEqual({ ...second, content: CONTENT });
      expect(await store.attachments.ofMessage(5, 101)).toEqual(first);
      expect(await store.attachments.ofMessage(6, 101)).toBeNull();
      await store.attachments.remove([first.id]);
      expect(await store.attachments.ofRow(1)).toBeNull();
    });
    test("an album has one message that acts, and keeps it whatever part comes later", async () => {
      await using store = await open();
      for (const row of [1, 2]) await store.attachments.add(sent(row, "9"));
      await store.attachments.add(sent(3, "8"));
      expect(await store.attachments.leadOf(5, "9")).toBeNull();
      expect(await store.attachments.lead(5, "9", 2)).toBe(2);
      expect(await store.attachments.lead(5, "9", 1)).toBe(2);
      await store.attachments.add(sent(4, "9"));
      expect(await store.attachments.lead(5, "9", 4)).toBe(2);
      expect(await store.attachments.leadOf(5, "9")).toBe(2);
      expect(await store.attachments.leadOf(5, "8")).toBeNull();
      expect((await store.attachments.ofAlbum(5, "9")).map(({ rowId }) => rowId)).toEqual([1, 2, 4]);
    });
    test("a task has each file once, in the order given, and keeps it from being forgotten while it is open", async () => {
      await using store = await open();
      const ids = [];
      for (const row of [1, 2, 3]) ids.push((await store.attachments.add(sent(row))).id);
      const [a = 0, b = 0, c = 0] = ids;
      for (const id of [a, b]) await store.attachments.loaded(id, CONTENT);
      const planned = await store.tasks.add(task("one"));
      await store.attachments.give(planned.id, [{ id: b, name: "b", givenBy: null }]);
      await store.attachments.give(planned.id, [
        { id: b, name: "other", givenBy: 8 },
        { id: a, name: "a", givenBy: 8 },
      ]);
      await store.attachments.give(planned.id, []);
      const files = await store.attachments.ofTask(planned.id);
      expect(files.map(({ name, givenBy, attachment }) => [name, givenBy, attachment.id])).toEqual([
        ["b", null, b],
        ["a", 8, a],
      ]);
      expect(await store.attachments.contents()).toEqual([{ hash: CONTENT.hash, bytes: 3 }]);
      expect(await store.attachments.removeOld(AT)).toBe(0);
      expect(await store.attachments.removeOld(instant(AT + 1))).toBe(1);
      expect((await store.attachments.get([a, b, c])).map(({ id }) => id)).toEqual([a, b]);
      await store.tasks.move({ ...planned, state: { kind: "cancelled", at: AT } }, planned.state.kind);
      expect(await store.attachments.removeOld(instant(AT + 1))).toBe(2);
      expect(await store.attachments.ofTask(planned.id)).toEqual([]);
      expect(await store.attachments.contents()).toEqual([]);
    });
  });
}
