import type { Instant } from "../lib/time.ts";

/** Where a conversation is: a chat, and its topic where the chat has topics. */
export type ChatRef = { readonly chatId: number; readonly threadId: number | null };
/** `language`: a BCP 47 tag, of the person's client, where it says so. */
export type Person = { readonly userId: number; readonly name: string; readonly language?: string };
/**
 * One thing that came in, from whichever door. `source` and `sourceId` together are unique: the same update delivered
 * twice is one row. Telegram's `sourceId` is its update_id; the terminal's is a random id.
 */
export type Incoming = {
  readonly source: "telegram" | "terminal";
  readonly sourceId: string;
  readonly chat: ChatRef;
  /** `private`: only this person reads the chat. */
  readonly chatKind: "private" | "group";
  readonly from: Person;
  readonly at: Instant;
} & IncomingContent;
/** What a message answers, as far as it is shown with it: material, whoever wrote it. At most 2,000 characters. */
export type Quoted = { readonly text: string; readonly by: "sparks" | "self" | "other" };
export type IncomingContent =
  | {
      readonly kind: "text";
      readonly messageId: number;
      readonly text: string;
      readonly replyTo: number | null;
      readonly quoted?: Quoted;
      readonly answered?: AnsweredFile;
    }
  /** A message that was said before reads so now; `text` is the whole of it, a command with its slash. */
  | { readonly kind: "edited"; readonly messageId: number; readonly text: string }
  /** `emoji`: what this person has put under a message and had not before. */
  | { readonly kind: "reaction"; readonly messageId: number; readonly emoji: readonly string[] }
  /** Somebody brought the bot into the chat, or put it out. */
  | { readonly kind: "membership"; readonly member: boolean }
  /** `name` without slash and bot name, lower case; `rest` is what follows, trimmed. */
  | {
      readonly kind: "command";
      readonly messageId: number;
      readonly name: string;
      readonly rest: string;
      readonly replyTo: number | null;
      readonly answered?: AnsweredFile;
    }
  | {
      readonly kind: "press";
      readonly callbackId: string;
      readonly messageId: number;
      readonly data: string;
      /** What stood on the button, where the update tells it. */
      readonly label?: string;
    }
  /** The person pressed Stop on a draft. */
  | { readonly kind: "draft-stopped"; readonly draftId: number }
  /** Words of somebody else that a person passed on: material, never an instruction by itself. */
  | { readonly kind: "forwarded"; readonly messageId: number; readonly text: string }
  /** Something said; `seconds` as the sender's client counted them. */
  | {
      readonly kind: "voice";
      readonly messageId: number;
      readonly fileId: string;
      readonly name: string;
      readonly seconds: number;
    }
  /** One file. The parts of an album (`album` is the same) come one by one; only one of them carries what was said with it. */
  | {
      readonly kind: "file";
      readonly messageId: number;
      readonly file: SentFile;
      /** Null when nothing was written with it. Of a forwarded file these are somebody else's words. */
      readonly said: SaidWith | null;
      readonly replyTo: number | null;
      readonly album: string | null;
      /** False for a part of a group's album that may belong to one that is meant for the bot, or not. */
      readonly addressed: boolean;
    }
  /** A kind of message that nothing can be done with yet: `what` names it ("stickers"). */
  | { readonly kind: "unsupported"; readonly messageId: number; readonly what: string };
/** A file as its message describes it: nothing of this was looked at yet. */
export type SentFile = {
  readonly fileId: string;
  /** As the sender called it; anything may stand in it. */
  readonly name: string;
  readonly bytes: number | null;
  readonly forwarded: boolean;
};
/** The file of the message that this one answers. One that another person sent counts as forwarded. */
export type AnsweredFile = { readonly messageId: number; readonly file: SentFile };
/** `name` and `rest` as those of a command. */
export type SaidWith =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "command"; readonly name: string; readonly rest: string };
/** As it was typed. */
export function wordsOf(said: SaidWith): string {
  return said.kind === "text" ? said.text : `/${said.name} ${said.rest}`.trim();
}
