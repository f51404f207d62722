import { z } from "zod";
import { code, italic, paragraph } from "../../../lib/blocks.ts";
import { MEMORY_KINDS, type MemoryKind } from "../../ports/memory.ts";
import { MEMORY_CHARACTERS } from "../../tools/memory-save.ts";
import { anyText, type Command, defineCommand } from "../desk/command.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";
import type { Turn } from "../desk/desk.ts";
import { mentioned } from "../repository-book.ts";
import { usageBlocks } from "../desk/usage.ts";
import { memoriesPage, memoryCard } from "../record/view-memories.ts";

const MEMORIES = {
  name: "memories",
  summary: "What is remembered here: all of it, what holds some words, or one by its number",
  usage: "[words | number]",
  examples: ["/memories", "/memories cart total", "/memories #12"],
  role: "viewer",
} as const;
const REMEMBER = {
  name: "remember",
  summary: "Remember something for later work; about a repository, when you name one",
  usage: `[${MEMORY_KINDS.join(": | ")}:] <text>`,
  examples: ["/remember We use pnpm, never npm", "/remember decision: the shop keeps Node 22 until spring"],
  role: "member",
} as const;
const FORGET = {
  name: "forget",
  summary: "Forget a memory, by its number or by words it holds",
  usage: "<number | words>",
  examples: ["/forget #12", "/forget cart total"],
  role: "member",
} as const;
const rememberArguments = z
  .string()
  .transform((text) => {
    const [, named = "", rest = ""] = /^([a-z]+):\s*([^]+)$/i.exec(text) ?? [];
    const kind: MemoryKind | undefined = MEMORY_KINDS.find((each) => each === named.toLowerCase());
    return { kind: kind ?? ("fact" as const), text: (kind === undefined ? text : rest).trim() };
  })
  .refine(({ text }) => text.length >= 3, "What shall be remembered?")
  .refine(
    ({ text }) => text.length <= MEMORY_CHARACTERS,
    `One memory has at most ${MEMORY_CHARACTERS} characters: one thing, in a sentence or two.`,
  );

export const memoryCommands: readonly Command[] = [
  defineCommand({ ...MEMORIES, arguments: anyText }, list),
  defineCommand({ ...REMEMBER, arguments: rememberArguments }, remember),
  defineCommand({ ...FORGET, arguments: anyText }, forget),
];

async function list(deps: ChatDependencies, turn: Turn, query: string): Promise<void> {
  if (numberIn(query) !== null) return showOne(deps, turn, query);
  const asked = { rowId: turn.row.id, chatId: turn.incoming.chat.chatId, query, offset: 0 };
  const { blocks, keyboard } = await memoriesPage(deps, asked);
  await turn.reply([...blocks], { keyboard });
}
async function remember(
  deps: ChatDependencies,
  turn: Turn,
  { kind, text }: { readonly kind: MemoryKind; readonly text: string },
): Promise<void> {
  const { chat, from } = turn.incoming;
  const repository = mentioned(text, await deps.book.list());
  const kept = await deps.memory.save(
    {
      kind,
      text,
      chatId: chat.chatId,
      repositoryId: repository?.id ?? null,
      repository: repository?.name ?? null,
      by: { kind: "person", userId: from.userId, name: from.name },
      origins: ["person"],
    },
    `update:${turn.row.id}`,
  );
  if (kept.kind === "refused")
    return turn.reply([
      paragraph(
        "That holds a key or password, so it was not remembered. Say it without; keys belong into the settings: ",
        code("sparks secrets set"),
        ".",
      ),
    ]);
  const about =
    repository === null ? "work asked for in this chat" : `work on ${repository.name} asked for in this chat`;
  await turn.reply([
    paragraph(
      `💾 ${kept.was === "new" ? "Remembered" : "I knew that, and remember it still"}, as #${kept.memory.id}, for ${about}. `,
      italic("Nobody sees it elsewhere. "),
      code(`/memories #${kept.memory.id}`),
    ),
  ]);
}
async function forget(deps: ChatDependencies, turn: Turn, query: string): Promise<void> {
  if (query === "") return turn.reply(usageBlocks(FORGET, "Which one?"));
  if (numberIn(query) !== null) return showOne(deps, turn, query);
  const place = { chatId: turn.incoming.chat.chatId, repositoryId: "any" } as const;
  const found = await deps.memories.search(query, { place, limit: 2 });
  const [only] = found;
  if (found.length === 1 && only !== undefined) return showOne(deps, turn, String(only.memory.id));
  return list(deps, turn, query);
}
async function showOne(deps: ChatDependencies, turn: Turn, asked: string): Promise<void> {
  const id = numberIn(asked) ?? 0;
  const memory = await deps.memories.get(id, { chatId: turn.incoming.chat.chatId, repositoryId: "any" });
  if (memory === null)
    return turn.reply([paragraph(`There is no memory #${id} here. `, code("/memories"), " shows what there is.")]);
  const { blocks, keyboard } = await memoryCard(deps, turn.row.id, memory);
  await turn.reply([...blocks], { keyboard });
}
function numberIn(text: string): number | null {
  const [, digits] = /^#?(\d{1,15})$/.exec(text.trim()) ?? [];
  return digits === undefined ? null : Number(digits);
}
