import { sql } from "kysely";
import type { Kysely, Transaction } from "kysely";

type Work<Schema, Result> = (db: Transaction<Schema>) => Promise<Result>;
type Job<Schema> = {
  readonly work: Work<Schema, unknown>;
  readonly lazy: boolean;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
};
/** More in one transaction would hold readers up for longer than a reader should wait. */
const MOST = 256;

/**
 * Writes that are asked for at the same time share one transaction, and so one wait for the disk: a commit with
 * `synchronous=FULL` costs far more than the writes in it. Each write still is all or nothing by itself, they happen in the order in
 * which they were asked for, and each promise resolves only when the commit is on the disk. So a later write is never durable
 * without the earlier ones.
 */
export function createGroupCommit<Schema>(
  db: Kysely<Schema>,
  /** Told before a transaction whether its commit need not wait for the disk. */
  setLazy: (lazy: boolean) => void = () => undefined,
): {
  write<Result>(work: Work<Schema, Result>, lazy?: boolean): Promise<Result>;
  /** Resolves when nothing is waiting to be written. */
  idle(): Promise<void>;
} {
  const waiting: Job<Schema>[] = [];
  let flushing: Promise<void> | null = null;
  async function flush(): Promise<void> {
    // All that this turn of the event loop asks for goes together.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      const jobs = waiting.splice(0, MOST);
      setLazy(jobs.every(({ lazy }) => lazy));
      await commit(db, jobs);
    }
    flushing = null;
  }
  async function idle(): Promise<void> {
    await flushing;
    if (waiting.length > 0) await idle();
  }
  return {
    idle,
    write<Result>(work: Work<Schema, Result>, lazy = false) {
      const { promise, resolve, reject } = Promise.withResolvers<Result>();
      waiting.push({ work, lazy, resolve: (result) => resolve(result as Result), reject });
      flushing ??= flush();
      return promise;
    },
  };
}

/** Never rejects: each job is told of its own end. */
async function commit<Schema>(db: Kysely<Schema>, jobs: readonly Job<Schema>[]): Promise<void> {
  const [only] = jobs;
  if (only !== undefined && jobs.length === 1) return single(db, only);
  try {
    const ends = await db.transaction().execute(async (transaction) => {
      const done: (() => void)[] = [];
      for (const job of jobs) done.push(await nested(transaction, job));
      return done;
    });
    for (const end of ends) end();
  } catch {
    // The whole was rolled back, as SQLite does by itself when the disk is full: each by itself finds out whether it can be kept.
    for (const job of jobs) await single(db, job);
  }
}
async function single<Schema>(db: Kysely<Schema>, { work, resolve, reject }: Job<Schema>): Promise<void> {
  try {
    resolve(await db.transaction().execute(work));
  } catch (error) {
    reject(error);
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
    const result = await job.work(transaction);
    await sql`release job`.execute(transaction);
    return () => job.resolve(result);
  } catch (error) {
    await sql`rollback to job`.execute(transaction);
    await sql`release job`.execute(transaction);
    return () => job.reject(error);
  }
}
