import type { Pin } from "../core/policy/approvals/pin.ts";
import type { CallMarks, PinStore } from "../core/ports/pins.ts";
import type { Access } from "./access.ts";
import { decode, encode } from "./json.ts";
import { pinContentSchema } from "./schemas/pin.ts";

type Row = { readonly id: number; readonly server: string; readonly hash: string; readonly content: string };
export function createPinStore(access: Access): PinStore {
  return {
    async ask(pin) {
      const { server, hash, ...asked } = pin;
      return access.write(async (db) => {
        const known = await db
          .selectFrom("mcp_pins")
          .selectAll()
          .where("server", "=", server)
          .where("hash", "=", hash)
          .executeTakeFirst();
        if (known !== undefined) return read(known);
        const content = encode(pinContentSchema, { ...asked, state: { kind: "asked" } });
        return read(
          await db.insertInto("mcp_pins").values({ server, hash, content }).returningAll().executeTakeFirstOrThrow(),
        );
      });
    },
    async get(id) {
      const row = await access.read(async (db) =>
        db.selectFrom("mcp_pins").selectAll().where("id", "=", id).executeTakeFirst(),
      );
      return row === undefined ? null : read(row);
    },
    async list() {
      const rows = await access.read(async (db) => db.selectFrom("mcp_pins").selectAll().orderBy("id").execute());
      return rows.map(read);
    },
    async move(id, from, to) {
      return access.write(async (db) => {
        const row = await db.selectFrom("mcp_pins").selectAll().where("id", "=", id).executeTakeFirst();
        const pin = row === undefined ? null : read(row);
        if (pin?.state.kind !== from) return false;
        const { id: _id, server: _server, hash: _hash, ...asked } = pin;
        const content = encode(pinContentSchema, { ...asked, state: to });
        await db.updateTable("mcp_pins").set({ content }).where("id", "=", id).execute();
        return true;
      });
    },
  };
}
function read({ id, server, hash, content }: Row): Pin {
  return { id, server, hash, ...decode(pinContentSchema, content, { table: "mcp_pins", id }) };
}

export function createCallMarks(access: Access): CallMarks {
  return {
    async begin(cause, at) {
      const marked = await access.write(async (db) =>
        db
          .insertInto("mcp_calls")
          .values({ cause, at })
          .onConflict((conflict) => conflict.column("cause").doNothing())
          .returning("cause")
          .executeTakeFirst(),
      );
      return marked !== undefined;
    },
    async prune(before) {
      await access.write(async (db) => db.deleteFrom("mcp_calls").where("at", "<", before).execute());
    },
  };
}
