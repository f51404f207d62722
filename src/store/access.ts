import Database from "better-sqlite3";
import { CompiledQuery, Kysely, SqliteAdapter, SqliteDriver, SqliteIntrospector, SqliteQueryCompiler } from "kysely";
import type { DatabaseConnection, Dialect, SqliteStatement, Transaction } from "kysely";
import { Fault } from "../core/fault.ts";
import { redactJson } from "../lib/redact-tree.ts";
import { createGroupCommit } from "./group-commit.ts";
import type { Tables } from "./tables.ts";

/** The one way to the database: every write is all or nothing, those asked for together are committed together; every error of SQLite becomes a Fault. */
export type Access = {
  read<Result>(work: (db: Kysely<Tables>) => Promise<Result>): Promise<Result>;
  /** `lazy`: it outlives the process at once, and a loss of power only with the next write that is not lazy. */
  write<Result>(work: (db: Transaction<Tables>) => Promise<Result>, options?: { lazy: boolean }): Promise<Result>;
  close(): Promise<void>;
};
export type AccessOptions = {
  readonly path: string;
  /** Called when the disk is full, before the fault is thrown: to make room for the writes that end things. */
  readonly onFull: () => void;
  /** Takes secrets out of every text before it is kept or compared. */
  readonly redact: (text: string) => string;
};

export function createAccess(connection: Database.Database, { path, onFull, redact }: AccessOptions): Access {
  const db = new Kysely<Tables>({ dialect: createDialect(connection, redact) });
  // In WAL mode a commit that is not waited for survives the process; a loss of power takes the last ones, never the order.
  const group = createGroupCommit(db, (lazy) => connection.pragma(`synchronous = ${lazy ? "NORMAL" : "FULL"}`));
  async function guarded<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Database.SqliteError && error.code === "SQLITE_FULL") onFull();
      throw toFault(path, error);
    }
  }
  return {
    read: async (work) => guarded(async () => work(db)),
    write: async (work, { lazy } = { lazy: false }) => guarded(async () => group.write(work, lazy)),
    async close() {
      await group.idle();
      await db.destroy();
      // Kysely leaves a connection open that it never used.
      if (connection.open) connection.close();
    },
  };
}
/** An error of SQLite as ours; anything else is a mistake of ours and stays what it is. */
export function toFault(path: string, error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  if (error.code === "SQLITE_FULL") return new Fault("store.full", { path }, { cause: error });
  return new Fault("store.failed", { path, reason: `${error.message} (${error.code})` }, { cause: error });
}

// A transaction that begins by reading and then writes fails with SQLITE_BUSY_SNAPSHOT whatever the timeout is when another
// connection wrote in between; one that begins IMMEDIATE waits its turn.
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await connection.executeQuery(CompiledQuery.raw("rollback"));
    } catch (error) {
      // SQLite rolls back by itself when the disk is full or an I/O error came; the first error is the one to tell.
      if (!(error instanceof Database.SqliteError) || !error.message.includes("no transaction is active")) throw error;
    }
  }
}
function createDialect(database: Database.Database, redact: (text: string) => string): Dialect {
  const statements = new Map<string, SqliteStatement>();
  const cached = {
    close: () => database.close(),
    prepare(sql: string): SqliteStatement {
      const known = statements.get(sql) ?? withoutSecrets(database.prepare(sql), redact);
      statements.set(sql, known);
      return known;
    },
  };
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new ImmediateDriver({ database: cached }),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}
/** Rows hold texts and JSON: what goes in is cleaned here, once for all tables. */
function withoutSecrets(statement: Database.Statement, redact: (text: string) => string): SqliteStatement {
  const clean = (parameters: readonly unknown[]) =>
    parameters.map((value) => (typeof value === "string" ? redactJson(value, redact) : value));
  return {
    reader: statement.reader,
    all: (parameters) => statement.all(clean(parameters)),
    run: (parameters) => statement.run(clean(parameters)),
    iterate: (parameters) => statement.iterate(clean(parameters)),
  };
}
