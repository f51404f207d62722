import type { Migration } from "./migration.ts";

/** How far work in a chat, and on a repository, may go by itself. */
export const levels: Migration = {
  version: 15,
  name: "levels",
  sql: `
    ALTER TABLE chats ADD COLUMN level INTEGER CHECK (level BETWEEN 1 AND 5);
    ALTER TABLE repositories ADD COLUMN level INTEGER CHECK (level BETWEEN 1 AND 5);`,
};
