import type { Migration } from "./migration.ts";

export const attachments: Migration = {
  version: 13,
  name: "attachments",
  sql: `
CREATE TABLE attachments (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  row_id INTEGER NOT NULL UNIQUE,
  chat_id INTEGER NOT NULL,
  user_id INTEGER NOT NULL,
  message_id INTEGER NOT NULL,
  album TEXT,
  lead_row INTEGER,
  received_at INTEGER NOT NULL,
  file TEXT NOT NULL,
  note TEXT,
  content TEXT,
  hash TEXT,
  bytes INTEGER
) STRICT;
CREATE INDEX attachments_message ON attachments (chat_id, message_id);
CREATE INDEX attachments_album ON attachments (chat_id, album) WHERE album IS NOT NULL;
CREATE TABLE task_files (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  task_id INTEGER NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
  attachment_id INTEGER NOT NULL REFERENCES attachments (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  given_by INTEGER,
  UNIQUE (task_id, attachment_id)
) STRICT;
CREATE INDEX task_files_attachment ON task_files (attachment_id);
`,
};
