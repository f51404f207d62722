import type { Migration } from "./migration.ts";

export const watches: Migration = {
  version: 7,
  name: "watches",
  sql: `
CREATE TABLE watches (
  chat_id INTEGER PRIMARY KEY,
  thread_id INTEGER,
  row_id INTEGER NOT NULL,
  until_at INTEGER NOT NULL,
  words TEXT NOT NULL,
  after_id INTEGER NOT NULL,
  seen INTEGER NOT NULL
) STRICT;
`,
};
