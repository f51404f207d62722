import type { Migration } from "./migration.ts";

export const locale: Migration = {
  version: 14,
  name: "locale",
  sql: `
    ALTER TABLE chats ADD COLUMN locale TEXT;
    ALTER TABLE chats ADD COLUMN zone TEXT;
    ALTER TABLE chats ADD COLUMN language TEXT;`,
};
