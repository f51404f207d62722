import { CHAT_ROLES, ROLES, type ChatRole, type Role } from "../../policy/roles.ts";

/** What `/people` was asked: who is to be what, everywhere or in one group. */
export type PeopleWish =
  | { readonly kind: "everywhere"; readonly userId: number; readonly role: Role | null }
  | {
      readonly kind: "in-chat";
      readonly userId: number;
      readonly chatId: number;
      /** Null: as usual there. */
      readonly role: ChatRole | "nobody" | null;
    };
type Read = { userId: number | null; role: Role | "nobody" | null; chatId: number | null };
/** `replied`: whose message is answered; null where none is, or where nobody knows. */
export type PeopleScene = { readonly chatId: number; readonly replied: number | null };

/**
 * Reads what follows `role` or `remove`, in any order: a number, a role, `here` or `in` and a chat's number.
 * @returns a sentence that says what is wrong
 */
export function readPeople(verb: "role" | "remove", given: readonly string[], scene: PeopleScene): PeopleWish | string {
  const read = readWords(given, scene);
  if (typeof read === "string") return read;
  const { role, chatId } = read;
  const userId = read.userId ?? scene.replied;
  if (userId === null) return "Whose number? In a group an answer to a message of theirs says it as well.";
  if (chatId !== null && chatId >= 0) return "A role in one chat is for groups: a private chat has one person.";
  if (verb === "remove")
    return role === null
      ? chatId === null
        ? { kind: "everywhere", userId, role: null }
        : { kind: "in-chat", userId, chatId, role: null }
      : "To remove somebody needs no role.";
  if (role === null) return `Which role? ${ROLES.join(", ")}${chatId === null ? "" : ", or nobody"}.`;
  if (chatId === null)
    return role === "nobody"
      ? "Nobody is what somebody can be in one group: say here, or in and its number."
      : { kind: "everywhere", userId, role };
  const here = role === "nobody" ? role : CHAT_ROLES.find((each) => each === role);
  return here === undefined
    ? "An owner is one everywhere: leave out the chat."
    : { kind: "in-chat", userId, chatId, role: here };
}
function readWords(given: readonly string[], { chatId }: PeopleScene): Read | string {
  const read: Read = { userId: null, role: null, chatId: null };
  for (const [at, word] of given.map((each) => each.toLowerCase()).entries()) {
    const role = word === "nobody" ? word : ROLES.find((each) => each === word);
    const isOfIn = given[at - 1]?.toLowerCase() === "in";
    if (isOfIn && /^-\d{1,16}$/.test(word)) read.chatId = Number(word);
    else if (isOfIn) return "After in comes a group's number, such as -100123; /whoami says it there.";
    else if (word === "in" && at + 1 < given.length) continue;
    else if (word === "here") read.chatId = chatId;
    else if (role !== undefined) read.role = role;
    else if (/^\d{1,16}$/.test(word) && Number(word) > 0) read.userId = Number(word);
    else return `I do not know "${word.slice(0, 40)}" here.`;
  }
  return read;
}
