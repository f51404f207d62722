import { createHash } from "node:crypto";
import type { Clock } from "../../../lib/time.ts";
import { HOUR_MS, instant, type Instant } from "../../../lib/time.ts";
import type { Emit } from "../../events.ts";
import type { Person } from "../../incoming.ts";
import type { Role } from "../../policy/roles.ts";
import type { InvitationStore } from "../../ports/people.ts";
import type { ChatRoles } from "./chat-roles.ts";
import type { ChatStore, KnownUser, UserStore } from "../../ports/store.ts";

/** Who may talk to the bot: numeric ids only, everything refused by default. */
export interface People {
  mayTalk(userId: number, chatId: number): Promise<boolean>;
  get(userId: number): Promise<KnownUser | null>;
  list(): Promise<readonly KnownUser[]>;
  /** What this person may do in this chat; null: nothing. */
  roleOf(userId: number, chatId: number): Promise<Role | null>;
  /** What single chats say of single people. */
  readonly inChats: Omit<ChatRoles, "roleOf" | "follow">;
  /**
   * Lets the person in whose code is right: the pairing code makes the owner, an invitation what it was made for. Each code serves once;
   * five wrong ones, and this person's are not looked at for an hour.
   */
  enter(person: Person, chatId: number, code: string): Promise<Entered>;
  /** A code for one person, to be passed on to them. */
  invite(role: Role, spanMs: number, by: Person): Promise<Invited>;
  /** Null role: removed, with what chats gave them. The last owner stays owner. */
  setRole(userId: number, role: Role | null, by: Person): Promise<"changed" | "same" | "unknown" | "last-owner">;
  /** True the first time only. */
  refuseOnce(userId: number): Promise<boolean>;
  /** Makes a code if nobody is paired yet and says it to whoever sits at the machine. */
  offerPairing(): Promise<void>;
  /** The owner's own chat, where a message typed at the machine belongs. */
  ownerChat(): Promise<{ owner: KnownUser; chatId: number } | null>;
}
type Entered = { readonly kind: "entered"; readonly role: Role } | { readonly kind: "wrong" | "no-code" | "locked" };
type Invited =
  | { readonly kind: "invited"; readonly code: string; readonly until: Instant }
  | { readonly kind: "too-many"; readonly most: number };
export type PeopleDependencies = {
  readonly users: UserStore;
  readonly chats: ChatStore;
  readonly invitations: InvitationStore;
  readonly chatRoles: ChatRoles;
  readonly clock: Clock;
  readonly emit: Emit;
  /** A number from 0 up to 1, from a cryptographic source. */
  readonly random: () => number;
  /** Prints a line in the terminal the program was started from. */
  readonly announce: (line: string) => void;
};
const WRONG_CODES = 5;
const MOST_INVITATIONS = 10;
// No 0, 1, I, O: a code is read off a terminal and typed on a phone.
const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const CODE_LENGTH = 8;
type PairingCode = { readonly hash: string; readonly until: Instant };

export function createPeople(deps: PeopleDependencies): People {
  const { users, chats, invitations, chatRoles, clock, emit, random, announce } = deps;
  let pairing: PairingCode | null = null;
  const wrongCodes = new Map<number, { count: number; until: Instant }>();

  function makeCode(): string {
    return Array.from({ length: CODE_LENGTH }, () => ALPHABET[Math.floor(random() * ALPHABET.length)]).join("");
  }
  function offer(): void {
    const code = makeCode();
    pairing = { hash: hashOf(code), until: instant(clock.now() + HOUR_MS) };
    announce(`Pairing code: ${spaced(code)}  (send it to the bot within an hour; it makes you the owner)`);
  }
  /** What the code makes of who sends it. */
  async function useCode(hash: string): Promise<Role | null> {
    if (pairing !== null && clock.now() > pairing.until) offer();
    if (pairing?.hash === hash) {
      pairing = null;
      return "owner";
    }
    return (await invitations.use(hash, clock.now()))?.role ?? null;
  }
  function countWrong(userId: number): void {
    const before = wrongCodes.get(userId);
    const fresh = before === undefined || before.until < clock.now();
    wrongCodes.set(userId, {
      count: fresh ? 1 : before.count + 1,
      until: instant(clock.now() + HOUR_MS),
    });
  }
  function isLocked(userId: number): boolean {
    const wrong = wrongCodes.get(userId);
    return wrong !== undefined && wrong.until >= clock.now() && wrong.count >= WRONG_CODES;
  }
  const { roleOf } = chatRoles;
  return {
    roleOf,
    inChats: chatRoles,
    mayTalk: async (userId, chatId) => (await roleOf(userId, chatId)) !== null,
    get: (userId) => users.get(userId),
    list: () => users.list(),
    refuseOnce: (userId) => users.refuseOnce(userId, clock.now()),
    async offerPairing() {
      if ((await users.list()).length === 0) offer();
    },
    async enter(person, chatId, text) {
      if (pairing === null && (await invitations.open(clock.now())).length === 0) return { kind: "no-code" };
      if (isLocked(person.userId)) return { kind: "locked" };
      const role = await useCode(hashOf(normalise(text)));
      if (role === null) {
        countWrong(person.userId);
        return { kind: "wrong" };
      }
      await users.put({ userId: person.userId, name: person.name, role, since: clock.now() });
      if (role === "owner") await chatRoles.follow(person.userId, role);
      await chats.put({ chatId, kind: "private", ownerId: person.userId, title: person.name, repositoryId: null });
      emit({ kind: "user.paired", userId: person.userId, role });
      return { kind: "entered", role };
    },
    async invite(role, spanMs, by) {
      const now = clock.now();
      if ((await invitations.open(now)).length >= MOST_INVITATIONS) return { kind: "too-many", most: MOST_INVITATIONS };
      const code = makeCode();
      const until = instant(now + spanMs);
      await invitations.add({ hash: hashOf(code), role, invitedBy: by.userId, expiresAt: until });
      emit({
        kind: "person.changed",
        userId: 0,
        change: `invitation for a ${role} made`,
        by: by.userId,
        byName: by.name,
      });
      return { kind: "invited", code: spaced(code), until };
    },
    async setRole(userId, role, by) {
      const known = await users.get(userId);
      const isOnlyInChats = known === null && (await chatRoles.list()).some((one) => one.userId === userId);
      if (known === null && !(isOnlyInChats && role === null)) return "unknown";
      if (known !== null && known.role === role) return "same";
      const owners = (await users.list()).filter((user) => user.role === "owner");
      if (known?.role === "owner" && owners.length === 1) return "last-owner";
      // Less first: a stop in between lets nobody do more than before or after.
      if (role === null) await users.remove(userId);
      if (role === null || role === "owner") await chatRoles.follow(userId, role);
      if (known !== null && role !== null) await users.put({ ...known, role });
      const change = role === null ? "removed" : `${known?.role ?? "nobody"} → ${role}`;
      emit({ kind: "person.changed", userId, change, by: by.userId, byName: by.name });
      return "changed";
    },
    async ownerChat() {
      const owner = (await users.list()).find((user) => user.role === "owner");
      const chat = owner === undefined ? null : await chats.privateChatOf(owner.userId);
      return owner === undefined || chat === null ? null : { owner, chatId: chat.chatId };
    },
  };
}
function spaced(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
function normalise(text: string): string {
  return text.trim().toUpperCase().replaceAll(/[\s-]/g, "");
}
/** Codes are compared by their hashes: in a time that does not tell how much was right. */
function hashOf(code: string): string {
  return createHash("sha256").update(code).digest("hex");
}
