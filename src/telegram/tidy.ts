import type { Outgoing } from "../core/ports/messenger.ts";
import type { Block, Inline } from "../lib/blocks.ts";

/**
 * The same message as Telegram will show it. Telegram refuses halves of characters, drops some characters without a word and makes others a
 * blank; what would be lost is written so that it stays, and what has nothing to show is left out.
 */
export function tidyOutgoing(message: Outgoing): Outgoing {
  return {
    ...message,
    anchor: tidyText(message.anchor),
    blocks: tidyBlocks(message.blocks),
    ...(message.keyboard === undefined
      ? {}
      : {
          keyboard: message.keyboard.map((row) => row.map((button) => ({ ...button, text: tidyText(button.text) }))),
        }),
  };
}
export function tidyBlocks(blocks: readonly Block[]): Block[] {
  return blocks.flatMap(tidyBlock);
}
function tidyBlock(block: Block): Block[] {
  switch (block.kind) {
    case "paragraph":
    case "heading": {
      const inline = tidyInlines(block.inline);
      return inline.length === 0 ? [] : [{ ...block, inline }];
    }
    case "code":
      return [{ ...block, language: tidyText(block.language), text: tidyCode(block.text) }];
    case "list": {
      const items = block.items.map((item) => ({ ...item, blocks: tidyBlocks(item.blocks) }));
      return items.length === 0 ? [] : [{ ...block, items }];
    }
    case "quote": {
      const blocks = tidyBlocks(block.blocks);
      return blocks.length === 0 ? [] : [{ ...block, blocks }];
    }
    case "details": {
      const [summary, blocks] = [tidyInlines(block.summary), tidyBlocks(block.blocks)];
      if (summary.length === 0) return blocks;
      return blocks.length === 0 ? [{ kind: "paragraph", inline: summary }] : [{ ...block, summary, blocks }];
    }
    case "table":
      return tidyTable(block);
    case "divider":
      return [block];
  }
}
/** Rows of one length, as a table must have them. */
function tidyTable({ header, rows }: Block & { kind: "table" }): Block[] {
  const columns = Math.max(header.length, ...rows.map((row) => row.length));
  const fill = (row: (typeof rows)[number]) =>
    Array.from({ length: columns }, (_, column) => tidyInlines(row[column] ?? []));
  return columns === 0 ? [] : [{ kind: "table", header: fill(header), rows: rows.map(fill) }];
}
function tidyInlines(inline: readonly Inline[]): Inline[] {
  return inline.flatMap(tidyInline);
}
function tidyInline(part: Inline): Inline[] {
  if (typeof part === "string") return part === "" ? [] : [tidyText(part)];
  switch (part.kind) {
    case "code":
    case "measure":
    case "time":
      return part.text === "" ? [] : [{ ...part, text: tidyText(part.text) }];
    case "link":
      return [{ ...part, url: part.url.toWellFormed(), children: tidyInlines(part.children) }];
    case "bold":
    case "italic":
    case "underline":
    case "strike":
    case "spoiler": {
      const children = tidyInlines(part.children);
      return children.length === 0 ? [] : [{ ...part, children }];
    }
  }
}
/** td, utf8.cpp, clean_input_string: U+030A, U+0333, U+033F and U+2028 to U+202E are dropped, control characters but \n become blanks. */
function tidyText(text: string): string {
  return lines(text)
    .replaceAll(/\p{L}\u030A/gu, (letter) => letter.normalize("NFC"))
    .replaceAll(/[\u030A\u0333\u033F\u202A-\u202E]/g, "")
    .replaceAll(/[^\P{Cc}\n]/gu, " ");
}
const TAB = "    ";
/** A tab would be one blank, and what is indented by it not indented any more. */
function tidyCode(text: string): string {
  return tidyText(text.replaceAll("\t", TAB));
}
function lines(text: string): string {
  return text.toWellFormed().replaceAll(/\r\n?|[\u2028\u2029]/g, "\n");
}
