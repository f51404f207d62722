import type { Migration } from "./migration.ts";

export const roles: Migration = {
  version: 2,
  name: "roles",
  sql: `
CREATE TABLE users_with_roles (
  user_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('viewer', 'member', 'maintainer', 'owner')),
  since INTEGER NOT NULL
) STRICT;
INSERT INTO users_with_roles SELECT user_id, name, role, since FROM users;
DROP TABLE users;
ALTER TABLE users_with_roles RENAME TO users;
`,
};
