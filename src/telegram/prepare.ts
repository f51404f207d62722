import type { InputRichMessage } from "@grammyjs/types";
import type { Outgoing } from "../core/ports/messenger.ts";
import type { OutboxRow, RichWish } from "../core/ports/store.ts";
import { plainText } from "../lib/blocks-text.ts";
import type { Redactor } from "../lib/redact.ts";
import type { Part } from "./cut-parts.ts";
import { localiseOutgoing, type Locale } from "./localise.ts";
import { redactOutgoing } from "./redact.ts";
import { MAX_CAPTION, renderEntities } from "./render-entities.ts";
import { gainsFromRich, renderRich } from "./render-rich.ts";
import { tidyOutgoing } from "./tidy.ts";

/** A row as it will be seen: everything decided, nothing asked of the server yet. */
export type Prepared = {
  readonly message: Outgoing;
  readonly parts: readonly Part[];
  readonly rich: InputRichMessage<never> | null;
};
export type PrepareOptions = {
  readonly redact: Redactor;
  /** Whether this chat wants rich messages; absent: `auto` for all. */
  readonly rich?: (chatId: number) => RichWish;
  /** How this chat wants dates and numbers; absent: in British English and UTC for all. */
  readonly locale?: (chatId: number) => Locale;
};
const USUAL_LOCALE: Locale = { locale: "en-GB", zone: "UTC" };

/** Decides how a row is written: without secrets, in the chat's own way, in parts that Telegram takes. */
export function createPrepare({ redact, rich: wishOf = () => "auto", locale = () => USUAL_LOCALE }: PrepareOptions) {
  /** A server or client that refuses rich messages once is not asked again. */
  const plainChats = new Set<number>();

  function prepare(row: OutboxRow): Prepared {
    const message = tidyOutgoing(localiseOutgoing(redactOutgoing(row.message, redact), localeOf(row.message)));
    const max = message.file === undefined ? undefined : MAX_CAPTION;
    return {
      message,
      // Once more over the whole text: a secret may stand across the borders of two inlines.
      parts: renderEntities(message.blocks, {
        ...(max === undefined ? {} : { max }),
        mask: (text) => redact(text, true),
      }),
      rich: wantsRich(message) ? renderRich(message.blocks) : null,
    };
  }
  /** A private chat has the number of its person. */
  function localeOf({ chat, onlyTo }: Outgoing): Locale {
    return locale(onlyTo ?? chat.chatId);
  }
  function wantsRich({ chat, blocks, file }: Outgoing): boolean {
    const wish = wishOf(chat.chatId);
    if (wish === "off" || file !== undefined || plainChats.has(chat.chatId)) return false;
    if (wish === "auto" && (chat.chatId < 0 || !gainsFromRich(blocks))) return false;
    const text = plainText(blocks);
    return redact(text) === text;
  }
  return { prepare, refuseRich: (chatId: number): void => void plainChats.add(chatId) };
}
