import type Database from "better-sqlite3";

/** A write that has been asked for. `lazy`: it need not survive a loss of power when it is told of. */
export type Waiting = {
  readonly lazy: boolean;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
};
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
  /** What one does wrong is undone and is no other's trouble. */
  function nested(job: QuickJob): () => void {
    run("savepoint job");
    try {
      const result = job.work();
      run("release job");
      return () => job.resolve(result);
    } catch (error) {
      run("rollback to job");
      run("release job");
      return () => job.reject(error);
    }
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
      const ends = transact(() => jobs.map((job) => ({ job, end: nested(job) })));
      for (const { job, end } of ends) settled(end, job);
    } catch {
      // The whole was rolled back: each by itself finds out whether it can be kept.
      for (const job of jobs) single(job);
    }
  };
}
