import type { Migration } from "./migration.ts";

export const rich: Migration = {
  version: 11,
  name: "rich",
  sql: `ALTER TABLE chats ADD COLUMN rich TEXT CHECK (rich IN ('auto', 'on', 'off'));`,
};
