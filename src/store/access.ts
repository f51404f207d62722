import Database from "better-sqlite3";
import { CompiledQuery, Kysely, SqliteAdapter, SqliteDriver, SqliteIntrospector, SqliteQueryCompiler } from "kysely";
import type { DatabaseConnection, Dialect, SqliteStatement, Transaction } from "kysely";
import { Fault } from "../core/fault.ts";
import { redactJson } from "../lib/redact-tree.ts";
import { rememberTexts } from "../lib/remember-texts.ts";
import { createGroupCommit, type Manner } from "./group-commit.ts";
import { createSettle } from "./settle.ts";
import type { Tables } from "./tables.ts";

/** The one way to the database: every write is all or nothing, those asked for together are committed together; every error of SQLite becomes a Fault. */
export type Access = {
  read<Result>(work: (db: Kysely<Tables>) => Promise<Result>): Promise<Result>;
  /** `lazy`: it outlives the process at once, and a loss of power only with the next write that is not lazy, or once settled. */
  write<Result>(work: (db: Transaction<Tables>) => Promise<Result>, options?: { lazy: boolean }): Promise<Result>;
  /**
   * A statement for what every message asks: built once, and run within `quick` or `look` only. Texts given to it are cleaned
   * like all others.
   */
  prepare<Row>(sql: string): Prepared<Row>;
  /** As `write`, lazy, of prepared statements only, and `now` when not said otherwise. */
  quick<Result>(work: () => Result, manner?: Manner): Promise<Result>;
  look<Result>(work: () => Result): Promise<Result>;
  /** Resolves when all that was committed before would survive a loss of power: patient writes that still wait are not among it. */
  settled(options?: { patient: boolean }): Promise<void>;
  close(): Promise<void>;
};
type Prepared<Row> = {
  get(...parameters: readonly Parameter[]): Row | undefined;
  all(...parameters: readonly Parameter[]): readonly Row[];
  run(...parameters: readonly Parameter[]): void;
};
type Parameter = string | number | null;
export type AccessOptions = {
  readonly path: string;
  /** Called when the disk is full, before the fault is thrown: to make room for the writes that end things. */
  readonly onFull: () => void;
  /** Takes secrets out of every text before it is kept or compared. */
  readonly redact: (text: string) => string;
};

export function createAccess(connection: Database.Database, { path, onFull, redact }: AccessOptions): Access {
  const clean = rememberTexts((text) => redactJson(text, redact));
  const statements = createStatements(connection, clean);
  const db = new Kysely<Tables>({ dialect: createDialect(connection, statements) });
  // In WAL mode a commit that has not settled survives the process; a loss of power takes the last ones, never the order.
  const settle = connection.memory ? null : createSettle(`${connection.name}-wal`);
  const settled = () => settle?.() ?? Promise.resolve();
  const group = createGroupCommit(db, connection, settled);
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
    prepare: <Row>(sql: string) => {
      const statement = statements(sql);
      return {
        get: (...parameters) => statement.all(parameters)[0] as Row | undefined,
        all: (...parameters) => statement.all(parameters) as Row[],
        run: (...parameters) => void statement.run(parameters),
      };
    },
    quick: async (work, manner) => guarded(async () => group.quick(work, manner)),
    look: async (work) => guarded(async () => group.look(work)),
    settled: async ({ patient } = { patient: false }) =>
      guarded(patient && settle !== null ? settle.patiently : settled),
    async close() {
      await group.idle();
      await settle?.[Symbol.asyncDispose]();
      await db.destroy();
      // Kysely leaves a connection open that it never used.
      if (connection.open) connection.close();
    },
  };
}
/** An error of SQLite as ours; anything else is a mistake of ours and stays what it is. */
export function toFault(path: string, error: unknown): unknown {
  if (isDiskError(error))
    return new Fault("store.failed", { path, reason: `The disk failed (${error.code})` }, { cause: error });
  if (!(error instanceof Database.SqliteError)) return error;
  if (error.code === "SQLITE_FULL") return new Fault("store.full", { path }, { cause: error });
  return new Fault("store.failed", { path, reason: `${error.message} (${error.code})` }, { cause: error });
}
/** Of the wait for the disk, which is Node's and not SQLite's. */
function isDiskError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error && "code" in error;
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
/** Each statement is prepared once; rows hold texts and JSON: what goes in is cleaned here, once for all tables. */
function createStatements(
  database: Database.Database,
  clean: (text: string) => string,
): (sql: string) => SqliteStatement {
  const known = new Map<string, SqliteStatement>();
  const cleaned = (parameters: readonly unknown[]) =>
    parameters.map((value) => (typeof value === "string" ? clean(value) : value));
  function prepare(sql: string): SqliteStatement {
    const statement = database.prepare(sql);
    return {
      reader: statement.reader,
      all: (parameters) => statement.all(cleaned(parameters)),
      run: (parameters) => statement.run(cleaned(parameters)),
      iterate: (parameters) => statement.iterate(cleaned(parameters)),
    };
  }
  return (sql) => {
    const statement = known.get(sql) ?? prepare(sql);
    known.set(sql, statement);
    return statement;
  };
}
function createDialect(database: Database.Database, prepare: (sql: string) => SqliteStatement): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new ImmediateDriver({ database: { close: () => database.close(), prepare } }),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}
