import type { Clock } from "../../../lib/time.ts";
import type { ChatRef, IncomingContent, Person } from "../../incoming.ts";
import type { Outgoing } from "../../ports/messenger.ts";
import type { KnownUser } from "../../ports/store.ts";
import type { Desk } from "./desk.ts";
import type { MessageFeed } from "./message-feed.ts";

/** The owner's conversation, continued from a terminal: what is typed there is answered in the chat as well. */
export interface TerminalChat {
  say(text: string): Promise<void>;
  /** Presses a button of a message that was shown. */
  press(data: string): Promise<void>;
  follow(listener: (message: Outgoing) => void): () => void;
}
export function createTerminalChat(
  { desk, feed, clock, newId }: { desk: Desk; feed: MessageFeed; clock: Clock; newId: () => string },
  { owner, chatId }: { owner: KnownUser; chatId: number },
): TerminalChat {
  const chat: ChatRef = { chatId, threadId: null };
  const from: Person = { userId: owner.userId, name: owner.name };
  function receive(content: IncomingContent): Promise<void> {
    return desk.receive({
      source: "terminal",
      sourceId: newId(),
      chat,
      chatKind: "private",
      from,
      at: clock.now(),
      ...content,
    });
  }
  return {
    say: (text) => receive(readLine(text)),
    press: (data) => receive({ kind: "press", callbackId: `terminal-${newId()}`, messageId: 0, data }),
    follow: (listener) => feed.follow(chatId, listener),
  };
}
/** A line as a chat would give it: a command when it begins with a slash. */
function readLine(text: string): IncomingContent {
  const command = /^\/([a-zA-Z0-9_]{1,32})(?:@\w+)?(?:\s+([\s\S]*))?$/.exec(text.trim());
  const [, name, rest = ""] = command ?? [];
  if (name === undefined) return { kind: "text", messageId: 0, text, replyTo: null };
  return { kind: "command", messageId: 0, name: name.toLowerCase(), rest: rest.trim(), replyTo: null };
}
