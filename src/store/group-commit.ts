import type Database from "better-sqlite3";
import { sql } from "kysely";
import type { Kysely, Transaction } from "kysely";
import { createQuickCommit, type QuickCommit, type QuickJob, type Waiting } from "./quick-commit.ts";

type Work<Schema, Result> = (db: Transaction<Schema>) => Promise<Result>;
/** `lazy`: it need not survive a loss of power when it is told of. */
type SlowJob<Schema> = Waiting & {
  readonly kind: "slow";
  readonly work: Work<Schema, unknown>;
  readonly lazy: boolean;
};
type Job<Schema> = SlowJob<Schema> | QuickJob;
/** More in one transaction would hold readers up for longer than a reader should wait. */
const MOST = 256;
/** How long a write that may wait does so: each commit writes every page that it touched, and such writes touch the same few. */
const PATIENCE_MS = 10;

/**
 * When a quick write is committed. `now`: at once, and what waits goes with it. `with-next`: in its place in the order, with
 * whatever is committed next. `patient`: with others like it, after what is asked for meanwhile.
 */
export type Manner = "now" | "with-next" | "patient";
export interface GroupCommit<Schema> {
  write<Result>(work: Work<Schema, Result>, lazy?: boolean): Promise<Result>;
  /**
   * A write of prepared statements, which waits for nothing in between. It is told of at the commit, and need not survive a loss of
   * power then.
   * @param manner `now` when not said
   */
  quick<Result>(work: () => Result, manner?: Manner): Promise<Result>;
  /** Prepared statements that only read: at once, but never what a transaction under way has not committed yet. */
  look<Result>(work: () => Result): Promise<Result>;
  /** Resolves when nothing is waiting to be written. */
  idle(): Promise<void>;
}
/**
 * Writes that are asked for at the same time share one transaction, and so one wait for the disk, which costs far more than the
 * writes do. Each write still is all or nothing by itself, they happen in the order in which they were asked for, patient ones in theirs, and each promise
 * resolves only when the commit has settled, that of a lazy or quick one at the commit. So a later write is never durable without the
 * earlier ones but for patient ones, which may be lost alone.
 */
export function createGroupCommit<Schema>(
  db: Kysely<Schema>,
  connection: Database.Database,
  /** Resolves when all that was committed before would survive a loss of power. */
  settle: () => Promise<void> = () => Promise.resolve(),
): GroupCommit<Schema> {
  const waiting: Job<Schema>[] = [];
  let flushing: Promise<void> | null = null;
  let transaction: Promise<void> | null = null;
  const patient: QuickJob[] = [];
  let patience: NodeJS.Timeout | null = null;
  /** Later writes do not wait for the disk of earlier ones. */
  function settled(end: () => void, job: Job<Schema>): void {
    if (job.kind === "quick" || job.lazy) end();
    else void settle().then(end, job.reject);
  }
  const commitQuick = createQuickCommit(connection);
  let wroteThisTurn = false;
  /** Once in a turn of the event loop: who writes again and again must let others have theirs, and goes with them. */
  function mayCommitNow(): boolean {
    if (transaction !== null || wroteThisTurn || !waiting.every(isQuick)) return false;
    wroteThisTurn = true;
    setImmediate(() => {
      wroteThisTurn = false;
    });
    return true;
  }

  async function flush(): Promise<void> {
    // All that this turn of the event loop asks for goes together.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      const jobs = waiting.splice(0, MOST);
      if (jobs.every(isQuick)) {
        commitQuick(jobs);
        continue;
      }
      transaction = commit(db, jobs, { settled, commitQuick });
      await transaction;
      transaction = null;
    }
    flushing = null;
  }
  function flushSoon(): void {
    flushing ??= flush();
  }
  function endPatience(): void {
    if (patience === null) return;
    clearTimeout(patience);
    patience = null;
    waiting.push(...patient.splice(0));
    flushSoon();
  }
  async function idle(): Promise<void> {
    endPatience();
    if (flushing === null) return;
    await flushing;
    await idle();
  }
  async function look<Result>(work: () => Result): Promise<Result> {
    if (transaction === null) return work();
    await transaction;
    return look(work);
  }
  return {
    idle,
    write<Result>(work: Work<Schema, Result>, lazy = false) {
      const { promise, resolve, reject } = Promise.withResolvers<Result>();
      waiting.push({ kind: "slow", work, lazy, resolve: (result) => resolve(result as Result), reject });
      flushSoon();
      return promise;
    },
    quick<Result>(work: () => Result, manner: Manner = "now") {
      const { promise, resolve, reject } = Promise.withResolvers<Result>();
      (manner === "patient" ? patient : waiting).push({
        kind: "quick",
        work,
        resolve: (result) => resolve(result as Result),
        reject,
      });
      if (manner !== "now") patience ??= setTimeout(endPatience, PATIENCE_MS);
      else if (mayCommitNow()) commitQuick(waiting.splice(0).filter(isQuick));
      else flushSoon();
      return promise;
    },
    look,
  };
}
function isQuick<Schema>(job: Job<Schema>): job is QuickJob {
  return job.kind === "quick";
}
type Ends<Schema> = {
  readonly settled: (end: () => void, job: Job<Schema>) => void;
  readonly commitQuick: QuickCommit;
};

/** Never rejects: each job is told of its own end. */
async function commit<Schema>(db: Kysely<Schema>, jobs: readonly Job<Schema>[], ends: Ends<Schema>): Promise<void> {
  const [only] = jobs;
  if (only !== undefined && jobs.length === 1) return single(db, only, ends);
  try {
    const done = await db.transaction().execute(async (transaction) => {
      const done: { job: Job<Schema>; end: () => void }[] = [];
      for (const job of jobs) done.push({ job, end: await nested(transaction, job) });
      return done;
    });
    for (const { job, end } of done) ends.settled(end, job);
  } catch {
    // The whole was rolled back, as SQLite does by itself when the disk is full: each by itself finds out whether it can be kept.
    for (const job of jobs) await single(db, job, ends);
  }
}
async function single<Schema>(db: Kysely<Schema>, job: Job<Schema>, ends: Ends<Schema>): Promise<void> {
  if (job.kind === "quick") return ends.commitQuick([job]);
  try {
    const result = await db.transaction().execute(job.work);
    ends.settled(() => job.resolve(result), job);
  } catch (error) {
    job.reject(error);
  }
}
/**
 * One job of many. What it does wrong is undone and is no other's trouble.
 * @returns what is to be told once all is committed
 * @throws when the transaction is lost
 */
async function nested<Schema>(transaction: Transaction<Schema>, job: Job<Schema>): Promise<() => void> {
  await sql`savepoint job`.execute(transaction);
  try {
    const result = job.kind === "quick" ? job.work() : await job.work(transaction);
    await sql`release job`.execute(transaction);
    return () => job.resolve(result);
  } catch (error) {
    await sql`rollback to job`.execute(transaction);
    await sql`release job`.execute(transaction);
    return () => job.reject(error);
  }
}
