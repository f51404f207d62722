import { sql } from "kysely";
import type { Kysely, Transaction, UpdateQueryBuilder, UpdateResult } from "kysely";
import type { Fence, TaskStore } from "../core/ports/store.ts";
import type { Task, TaskState } from "../core/tasks/task.ts";
import type { Instant } from "../lib/time.ts";
import type { Access } from "./access.ts";
import { decode, encode } from "./json.ts";
import { taskContentSchema } from "./schemas/task.ts";
import type { Tables } from "./tables.ts";

export function createTaskStore(access: Access): TaskStore {
  return {
    async add(task) {
      const values = toColumns(task);
      return access.write(async (db) => {
        await db
          .insertInto("tasks")
          .values({ ...values, lease_holder: null, lease_until: null })
          .onConflict((conflict) => conflict.column("origin").doNothing())
          .execute();
        return toTask(await selectTasks(db).where("origin", "=", task.origin).executeTakeFirstOrThrow());
      });
    },
    async get(id) {
      const row = await access.read(async (db) => selectTasks(db).where("id", "=", id).executeTakeFirst());
      return row === undefined ? null : toTask(row);
    },
    async byOrigin(origin) {
      const row = await access.read(async (db) => selectTasks(db).where("origin", "=", origin).executeTakeFirst());
      return row === undefined ? null : toTask(row);
    },
    async list({ limit, states, chatId, before }) {
      const rows = await access.read(async (db) => {
        let query = selectTasks(db).orderBy("id", "desc").limit(limit);
        if (states !== undefined) query = query.where("state", "in", states);
        if (before !== undefined) query = query.where("id", "<", before);
        if (chatId !== undefined) query = query.where("chat_id", "=", chatId);
        return query.execute();
      });
      return rows.map(toTask);
    },
    async move(task, from, fence) {
      return access.write(async (db) => move(db, task, from, fence));
    },
    async claim(holder, now, options) {
      return access.write(async (db) => claim(db, { holder, now, ...options }));
    },
    async heartbeat(fence, until) {
      return access.write(async (db) =>
        changed(
          await held(db.updateTable("tasks"), fence)
            .set({ lease_until: until })
            .where("state", "in", CLAIMABLE)
            .executeTakeFirstOrThrow(),
        ),
      );
    },
    async releaseOthers(holder) {
      const result = await access.write(async (db) =>
        db
          .updateTable("tasks")
          .set({ lease_holder: null, lease_until: null })
          .where("lease_holder", "!=", holder)
          .executeTakeFirstOrThrow(),
      );
      return Number(result.numUpdatedRows);
    },
  };
}
const CLAIMABLE: readonly TaskState["kind"][] = ["queued", "running"];

async function move(
  db: Transaction<Tables>,
  { id, ...task }: Task,
  from: TaskState["kind"],
  fence: Fence | undefined,
): Promise<boolean> {
  // Work that goes on keeps its lease; an end, a pause or a return to the queue gives it up, so that its holder's fence is void.
  const keepsLease = task.state.kind === "running" || task.state.kind === from;
  const update = db
    .updateTable("tasks")
    .set({ ...toColumns(task), ...(keepsLease ? {} : { lease_holder: null, lease_until: null }) })
    .where("id", "=", id)
    .where("state", "=", from);
  return changed(await (fence === undefined ? update : held(update, fence)).executeTakeFirstOrThrow());
}
async function claim(
  db: Transaction<Tables>,
  { holder, now, until, perPerson }: { holder: string; now: Instant; until: Instant; perPerson?: number },
): Promise<{ task: Task; fence: Fence } | null> {
  const row = await db
    .updateTable("tasks")
    .set((column) => ({ lease_holder: holder, lease_until: until, lease_token: column("lease_token", "+", 1) }))
    .where("id", "=", (tasks) =>
      tasks
        .selectFrom("tasks")
        .select("id")
        .where("state", "in", CLAIMABLE)
        .where((lease) => lease.or([lease("lease_until", "is", null), lease("lease_until", "<=", now)]))
        .$if(perPerson !== undefined, (query) => query.where(hasPlace(perPerson ?? 0)))
        // Begun work first, then the queue in the order in which it formed.
        .orderBy(sql`queued_at IS NOT NULL`)
        .orderBy("queued_at")
        .orderBy("id")
        .limit(1),
    )
    .returning(["id", "content", "lease_token"])
    .executeTakeFirst();
  if (row === undefined) return null;
  return { task: toTask(row), fence: { taskId: row.id, holder, token: row.lease_token } };
}
/** Work that has begun goes on; of what is queued only that of people with fewer at work than `perPerson`. */
function hasPlace(perPerson: number) {
  return sql<boolean>`(tasks.state = 'running' OR json_extract(tasks.content, '$.requestedBy') IS NULL OR (
    SELECT count(*) FROM tasks AS other WHERE other.state = 'running' AND other.lease_holder IS NOT NULL
    AND json_extract(other.content, '$.requestedBy') = json_extract(tasks.content, '$.requestedBy')
  ) < ${perPerson})`;
}
type TaskUpdate = UpdateQueryBuilder<Tables, "tasks", "tasks", UpdateResult>;

function held(update: TaskUpdate, { taskId, holder, token }: Fence): TaskUpdate {
  return update.where("id", "=", taskId).where("lease_holder", "=", holder).where("lease_token", "=", token);
}
function changed(result: UpdateResult): boolean {
  return result.numUpdatedRows > 0n;
}
function toColumns(
  task: Omit<Task, "id">,
): Pick<Tables["tasks"], "origin" | "state" | "chat_id" | "queued_at" | "content"> {
  return {
    origin: task.origin,
    state: task.state.kind,
    chat_id: task.chat?.chatId ?? null,
    queued_at: task.state.kind === "queued" ? task.state.at : null,
    content: encode(taskContentSchema, task),
  };
}
function selectTasks(db: Kysely<Tables>) {
  return db.selectFrom("tasks").select(["id", "content"]);
}
function toTask({ id, content }: { id: number; content: string }): Task {
  return { id, ...decode(taskContentSchema, content, { table: "tasks", id }) };
}
