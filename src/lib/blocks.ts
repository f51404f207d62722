/**
 * The one form a text takes before it is shown: a tree of blocks, made by code (never by pasting markup) or read from
 * a model's Markdown. Telegram, the terminal and the page each render it their own way; a plain string is plain text.
 */
import type { Instant } from "./time.ts";

export type Inline =
  | string
  | { readonly kind: "bold" | "italic" | "underline" | "strike" | "spoiler"; readonly children: readonly Inline[] }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "link"; readonly url: string; readonly children: readonly Inline[] }
  /** A moment, shown in the reader's own zone where the chat can; `text` elsewhere. */
  | { readonly kind: "time"; readonly at: Instant; readonly text: string; readonly shows?: TimeShown }
  /** A number, written the way of the chat that reads it; `text` elsewhere. Durations are milliseconds, costs US dollars. */
  | { readonly kind: "measure"; readonly of: Measure; readonly value: number; readonly text: string };
/** Weekday, day and time when absent; in lists less is enough. */
export type TimeShown = "day-and-time" | "time" | "day";
export type Measure = "duration" | "cost" | "tokens" | "count" | "bytes";
export type Block =
  | { readonly kind: "paragraph"; readonly inline: readonly Inline[] }
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3 | 4 | 5 | 6; readonly inline: readonly Inline[] }
  | { readonly kind: "list"; readonly ordered: boolean; readonly start: number; readonly items: readonly ListItem[] }
  | { readonly kind: "code"; readonly language: string; readonly text: string }
  | { readonly kind: "quote"; readonly blocks: readonly Block[] }
  /** Folded away until asked for: logs, diffs, long reasons. */
  | { readonly kind: "details"; readonly summary: readonly Inline[]; readonly blocks: readonly Block[] }
  | {
      readonly kind: "table";
      readonly header: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  | { readonly kind: "divider" };
/** `checked` is absent in a plain list. */
export type ListItem = { readonly checked?: boolean; readonly blocks: readonly Block[] };

export function paragraph(...inline: Inline[]): Block {
  return { kind: "paragraph", inline };
}
export function bold(...children: Inline[]): Inline {
  return { kind: "bold", children };
}
export function italic(...children: Inline[]): Inline {
  return { kind: "italic", children };
}
export function code(text: string): Inline {
  return { kind: "code", text };
}
export function codeBlock(text: string, language = ""): Block {
  return { kind: "code", language, text };
}
export function bullets(...items: (Inline | readonly Inline[])[]): Block {
  return { kind: "list", ordered: false, start: 1, items: items.map(toItem) };
}
export function details(summary: Inline | readonly Inline[], ...blocks: Block[]): Block {
  return { kind: "details", summary: isInlineList(summary) ? summary : [summary], blocks };
}
export function divider(): Block {
  return { kind: "divider" };
}
function toItem(item: Inline | readonly Inline[]): ListItem {
  return { blocks: [{ kind: "paragraph", inline: isInlineList(item) ? item : [item] }] };
}
function isInlineList(item: Inline | readonly Inline[]): item is readonly Inline[] {
  return Array.isArray(item);
}
