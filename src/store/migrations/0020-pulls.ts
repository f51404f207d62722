import type { Migration } from "./migration.ts";

export const pulls: Migration = {
  version: 20,
  name: "pulls",
  sql: `
CREATE TABLE pulls (
  task_id INTEGER PRIMARY KEY REFERENCES tasks (id) ON DELETE CASCADE,
  content TEXT NOT NULL,
  under_way INTEGER NOT NULL
) STRICT;
CREATE INDEX pulls_under_way ON pulls (under_way, task_id);
`,
};
