import type { Block, Inline } from "../lib/blocks.ts";

/** Text for a terminal: with ANSI styles when `styled`, plain lines when piped. */
export function renderTerminal(blocks: readonly Block[], styled: boolean): string {
  return blocks.map((block) => renderBlock(block, styled)).join("\n");
}
function renderBlock(block: Block, styled: boolean): string {
  switch (block.kind) {
    case "paragraph":
      return renderInline(block.inline, styled);
    case "heading":
      return style(renderInline(block.inline, styled), BOLD, styled);
    case "list":
      return block.items
        .map((item, index) => indent(`${marker(block, item.checked, index)} `, renderTerminal(item.blocks, styled)))
        .join("\n");
    case "code":
      return block.text
        .split("\n")
        .map((line) => `    ${line}`)
        .join("\n");
    case "quote":
      return indent("│ ", renderTerminal(block.blocks, styled), "│ ");
    case "details":
      return `${style(renderInline(block.summary, styled), BOLD, styled)}\n${indent("  ", renderTerminal(block.blocks, styled))}`;
    case "table":
      return renderTable(block.header, block.rows);
    case "divider":
      return "────────";
  }
}
function marker(list: Block & { kind: "list" }, checked: boolean | undefined, index: number): string {
  if (checked !== undefined) return checked ? "☑" : "☐";
  return list.ordered ? `${list.start + index}.` : "•";
}
function renderInline(inline: readonly Inline[], styled: boolean): string {
  return inline.map((part) => renderPart(part, styled)).join("");
}
function renderPart(part: Inline, styled: boolean): string {
  if (typeof part === "string") return printable(part);
  switch (part.kind) {
    case "code":
      return style(printable(part.text), CYAN, styled);
    case "time":
    case "measure":
      return part.text;
    case "link":
      return `${renderInline(part.children, styled)} (${printable(part.url)})`;
    case "bold":
      return style(renderInline(part.children, styled), BOLD, styled);
    case "italic":
    case "underline":
    case "strike":
    case "spoiler":
      return renderInline(part.children, styled);
  }
}
const BOLD = 1;
const CYAN = 36;
function style(text: string, sgr: number, styled: boolean): string {
  return styled ? `\u001B[${sgr}m${text}\u001B[0m` : text;
}
/** Control characters of what a repository or model says must not reach the terminal. */
function printable(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return text.replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g, "�");
}
function indent(first: string, text: string, rest = " ".repeat(first.length)): string {
  return text
    .split("\n")
    .map((line, index) => `${index === 0 ? first : rest}${line}`)
    .join("\n");
}
function renderTable(
  header: readonly (readonly Inline[])[],
  rows: readonly (readonly (readonly Inline[])[])[],
): string {
  const cells = [header, ...rows].map((row) => row.map((cell) => renderInline(cell, false)));
  const widths = header.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? "").length)));
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
