import * as fc from "fast-check";
import { mkdtempSync, readFileSync, rmSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openJournal, readJournal } from "./journal.ts";
import type { Change } from "./state.ts";

const folder = mkdtempSync(join(tmpdir(), "journal-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const chat: Change = {
  t: "chat",
  chat: {
    chat: { id: 5, type: "private", first_name: "A" },
    memberIds: [5],
    botStatus: "member",
    pinned: [],
    topics: [],
  },
};
const message = (id: number): Change => ({
  t: "message",
  message: { message_id: id, date: 1, chat: { id: 5, type: "private", first_name: "A" }, text: `text ${id} é😀` },
});

test("wherever the last line is torn, all lines before it are read and nothing of it is", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), fc.nat(), (count, cut) => {
      const lines = Array.from({ length: count }, (_, index) => JSON.stringify([message(index + 1)]));
      const last = lines.at(-1) ?? "";
      const kept = lines
        .slice(0, -1)
        .map((line) => `${line}\n`)
        .join("");
      const torn = kept + last.slice(0, cut % (last.length + 1));
      expect(readJournal(torn, "j")).toHaveLength(count - 1);
      expect(readJournal(`${kept}${last}\n`, "j")).toHaveLength(count);
    }),
  );
});

test("a torn line is gone after opening, and what is appended then can be read", () => {
  const place = join(folder, "torn");
  const first = openJournal(place);
  first.journal.append([chat, message(1)]);
  first.journal.append([message(2)]);
  first.journal[Symbol.dispose]();
  const path = join(place, "journal.jsonl");
  truncateSync(path, readFileSync(path).byteLength - 7);
  const second = openJournal(place);
  expect([...(second.state.chats.get(5)?.messages.keys() ?? [])]).toEqual([1]);
  second.journal.append([message(3)]);
  second.journal[Symbol.dispose]();
  const third = openJournal(place);
  third.journal[Symbol.dispose]();
  expect([...(third.state.chats.get(5)?.messages.keys() ?? [])]).toEqual([1, 3]);
  expect(
    readFileSync(path, "utf8")
      .split("\n")
      .every((line) => line === "" || Array.isArray(JSON.parse(line))),
  ).toBe(true);
});

test("a damaged line in the middle is not skipped but said", () => {
  expect(() => readJournal('[]\n{"t":\n[]\n', "/x/journal.jsonl")).toThrow(
    "Line 2 of the chat journal /x/journal.jsonl cannot be read",
  );
});

test("opening shortens the journal: a message edited a hundred times is one line", () => {
  const place = join(folder, "short");
  const opened = openJournal(place);
  opened.journal.append([chat]);
  for (let i = 0; i < 100; i++) opened.journal.append([message(1)]);
  opened.journal[Symbol.dispose]();
  openJournal(place).journal[Symbol.dispose]();
  const text = readFileSync(join(place, "journal.jsonl"), "utf8");
  expect(text.match(/"t":"message"/g)).toHaveLength(1);
});

test("ids are not given twice after the newest message was deleted", () => {
  const place = join(folder, "ids");
  const opened = openJournal(place);
  opened.journal.append([chat, message(7), { t: "delete", chatId: 5, ids: [7] }]);
  opened.journal[Symbol.dispose]();
  openJournal(place).journal[Symbol.dispose]();
  const again = openJournal(place);
  again.journal[Symbol.dispose]();
  expect(again.state.chats.get(5)?.lastId).toBe(7);
});
