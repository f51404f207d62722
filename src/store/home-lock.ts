import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import Database from "better-sqlite3";
import { Fault } from "../core/fault.ts";

/**
 * Takes the home folder for this process: two daemons on one home would answer everything twice. The operating system
 * gives the lock back when the process ends, however it ends.
 * @param pid this process's id, told to whoever comes second
 * @throws Fault home.locked naming the process that holds it (0 when that cannot be told); store.failed
 */
export async function lockHome(folder: string, pid: number): Promise<AsyncDisposable> {
  const home = resolve(folder);
  const path = join(home, "lock.db");
  // SQLite's own file lock: it works on all systems alike, and an exclusive transaction that never ends holds it.
  let connection: Database.Database | undefined;
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    connection = new Database(path, { timeout: 0 });
    connection.exec("BEGIN EXCLUSIVE");
    // A file of its own, since nobody else can read the locked one.
    writeFileSync(pidFile(home), `${pid}\n`);
  } catch (cause) {
    connection?.close();
    if (cause instanceof Database.SqliteError && cause.code.startsWith("SQLITE_BUSY")) {
      throw new Fault("home.locked", { home, pid: readPid(home) }, { cause });
    }
    throw new Fault(
      "store.failed",
      { path, reason: cause instanceof Error ? cause.message : String(cause) },
      { cause },
    );
  }
  const held = connection;
  return {
    async [Symbol.asyncDispose]() {
      held.close();
    },
  };
}
function pidFile(home: string): string {
  return join(home, "lock.pid");
}
function readPid(home: string): number {
  try {
    const pid = Number.parseInt(readFileSync(pidFile(home), "utf8"), 10);
    return Number.isSafeInteger(pid) ? pid : 0;
  } catch {
    return 0;
  }
}
