import type { Migration } from "./migration.ts";

export const knobs: Migration = {
  version: 3,
  name: "knobs",
  sql: `
CREATE TABLE knobs (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  set_by INTEGER NOT NULL,
  set_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
ALTER TABLE chats ADD COLUMN model TEXT;
`,
};
