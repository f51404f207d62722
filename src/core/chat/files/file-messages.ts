import type { Incoming } from "../../incoming.ts";
import type { Attachment } from "../../ports/attachments.ts";
import type { Button } from "../../ports/messenger.ts";
import { writeButtonData } from "../desk/button-data.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";
import { offerBlocks, receiptBlocks } from "./view-files.ts";

type Place = Pick<Incoming, "chat">;
/** The message about files is named after the first of them. */
function fileKey(first: number): string {
  return `file:${first}`;
}
/** The files that a message of ours is about. */
export async function filesOfMessage(
  { attachments, outbox }: Pick<ChatDependencies, "attachments" | "outbox">,
  chatId: number,
  messageId: number,
): Promise<readonly Attachment[]> {
  const answered = await outbox.byMessage(chatId, messageId);
  const first = /^file:(\d+)$/.exec(answered?.key ?? "")?.[1];
  const found =
    first === undefined ? await attachments.ofMessage(chatId, messageId) : await attachments.ofRow(Number(first));
  if (found?.chatId !== chatId) return [];
  return (await togetherWith(attachments, found)).filter(({ content }) => content !== null);
}
/** With the other parts of its album. */
export async function togetherWith(
  attachments: ChatDependencies["attachments"],
  attachment: Attachment,
): Promise<readonly Attachment[]> {
  if (attachment.album === null) return [attachment];
  const lead = await attachments.leadOf(attachment.chatId, attachment.album);
  const parts = await attachments.ofAlbum(attachment.chatId, attachment.album);
  if (lead !== null && attachment.rowId > lead) return [attachment];
  return parts.filter(({ rowId, content }) => content !== null && (lead === null || rowId <= lead));
}
/** Asks what is to be done with files that came without a word. */
export async function showOffer(deps: ChatDependencies, place: Place, files: readonly Attachment[]): Promise<void> {
  const [first] = files;
  if (first === undefined) return;
  const button = (text: string, action: string, more: Partial<Button> & { version?: number } = {}): Button => {
    const { version, ...rest } = more;
    const data = writeButtonData({
      kind: "file",
      id: first.rowId,
      action,
      ...(version === undefined ? {} : { version }),
    });
    return { text, data, ...rest };
  };
  const running = await tasksAtWork(deps, place.chat.chatId);
  await deps.messenger.put({
    key: fileKey(first.rowId),
    chat: place.chat,
    anchor: files.length === 1 ? "📎 A file came" : `📎 ${files.length} files came`,
    blocks: offerBlocks(files),
    keyboard: [
      [button("Use as context", "use", { style: "success" })],
      ...running.map((id) => [button(`Put into the workspace of task ${id}`, "put", { version: id })]),
      [button("Discard", "discard", { style: "danger" })],
    ],
  });
}
const MOST_TASKS = 3;
async function tasksAtWork({ tasks }: ChatDependencies, chatId: number): Promise<readonly number[]> {
  const running = await tasks.list({ limit: 50, states: ["running"] });
  return running
    .filter(({ chat }) => chat?.chatId === chatId)
    .map(({ id }) => id)
    .slice(0, MOST_TASKS);
}
/** Says what goes with what was written. */
export async function showReceipt(deps: ChatDependencies, place: Place, files: readonly Attachment[]): Promise<void> {
  await settle(deps, place, files, "It goes with what you wrote.");
}
/** The message about files once it is decided what becomes of them: no buttons. */
export async function settle(
  { messenger }: Pick<ChatDependencies, "messenger">,
  { chat }: Place,
  files: readonly Attachment[],
  said: string,
): Promise<void> {
  const [first] = files;
  if (first === undefined) return;
  await messenger.put({
    key: fileKey(first.rowId),
    chat,
    anchor: files.length === 1 ? "📎 A file came" : `📎 ${files.length} files came`,
    silent: true,
    blocks: receiptBlocks(files, said),
  });
}
