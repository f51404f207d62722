import { createHash } from "node:crypto";
import { readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type Database from "better-sqlite3";
import { Fault } from "../core/fault.ts";
import type { Migration } from "./migrations/migration.ts";

type Applied = { readonly version: number; readonly name: string; readonly checksum: string };
export type MigrateOptions = {
  readonly path: string;
  readonly migrations: readonly Migration[];
  /** How many copies of older schemas are kept beside the database. */
  readonly backups: number;
};

/**
 * Brings the schema up to the newest version, one transaction a migration, after keeping a copy of what was there.
 * @throws Fault store.newer when the database was written by a newer program; store.failed when a migration that was
 *   applied has been changed since
 */
export function migrate(database: Database.Database, { path, migrations, backups }: MigrateOptions): void {
  const applied = readApplied(database);
  const found = applied.at(-1)?.version ?? 0;
  if (found > migrations.length) throw new Fault("store.newer", { path, found, known: migrations.length });
  for (const { version, name, checksum } of applied) {
    const known = migrations[version - 1];
    if (known === undefined || known.version !== version || checksumOf(known) !== checksum) {
      throw new Fault("store.failed", {
        path,
        reason: `migration ${version} (${name}) is not the one this program has`,
      });
    }
  }
  const missing = migrations.slice(found);
  if (found > 0 && missing.length > 0 && backups > 0) keepCopy(database, path, found, backups);
  for (const migration of missing) apply(database, migration);
}
function readApplied(database: Database.Database): readonly Applied[] {
  database.exec(
    "CREATE TABLE IF NOT EXISTS schema_migrations (version INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL) STRICT",
  );
  return database.prepare<[], Applied>("SELECT version, name, checksum FROM schema_migrations ORDER BY version").all();
}
function apply(database: Database.Database, migration: Migration): void {
  database
    .transaction(() => {
      database.exec(migration.sql);
      database
        .prepare("INSERT INTO schema_migrations (version, name, checksum) VALUES (?, ?, ?)")
        .run(migration.version, migration.name, checksumOf(migration));
    })
    .immediate();
}
function checksumOf({ version, name, sql }: Migration): string {
  return createHash("sha256")
    .update(JSON.stringify([version, name, sql]))
    .digest("hex");
}

/** The copy is whole or not there: it is written under another name and then renamed. */
function keepCopy(database: Database.Database, path: string, version: number, backups: number): void {
  if (path === ":memory:") return;
  const copy = `${path}.schema-${version}.bak`;
  const unfinished = `${copy}.part`;
  rmSync(unfinished, { force: true });
  database.prepare("VACUUM INTO ?").run(unfinished);
  renameSync(unfinished, copy);
  const copies = listCopies(path);
  for (const { file } of copies.slice(0, Math.max(0, copies.length - backups))) rmSync(file);
}
/** Oldest schema first. */
function listCopies(path: string): readonly { file: string; version: number }[] {
  const prefix = `${basename(path)}.schema-`;
  return readdirSync(dirname(path))
    .map((name) => ({ name, match: name.startsWith(prefix) ? /^(\d+)\.bak$/u.exec(name.slice(prefix.length)) : null }))
    .flatMap(({ name, match }) =>
      match === null ? [] : [{ file: join(dirname(path), name), version: Number(match[1]) }],
    )
    .sort((a, b) => a.version - b.version);
}
