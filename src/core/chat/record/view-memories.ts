import { bold, code, italic, paragraph, type Block, type Inline } from "../../../lib/blocks.ts";
import { cutText } from "../../../lib/cut-text.ts";
import { utcDay } from "../../../lib/utc-time.ts";
import { visible } from "../../../lib/visible.ts";
import { tellWriter } from "../../memories/trust.ts";
import type { Memory } from "../../ports/memory.ts";
import type { Button } from "../../ports/messenger.ts";
import { writeButtonData } from "../desk/button-data.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";

const PAGE = 5;
/** Of one memory in a list; `/memories <number>` shows all of it. */
const SHOWN = 300;
export type MemoriesAsked = {
  /** The message of the command: its answer is what is turned. */
  readonly rowId: number;
  readonly chatId: number;
  /** "": all, newest first. */
  readonly query: string;
  readonly offset: number;
};
type View = { readonly blocks: readonly Block[]; readonly keyboard: readonly (readonly Button[])[] };
type MemoriesDependencies = Pick<ChatDependencies, "memories" | "repositories">;

/** A page of what is remembered here, with buttons that turn it and that forget. */
export async function memoriesPage(deps: MemoriesDependencies, asked: MemoriesAsked): Promise<View> {
  const { memories, total } = await find(deps, asked);
  const { query, offset } = asked;
  if (total === 0)
    return {
      blocks: [
        query === ""
          ? paragraph("Nothing is remembered here yet. ", code("/remember We use pnpm"), " begins.")
          : paragraph("Nothing that is remembered here holds ", bold(visible(query.slice(0, 100))), "."),
      ],
      keyboard: [],
    };
  const shown = memories.length === 0 ? "none" : `${offset + 1} to ${offset + memories.length}`;
  const names = await namesOf(deps);
  const lines = memories.map((memory) =>
    paragraph(...memoryLine({ ...memory, text: cutText(memory.text, SHOWN) }, names)),
  );
  return {
    blocks: [
      paragraph(`💾 ${shown} of ${total}${query === "" ? ", newest first" : ", what fits best first"}`),
      ...lines,
    ],
    keyboard: [
      memories.map(({ id }) => button(asked, { text: `🗑 ${id}`, action: `f${id}` })),
      [
        ...(offset === 0
          ? []
          : [button({ ...asked, offset: Math.max(0, offset - PAGE) }, { text: "« Back", action: "page" })]),
        ...(offset + PAGE >= total
          ? []
          : [button({ ...asked, offset: offset + PAGE }, { text: "More »", action: "page" })]),
      ],
    ].filter((row) => row.length > 0),
  };
}
/** One memory, whole, with what can be done with it. */
export async function memoryCard(deps: MemoriesDependencies, rowId: number, memory: Memory): Promise<View> {
  const names = await namesOf(deps);
  const about = memory.repositoryId === null ? undefined : names.get(memory.repositoryId);
  const asked = { rowId, offset: 0 };
  return {
    blocks: [paragraph(...memoryLine(memory, names))],
    keyboard: [
      [
        button(asked, { text: "Forget it", action: `y${memory.id}` }),
        ...(memory.shared || about === undefined
          ? []
          : [button(asked, { text: `Share with all on ${about}`, action: `s${memory.id}` })]),
        button(asked, { text: "Keep it", action: "keep" }),
      ],
    ],
  };
}
async function find({ memories }: MemoriesDependencies, { chatId, query, offset }: MemoriesAsked) {
  const place = { chatId, repositoryId: "any" } as const;
  if (query === "") return memories.list(place, { offset, limit: PAGE });
  const found = await memories.search(query, { place, limit: MOST_FOUND });
  const all = found.map(({ memory }) => memory);
  return { memories: all.slice(offset, offset + PAGE), total: all.length };
}
const MOST_FOUND = 100;
async function namesOf({ repositories }: MemoriesDependencies): Promise<ReadonlyMap<number, string>> {
  return new Map((await repositories.list()).map(({ id, name }) => [id, name]));
}
function memoryLine(memory: Memory, names: ReadonlyMap<number, string>): Inline[] {
  const { id, kind, text, repositoryId, shared, savedAt, uses, warning } = memory;
  const about = repositoryId === null ? [] : [names.get(repositoryId) ?? "a repository that is gone"];
  const facts = [
    `${utcDay(savedAt)} ${tellWriter(memory)}`,
    ...about,
    ...(shared ? ["shared with all who work on it"] : []),
    ...(uses === 0 ? [] : [`used ${uses === 1 ? "once" : `${uses} times`}`]),
    ...(warning === null ? [] : [`⚠️ it reads like orders: it ${warning}`]),
  ];
  return [bold(`#${id}`), ` ${kind}: ${visible(text)} `, italic(`(${visible(facts.join("; "))})`)];
}
function button(
  { rowId, offset }: Pick<MemoriesAsked, "rowId" | "offset">,
  { text, action }: { text: string; action: string },
): Button {
  return { text, data: writeButtonData({ kind: "memory", id: rowId, action, version: offset }) };
}
