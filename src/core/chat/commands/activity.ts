import { z } from "zod";
import { parseSpan } from "../../../lib/span.ts";
import { DAY_MS, HOUR_MS, instant, SECOND_MS } from "../../../lib/time.ts";
import { readRows } from "../../activity/read-rows.ts";
import { reviewBlocks, reviewFile, type Detail } from "../../activity/review.ts";
import type { CommandSpec } from "../../ports/commands.ts";
import { isAtLeast } from "../../policy/roles.ts";
import { anyText, defineCommand, type Command } from "../desk/command.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";
import type { Turn } from "../desk/desk.ts";
import { searchPage } from "../record/search.ts";
import { usageBlocks } from "../desk/usage.ts";
import { own } from "../../../lib/own.ts";

const REVIEW: CommandSpec = {
  name: "review",
  summary: "What happened here lately",
  usage: "[summary | standard | detailed] [time back, such as 6h or 3d]",
  examples: ["/review", "/review detailed 3d"],
  role: "viewer",
};
const WATCH: CommandSpec = {
  name: "watch",
  summary: "See live what happens here, in one message",
  usage: "[seconds | stop] [words] [field:text | field>number]",
  examples: ["/watch", "/watch 600 shell", "/watch tool:shell ms>1000", "/watch stop"],
  role: "viewer",
};
const SEARCH: CommandSpec = {
  name: "search",
  summary: "Find in all that happened here, or everywhere for an owner",
  usage: '[all:] <words, "a phrase" or begin*> [field:text | field>number]',
  examples: ["/search cart total", '/search all: "npm test"', "/search tool:shell outcome:failed ms>1000"],
  role: "viewer",
};
/** Words that mean a level of detail. */
const DETAILS: Readonly<Record<string, Detail>> = {
  summary: "summary",
  brief: "summary",
  tldr: "summary",
  standard: "standard",
  detailed: "detailed",
  full: "detailed",
  verbose: "detailed",
};
const LONGEST_REVIEW_MS = 30 * DAY_MS;
const reviewArguments = z.string().transform((text, context) => {
  let [detail, spanMs]: [Detail, number] = ["standard", DAY_MS];
  for (const word of text.split(/\s+/).filter((each) => each !== "")) {
    const span = parseSpan(word, "h");
    const level = own(DETAILS, word.toLowerCase());
    if (level !== undefined) detail = level;
    else if (span !== null && span >= HOUR_MS && span <= LONGEST_REVIEW_MS) spanMs = span;
    else {
      context.addIssue(
        span === null && !/^\d/.test(word)
          ? `I do not know "${word.slice(0, 40)}" here.`
          : "The time back is from one hour to thirty days.",
      );
      return z.NEVER;
    }
  }
  return { detail, spanMs };
});
const watchArguments = z.string().transform((text, context) => {
  const [first = "", ...rest] = text.split(/\s+/).filter((word) => word !== "");
  if (/^(stop|off|end)$/i.test(first) && rest.length === 0) return { kind: "stop" } as const;
  const number = /^\d+[smh]?$/i.test(first);
  const spanMs = number ? parseSpan(first, "s") : 300 * SECOND_MS;
  if (spanMs === null || spanMs > HOUR_MS || spanMs < 5 * SECOND_MS) {
    context.addIssue("It can last from 5 seconds to one hour.");
    return z.NEVER;
  }
  return { kind: "watch", spanMs, words: (number ? rest : [first, ...rest]).join(" ") } as const;
});

export const activityCommands: readonly Command[] = [
  defineCommand({ ...REVIEW, arguments: reviewArguments }, review),
  defineCommand({ ...SEARCH, arguments: anyText }, search),
  defineCommand({ ...WATCH, arguments: watchArguments }, async (deps, turn, given) => {
    const { chat } = turn.incoming;
    if (given.kind === "watch")
      return deps.watches.begin({ rowId: turn.row.id, chat, spanMs: given.spanMs, words: given.words });
    const stopped = await deps.watches.stop(chat.chatId);
    if (!stopped) await turn.reply(usageBlocks(WATCH, "Nothing is being watched in this chat."));
  }),
];

async function review(
  deps: ChatDependencies,
  turn: Turn,
  { detail, spanMs }: { detail: Detail; spanMs: number },
): Promise<void> {
  const since = instant(deps.clock.now() - spanMs);
  const rows = await readRows(deps.activity, { chatId: turn.incoming.chat.chatId, since });
  // What came with the question itself is no answer to it.
  const before = rows.filter(
    (row) => row.event.kind !== "update.received" || row.event.sourceId !== turn.incoming.sourceId,
  );
  await turn.reply(reviewBlocks(before, spanMs, { detail, zone: deps.locales.of(turn.incoming.chat.chatId).zone }));
  const content = reviewFile(before, detail);
  if (content === null) return;
  const name = detail === "standard" ? "review.txt" : "review.jsonl";
  await deps.messenger.put({
    key: `update:${turn.row.id}:file`,
    chat: turn.incoming.chat,
    anchor: name,
    blocks: [],
    silent: true,
    file: { name, content: content.slice(-MOST_FILE) },
  });
}
/** Characters; the newest are kept. */
const MOST_FILE = 1_000_000;
async function search(deps: ChatDependencies, turn: Turn, asked: string): Promise<void> {
  const everywhere = /^all:\s*/i.test(asked);
  const words = asked.replace(/^all:\s*/i, "");
  if (words === "") return turn.reply(usageBlocks(SEARCH, "Which words?"));
  const { from, chat } = turn.incoming;
  const role = await deps.people.roleOf(from.userId, chat.chatId);
  if (everywhere && (role === null || !isAtLeast(role, "owner") || turn.incoming.chatKind !== "private"))
    return turn.reply(usageBlocks(SEARCH, "Only an owner, in a private chat, may search everywhere."));
  const { blocks, keyboard } = await searchPage(deps, { rowId: turn.row.id, chatId: chat.chatId, asked, before: null });
  await turn.reply(blocks, { keyboard, anchor: `🔎 ${words.slice(0, 100)}` });
}
