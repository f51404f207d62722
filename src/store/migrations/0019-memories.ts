import type { Migration } from "./migration.ts";

export const memories: Migration = {
  version: 19,
  name: "memories",
  sql: `
CREATE TABLE memories (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  chat_id INTEGER,
  repository_id INTEGER,
  shared INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,
  cause TEXT NOT NULL,
  by_person INTEGER NOT NULL,
  saved_at INTEGER NOT NULL,
  saves INTEGER NOT NULL,
  uses INTEGER NOT NULL,
  used_at INTEGER,
  forgotten_at INTEGER,
  content TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX memories_equal ON memories (ifnull(chat_id, 0), ifnull(repository_id, 0), fingerprint) WHERE forgotten_at IS NULL;
CREATE INDEX memories_chat ON memories (chat_id, id);
CREATE INDEX memories_forgotten ON memories (forgotten_at) WHERE forgotten_at IS NOT NULL;
CREATE VIRTUAL TABLE memory_words USING fts5 (
  words, content = '', contentless_delete = 1, tokenize = 'porter unicode61 remove_diacritics 2'
);
`,
};
