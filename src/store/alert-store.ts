import { z } from "zod";
import { SEVERITIES, type AlertRule, type AlertStore } from "../core/ports/alerts.ts";
import type { Access } from "./access.ts";
import { decode, encode } from "./json.ts";
import { instantSchema } from "./schemas/common.ts";

// A field is whatever a rule was made with: one of an older version must stay readable.
const contentSchema: z.ZodType<Omit<AlertRule, "id">> = z.strictObject({
  chatId: z.number().int(),
  name: z.string(),
  field: z.string().min(1),
  match: z.strictObject({
    kind: z.enum(["contains", "regex", "above", "below"]),
    text: z.string(),
    sum: z.literal(true).exactOptional(),
  }),
  count: z.number().int(),
  windowMs: z.number().int(),
  severity: z.enum(SEVERITIES),
  coolDownMs: z.number().int(),
  everywhere: z.boolean(),
  alsoTo: z.array(z.number().int()).exactOptional(),
  enabled: z.boolean(),
  lastFiredAt: instantSchema.nullable(),
  heldBack: z.number().int(),
});

export function createAlertStore(access: Access): AlertStore {
  return {
    async list() {
      const rows = await access.read(async (db) => db.selectFrom("alert_rules").selectAll().orderBy("id").execute());
      return rows.map(({ id, content }) => ({ id, ...decode(contentSchema, content, { table: "alert_rules", id }) }));
    },
    async add(rule) {
      const fresh = { ...rule, lastFiredAt: null, heldBack: 0 };
      const content = encode(contentSchema, fresh);
      const { id } = await access.write(async (db) =>
        db.insertInto("alert_rules").values({ content }).returning("id").executeTakeFirstOrThrow(),
      );
      return { id, ...fresh };
    },
    async put({ id, ...rule }) {
      const content = encode(contentSchema, rule);
      await access.write(async (db) => db.updateTable("alert_rules").set({ content }).where("id", "=", id).execute());
    },
    async remove(id) {
      await access.write(async (db) => db.deleteFrom("alert_rules").where("id", "=", id).execute());
    },
    async cursor() {
      const row = await access.read(async (db) => db.selectFrom("alert_cursor").select("row_id").executeTakeFirst());
      return row?.row_id ?? null;
    },
    async setCursor(rowId) {
      // Looked at once more after a loss of power, a row tells nothing twice: messages are named after it.
      await access.write(
        async (db) =>
          db
            .insertInto("alert_cursor")
            .values({ only: 1, row_id: rowId })
            .onConflict((conflict) => conflict.column("only").doUpdateSet({ row_id: rowId }))
            .execute(),
        { lazy: true },
      );
    },
    async addHook(key, body, at) {
      await access.write(async (db) =>
        db
          .insertInto("alert_hooks")
          .values({ key, body, attempts: 0, next_at: at })
          .onConflict((conflict) => conflict.doNothing())
          .execute(),
      );
    },
    async dueHooks(now) {
      return access.read(async (db) =>
        db
          .selectFrom("alert_hooks")
          .select(["key", "body", "attempts"])
          .where("next_at", "<=", now)
          .orderBy("next_at")
          .limit(50)
          .execute(),
      );
    },
    async retryHook(key, at) {
      await access.write(async (db) =>
        at === null
          ? db.deleteFrom("alert_hooks").where("key", "=", key).execute()
          : db
              .updateTable("alert_hooks")
              .set((row) => ({ attempts: row("attempts", "+", 1), next_at: at }))
              .where("key", "=", key)
              .execute(),
      );
    },
  };
}
