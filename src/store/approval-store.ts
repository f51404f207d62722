import type { Kysely, Transaction } from "kysely";
import type { ApprovalStore } from "../core/ports/store.ts";
import type { Approval, ApprovalState } from "../core/policy/approvals/approval.ts";
import type { Access } from "./access.ts";
import { decode, encode } from "./json.ts";
import { approvalContentSchema } from "./schemas/approval.ts";
import type { Tables } from "./tables.ts";

export function createApprovalStore(access: Access): ApprovalStore {
  return {
    async ask(question, ifChanged) {
      return access.write(async (db) => {
        const newest = await newestOf(db, question);
        if (newest?.hash === question.hash && STANDING.has(newest.state.kind)) return { approval: newest, voided: [] };
        const open = newest !== null && (newest.state.kind === "pending" || newest.state.kind === "approved");
        const voided = open ? [await setState(db, newest, { kind: "void", ...ifChanged })] : [];
        return { approval: await insert(db, question), voided };
      });
    },
    async get(id) {
      const row = await access.read(async (db) => selectApprovals(db).where("id", "=", id).executeTakeFirst());
      return row === undefined ? null : toApproval(row);
    },
    async pending() {
      const rows = await access.read(async (db) =>
        selectApprovals(db).where("state", "=", "pending").orderBy("id").execute(),
      );
      return rows.map(toApproval);
    },
    async list({ taskId, states, limit }) {
      const rows = await access.read(async (db) =>
        selectApprovals(db)
          .$if(taskId !== undefined, (query) => query.where("task_id", "=", taskId ?? 0))
          .$if(states !== undefined, (query) => query.where("state", "in", [...(states ?? [])]))
          .orderBy("id", "desc")
          .limit(limit)
          .execute(),
      );
      return rows.map(toApproval);
    },
    async move(id, from, to) {
      return access.write(async (db) => {
        const row = await selectApprovals(db).where("id", "=", id).where("state", "=", from).executeTakeFirst();
        if (row === undefined) return false;
        await setState(db, toApproval(row), to);
        return true;
      });
    },
  };
}
/** Decisions that still answer the same question. */
const STANDING: ReadonlySet<ApprovalState["kind"]> = new Set(["pending", "approved", "denied"]);
type Question = Omit<Approval, "id" | "state">;

async function newestOf(db: Transaction<Tables>, { taskId, cause }: Question): Promise<Approval | null> {
  const row = await selectApprovals(db)
    .where("task_id", "=", taskId)
    .where("cause", "=", cause)
    .orderBy("id", "desc")
    .executeTakeFirst();
  return row === undefined ? null : toApproval(row);
}
async function insert(db: Transaction<Tables>, { taskId, hash, cause, ...rest }: Question): Promise<Approval> {
  const content = encode(approvalContentSchema, { ...rest, state: { kind: "pending" } });
  const row = await db
    .insertInto("approvals")
    .values({ task_id: taskId, hash, cause, state: "pending", content })
    .returning(["id", "task_id", "hash", "cause", "content"])
    .executeTakeFirstOrThrow();
  return toApproval(row);
}
async function setState(db: Transaction<Tables>, approval: Approval, state: ApprovalState): Promise<Approval> {
  const { id, taskId: _, hash: __, cause: ___, ...rest } = approval;
  const content = encode(approvalContentSchema, { ...rest, state });
  await db.updateTable("approvals").set({ state: state.kind, content }).where("id", "=", id).execute();
  return { ...approval, state };
}

type Row = Pick<Tables["approvals"], "task_id" | "hash" | "cause" | "content"> & { id: number };
function selectApprovals(db: Kysely<Tables>) {
  return db.selectFrom("approvals").select(["id", "task_id", "hash", "cause", "content"]);
}
function toApproval({ id, task_id: taskId, hash, cause, content }: Row): Approval {
  return { id, taskId, hash, cause, ...decode(approvalContentSchema, content, { table: "approvals", id }) };
}
