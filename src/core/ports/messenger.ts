import type { Block } from "../../lib/blocks.ts";
import type { ChatRef } from "../incoming.ts";

/** All that is said to people goes through here. */
export interface Messenger {
  /**
   * States what the message named `key` reads from now on. Stored before it is sent; sent exactly once, and edited when
   * the same key is put again with other content (putting the same content again does nothing). Survives restarts.
   */
  put(message: Outgoing): Promise<void>;
  /** Answers a button press with a toast; best effort, never throws, at most 200 characters are shown. */
  toast(callbackId: string, text: string, options?: { alert: boolean }): Promise<void>;
  /** Puts a mark under somebody's message, in place of the one before; null takes it away. Best effort. */
  react(chatId: number, messageId: number, mark: "seen" | "done" | null): void;
  /** Shows "typing…" for five seconds; best effort. */
  typing(chat: ChatRef): void;
  /**
   * Shows unfinished text in a private chat, with a Stop button; nothing in others. Best effort; the lasting text comes by
   * `put`. `draftId` is not 0 and the same for all versions of one draft.
   */
  draft(chat: ChatRef, draftId: number, said: Unfinished): void;
}
/** An answer in Markdown as far as it has come, or what is thought before one is there. */
export type Unfinished = string | { readonly thought: string };
export type Outgoing = {
  /** Names the message for good: `task:12:card`, `update:881:reply`. At most 100 characters. */
  readonly key: string;
  readonly chat: ChatRef;
  /**
   * Only this member of the group sees it: as an ephemeral message where the chat and the server can, else in their private chat with the bot. Where
   * neither goes it stands in the group for all, and says so.
   */
  readonly onlyTo?: number;
  /** Message id this one answers to, if any. */
  readonly replyTo?: number;
  /**
   * One plain line sent first, whose message then is edited into the content (a send cannot be repeated safely, an edit
   * can). It is what a phone shows in its notification. At most 200 characters.
   */
  readonly anchor: string;
  readonly blocks: readonly Block[];
  readonly keyboard?: readonly (readonly Button[])[];
  /** A document; `blocks` is then its caption (cut at 1,024 characters). At most 5 MB of UTF-8. */
  readonly file?: { readonly name: string; readonly content: string };
  /** Without sound. */
  readonly silent?: boolean;
};
/** `data` comes back in a press: 1 to 64 bytes of UTF-8, by custom `v1:<kind>:<id>:<action>[:<version>]`. */
export type Button = {
  readonly text: string;
  readonly data: string;
  readonly style?: "success" | "danger" | "primary";
};
