import type { Outgoing } from "../core/ports/messenger.ts";
import type { Block, Inline, Measure, TimeShown } from "../lib/blocks.ts";
import { formatBytes } from "../lib/bytes.ts";
import { durationParts } from "../lib/measure.ts";

/** How a chat wants dates and numbers written: a BCP 47 tag and an IANA zone. */
export type Locale = { readonly locale: string; readonly zone: string };
type Part<Kind> = Exclude<Inline, string> & { readonly kind: Kind };

/** The same message with every number and moment in it written the chat's way. */
export function localiseOutgoing(message: Outgoing, locale: Locale): Outgoing {
  return { ...message, blocks: message.blocks.map((block) => localiseBlock(block, locale)) };
}
function localiseBlock(block: Block, locale: Locale): Block {
  const inlines = (inline: readonly Inline[]) => inline.map((part) => localiseInline(part, locale));
  const blocks = (all: readonly Block[]) => all.map((one) => localiseBlock(one, locale));
  switch (block.kind) {
    case "paragraph":
    case "heading":
      return { ...block, inline: inlines(block.inline) };
    case "list":
      return { ...block, items: block.items.map((item) => ({ ...item, blocks: blocks(item.blocks) })) };
    case "quote":
      return { ...block, blocks: blocks(block.blocks) };
    case "details":
      return { ...block, summary: inlines(block.summary), blocks: blocks(block.blocks) };
    case "table":
      return { ...block, header: block.header.map(inlines), rows: block.rows.map((row) => row.map(inlines)) };
    case "code":
    case "divider":
      return block;
  }
}
function localiseInline(part: Inline, locale: Locale): Inline {
  if (typeof part === "string") return part;
  switch (part.kind) {
    case "measure":
      return measureText(part, locale.locale);
    case "time":
      return { ...part, text: momentText(part, locale) };
    case "code":
      return part;
    case "bold":
    case "italic":
    case "underline":
    case "strike":
    case "spoiler":
    case "link":
      return { ...part, children: part.children.map((child) => localiseInline(child, locale)) };
  }
}
/** Where the chat shows moments itself this is not seen; in tables of fixed width and plain text it is. */
function momentText({ at, shows }: Part<"time">, { locale, zone }: Locale): string {
  return new Intl.DateTimeFormat(locale, { ...SHOWN[shows ?? "whole"], timeZone: zone }).format(at);
}
const SHOWN: Readonly<Record<TimeShown | "whole", Intl.DateTimeFormatOptions>> = {
  day: { day: "numeric", month: "short", year: "numeric" },
  "day-and-time": { dateStyle: "medium", timeStyle: "medium" },
  time: { timeStyle: "medium" },
  whole: {
    ...{ weekday: "short", day: "numeric", month: "short", year: "numeric" },
    ...{ hour: "2-digit", minute: "2-digit", timeZoneName: "short" },
  },
};
function measureText({ of, value }: Part<"measure">, locale: string): string {
  return MEASURES[of](value, locale);
}
const MEASURES: Readonly<Record<Measure, (value: number, locale: string) => string>> = {
  duration: durationText,
  cost: (usd, locale) => {
    const digits = usd < 0.01 ? 4 : 2;
    return number(usd, locale, {
      ...{ style: "currency", currency: "USD", currencyDisplay: "narrowSymbol" },
      ...{ minimumFractionDigits: digits, maximumFractionDigits: digits },
    });
  },
  tokens: (count, locale) => {
    if (count < 1000) return `${number(count, locale)} tokens`;
    const [size, letter] = count < 1_000_000 ? [1000, "k"] : [1_000_000, "M"];
    return `${number(count / size, locale, ONE_DIGIT)} ${letter} tokens`;
  },
  count: (value, locale) => number(value, locale),
  bytes: bytesText,
};
const ONE_DIGIT = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
/** English has the symbols of the SI; other languages have their own short words. */
const SYMBOLS = { day: "d", hour: "h", minute: "min", second: "s" } as const;
/** As formatBytes in lib/, but for the number. */
function bytesText(value: number, locale: string): string {
  const [digits, letters] = /^([\d.]+)(.*)$/.exec(formatBytes(value))?.slice(1) ?? ["0", " bytes"];
  const fraction = digits?.includes(".") === true ? ONE_DIGIT : {};
  return `${number(Number(digits), locale, fraction)}${letters}`;
}
function durationText(ms: number, locale: string): string {
  const parts = ms < 9950 ? [{ value: ms / 1000, unit: "second" as const }] : durationParts(ms);
  const digits = ms < 9950 ? ONE_DIGIT : {};
  return parts
    .map(({ value, unit }) =>
      locale.startsWith("en")
        ? `${number(value, locale, digits)} ${SYMBOLS[unit]}`
        : number(value, locale, { style: "unit", unit, unitDisplay: "short", ...digits }),
    )
    .join(" ");
}
function number(value: number, locale: string, options: Intl.NumberFormatOptions = {}): string {
  return new Intl.NumberFormat(locale, options).format(value);
}
