import { mkdirSync, utimesSync } from "node:fs";
import { expect, test } from "vitest";
import { startFileRetention } from "../../src/core/attachments/retention.ts";
import type { Event } from "../../src/core/events.ts";
import { DAY_MS, HOUR_MS, instant } from "../../src/lib/time.ts";
import { createAttachmentShelf } from "../../src/store/attachment-shelf.ts";
import { openStore } from "../../src/store/store.ts";
import { task } from "../contracts/store-samples.ts";
import { temporaryFolder } from "../support/folder.ts";
import { createHandClock } from "../support/hand-clock.ts";

const LONG_AGO = new Date(0);

test("what no open task has is forgotten after its time, bytes and all; what a task has stays until it has ended", async () => {
  using folder = temporaryFolder();
  mkdirSync(folder.at("files"));
  const shelf = createAttachmentShelf({ folder: folder.at("files") });
  await using store = await openStore({ path: ":memory:" });
  const clock = createHandClock();
  const events: Event[] = [];
  const keep = async (rowId: number, content: string) => {
    const hash = await shelf.put(Buffer.from(content));
    utimesSync(folder.at("files", hash), LONG_AGO, LONG_AGO);
    const { id } = await store.attachments.add({
      rowId,
      chatId: 5,
      userId: 7,
      messageId: rowId,
      album: null,
      receivedAt: instant(0),
      file: { fileId: "f", name: "a.log", bytes: 5, forwarded: false },
      note: null,
    });
    await store.attachments.loaded(id, { hash, bytes: content.length, kind: "text", what: "text", mime: null });
    return { id, hash };
  };
  const [loose, given, twice] = [await keep(1, "loose"), await keep(2, "given"), await keep(3, "given")];
  const stray = await shelf.put(Buffer.from("stray"));
  utimesSync(folder.at("files", stray), LONG_AGO, LONG_AGO);
  const planned = await store.tasks.add(task("one"));
  await store.attachments.give(planned.id, [{ id: given.id, name: "a.log", givenBy: null }]);
  const known = async () => (await store.attachments.get([loose.id, given.id, twice.id])).map(({ id }) => id);
  const there = async () => Promise.all([loose.hash, given.hash, stray].map(async (hash) => shelf.has(hash)));
  const { attachments } = store;
  await using _ = startFileRetention({
    attachments,
    shelf,
    clock,
    emit: (event) => events.push(event),
    keepMs: () => DAY_MS,
  });
  await clock.untilSleeping(HOUR_MS);
  expect([await known(), await there()]).toEqual([
    [loose.id, given.id, twice.id],
    [true, true, false],
  ]);
  clock.advance(DAY_MS + HOUR_MS);
  await expect.poll(async () => [await known(), await there()]).toEqual([[given.id], [false, true, false]]);
  await store.tasks.move({ ...planned, state: { kind: "cancelled", at: instant(1) } }, planned.state.kind);
  clock.advance(2 * HOUR_MS);
  await expect.poll(async () => [await known(), await there()]).toEqual([[], [false, false, false]]);
  expect(events).toEqual([]);
});
