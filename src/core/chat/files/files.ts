import { paragraph } from "../../../lib/blocks.ts";
import { loadAttachments } from "../../attachments/load.ts";
import { wordsOf, type Incoming, type IncomingContent, type SaidWith } from "../../incoming.ts";
import type { Attachment } from "../../ports/attachments.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";
import type { Turn } from "../desk/desk.ts";
import { takeNow, takesFiles } from "../desk/hand.ts";
import { handleCommand } from "../desk/handle-command.ts";
import { handleText } from "../desk/handle-text.ts";
import { lookAtFile, refusesWords } from "../interview/inspect-words.ts";
import { roleRefusal } from "../people/role-refusal.ts";
import { showOffer, showReceipt } from "./file-messages.ts";
import { failureBlocks } from "./view-files.ts";

type FileContent = IncomingContent & { readonly kind: "file" };
/** One message that came with a file. */
type Part = { readonly attachment: Attachment; readonly sent: FileContent };
/** So long after its last part an album counts as whole; what comes later is taken by itself. */
const ALBUM_QUIET_MS = 1000;

/** A file, or the album that it is the last part of. What is written with it is handled as if it had been typed, with the files at hand. */
export async function handleFile(deps: ChatDependencies, turn: Turn, sent: FileContent): Promise<void> {
  const parts = await gather(deps, turn, { attachment: await register(deps, turn, sent), sent });
  if (parts === null) return;
  if (!parts.some((part) => part.sent.addressed)) return forget(deps, parts);
  const refusal = await roleRefusal(deps, turn, "member");
  if (refusal !== null) {
    await turn.reply([paragraph(`Giving me files is for a member; ${refusal} Nothing was loaded.`)]);
    return forget(deps, parts);
  }
  deps.messenger.typing(turn.incoming.chat);
  const { loaded, failed } = await loadAttachments(
    parts.map(({ attachment }) => attachment),
    deps.fileLimits(),
    { ...deps, look: lookAtFile(deps, turn) },
    turn.signal,
  );
  const said = saidIn(parts);
  if (failed.length > 0)
    await turn.reply(failureBlocks(failed, { saidToo: said !== null, others: loaded.length }), { suffix: "failed" });
  if (loaded.length === 0) return;
  if (said === null || failed.length > 0) return showOffer(deps, turn.incoming, loaded);
  await actOn(deps, turn, { said, parts, loaded });
}
async function actOn(
  deps: ChatDependencies,
  turn: Turn,
  { said, parts, loaded }: { said: SaidWith; parts: readonly Part[]; loaded: readonly Attachment[] },
): Promise<void> {
  if (await refusesWords(deps, turn, said.kind === "text" ? said.text : said.rest))
    return showOffer(deps, turn.incoming, loaded);
  const typed: Turn = { ...turn, incoming: asTyped(turn.incoming, parts, said) };
  if (said.kind === "command" && !takesFiles(said.name)) {
    await handleCommand(deps, typed, said.name, said.rest);
    return showOffer(deps, turn.incoming, loaded);
  }
  await takeNow(
    deps,
    turn,
    loaded.map(({ id }) => id),
  );
  await showReceipt(deps, turn.incoming, loaded);
  if (said.kind === "command") return handleCommand(deps, typed, said.name, said.rest);
  return handleText(deps, typed, said.text);
}
function register({ attachments }: ChatDependencies, { row, incoming }: Turn, sent: FileContent): Promise<Attachment> {
  const { chat, from, at } = incoming;
  const { messageId, file, said, album } = sent;
  return attachments.add({
    rowId: row.id,
    chatId: chat.chatId,
    userId: from.userId,
    messageId,
    album,
    receivedAt: at,
    file,
    note: file.forwarded && said !== null ? wordsOf(said) : null,
  });
}
/**
 * All parts of the album, for the one that acts: the last that came, once no more come. Null for the others. Which one acts is written down
 * before it does, so that it is the same one after a crash, whatever came meanwhile; a part that comes later still stands alone.
 */
async function gather(deps: ChatDependencies, turn: Turn, part: Part): Promise<readonly Part[] | null> {
  const { album, chatId } = part.attachment;
  if (album === null) return [part];
  let lead = await deps.attachments.leadOf(chatId, album);
  if (lead === null) {
    if (await moreWaits(deps, turn, album)) return null;
    await deps.clock.sleep(ALBUM_QUIET_MS, turn.signal);
    turn.signal.throwIfAborted();
    if (await moreWaits(deps, turn, album)) return null;
    lead = await deps.attachments.lead(chatId, album, turn.row.id);
  }
  if (lead < turn.row.id) return [part];
  if (lead > turn.row.id) return null;
  const parts: Part[] = [];
  for (const attachment of await deps.attachments.ofAlbum(chatId, album)) {
    const incoming = (await deps.inbox.get(attachment.rowId))?.incoming;
    if (attachment.rowId <= lead && incoming?.kind === "file") parts.push({ attachment, sent: incoming });
  }
  return parts;
}
async function moreWaits({ inbox }: ChatDependencies, { row, incoming }: Turn, album: string): Promise<boolean> {
  return (await inbox.pending()).some(
    (other) =>
      other.id > row.id &&
      other.incoming.kind === "file" &&
      other.incoming.album === album &&
      other.incoming.chat.chatId === incoming.chat.chatId,
  );
}
async function forget({ attachments }: ChatDependencies, parts: readonly Part[]): Promise<void> {
  await attachments.remove(parts.map(({ attachment }) => attachment.id));
}
/** What the person says with it; words that were forwarded with a file are not theirs. */
function saidIn(parts: readonly Part[]): SaidWith | null {
  return parts.find(({ sent }) => !sent.file.forwarded && sent.said !== null)?.sent.said ?? null;
}
function asTyped(incoming: Incoming, parts: readonly Part[], said: SaidWith): Incoming {
  const { source, sourceId, chat, chatKind, from, at } = incoming;
  const [first] = parts;
  const origin = { source, sourceId, chat, chatKind, from, at };
  return { ...origin, messageId: first?.sent.messageId ?? 0, replyTo: first?.sent.replyTo ?? null, ...said };
}
