import type { Migration } from "./migration.ts";

export const steering: Migration = {
  version: 9,
  name: "steering",
  sql: `
CREATE TABLE steering (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  task_id INTEGER NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
  row_id INTEGER NOT NULL UNIQUE,
  name TEXT NOT NULL,
  text TEXT NOT NULL,
  said_at INTEGER NOT NULL
) STRICT;
CREATE INDEX steering_task ON steering (task_id, id);
`,
};
