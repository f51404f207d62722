import { lexer, type Token, type Tokens } from "marked";
import type { Block, Inline, ListItem } from "./blocks.ts";

/**
 * Reads a model's Markdown (CommonMark with GitHub's tables, task lists and strikethrough). Never throws; HTML stays as
 * the text it is, but for `<details><summary>…</summary>…</details>`, which folds.
 */
export function parseMarkdown(text: string): Block[] {
  return splitDetails(text).flatMap((piece) =>
    piece.kind === "text"
      ? blocksOf(lexer(piece.text))
      : [{ kind: "details" as const, summary: inlineOf(piece.summary), blocks: parseMarkdown(piece.body) }],
  );
}
type Piece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "details"; readonly summary: string; readonly body: string };
const DETAILS = /<details(?:\s+open)?>\s*<summary>([^<]{0,500})<\/summary>([\s\S]*?)<\/details>/i;

function splitDetails(text: string): Piece[] {
  const match = DETAILS.exec(text);
  if (match === null || insideFence(text, match.index)) return [{ kind: "text", text }];
  const after = text.slice(match.index + match[0].length);
  return [
    { kind: "text", text: text.slice(0, match.index) },
    { kind: "details", summary: match[1] ?? "", body: match[2] ?? "" },
    ...splitDetails(after),
  ];
}
function insideFence(text: string, at: number): boolean {
  return (text.slice(0, at).match(/^\s*(```|~~~)/gm)?.length ?? 0) % 2 === 1;
}
function blocksOf(tokens: readonly Token[]): Block[] {
  return tokens.flatMap(blockOf);
}
function blockOf(token: Token): Block[] {
  switch (token.type) {
    case "space":
    case "def":
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
      const { header, rows } = token as Tokens.Table;
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
function inlineOf(text: string): Inline[] {
  return [text.trim()];
}
function inlinesOf(tokens: readonly Token[]): Inline[] {
  return tokens.flatMap(inlinePart);
}
function inlinePart(token: Token): Inline[] {
  switch (token.type) {
    case "strong":
      return [{ kind: "bold", children: inlinesOf((token as Tokens.Strong).tokens) }];
    case "em":
      return [{ kind: "italic", children: inlinesOf((token as Tokens.Em).tokens) }];
    case "del":
      return [{ kind: "strike", children: inlinesOf((token as Tokens.Del).tokens) }];
    case "codespan":
      return [{ kind: "code", text: (token as Tokens.Codespan).text }];
    case "br":
      return ["\n"];
    case "link": {
      const { href, tokens } = token as Tokens.Link;
      return [{ kind: "link", url: href, children: inlinesOf(tokens) }];
    }
    case "image": {
      const { href, text } = token as Tokens.Image;
      return [{ kind: "link", url: href, children: [text === "" ? href : text] }];
    }
    case "escape":
      return [(token as Tokens.Escape).text];
    case "text": {
      const { tokens, text } = token as Tokens.Text;
      return tokens === undefined ? [unescape(text)] : inlinesOf(tokens);
    }
    default:
      return [token.raw];
  }
}
const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};
function unescape(text: string): string {
  return text.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);
}
