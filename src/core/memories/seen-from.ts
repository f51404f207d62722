import type { Memory, MemoryDraft, MemoryPlace } from "../ports/memory.ts";

/** May it be seen from there? What was said in one chat stays in it, until a person shares it with a repository. */
export function isSeenFrom(
  { chatId, repositoryId, shared }: Pick<Memory, "chatId" | "repositoryId" | "shared">,
  place: MemoryPlace,
): boolean {
  const about = place.repositoryId === "any" || repositoryId === null || repositoryId === place.repositoryId;
  return about && (chatId === place.chatId || (shared && repositoryId !== null));
}
/** What becomes of a memory that is said again in equal words: a person's word makes it theirs, and nobody else's changes whose it is. */
export function saidAgain(known: Memory, draft: MemoryDraft): Memory {
  const { kind, text, by, read, warning } = draft.by.kind === "person" ? draft : known;
  return { ...known, kind, text, by, read, warning, savedAt: draft.savedAt, saves: known.saves + 1 };
}
