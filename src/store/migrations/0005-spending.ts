import type { Migration } from "./migration.ts";

/** What is set aside before a request to a model is a row; one never settled counts as spent whole. */
export const spending: Migration = {
  version: 5,
  name: "spending",
  sql: `
CREATE TABLE spending (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  task_id INTEGER NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  reserved_micro_usd INTEGER NOT NULL,
  spent_micro_usd INTEGER
) STRICT;
CREATE INDEX spending_of_task ON spending (task_id);
`,
};
