import type { Migration } from "./migration.ts";

/** Money is set aside for talk as well, and counted by day, spark and purpose; a task that goes does not give it back. */
export const purses: Migration = {
  version: 17,
  name: "purses",
  sql: `
CREATE TABLE spending_by_purse (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  task_id INTEGER REFERENCES tasks (id) ON DELETE SET NULL,
  spark TEXT,
  purpose TEXT NOT NULL,
  at INTEGER NOT NULL,
  reserved_micro_usd INTEGER NOT NULL,
  spent_micro_usd INTEGER
) STRICT;
INSERT INTO spending_by_purse (id, task_id, spark, purpose, at, reserved_micro_usd, spent_micro_usd)
  SELECT id, task_id, (SELECT json_extract(content, '$.spark') FROM tasks WHERE tasks.id = spending.task_id), 'work', at,
    reserved_micro_usd, spent_micro_usd FROM spending;
DROP TABLE spending;
ALTER TABLE spending_by_purse RENAME TO spending;
CREATE INDEX spending_of_task ON spending (task_id);
CREATE INDEX spending_at ON spending (at);
`,
};
