import { describe, expect, test } from "vitest";
import type { Store } from "../../src/core/ports/store.ts";
import { AT, incoming, LATER } from "./store-samples.ts";

/** What every inbox promises. */
export function describeInbox(name: string, open: () => Promise<Pick<Store, "inbox"> & AsyncDisposable>): void {
  describe(`inbox of ${name}`, () => {
    test("keeps an update once, whoever delivers it again", async () => {
      await using store = await open();
      const [first] = await store.inbox.add(incoming("1"));
      expect(first?.incoming).toEqual(incoming("1"));
      expect(await store.inbox.add(incoming("1", "again"), incoming("2"), incoming("2"))).toEqual([
        null,
        expect.objectContaining({ incoming: incoming("2") }),
        null,
      ]);
      expect(await store.inbox.add({ ...incoming("1"), source: "terminal" })).not.toContain(null);
      expect(await store.inbox.pending()).toHaveLength(3);
    });
    test("gives what is not done, oldest first, and knows a done one still", async () => {
      await using store = await open();
      const rows = [];
      for (const id of ["9", "8", "7"]) rows.push(...(await store.inbox.add(incoming(id))));
      await store.inbox.done(rows[1]?.id ?? 0, AT);
      await store.inbox.done(rows[1]?.id ?? 0, LATER);
      expect((await store.inbox.pending()).map((row) => row.incoming.sourceId)).toEqual(["9", "7"]);
      expect(await store.inbox.add(incoming("8"))).toEqual([null]);
    });
    test("keeps every kind of content as it was", async () => {
      await using store = await open();
      const {
        kind: _,
        text: __,
        replyTo: ___,
        messageId,
        ...origin
      } = { ...incoming("0"), kind: "text", text: "", replyTo: null, messageId: 1 };
      const all = [
        { ...origin, sourceId: "a", kind: "command", messageId, name: "stop", rest: "", replyTo: 2 },
        { ...origin, sourceId: "b", kind: "press", callbackId: "c", messageId, data: "v1:x" },
        { ...origin, sourceId: "c", kind: "draft-stopped", draftId: 5 },
        { ...origin, sourceId: "g", kind: "edited", messageId, text: "t" },
        { ...origin, sourceId: "h", kind: "reaction", messageId, emoji: ["👎"] },
        { ...origin, sourceId: "i", kind: "membership", member: true },
        {
          ...origin,
          sourceId: "j",
          kind: "text",
          messageId,
          text: "t",
          replyTo: 2,
          quoted: { text: "q", by: "other" },
          answered: { messageId: 2, file: { fileId: "f", name: "a.log", bytes: 3, forwarded: true } },
        },
        { ...origin, sourceId: "f", kind: "forwarded", messageId, text: "t" },
        { ...origin, sourceId: "e", kind: "voice", messageId, fileId: "f", name: "voice.ogg", seconds: 3 },
        {
          ...origin,
          sourceId: "k",
          kind: "file",
          messageId,
          file: { fileId: "f", name: "a.log", bytes: null, forwarded: true },
          said: { kind: "command", name: "plan", rest: "x" },
          replyTo: 4,
          album: "9",
          addressed: false,
        },
        { ...origin, sourceId: "d", kind: "unsupported", messageId, what: "a sticker" },
      ] as const;
      for (const one of all) await store.inbox.add(one);
      expect((await store.inbox.pending()).map((row) => row.incoming)).toEqual(all);
    });
  });
}
