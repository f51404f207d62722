import type Database from "better-sqlite3";

/** A write that has been asked for. */
export type Waiting = {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
};
/** `work` may be run twice, the first run undone. */
export type QuickJob = Waiting & { readonly kind: "quick"; readonly work: () => unknown };
/** Commits all in one transaction before it returns. Never throws: each job is told of its own end. */
export type QuickCommit = (jobs: readonly QuickJob[]) => void;

export function createQuickCommit(connection: Database.Database): QuickCommit {
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
      job.resolve(transact(job.work));
    } catch (error) {
      job.reject(error);
    }
  }
  return (jobs) => {
    const [only] = jobs;
    if (only !== undefined && jobs.length === 1) return single(only);
    try {
      const results = transact(() => jobs.map((job) => job.work()));
      for (const [index, job] of jobs.entries()) job.resolve(results[index]);
    } catch {
      // The whole was rolled back: each by itself finds out whether it can be kept. That is rare, and a savepoint around each is not cheap:
      // an index of words writes all that it gathered at every one.
      for (const job of jobs) single(job);
    }
  };
}
