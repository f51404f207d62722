import type { Migration } from "./migration.ts";

/** What one person may do in one group, whatever else holds there. */
export const chatRoles: Migration = {
  version: 22,
  name: "chat-roles",
  sql: `
CREATE TABLE chat_roles (
  chat_id INTEGER NOT NULL,
  user_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('nobody', 'viewer', 'member', 'maintainer')),
  since INTEGER NOT NULL,
  PRIMARY KEY (chat_id, user_id)
) STRICT, WITHOUT ROWID;
`,
};
