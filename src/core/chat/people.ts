import type { Clock } from "../../lib/time.ts";
import { HOUR_MS, instant, type Instant } from "../../lib/time.ts";
import type { Emit } from "../events.ts";
import type { Role } from "../policy/roles.ts";
import type { Person } from "../incoming.ts";
import type { ChatStore, KnownUser, UserStore } from "../ports/store.ts";

/** Who may talk to the bot: numeric ids only, everything refused by default. */
export interface People {
  mayTalk(userId: number): Promise<boolean>;
  get(userId: number): Promise<KnownUser | null>;
  /** What this person may do in this chat; null for a stranger. */
  roleOf(userId: number, chatId: number): Promise<Role | null>;
  /** Makes the person who sends the code the owner (the first) or a member; five wrong codes end the code. */
  pair(person: Person, chatId: number, code: string): Promise<"paired" | "wrong" | "no-code">;
  /** True the first time only. */
  refuseOnce(userId: number): Promise<boolean>;
  /** Makes a code if nobody is paired yet and says it to whoever sits at the machine. */
  offerPairing(): Promise<void>;
  /** The owner's own chat, where a message typed at the machine belongs. */
  ownerChat(): Promise<{ owner: KnownUser; chatId: number } | null>;
}
export type PeopleDependencies = {
  readonly users: UserStore;
  readonly chats: ChatStore;
  readonly clock: Clock;
  readonly emit: Emit;
  /** A number from 0 up to 1, from a cryptographic source. */
  readonly random: () => number;
  /** Prints a line in the terminal the program was started from. */
  readonly announce: (line: string) => void;
};
const WRONG_CODES = 5;
// No 0, 1, I, O: a code is read off a terminal and typed on a phone.
const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
type PairingCode = { readonly code: string; readonly until: Instant; wrong: number };

export function createPeople({ users, chats, clock, emit, random, announce }: PeopleDependencies): People {
  let pairing: PairingCode | null = null;
  function offer(): void {
    const code = Array.from({ length: 8 }, () => ALPHABET[Math.floor(random() * ALPHABET.length)]).join("");
    pairing = { code, until: instant(clock.now() + HOUR_MS), wrong: 0 };
    announce(
      `Pairing code: ${code.slice(0, 4)}-${code.slice(4)}  (send it to the bot within an hour; it makes you the owner)`,
    );
  }
  return {
    async mayTalk(userId) {
      return (await users.get(userId)) !== null;
    },
    get: (userId) => users.get(userId),
    roleOf: async (userId) => (await users.get(userId))?.role ?? null,
    refuseOnce: (userId) => users.refuseOnce(userId, clock.now()),
    async offerPairing() {
      if ((await users.list()).length === 0) offer();
    },
    async pair(person, chatId, text) {
      if (pairing === null) return "no-code";
      if (clock.now() > pairing.until) offer();
      if (!sameCode(normalise(text), pairing.code)) {
        pairing.wrong += 1;
        if (pairing.wrong >= WRONG_CODES) offer();
        return "wrong";
      }
      pairing = null;
      await users.put({ userId: person.userId, name: person.name, role: "owner", since: clock.now() });
      await chats.put({ chatId, kind: "private", ownerId: person.userId, title: person.name, repositoryId: null });
      emit({ kind: "user.paired", userId: person.userId, role: "owner" });
      return "paired";
    },
    async ownerChat() {
      const owner = (await users.list()).find((user) => user.role === "owner");
      const chat = owner === undefined ? null : await chats.privateChatOf(owner.userId);
      return owner === undefined || chat === null ? null : { owner, chatId: chat.chatId };
    },
  };
}
function normalise(text: string): string {
  return text.trim().toUpperCase().replaceAll(/[\s-]/g, "");
}
/** Compares in a time that does not tell how much was right. */
function sameCode(given: string, expected: string): boolean {
  let difference = given.length ^ expected.length;
  for (let index = 0; index < expected.length; index += 1)
    difference |= given.charCodeAt(index) ^ expected.charCodeAt(index);
  return difference === 0;
}
