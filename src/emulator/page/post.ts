import type { LocalMessage } from "../client-api.ts";
import type { App } from "./app.ts";
import { albumsOf, type createAttachments } from "./attachments.ts";
import type { Context } from "./context-bar.ts";

/** Sends to the open chat, in the name of the chosen user. Each rejects with what the server said. */
export function createPost(app: App, context: () => Context | undefined) {
  function destination() {
    const { chatId, threadId, userId } = app.selection;
    if (chatId === undefined) throw new Error("No chat is open. Choose one at the left.");
    const about = context();
    return {
      chatId,
      userId,
      ...(about?.kind === "reply" ? { replyTo: about.message.message_id } : {}),
      ...(threadId === undefined ? {} : { threadId }),
    };
  }
  return {
    async text(text: string): Promise<LocalMessage> {
      return (await app.api.send({ ...destination(), text })).message;
    },
    async voice(file: File): Promise<LocalMessage> {
      return (await app.api.sendFile({ ...destination(), kind: "voice", file, caption: "" })).message;
    },
    async edited({ chat, message_id: messageId }: LocalMessage, text: string): Promise<LocalMessage> {
      const { userId } = app.selection;
      return (await app.api.edit({ chatId: chat.id, userId, messageId, text })).message;
    },
    /** One after the other, the caption with the first; an album that broke off in the middle goes on as one of its own. */
    async *files(
      list: ReturnType<ReturnType<typeof createAttachments>["list"]>,
      caption: string,
    ): AsyncGenerator<LocalMessage> {
      const name = Date.now();
      const to = destination();
      for (const [at, album] of albumsOf(list).entries())
        for (const [index, { file, kind }] of album.entries()) {
          const together = album.length > 1 ? { album: `${name}${at}` } : {};
          const words = at === 0 && index === 0 ? caption : "";
          yield (await app.api.sendFile({ ...to, ...together, kind, file, caption: words })).message;
        }
    },
  };
}
