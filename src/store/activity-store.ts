import { z } from "zod";
import type { Event } from "../core/events.ts";
import type { ActivityStore } from "../core/ports/store.ts";
import { instant } from "../lib/time.ts";
import type { Access } from "./access.ts";
import { decode } from "./json.ts";

// Only the kind is checked: the record outlives versions, and what an older one wrote must stay readable.
const eventSchema = z.custom<Event>(
  (value) => z.looseObject({ kind: z.string() }).safeParse(value).success,
  "no event",
);

export function createActivityStore(access: Access): ActivityStore {
  return {
    async append(event, at) {
      const taskId = "taskId" in event ? event.taskId : null;
      await access.write(async (db) =>
        db
          .insertInto("activity")
          .values({ at, task_id: taskId, content: JSON.stringify(event) })
          .execute(),
      );
    },
    async list({ after, limit, taskId }) {
      const rows = await access.read(async (db) => {
        let query = db.selectFrom("activity").select(["id", "at", "content"]).limit(limit);
        if (taskId !== undefined) query = query.where("task_id", "=", taskId);
        if (after !== undefined) return query.where("id", ">", after).orderBy("id").execute();
        return (await query.orderBy("id", "desc").execute()).toReversed();
      });
      return rows.map(({ id, at, content }) => ({
        id,
        at: instant(at),
        event: decode(eventSchema, content, { table: "activity", id }),
      }));
    },
  };
}
