import { bold, code, codeBlock, italic, paragraph, type Block } from "../../../lib/blocks.ts";
import type { ChatRef, IncomingContent } from "../../incoming.ts";
import { duration } from "../../../lib/measure.ts";
import { writeButtonData } from "../desk/button-data.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";
import type { Turn } from "../desk/desk.ts";
import { lookAtForwarded, putAside, refusesWords, warningOf } from "../interview/inspect-words.ts";

type Voice = IncomingContent & { readonly kind: "voice" };

/** Something said: shown as text, which acts only when the person says so. Limits are looked at before anything is loaded or paid. */
export async function handleVoice(deps: ChatDependencies, turn: Turn, voice: Voice): Promise<void> {
  const { limits } = deps.transcriber;
  if (limits === null)
    return turn.reply([
      paragraph("🎙 I cannot hear yet: no service for speech is set up. Nothing was sent anywhere."),
      paragraph(
        "Set ",
        code("[speech] url"),
        " in ",
        code("config.toml"),
        " (OpenAI's, or a whisper server on this machine), start me again, and send it once more.",
      ),
    ]);
  if (voice.seconds > limits.seconds)
    return turn.reply([
      paragraph(
        "🎙 That is ",
        duration(voice.seconds * 1000),
        " long; I take at most ",
        duration(limits.seconds * 1000),
        ". Say it shorter, or in parts.",
      ),
    ]);
  deps.messenger.typing(turn.incoming.chat);
  const bytes = await deps.files.load(voice.fileId, { maxBytes: limits.bytes, signal: turn.signal });
  const text = await deps.transcriber.transcribe({ bytes, name: voice.name }, turn.signal);
  if (text === "") return turn.reply([paragraph("🎙 I heard no words in it. Nothing was done.")]);
  if (await refusesWords(deps, turn, text)) return;
  await askWhether(deps, turn, text);
}
/** Words of others may hold anything: they become a person's own only when that person says so. */
export async function handleForwarded(deps: ChatDependencies, turn: Turn, text: string): Promise<void> {
  const found = lookAtForwarded(deps, turn, text);
  if (found.action === "withhold") return turn.reply(putAside("What you forwarded reads like an attack on me", found));
  await askWhether(deps, turn, text, warningOf(found));
}
async function askWhether(deps: ChatDependencies, turn: Turn, text: string, warning?: Block | null): Promise<void> {
  const title = turn.incoming.kind === "voice" ? "🎙 This is what I heard" : "📎 Forwarded: somebody else's words";
  const { chat, from } = turn.incoming;
  const { open } = await deps.conversations.get(chat.chatId, from.userId);
  const before = open?.kind === "transcript" ? open.before : open;
  if (open?.kind === "transcript" && open.rowId !== turn.row.id)
    await showTranscript(deps, chat, open, "✖️ Left for a newer one. Nothing was done with it.");
  await showTranscript(deps, chat, { rowId: turn.row.id, text, title, ...(warning ? { warning } : {}) });
  await deps.conversations.open(chat.chatId, from.userId, {
    kind: "transcript",
    title,
    rowId: turn.row.id,
    text,
    at: deps.clock.now(),
    before,
    usedBy: null,
  });
}
export async function showTranscript(
  { messenger }: Pick<ChatDependencies, "messenger">,
  chat: ChatRef,
  { rowId, text, title, warning }: { rowId: number; text: string; title: string; warning?: Block },
  said: string | null = null,
): Promise<void> {
  const button = (label: string, action: string, style?: "success" | "danger") => ({
    text: label,
    data: writeButtonData({ kind: "voice", id: rowId, action }),
    ...(style === undefined ? {} : { style }),
  });
  await messenger.put({
    key: `voice:${rowId}`,
    chat,
    anchor: "This waits for your word",
    blocks: [
      paragraph(bold(title)),
      // As code: an address or a command in it is nothing to tap on.
      codeBlock(text),
      ...(warning === undefined ? [] : [warning]),
      paragraph(italic(said ?? "Use it as if you had typed it; or write it as it should be, which replaces it.")),
    ],
    ...(said === null
      ? { keyboard: [[button("Use it", "use", "success"), button("Discard", "discard", "danger")]] }
      : {}),
  });
}
