import { timeFormat } from "./time-format.ts";
import type { MessageEntity } from "@grammyjs/types";
import type { Block, Inline } from "../lib/blocks.ts";
import { inlineText } from "../lib/blocks-text.ts";
import { cutParts, type Part } from "./cut-parts.ts";
import { tableText } from "./table-text.ts";

/** Bot API: 1-4096 characters after entities parsing. */
const MAX_TEXT = 4096;
export const MAX_CAPTION = 1024;

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
  return cutParts({ text: mask(page.text()), entities: page.entities, breaks: page.breaks }, max);
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
/** Headings and tables stand apart by an empty line. Code and quotes do so by themselves; lines of prose and lists need not. */
function separator(before: Block | undefined, after: Block): string {
  const apart = (block: Block | undefined) =>
    block?.kind === "heading" || block?.kind === "table" || block?.kind === "divider";
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
      return writeTable(page, block);
    case "divider":
      return page.write("──────────");
  }
}
/** Bot API: quotes cannot be nested, so the outer one wins; code blocks within one are shown as code in the line. */
function writeQuote(page: Page, type: "blockquote" | "expandable_blockquote", inner: () => void): void {
  const index = page.entities.length;
  marked(page, { type }, inner);
  const own = page.entities[index];
  for (let at = page.entities.length - 1; at > index; at -= 1) {
    const inner = page.entities[at];
    if (own === undefined || inner === undefined) continue;
    if (inner.type === "blockquote" || inner.type === "expandable_blockquote") page.entities.splice(at, 1);
    else if (inner.type === "pre") page.entities[at] = { type: "code", offset: inner.offset, length: inner.length };
  }
}
function writeList(page: Page, list: Block & { kind: "list" }, indent: string): void {
  for (const [index, item] of list.items.entries()) {
    if (index > 0) {
      page.write("\n");
      page.breaks.push(page.at());
    }
    const box = item.checked === undefined ? "" : item.checked ? "☑" : "☐";
    const number = list.ordered ? `${list.start + index}.` : "";
    const mark = [box, number].filter((each) => each !== "").join(" ") || "•";
    page.write(`${indent}${mark} `);
    for (const [at, block] of item.blocks.entries()) {
      if (at > 0) page.write(block.kind === "paragraph" ? `\n${indent}  ` : "\n");
      writeBlock(page, block, `${indent}  `);
    }
  }
}
function writeInlines(page: Page, inline: readonly Inline[]): void {
  for (const part of inline) writeInline(page, part);
}
const LINK = /^(https?:\/\/[^\s/]|mailto:[^\s@]+@|tg:\/\/\w)/i;
/** True for what a chat may open: never `javascript:`, `file:` or a path. */
export function isOpenable(url: string): boolean {
  return LINK.test(url) && !/\s/.test(url) && URL.canParse(url);
}
/** Bot API: code, links and moments cannot stand within one another; within a link its words count. */
export function linkWords({ url, children }: Link): readonly Inline[] {
  return children.length === 0 ? [url] : children.flatMap(withoutSolid);
}
function withoutSolid(part: Inline): readonly Inline[] {
  if (typeof part === "string") return [part];
  if (part.kind === "link") return linkWords(part);
  return "children" in part ? [{ ...part, children: part.children.flatMap(withoutSolid) }] : [part.text];
}
type Link = Exclude<Inline, string> & { readonly kind: "link" };
/** A link that must not be one: its words, and its target unless they say it already. */
export function unlinked({ url, children }: Link): readonly Inline[] {
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
    case "measure":
      return page.write(part.text);
    case "code":
      return marked(page, { type: "code" }, () => page.write(part.text));
    case "link":
      if (!isOpenable(part.url)) return writeInlines(page, unlinked(part));
      return marked(page, { type: "text_link", url: part.url }, () => writeInlines(page, linkWords(part)));
    case "time":
      return marked(
        page,
        { type: "date_time", unix_time: Math.floor(part.at / 1000), date_time_format: timeFormat(part.shows) },
        () => page.write(part.text),
      );
  }
}
/** What a phone shows of a fixed-width font without a break. */
const MOST_TABLE_WIDTH = 40;
/** Columns where they fit on a phone; else each row as a heading and what stands under the other headers, which keeps links and breaks well. */
function writeTable(page: Page, { header, rows }: Block & { kind: "table" }): void {
  const text = tableText(
    [header, ...rows].map((row) => row.map(plainLine)),
    MOST_TABLE_WIDTH,
  );
  if (text !== null) return marked(page, { type: "pre" }, () => page.write(text));
  const unused = header.filter(
    (cell, column) => isSaid(cell) && (column === 0 || !rows.some((row) => isSaid(row[column]))),
  );
  if (unused.length > 0) marked(page, { type: "italic" }, () => page.write(unused.map(plainLine).join(" · ")));
  for (const [index, [first = [], ...others]] of rows.entries()) {
    if (index > 0 || unused.length > 0) page.write("\n");
    page.breaks.push(page.at());
    marked(page, { type: "bold" }, () => writeInlines(page, first));
    for (const [at, cell] of others.entries()) {
      if (!isSaid(cell)) continue;
      page.write(`\n  ${plainLine(header[at + 1] ?? [])}: `);
      writeInlines(page, cell);
    }
  }
}
function isSaid(cell: readonly Inline[] = []): boolean {
  return plainLine(cell).trim() !== "";
}
function plainLine(inline: readonly Inline[]): string {
  const page = createPage();
  writeInlines(page, inline);
  return page.text().replaceAll("\n", " ");
}
