import type { OutboxReceipt, OutboxRow, OutboxStore } from "../../src/core/ports/store.ts";
import { canonicalJson } from "../../src/lib/canonical-json.ts";

/** An outbox that keeps its rows in memory, in the order of the first put. */
export function createMemoryOutbox(): OutboxStore {
  const rows = new Map<string, OutboxRow>();
  const noted = (row: OutboxRow, { messageIds, deliveredVersion, dead, chatId }: OutboxReceipt): OutboxRow => ({
    ...row,
    messageIds: [...messageIds],
    shownIn: messageIds.length === 0 ? null : (chatId ?? row.shownIn ?? row.message.chat.chatId),
    deliveredVersion: deliveredVersion ?? row.deliveredVersion,
    dead,
  });
  return {
    async put(message) {
      const before = rows.get(message.key);
      if (before !== undefined && canonicalJson(before.message) === canonicalJson(message)) return before;
      const row: OutboxRow = {
        key: message.key,
        message: structuredClone(message),
        version: (before?.version ?? 0) + 1,
        deliveredVersion: before?.deliveredVersion ?? 0,
        messageIds: before?.messageIds ?? [],
        shownIn: before?.shownIn ?? null,
        dead: null,
      };
      rows.set(message.key, row);
      return row;
    },
    settled: () => Promise.resolve(),
    due: async () => [...rows.values()].filter((row) => row.dead === null && row.deliveredVersion < row.version),
    get: async (key) => rows.get(key) ?? null,
    async receipt(key, receipt) {
      const row = rows.get(key);
      if (row === undefined) throw new Error(`No message named ${key} was put, so none can have been delivered`);
      rows.set(key, noted(row, receipt));
    },
    byMessage: async (chatId, messageId) =>
      [...rows.values()].find(({ shownIn, messageIds }) => shownIn === chatId && messageIds.includes(messageId)) ??
      null,
  };
}
