import type { Migration } from "./migration.ts";

/** Whose words somebody passed on to a task at work; null: their own. */
export const origins: Migration = {
  version: 16,
  name: "origins",
  sql: `ALTER TABLE steering ADD COLUMN origin TEXT CHECK (origin IN ('forwarded'));`,
};
