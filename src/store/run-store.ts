import type { RunStore } from "../core/ports/store.ts";
import type { Access } from "./access.ts";
import { decode, encode } from "./json.ts";
import { runReportSchema } from "./schemas/pipeline.ts";

export function createRunStore(access: Access): RunStore {
  return {
    async add({ repositoryId, commit, at }) {
      const { id } = await access.write(async (db) =>
        db
          .insertInto("runs")
          .values({ repository_id: repositoryId, commit_hash: commit, started_at: at, ended_at: null, report: null })
          .returning("id")
          .executeTakeFirstOrThrow(),
      );
      return id;
    },
    async finish(id, report, at) {
      const values = { report: encode(runReportSchema, report), ended_at: at };
      const result = await access.write(async (db) =>
        db.updateTable("runs").set(values).where("id", "=", id).executeTakeFirstOrThrow(),
      );
      if (result.numUpdatedRows === 0n) throw new Error(`Run ${id} was never added, so it cannot be finished`);
    },
    async get(id) {
      const row = await access.read(async (db) =>
        db.selectFrom("runs").selectAll().where("id", "=", id).executeTakeFirst(),
      );
      if (row === undefined) return null;
      const report = row.report === null ? null : decode(runReportSchema, row.report, { table: "runs", id });
      return { id, repositoryId: row.repository_id, commit: row.commit_hash, report };
    },
  };
}
