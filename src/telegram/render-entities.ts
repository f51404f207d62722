import { timeFormat } from "./time-format.ts";
import type { MessageEntity } from "@grammyjs/types";
import type { Block, Inline } from "../lib/blocks.ts";
import { inlineText } from "../lib/blocks-text.ts";

/** A message's text with its formatting as ranges, in UTF-16 units, as the Bot API wants it. */
export type Part = { readonly text: string; readonly entities: readonly MessageEntity[] };
/** Bot API: 1-4096 characters after entities parsing; entities beyond the hundredth are ignored. */
const MAX_TEXT = 4096;
export const MAX_CAPTION = 1024;
const MAX_ENTITIES = 100;

/**
 * Blocks as one or more messages' worth of text. The parts joined are the whole text; formatting goes on across parts.
 * @param options `max` UTF-16 units a part; `mask` sees the whole text before it is cut and must keep its length
 */
export function renderEntities(
  blocks: readonly Block[],
  { max = MAX_TEXT, mask = (text) => text }: { max?: number; mask?: (text: string) => string } = {},
): Part[] {
  const page = createPage();
  writeBlocks(page, blocks, "");
  return split({ text: mask(page.text()), entities: page.entities, breaks: page.breaks }, max);
}
type Page = {
  readonly entities: MessageEntity[];
  /** Where a block ends: the best places to cut. */
  readonly breaks: number[];
  write(text: string): void;
  text(): string;
  at(): number;
};
function createPage(): Page {
  let text = "";
  return {
    entities: [],
    breaks: [],
    write: (more) => {
      text += more;
    },
    text: () => text,
    at: () => text.length,
  };
}
type Mark = MessageEntity extends infer One
  ? One extends MessageEntity
    ? Omit<One, "offset" | "length">
    : never
  : never;

/** Everything `inner` writes carries `mark`. Empty ranges are refused by the Bot API and left out. */
function marked(page: Page, mark: Mark, inner: () => void): void {
  const offset = page.at();
  const index = page.entities.length;
  inner();
  const length = page.at() - offset;
  if (length > 0) page.entities.splice(index, 0, { ...mark, offset, length });
}
function writeBlocks(page: Page, blocks: readonly Block[], indent: string): void {
  for (const [index, block] of blocks.entries()) {
    if (index > 0) page.write(separator(blocks[index - 1], block));
    page.breaks.push(page.at());
    writeBlock(page, block, indent);
  }
}
/** Headings, tables, code and quotes stand apart by an empty line; lines of prose and lists do not. */
function separator(before: Block | undefined, after: Block): string {
  const apart = (block: Block | undefined) =>
    block !== undefined && block.kind !== "paragraph" && block.kind !== "list";
  return apart(before) || apart(after) ? "\n\n" : "\n";
}
function writeBlock(page: Page, block: Block, indent: string): void {
  switch (block.kind) {
    case "paragraph":
      return writeInlines(page, block.inline);
    case "heading":
      return marked(page, { type: "bold" }, () => writeInlines(page, block.inline));
    case "list":
      return writeList(page, block, indent);
    case "code":
      return marked(page, block.language === "" ? { type: "pre" } : { type: "pre", language: block.language }, () =>
        page.write(block.text === "" ? " " : block.text),
      );
    case "quote":
      return writeQuote(page, "blockquote", () => writeBlocks(page, block.blocks, indent));
    case "details":
      return writeQuote(page, "expandable_blockquote", () => {
        marked(page, { type: "bold" }, () => writeInlines(page, block.summary));
        page.write("\n");
        writeBlocks(page, block.blocks, indent);
      });
    case "table":
      return marked(page, { type: "pre" }, () => page.write(tableText(block)));
    case "divider":
      return page.write("──────────");
  }
}
/** Bot API: quotes cannot be nested, and `pre` and `code` cannot hold or overlap others: inside, the outer one wins. */
function writeQuote(page: Page, type: "blockquote" | "expandable_blockquote", inner: () => void): void {
  const index = page.entities.length;
  marked(page, { type }, inner);
  const own = page.entities[index];
  for (let at = page.entities.length - 1; at > index; at -= 1) {
    const kind = page.entities[at]?.type;
    if (own !== undefined && (kind === "blockquote" || kind === "expandable_blockquote" || kind === "pre"))
      page.entities.splice(at, 1);
  }
}
function writeList(page: Page, list: Block & { kind: "list" }, indent: string): void {
  for (const [index, item] of list.items.entries()) {
    if (index > 0) {
      page.write("\n");
      page.breaks.push(page.at());
    }
    const mark =
      item.checked === undefined ? (list.ordered ? `${list.start + index}.` : "•") : item.checked ? "☑" : "☐";
    page.write(`${indent}${mark} `);
    for (const [at, block] of item.blocks.entries()) {
      if (at > 0) page.write("\n");
      writeBlock(page, block, `${indent}  `);
    }
  }
}
function writeInlines(page: Page, inline: readonly Inline[]): void {
  for (const part of inline) writeInline(page, part);
}
const LINK = /^(https?:\/\/|mailto:|tg:\/\/)/i;
/** True for what a chat may open: never `javascript:`, `file:` or a path. */
export function isOpenable(url: string): boolean {
  return LINK.test(url);
}
/** A link that must not be one: its words, and its target unless they say it already. */
export function unlinked({ url, children }: Exclude<Inline, string> & { kind: "link" }): readonly Inline[] {
  if (children.length === 0) return [url];
  return inlineText(children) === url || url === "" ? children : [...children, ` (${url})`];
}
function writeInline(page: Page, part: Inline): void {
  if (typeof part === "string") return page.write(part);
  switch (part.kind) {
    case "bold":
    case "italic":
    case "underline":
    case "spoiler":
      return marked(page, { type: part.kind }, () => writeInlines(page, part.children));
    case "strike":
      return marked(page, { type: "strikethrough" }, () => writeInlines(page, part.children));
    case "code":
      return marked(page, { type: "code" }, () => page.write(part.text));
    case "link":
      if (!isOpenable(part.url)) return writeInlines(page, unlinked(part));
      return marked(page, { type: "text_link", url: part.url }, () =>
        writeInlines(page, part.children.length === 0 ? [part.url] : part.children),
      );
    case "time":
      return marked(
        page,
        { type: "date_time", unix_time: Math.floor(part.at / 1000), date_time_format: timeFormat(part.shows) },
        () => page.write(part.text),
      );
  }
}
function tableText({ header, rows }: Block & { kind: "table" }): string {
  const cells = [header, ...rows].map((row) => row.map((cell) => renderPlainInline(cell)));
  const columns = Math.max(0, ...cells.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...cells.map((row) => width(row[column] ?? ""))),
  );
  const lines = cells.map((row) =>
    widths
      .map((wide, column) => (row[column] ?? "") + " ".repeat(wide - width(row[column] ?? "")))
      .join(" │ ")
      .trimEnd(),
  );
  return [lines[0] ?? "", widths.map((wide) => "─".repeat(wide)).join("─┼─"), ...lines.slice(1)].join("\n");
}
function renderPlainInline(inline: readonly Inline[]): string {
  const page = createPage();
  writeInlines(page, inline);
  return page.text().replaceAll("\n", " ");
}
const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
/** Columns on a screen of fixed width: wide characters (CJK, emoji) take two. */
function width(text: string): number {
  return [...graphemes.segment(text)].reduce(
    (sum, { segment }) =>
      sum +
      (/\p{Extended_Pictographic}|[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]/u.test(
        segment,
      )
        ? 2
        : 1),
    0,
  );
}

// --- cutting
type Whole = Part & { readonly breaks: readonly number[] };
function split({ text, entities, breaks }: Whole, max: number): Part[] {
  const parts: Part[] = [];
  let start = 0;
  while (start < text.length) {
    const end = cutAt(text, start, Math.min(start + max, entityLimit(entities, start)), breaks);
    parts.push(cutOut(text, entities, start, end));
    start = end;
  }
  return parts.length === 0 ? [{ text: "", entities: [] }] : parts;
}
/** The offset up to which at most a hundred entities lie. */
function entityLimit(entities: readonly MessageEntity[], start: number): number {
  const beyond = entities.filter((entity) => entity.offset + entity.length > start)[MAX_ENTITIES];
  return beyond === undefined || beyond.offset <= start ? Number.POSITIVE_INFINITY : beyond.offset;
}
function cutAt(text: string, start: number, limit: number, breaks: readonly number[]): number {
  if (limit >= text.length) return text.length;
  const earliest = start + Math.floor((limit - start) / 3);
  const block = breaks.findLast((at) => at > earliest && at <= limit);
  if (block !== undefined) return block;
  const line = text.lastIndexOf("\n", limit - 1) + 1;
  if (line > earliest) return line;
  const word = text.lastIndexOf(" ", limit - 1) + 1;
  if (word > earliest && !JOINS.test(text.slice(word, word + 2))) return word;
  return graphemeBefore(text, start, limit);
}
/** What belongs to the character before it, be that a space. */
const JOINS = /^(?:\p{M}|\u200D)/u;
const LONGEST_GRAPHEME = 200;
function graphemeBefore(text: string, start: number, limit: number): number {
  const from = Math.max(start, limit - LONGEST_GRAPHEME);
  let end = limit;
  for (const { index } of graphemes.segment(text.slice(from, limit + LONGEST_GRAPHEME)))
    if (from + index <= limit && from + index > start) end = from + index;
  const isHalf = /[\uD800-\uDBFF]/.test(text[end - 1] ?? "") && /[\uDC00-\uDFFF]/.test(text[end] ?? "");
  return isHalf ? end - 1 : end;
}
function cutOut(text: string, entities: readonly MessageEntity[], start: number, end: number): Part {
  const inside = entities.flatMap((entity) => {
    const from = Math.max(entity.offset, start);
    const to = Math.min(entity.offset + entity.length, end);
    return to > from ? [{ ...entity, offset: from - start, length: to - from }] : [];
  });
  return { text: text.slice(start, end), entities: inside };
}
