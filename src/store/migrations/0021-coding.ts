import type { Migration } from "./migration.ts";

/** Which coding CLI a chat's tasks use, and which models of them, as JSON. */
export const coding: Migration = {
  version: 21,
  name: "coding",
  sql: `ALTER TABLE chats ADD COLUMN coding TEXT;`,
};
