import type { Block, Inline } from "./blocks.ts";

/** The words of a text without any form: for logs, notifications and searches. Blocks are set apart by line breaks. */
export function plainText(blocks: readonly Block[]): string {
  return blocks.map(blockText).join("\n");
}
/** The first line of a text, cut to `most` characters: what a notification shows. */
export function headline(blocks: readonly Block[], most = 120): string {
  const line =
    plainText(blocks)
      .split("\n")
      .find((text) => text.trim() !== "") ?? "…";
  const characters = [...line.trim()];
  return characters.length <= most ? characters.join("") : `${characters.slice(0, most - 1).join("")}…`;
}
export function inlineText(inline: readonly Inline[]): string {
  return inline
    .map((part) => (typeof part === "string" ? part : "children" in part ? inlineText(part.children) : part.text))
    .join("");
}
function blockText(block: Block): string {
  switch (block.kind) {
    case "paragraph":
    case "heading":
      return inlineText(block.inline);
    case "list":
      return block.items
        .map((item, index) => `${block.ordered ? `${block.start + index}.` : "•"} ${plainText(item.blocks)}`)
        .join("\n");
    case "code":
      return block.text;
    case "quote":
      return plainText(block.blocks);
    case "details":
      return [inlineText(block.summary), plainText(block.blocks)].join("\n");
    case "table":
      return [block.header, ...block.rows].map((row) => row.map(inlineText).join(" | ")).join("\n");
    case "divider":
      return "";
  }
}
