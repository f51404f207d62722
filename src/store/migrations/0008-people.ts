import type { Migration } from "./migration.ts";

export const people: Migration = {
  version: 8,
  name: "people",
  sql: `
CREATE TABLE invitations (
  hash TEXT PRIMARY KEY,
  role TEXT NOT NULL CHECK (role IN ('viewer', 'member', 'maintainer', 'owner')),
  invited_by INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
ALTER TABLE chats ADD COLUMN everyone TEXT CHECK (everyone IN ('viewer', 'member', 'maintainer'));
`,
};
