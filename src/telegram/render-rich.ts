import { timeFormat } from "./time-format.ts";
import type { InputRichBlock, InputRichMessage, RichBlockTableCell, RichText } from "@grammyjs/types";
import { paragraph, type Block, type Inline } from "../lib/blocks.ts";
import { isBlank } from "./cut-parts.ts";
import { isOpenable, linkWords, unlinked } from "./render-entities.ts";

// Bot API 10.1: 32,768 characters, 500 blocks (items of lists and rows of tables are some), depth 16, 20 table columns.
const MAX_CHARACTERS = 32_000;
const MAX_BLOCKS = 500;
const MAX_DEPTH = 14;
const MAX_COLUMNS = 20;

/** Blocks as a rich message, or null when they would not fit in one, or nothing would be seen. */
export function renderRich(blocks: readonly Block[]): InputRichMessage<never> | null {
  if (countBlocks(blocks) > MAX_BLOCKS || depth(blocks) > MAX_DEPTH || mostColumns(blocks) > MAX_COLUMNS) return null;
  const rich = blocks.map(richBlock);
  const text = shownText(rich);
  if (text.length > MAX_CHARACTERS || isBlank(text)) return null;
  return { blocks: rich, skip_entity_detection: true };
}
/** Every text that is shown or counted. */
function shownText(part: unknown): string {
  if (typeof part === "string") return part;
  if (typeof part !== "object" || part === null) return "";
  return Object.entries(part)
    .map(([key, value]) => (STRUCTURE.has(key) ? "" : shownText(value)))
    .join("");
}
const STRUCTURE = new Set(["type", "url", "language", "align", "valign", "date_time_format"]);
/** True for what only a rich message shows well: tables, checklists, and lists within lists. */
export function gainsFromRich(blocks: readonly Block[]): boolean {
  return blocks.some(
    (block) =>
      block.kind === "table" ||
      (block.kind === "list" && block.items.some(({ checked }) => checked !== undefined)) ||
      (block.kind === "list" && inside(block).some((inner) => inner.kind === "list")) ||
      gainsFromRich(inside(block)),
  );
}
function mostColumns(blocks: readonly Block[]): number {
  return blocks.reduce((most, block) => {
    const rows = block.kind === "table" ? [block.header, ...block.rows] : [];
    return Math.max(most, mostColumns(inside(block)), ...rows.map((row) => row.length));
  }, 0);
}
function richBlock(block: Block): InputRichBlock<never> {
  switch (block.kind) {
    case "paragraph":
      return { type: "paragraph", text: richText(block.inline) };
    case "heading":
      return { type: "heading", text: richText(block.inline), size: block.level };
    case "code":
      return {
        type: "pre",
        text: block.text === "" ? " " : block.text,
        ...(block.language === "" ? {} : { language: block.language }),
      };
    case "quote":
      return { type: "blockquote", blocks: block.blocks.map(richBlock) };
    case "details":
      return { type: "details", summary: richText(block.summary), blocks: block.blocks.map(richBlock) };
    case "divider":
      return { type: "divider" };
    case "list":
      return {
        type: "list",
        items: block.items.map((item, index) => ({
          // An item must hold something.
          blocks: (item.blocks.length === 0 ? [paragraph(" ")] : item.blocks).map(richBlock),
          ...(item.checked === undefined ? {} : { has_checkbox: true as const }),
          ...(item.checked === true ? { is_checked: true as const } : {}),
          ...(block.ordered ? { value: block.start + index, type: "1" as const } : {}),
        })),
      };
    case "table":
      return {
        type: "table",
        is_bordered: true,
        is_compact: true,
        cells: [
          block.header.map((cell) => tableCell(cell, true)),
          ...block.rows.map((row) => row.map((cell) => tableCell(cell, false))),
        ],
      };
  }
}
function tableCell(inline: readonly Inline[], isHeader: boolean): RichBlockTableCell {
  return {
    ...(inline.length === 0 ? {} : { text: richText(inline) }),
    align: "left",
    valign: "top",
    ...(isHeader ? { is_header: true as const } : {}),
  };
}
function richText(inline: readonly Inline[]): RichText {
  return inline.map(richPart);
}
function richPart(part: Inline): RichText {
  if (typeof part === "string") return part;
  switch (part.kind) {
    case "bold":
    case "italic":
    case "underline":
    case "spoiler":
      return { type: part.kind, text: richText(part.children) };
    case "strike":
      return { type: "strikethrough", text: richText(part.children) };
    case "measure":
      return part.text;
    case "code":
      return { type: "code", text: part.text };
    case "link":
      return isOpenable(part.url)
        ? { type: "url", url: part.url, text: richText(linkWords(part)) }
        : richText(unlinked(part));
    case "time":
      return {
        type: "date_time",
        unix_time: Math.floor(part.at / 1000),
        date_time_format: timeFormat(part.shows),
        text: part.text,
      };
  }
}
function countBlocks(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => {
    const own = block.kind === "list" ? block.items.length : block.kind === "table" ? block.rows.length + 1 : 0;
    return sum + 1 + own + countBlocks(inside(block));
  }, 0);
}
function depth(blocks: readonly Block[]): number {
  return blocks.reduce((deepest, block) => Math.max(deepest, 1 + depth(inside(block))), 0);
}
function inside(block: Block): readonly Block[] {
  if (block.kind === "list") return block.items.flatMap((item) => item.blocks);
  return block.kind === "quote" || block.kind === "details" ? block.blocks : [];
}
