import type { Migration } from "./migration.ts";

export const alerts: Migration = {
  version: 10,
  name: "alerts",
  sql: `
CREATE TABLE alert_rules (id INTEGER PRIMARY KEY AUTOINCREMENT, content TEXT NOT NULL) STRICT;
CREATE TABLE alert_cursor (only INTEGER PRIMARY KEY CHECK (only = 1), row_id INTEGER NOT NULL) STRICT;
CREATE TABLE alert_hooks (
  key TEXT PRIMARY KEY,
  body TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  next_at INTEGER NOT NULL
) STRICT;
`,
};
