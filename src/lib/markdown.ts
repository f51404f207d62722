import { lexer, type Token, type Tokens } from "marked";
import type { Block, Inline, ListItem } from "./blocks.ts";
import { inlinesOf, unescape } from "./markdown-inline.ts";

/**
 * Reads a model's Markdown (CommonMark with GitHub's tables, task lists and strikethrough). Never throws; HTML stays as
 * the text it is, but for closed marks in a line (`<b>…</b>`), `<br>`, and `<details><summary>…</summary>…</details>`, which folds. What cannot be read is one plain paragraph.
 */
export function parseMarkdown(text: string): Block[] {
  return parseFolded(text, MOST_FOLDS);
}
/** Folds within folds that are still folded; deeper ones stay text. */
const MOST_FOLDS = 8;
function parseFolded(text: string, folds: number): Block[] {
  return (folds === 0 ? [{ kind: "text" as const, text }] : splitDetails(text)).flatMap((piece): Block[] =>
    piece.kind === "text"
      ? parsePiece(piece.text)
      : [{ kind: "details", summary: summaryOf(piece.summary), blocks: parseFolded(piece.body, folds - 1) }],
  );
}
function parsePiece(text: string): Block[] {
  try {
    return blocksOf(lexer(text).filter((token) => token.type !== "def" || !isUsed(token as Tokens.Def, text)));
  } catch {
    // The lexer descends once a level: thousands of nested quotes or lists are more than the stack holds.
    return [{ kind: "paragraph", inline: [text.trim()] }];
  }
}
/** A link's definition is not shown; "[note]: see there" that no link uses are words. */
function isUsed({ tag }: Tokens.Def, text: string): boolean {
  return text.toLowerCase().split(`[${tag}]`).length > 2;
}
function summaryOf(text: string): Inline[] {
  return parsePiece(text.trim()).flatMap((block) => (block.kind === "paragraph" ? block.inline : [text.trim()]));
}
type Piece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "details"; readonly summary: string; readonly body: string };
const TAG = /<details(?:\s+open)?>\s*<summary>([^<]{0,500})<\/summary>|<\/details>|^[ \t]{0,3}(?:```|~~~)/gim;

/** Takes the outermost folds out of a text in one pass; what is in fenced code or is never closed is not one. */
function splitDetails(text: string): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  let open: { readonly at: number; readonly bodyAt: number; readonly summary: string }[] = [];
  let fenced = false;
  for (const match of text.matchAll(TAG)) {
    const [tag, summary] = match;
    if (/[`~]$/.test(tag)) fenced = !fenced;
    else if (fenced) continue;
    else if (summary !== undefined) open.push({ at: match.index, bodyAt: match.index + tag.length, summary });
    else if (open.length === 1) {
      const [{ at, bodyAt, summary: title } = { at: 0, bodyAt: 0, summary: "" }] = open;
      pieces.push({ kind: "text", text: text.slice(done, at) });
      pieces.push({ kind: "details", summary: title, body: text.slice(bodyAt, match.index) });
      done = match.index + tag.length;
      open = [];
    } else open.pop();
  }
  return [...pieces, { kind: "text", text: text.slice(done) }];
}
function blocksOf(tokens: readonly Token[]): Block[] {
  return tokens.flatMap(blockOf);
}
function blockOf(token: Token): Block[] {
  switch (token.type) {
    case "space":
      return [];
    case "heading": {
      const { depth, tokens } = token as Tokens.Heading;
      return [{ kind: "heading", level: clampLevel(depth), inline: inlinesOf(tokens) }];
    }
    case "code": {
      const { lang, text } = token as Tokens.Code;
      return [{ kind: "code", language: (lang ?? "").split(/\s/)[0] ?? "", text }];
    }
    case "blockquote":
      return [{ kind: "quote", blocks: blocksOf((token as Tokens.Blockquote).tokens) }];
    case "list":
      return [listOf(token as Tokens.List)];
    case "table": {
      const { header, rows, raw } = token as Tokens.Table;
      // GitHub drops cells that no column is above; what a model said is not lost.
      if (raw.split("\n").some((line) => cellCount(line) > header.length))
        return [{ kind: "code", language: "", text: raw.trimEnd() }];
      return [
        {
          kind: "table",
          header: header.map((cell) => inlinesOf(cell.tokens)),
          rows: rows.map((row) => row.map((cell) => inlinesOf(cell.tokens))),
        },
      ];
    }
    case "hr":
      return [{ kind: "divider" }];
    case "paragraph":
    case "text": {
      const { tokens, text } = token as Tokens.Paragraph;
      return [{ kind: "paragraph", inline: tokens === undefined ? [unescape(text)] : inlinesOf(tokens) }];
    }
    default:
      return [{ kind: "paragraph", inline: [token.raw.replace(/\n+$/, "")] }];
  }
}
function cellCount(line: string): number {
  return line
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "")
    .split(/(?<!\\)\|/).length;
}
function clampLevel(depth: number): 1 | 2 | 3 | 4 | 5 | 6 {
  return Math.min(6, Math.max(1, depth)) as 1 | 2 | 3 | 4 | 5 | 6;
}
function listOf({ ordered, start, items }: Tokens.List): Block {
  return { kind: "list", ordered, start: typeof start === "number" ? start : 1, items: items.map(itemOf) };
}
function itemOf({ task, checked, tokens }: Tokens.ListItem): ListItem {
  const blocks = blocksOf(tokens.filter((token) => token.type !== "checkbox"));
  return task ? { checked: checked === true, blocks } : { blocks };
}
