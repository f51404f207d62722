import type { MessageEntity } from "@grammyjs/types";

/** Text without its markup, and where the markup was. Offsets are UTF-16 code units. */
export type FormattedText = { readonly text: string; readonly entities: readonly MessageEntity[] };

/** Why markup cannot be read; the caller adds Telegram's "can't parse entities: ". */
export class MarkupError extends Error {}

/** Telegram counts error positions in bytes of UTF-8. */
export function byteOffset(text: string, index: number): number {
  return Buffer.byteLength(text.slice(0, index));
}

export function isSpace(character: string | undefined): boolean {
  return character !== undefined && " \t\r\n\0\v".includes(character);
}

/** `tg://user?id=N`, the link that is a mention. */
export function mentionedUserId(url: string): number | undefined {
  const match = /^tg:\/\/user\/?\?(?:.*&)?id=(\d{1,16})(?:[&#].*)?$/i.exec(url.trim());
  return match === null ? undefined : Number(match[1]);
}

/** `tg://emoji?id=N`. */
export function customEmojiId(url: string): string | undefined {
  return /^tg:\/\/emoji\/?\?id=(\d+)$/i.exec(url.trim())?.[1];
}

export type DateTimeFormat = Extract<MessageEntity, { type: "date_time" }>["date_time_format"];

/** `tg://time?unix=N&format=wDT`. */
export function linkedTime(url: string): { unix: number; format: DateTimeFormat } | undefined {
  const match = /^tg:\/\/time\/?\?(.*)$/i.exec(url.trim());
  if (match === null) return undefined;
  const query = new URLSearchParams(match[1]);
  return dateTime(query.get("unix") ?? "", query.get("format") ?? "");
}

export function dateTime(unix: string, format: string): { unix: number; format: DateTimeFormat } | undefined {
  if (!/^\d{1,11}$/.test(unix) || !/^(r|w?[dD]?[tT]?)$/.test(format)) return undefined;
  return { unix: Number(unix), format: format as DateTimeFormat };
}

/** What Telegram makes of a link's target, or undefined when it is no link it would open: then the text stays plain. */
export function checkedLink(raw: string): string | undefined {
  const link = raw.trim();
  if (link === "" || /\s/.test(link)) return undefined;
  if (/^(tg|ton|tonsite|mailto|tel):/i.test(link)) return link;
  try {
    const url = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(link) ? link : `http://${link}`);
    if (url.protocol !== "http:" && url.protocol !== "https:") return undefined;
    const plainHost = url.hostname === "localhost" || url.hostname.includes(".") || url.hostname.startsWith("[");
    return plainHost ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** Longer and earlier first, which is the order Telegram gives. */
export function byPosition(a: MessageEntity, b: MessageEntity): number {
  return a.offset - b.offset || b.length - a.length;
}

/** The entity a link stands for: a mention, a time, a custom emoji or a link. */
export function linkEntity(url: string, offset: number, length: number): MessageEntity | undefined {
  const userId = mentionedUserId(url);
  if (userId !== undefined) {
    return { type: "text_mention", offset, length, user: { id: userId, is_bot: false, first_name: "" } };
  }
  const time = linkedTime(url);
  if (time !== undefined)
    return { type: "date_time", offset, length, unix_time: time.unix, date_time_format: time.format };
  const href = checkedLink(url);
  return href === undefined ? undefined : { type: "text_link", offset, length, url: href };
}
