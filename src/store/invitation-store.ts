import type { InvitationStore } from "../core/ports/people.ts";
import { instant } from "../lib/time.ts";
import type { Access } from "./access.ts";
import type { Tables } from "./tables.ts";

export function createInvitationStore(access: Access): InvitationStore {
  return {
    async add({ hash, role, invitedBy, expiresAt }) {
      await access.write(async (db) => {
        // What is over is nobody's any more.
        await db
          .deleteFrom("invitations")
          .where("expires_at", "<", expiresAt - KEPT_MS)
          .execute();
        await db
          .insertInto("invitations")
          .values({ hash, role, invited_by: invitedBy, expires_at: expiresAt })
          .execute();
      });
    },
    async open(now) {
      const rows = await access.read(async (db) =>
        db.selectFrom("invitations").selectAll().where("expires_at", ">", now).orderBy("expires_at").execute(),
      );
      return rows.map(toInvitation);
    },
    async use(hash, now) {
      const row = await access.write(async (db) =>
        db
          .deleteFrom("invitations")
          .where("hash", "=", hash)
          .where("expires_at", ">", now)
          .returningAll()
          .executeTakeFirst(),
      );
      return row === undefined ? null : toInvitation(row);
    },
  };
}
const KEPT_MS = 30 * 24 * 3600 * 1000;
function toInvitation({ hash, role, invited_by: invitedBy, expires_at: expiresAt }: Tables["invitations"]) {
  return { hash, role, invitedBy, expiresAt: instant(expiresAt) };
}
