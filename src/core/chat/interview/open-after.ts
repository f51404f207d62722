import type { ChatDependencies } from "../desk/dependencies.ts";
import { closeOpen } from "../desk/close-open.ts";
import type { Turn } from "../desk/desk.ts";
import type { Open } from "./conversation.ts";
import { CONFIRMED } from "./view-brief.ts";

/** Opens what a goal led to. The interview that stood open says first what became of it: nothing of this message comes after. */
export async function openAfter(
  { conversations, ...deps }: ChatDependencies,
  { row, incoming: { chat, from } }: Turn,
  next: Open & { readonly kind: "interview" | "choosing-repository" },
): Promise<void> {
  const { open } = await conversations.get(chat.chatId, from.userId);
  const { from: led } = next.kind === "interview" ? next.interview : next;
  if (open?.kind === "brief")
    await closeOpen(deps, chat, open, led === "interview" ? CONFIRMED : "✖️ Left for a new one. Nothing was started.");
  await conversations.hear(chat.chatId, from.userId, { rowId: row.id, open: next });
}
