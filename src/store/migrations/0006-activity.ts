import type { Migration } from "./migration.ts";

export const activity: Migration = {
  version: 6,
  name: "activity",
  // What stood in the old table has no hashes and little to search: the record begins anew.
  sql: `
DROP TABLE activity;
CREATE TABLE activity (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  chat_id INTEGER,
  user_id INTEGER,
  task_id INTEGER,
  run_id INTEGER,
  spark TEXT,
  tool TEXT,
  summary TEXT NOT NULL,
  content TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX activity_task ON activity (task_id, id) WHERE task_id IS NOT NULL;
CREATE INDEX activity_chat ON activity (chat_id, id) WHERE chat_id IS NOT NULL;
CREATE INDEX activity_kind ON activity (kind, id);
CREATE INDEX activity_at ON activity (at);
CREATE TABLE activity_ends (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  first_id INTEGER NOT NULL,
  first_hash TEXT NOT NULL,
  last_id INTEGER NOT NULL,
  last_hash TEXT NOT NULL,
  bytes INTEGER NOT NULL
) STRICT;
INSERT INTO activity_ends VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000', 0, '0000000000000000000000000000000000000000000000000000000000000000', 0);
CREATE VIRTUAL TABLE activity_words USING fts5 (
  words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
`,
};
