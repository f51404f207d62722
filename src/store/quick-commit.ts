import type Database from "better-sqlite3";

/** A write that has been asked for. `lazy`: it need not survive a loss of power when it is told of. */
export type Waiting = {
  readonly lazy: boolean;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
};
/** `work` may be run twice, the first run undone. */
export type QuickJob = Waiting & { readonly kind: "quick"; readonly work: () => unknown };
/** Commits all in one transaction before it returns. Never throws: each job is told of its own end. */
export type QuickCommit = (jobs: readonly QuickJob[]) => void;

/** @param settled is given what is to be told once a job's commit has settled */
export function createQuickCommit(
  connection: Database.Database,
  settled: (end: () => void, job: Waiting) => void,
): QuickCommit {
  const statements = new Map<string, Database.Statement>();
  function run(command: string): void {
    const statement = statements.get(command) ?? connection.prepare(command);
    statements.set(command, statement);
    statement.run();
  }
  function transact<Result>(work: () => Result): Result {
    run("begin immediate");
    try {
      const result = work();
      run("commit");
      return result;
    } catch (error) {
      // SQLite rolls back by itself when the disk is full or an I/O error came.
      if (connection.inTransaction) run("rollback");
      throw error;
    }
  }
  function single(job: QuickJob): void {
    try {
      const result = transact(job.work);
      settled(() => job.resolve(result), job);
    } catch (error) {
      job.reject(error);
    }
  }
  return (jobs) => {
    const [only] = jobs;
    if (only !== undefined && jobs.length === 1) return single(only);
    try {
      const results = transact(() => jobs.map((job) => job.work()));
      for (const [index, job] of jobs.entries()) settled(() => job.resolve(results[index]), job);
    } catch {
      // The whole was rolled back: each by itself finds out whether it can be kept. That is rare, and a savepoint around each is not cheap:
      // an index of words writes all that it gathered at every one.
      for (const job of jobs) single(job);
    }
  };
}
