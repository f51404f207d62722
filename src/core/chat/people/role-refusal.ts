import { isAtLeast, type Role } from "../../policy/roles.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";
import type { Turn } from "../desk/desk.ts";

/** Null when this person has the role here; else the second half of a sentence that says what they are. */
export async function roleRefusal(
  { people }: Pick<ChatDependencies, "people">,
  { incoming }: Pick<Turn, "incoming">,
  needed: Role,
): Promise<string | null> {
  const role = await people.roleOf(incoming.from.userId, incoming.chat.chatId);
  if (role !== null && isAtLeast(role, needed)) return null;
  return role === null ? "I do not know you." : `you are a ${role} here.`;
}
