import type { Kysely } from "kysely";
import type { ApprovalStore } from "../core/ports/store.ts";
import type { Approval } from "../core/policy/approval.ts";
import type { Access } from "./access.ts";
import { decode, encode } from "./json.ts";
import { approvalContentSchema } from "./schemas/approval.ts";
import type { Tables } from "./tables.ts";

export function createApprovalStore(access: Access): ApprovalStore {
  return {
    async ask({ taskId, hash, ...rest }) {
      const content = encode(approvalContentSchema, { ...rest, state: { kind: "pending" } });
      return access.write(async (db) => {
        const open = await selectApprovals(db)
          .where("task_id", "=", taskId)
          .where("hash", "=", hash)
          .where("state", "in", ["pending", "approved"])
          .executeTakeFirst();
        if (open !== undefined) return toApproval(open);
        const row = await db
          .insertInto("approvals")
          .values({ task_id: taskId, hash, state: "pending", content })
          .returning(["id", "task_id", "hash", "content"])
          .executeTakeFirstOrThrow();
        return toApproval(row);
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
    async move(id, from, to) {
      return access.write(async (db) => {
        const row = await selectApprovals(db).where("id", "=", id).where("state", "=", from).executeTakeFirst();
        if (row === undefined) return false;
        const { id: _, taskId: __, hash: ___, ...approval } = toApproval(row);
        const content = encode(approvalContentSchema, { ...approval, state: to });
        await db.updateTable("approvals").set({ state: to.kind, content }).where("id", "=", id).execute();
        return true;
      });
    },
  };
}
type Row = Pick<Tables["approvals"], "task_id" | "hash" | "content"> & { id: number };

function selectApprovals(db: Kysely<Tables>) {
  return db.selectFrom("approvals").select(["id", "task_id", "hash", "content"]);
}
function toApproval({ id, task_id: taskId, hash, content }: Row): Approval {
  return { id, taskId, hash, ...decode(approvalContentSchema, content, { table: "approvals", id }) };
}
