import type { Token, Tokens } from "marked";
import type { Inline } from "./blocks.ts";
import { inlineText } from "./blocks-text.ts";
import { own } from "./own.ts";

/** What stands in a line of Markdown, with the marks that models write as HTML. */
export function inlinesOf(tokens: readonly Token[]): Inline[] {
  const inline: Inline[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) continue;
    const mark = markOpenedBy(token);
    const end = mark === null ? -1 : closeOf(mark.tag, tokens, at);
    if (mark === null || end === -1) inline.push(...inlinePart(token));
    else {
      inline.push(mark.wrap(inlinesOf(tokens.slice(at + 1, end))));
      at = end;
    }
  }
  return inline;
}
type Mark = { readonly tag: string; wrap(children: readonly Inline[]): Inline };
const MARKS: Readonly<Record<string, "bold" | "italic" | "underline" | "strike">> = {
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  u: "underline",
  ins: "underline",
  s: "strike",
  del: "strike",
};
const CODES = new Set(["code", "kbd", "samp", "tt"]);
function markOpenedBy(token: Token): Mark | null {
  const tag = token.type === "html" ? /^<([a-z]+)>$/i.exec(token.raw)?.[1]?.toLowerCase() : undefined;
  if (tag === undefined) return null;
  const kind = own(MARKS, tag);
  if (kind !== undefined) return { tag, wrap: (children) => ({ kind, children }) };
  return CODES.has(tag) ? { tag, wrap: (children) => ({ kind: "code", text: inlineText(children) }) } : null;
}
/** Pieces of a line that a mark may reach over. */
const FARTHEST = 500;
/** Where the tag opened at `from` is closed; -1 when it is not. */
function closeOf(tag: string, tokens: readonly Token[], from: number): number {
  let open = 0;
  for (const [ahead, token] of tokens.slice(from, from + FARTHEST).entries()) {
    if (token.type !== "html") continue;
    if (token.raw.toLowerCase() === `<${tag}>`) open += 1;
    if (token.raw.toLowerCase() === `</${tag}>`) open -= 1;
    if (open === 0) return from + ahead;
  }
  return -1;
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
      return tokens === undefined ? boldBesideIdeographs(unescape(text)) : inlinesOf(tokens);
    }
    case "html":
      return /^<br\s*\/?>$/i.test(token.raw) ? ["\n"] : [token.raw];
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
export function unescape(text: string): string {
  return text.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);
}
const IDEOGRAPH = "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}]";
const BESIDE = new RegExp(
  `(?<=${IDEOGRAPH})\\*\\*([^*\\s](?:[^*\\n]*[^*\\s])?)\\*\\*|\\*\\*([^*\\s](?:[^*\\n]*[^*\\s])?)\\*\\*(?=${IDEOGRAPH})`,
  "gu",
);
/** CommonMark takes no mark that stands between a bracket and a letter; languages without blanks write them so all the time. */
function boldBesideIdeographs(text: string): Inline[] {
  const inline: Inline[] = [];
  let done = 0;
  for (const match of text.matchAll(BESIDE)) {
    inline.push(text.slice(done, match.index), { kind: "bold", children: [match[1] ?? match[2] ?? ""] });
    done = match.index + match[0].length;
  }
  return [...inline, text.slice(done)].filter((part) => part !== "");
}
