import type { Clock } from "../../../lib/time.ts";
import type { Emit } from "../../events.ts";
import type { Person } from "../../incoming.ts";
import { outlivesRemoval, roleIn, type ChatRole, type Role, type Standing } from "../../policy/roles.ts";
import type { ChatRoleStore, RoleHere } from "../../ports/people.ts";
import type { ChatStore, KnownUser, UserStore } from "../../ports/store.ts";

/** What groups say of single people, above their own roles or below them. */
export interface ChatRoles {
  /** What this person may do in this chat, by all that is said of them; null: nothing. */
  roleOf(userId: number, chatId: number): Promise<Role | null>;
  /** What decided it. */
  standing(userId: number, chatId: number): Promise<Standing>;
  list(): Promise<readonly RoleHere[]>;
  /** Everybody of whom something is said by name, here or everywhere, and who may do something here, with what. */
  membersOf(chatId: number): Promise<readonly KnownUser[]>;
  /** Null role: the chat says nothing of the person any more. No group says anything of an owner. */
  set(chatId: number, of: Named, role: ChatRole | "nobody" | null, by: Person): Promise<Set>;
  /** Takes away what does not hold for somebody with this role, or with none. */
  follow(userId: number, role: Role | null): Promise<void>;
}
type Named = { readonly userId: number; readonly name: string };
/** `no-chat`: there is no such group. */
type Set = "changed" | "same" | "owner" | "no-chat";
export type ChatRolesDependencies = {
  readonly users: UserStore;
  readonly chats: ChatStore;
  readonly chatRoles: ChatRoleStore;
  readonly clock: Clock;
  readonly emit: Emit;
};
export function createChatRoles({ users, chats, chatRoles, clock, emit }: ChatRolesDependencies): ChatRoles {
  async function hereOf(userId: number, chatId: number): Promise<RoleHere | null> {
    // Telegram: groups have negative ids. In a private chat there is nobody to tell apart.
    if (chatId > 0) return null;
    return (await chatRoles.list()).find((one) => one.userId === userId && one.chatId === chatId) ?? null;
  }
  async function standing(userId: number, chatId: number): Promise<Standing> {
    return {
      own: (await users.get(userId))?.role ?? null,
      everyone: chatId < 0 ? ((await chats.get(chatId))?.everyone ?? null) : null,
      here: (await hereOf(userId, chatId))?.role ?? null,
    };
  }
  return {
    standing,
    roleOf: async (userId, chatId) => roleIn(await standing(userId, chatId)),
    list: () => chatRoles.list(),
    async membersOf(chatId) {
      const known = await users.list();
      const here = (await chatRoles.list()).filter((one) => one.chatId === chatId);
      const only = here.filter(({ userId }) => !known.some((user) => user.userId === userId));
      const named = [...known, ...only].map(async ({ userId, name, since }) => {
        const role = roleIn(await standing(userId, chatId));
        return role === null ? [] : [{ userId, name, role, since }];
      });
      return (await Promise.all(named)).flat();
    },
    async set(chatId, { userId, name }, role, by) {
      const before = await standing(userId, chatId);
      if ((await chats.get(chatId))?.kind !== "group") return "no-chat";
      if (before.own === "owner") return "owner";
      if (before.here === role) return "same";
      if (role === null) await chatRoles.remove(userId, [chatId]);
      else await chatRoles.put({ chatId, userId, name, role, since: clock.now() });
      const [from, to] = [roleIn(before), roleIn({ ...before, here: role })];
      const change = `in chat ${chatId} ${from ?? "nobody"} → ${to ?? "nobody"}${role === null ? ", as usual there" : ""}`;
      emit({ kind: "person.changed", userId, change, by: by.userId, byName: by.name, chatId });
      return "changed";
    },
    async follow(userId, role) {
      const theirs = (await chatRoles.list()).filter((one) => one.userId === userId);
      const stays = async ({ chatId, role: here }: RoleHere) =>
        role === null && outlivesRemoval({ here, everyone: (await chats.get(chatId))?.everyone ?? null });
      const gone = await Promise.all(theirs.map(async (one) => ((await stays(one)) ? [] : [one.chatId])));
      if (gone.flat().length > 0) await chatRoles.remove(userId, gone.flat());
    },
  };
}
