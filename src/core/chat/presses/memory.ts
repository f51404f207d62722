import { code, paragraph, type Block } from "../../../lib/blocks.ts";
import type { Memory } from "../../ports/memory.ts";
import type { Button } from "../../ports/messenger.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";
import type { Turn } from "../desk/desk.ts";
import { GONE, type PressHandler } from "../desk/press.ts";
import { roleRefusal } from "../people/role-refusal.ts";
import { memoriesPage } from "../record/view-memories.ts";

const NOT_THERE = "That memory is not there any more.";
/** Turns the page of memories, and forgets or shares one, in the message that shows them. */
export const pressMemoryButton: PressHandler = async (deps, { turn, data, toast }) => {
  const { chat } = turn.incoming;
  const asked = (await deps.inbox.get(data.id))?.incoming;
  if (asked?.kind !== "command" || asked.chat.chatId !== chat.chatId) return toast(GONE);
  const show = (blocks: readonly Block[], keyboard: readonly (readonly Button[])[] = []) =>
    deps.messenger.put({ key: `update:${data.id}:reply`, chat, anchor: "💾", blocks: [...blocks], keyboard });
  const page = async () => {
    const offset = data.version ?? 0;
    const view = await memoriesPage(deps, { rowId: data.id, chatId: chat.chatId, query: asked.rest, offset });
    await show(view.blocks, view.keyboard);
  };
  const [, act = "", id = ""] = /^([fys])(\d{1,15})$/.exec(data.action) ?? [];
  if (act === "") {
    if (data.action === "keep") await show([paragraph("Kept as it is.")]);
    else await page();
    return toast("");
  }
  const memory = await deps.memories.get(Number(id), { chatId: chat.chatId, repositoryId: "any" });
  const refusal = memory === null ? null : await mayChange(deps, turn, memory, act === "s");
  if (refusal !== null) return toast(refusal, { alert: true });
  const done = memory !== null && (act === "s" ? await share(deps, turn, memory) : await forget(deps, turn, memory));
  if (act === "f") await page();
  else await show([done ? paragraph(...(act === "s" ? SHARED : FORGOTTEN)) : paragraph(NOT_THERE)]);
  await toast(done ? (act === "s" ? "Shared." : `Forgotten: #${id}. /undo takes it back.`) : NOT_THERE);
};
const FORGOTTEN = ["🗑 Forgotten. For an hour ", code("/undo"), " takes it back."] as const;
const SHARED = ["💾 Shared: whoever works on that repository gets it from now on."] as const;

/** What is shared is others' as well, and so is what is about to be. @returns why not */
async function mayChange(
  deps: ChatDependencies,
  turn: Turn,
  { shared }: Memory,
  sharing: boolean,
): Promise<string | null> {
  const needed = shared || sharing ? "maintainer" : "member";
  const refusal = await roleRefusal(deps, turn, needed);
  return refusal === null ? null : `That is for a ${needed}; ${refusal}`;
}
async function forget({ memories, emit }: ChatDependencies, { incoming }: Turn, { id }: Memory): Promise<boolean> {
  const done = await memories.forget(id);
  if (done) emit({ kind: "memory.forgotten", memoryId: id, ...who(incoming) });
  return done;
}
async function share({ memories, emit }: ChatDependencies, { incoming }: Turn, { id }: Memory): Promise<boolean> {
  const done = (await memories.share(id)) !== null;
  if (done) emit({ kind: "memory.shared", memoryId: id, ...who(incoming) });
  return done;
}
function who({ chat: { chatId }, from: { userId, name } }: Turn["incoming"]) {
  return { chatId, userId, name };
}
