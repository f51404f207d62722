/** @see https://core.telegram.org/bots/api#rich-message-limits */
import type { RichBlock, RichText } from "@grammyjs/types";
import { badRequest } from "../failure.ts";

const MOST_CHARACTERS = 32_768;
const MOST_BLOCKS = 500;
const DEEPEST = 16;
const MOST_MEDIA = 50;
const MOST_COLUMNS = 20;
type Count = { characters: number; blocks: number; media: number; isDraft: boolean };

export function checkLimits(blocks: readonly RichBlock[], isDraft: boolean): void {
  const count: Count = { characters: 0, blocks: 0, media: 0, isDraft };
  countBlocks(blocks, 1, count);
  if (count.characters > MOST_CHARACTERS) throw badRequest("RICH_MESSAGE_TOO_LONG");
  if (count.blocks > MOST_BLOCKS) throw badRequest("RICH_MESSAGE_BLOCKS_TOO_MUCH");
  if (count.media > MOST_MEDIA) throw badRequest("RICH_MESSAGE_MEDIA_TOO_MUCH");
}

function countBlocks(blocks: readonly RichBlock[], depth: number, count: Count): void {
  checkDepth(depth);
  for (const block of blocks) {
    count.blocks += 1;
    countBlock(block, depth, count);
  }
}

function checkDepth(depth: number): void {
  if (depth > DEEPEST) throw badRequest("RICH_MESSAGE_DEPTH_TOO_MUCH");
}

function countBlock(block: RichBlock, depth: number, count: Count): void {
  switch (block.type) {
    case "divider":
    case "anchor":
      return;
    case "mathematical_expression":
      count.characters += length(block.expression);
      return;
    case "list":
      for (const item of block.items) {
        count.blocks += 1;
        countBlocks(item.blocks, depth + 1, count);
      }
      return;
    case "table":
      countTable(block, depth, count);
      return;
    case "details":
      countText(block.summary, depth + 1, count);
      countBlocks(block.blocks, depth + 1, count);
      return;
    case "blockquote":
    case "collage":
    case "slideshow":
      countBlocks(block.blocks, depth + 1, count);
      break;
    case "buttons":
      for (const button of block.buttons) countText(button.text, depth + 1, count);
      return;
    case "thinking":
      if (!count.isDraft) throw badRequest("thinking blocks can be used only in message drafts");
      countText(block.text, depth + 1, count);
      return;
    case "map":
    case "animation":
    case "audio":
    case "document":
    case "photo":
    case "video":
    case "voice_note":
      count.media += 1;
      break;
    case "paragraph":
    case "heading":
    case "pre":
    case "footer":
    case "expandable_blockquote":
    case "pullquote":
      countText(block.text, depth + 1, count);
      break;
  }
  if ("caption" in block && block.caption !== undefined) countText(block.caption.text, depth + 1, count);
  if ("credit" in block && block.credit !== undefined) countText(block.credit, depth + 1, count);
}

function countTable(table: Extract<RichBlock, { type: "table" }>, depth: number, count: Count): void {
  for (const row of table.cells) {
    count.blocks += 1;
    const columns = row.reduce((sum, cell) => sum + (cell.colspan ?? 1), 0);
    if (columns > MOST_COLUMNS) throw badRequest("RICH_MESSAGE_TABLE_COLUMNS_TOO_MUCH");
    for (const cell of row) if (cell.text !== undefined) countText(cell.text, depth + 1, count);
  }
  if (table.caption !== undefined) countText(table.caption, depth + 1, count);
}

/** Unicode characters, not UTF-16 units. */
function length(text: string): number {
  return Array.from(text).length;
}

function countText(text: RichText, depth: number, count: Count): void {
  checkDepth(depth);
  if (typeof text === "string") count.characters += length(text);
  else if (Array.isArray(text)) for (const part of text) countText(part, depth, count);
  else if (text.type === "custom_emoji") count.characters += length(text.alternative_text);
  else if (text.type === "mathematical_expression") count.characters += length(text.expression);
  else if (text.type === "button") countText(text.button.text, depth + 1, count);
  else if (text.type !== "anchor") countText(text.text, depth + 1, count);
}
