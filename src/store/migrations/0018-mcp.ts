import type { Migration } from "./migration.ts";

export const mcp: Migration = {
  version: 18,
  name: "mcp",
  sql: `
CREATE TABLE mcp_pins (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  server TEXT NOT NULL,
  hash TEXT NOT NULL,
  content TEXT NOT NULL,
  UNIQUE (server, hash)
) STRICT;
CREATE TABLE mcp_calls (cause TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`,
};
