import type { Migration } from "./migration.ts";

export const first: Migration = {
  version: 1,
  name: "first",
  // AUTOINCREMENT where an id is told to people or kept elsewhere: a removed row's id must never name another one.
  sql: `
CREATE TABLE inbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  source TEXT NOT NULL,
  source_id TEXT NOT NULL,
  content TEXT NOT NULL,
  done_at INTEGER,
  UNIQUE (source, source_id)
) STRICT;
CREATE INDEX inbox_pending ON inbox (id) WHERE done_at IS NULL;

CREATE TABLE outbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  content TEXT NOT NULL,
  version INTEGER NOT NULL,
  delivered_version INTEGER NOT NULL,
  dead TEXT,
  put_at INTEGER NOT NULL
) STRICT;
CREATE INDEX outbox_due ON outbox (id) WHERE delivered_version < version AND dead IS NULL;
CREATE TABLE outbox_parts (
  outbox_id INTEGER NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  chat_id INTEGER NOT NULL,
  message_id INTEGER NOT NULL,
  PRIMARY KEY (outbox_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX outbox_parts_message ON outbox_parts (chat_id, message_id);

CREATE TABLE users (
  user_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('owner', 'member')),
  since INTEGER NOT NULL
) STRICT;
CREATE TABLE strangers (user_id INTEGER PRIMARY KEY, refused_at INTEGER NOT NULL) STRICT;

CREATE TABLE repositories (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  source TEXT NOT NULL,
  mirror_id TEXT NOT NULL UNIQUE,
  added_at INTEGER NOT NULL
) STRICT;
CREATE TABLE chats (
  chat_id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('private', 'group')),
  owner_id INTEGER NOT NULL,
  title TEXT NOT NULL,
  repository_id INTEGER REFERENCES repositories (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX chats_private ON chats (owner_id) WHERE kind = 'private';

CREATE TABLE tasks (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  origin TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL,
  chat_id INTEGER,
  queued_at INTEGER,
  content TEXT NOT NULL,
  lease_holder TEXT,
  lease_until INTEGER,
  lease_token INTEGER NOT NULL DEFAULT 0,
  CHECK ((lease_holder IS NULL) = (lease_until IS NULL)),
  CHECK ((state = 'queued') = (queued_at IS NOT NULL))
) STRICT;
CREATE INDEX tasks_state ON tasks (state, queued_at, id);
CREATE TABLE steps (
  task_id INTEGER NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (task_id, position)
) STRICT;
CREATE TABLE approvals (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  task_id INTEGER NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
  hash TEXT NOT NULL,
  state TEXT NOT NULL,
  content TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX approvals_open ON approvals (task_id, hash) WHERE state IN ('pending', 'approved');
CREATE INDEX approvals_pending ON approvals (id) WHERE state = 'pending';

CREATE TABLE conversations (
  chat_id INTEGER NOT NULL,
  user_id INTEGER NOT NULL,
  content TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (chat_id, user_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE runs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  repository_id INTEGER NOT NULL,
  commit_hash TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  report TEXT,
  CHECK ((report IS NULL) = (ended_at IS NULL))
) STRICT;

CREATE TABLE activity (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  task_id INTEGER,
  content TEXT NOT NULL
) STRICT;
CREATE INDEX activity_task ON activity (task_id, id) WHERE task_id IS NOT NULL;
`,
};
