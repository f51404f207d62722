/** The tags of rich HTML as a tree, with Telegram's words for what is wrong. */
import { MarkupError, byteOffset } from "../text/span.ts";
import { own } from "../../lib/own.ts";

export type Element = {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Node[];
};
export type Node = string | Element;
type Open = { readonly tag: string; readonly attributes: ReadonlyMap<string, string>; readonly children: Node[] };

const VOID = new Set(["br", "hr", "img", "input", "tg-map"]);
const SUPPORTED = new Set(
  `a aside audio b blockquote br caption cite code del details em figcaption figure footer h1 h2 h3 h4 h5 h6 hr i img input ins li mark ol p
  pre s strike strong sub summary sup table tbody td tfoot th thead tr u ul video tg-button tg-button-row tg-collage tg-document tg-emoji
  tg-map tg-math tg-math-block tg-reference tg-slideshow tg-spoiler tg-thinking tg-time`.split(/\s+/),
);
const NAMED: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  hellip: "…",
  mdash: "—",
  ndash: "–",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
};
const TAG = /<(\/?)([a-z][a-z0-9-]*)((?:\s+[a-z][a-z0-9-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+?))?)*)\s*(\/?)>/iy;
const ATTRIBUTE = /([a-z][a-z0-9-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/gi;

export function parseTree(source: string): readonly Node[] {
  const root: Open = { tag: "", attributes: new Map(), children: [] };
  const open: Open[] = [root];
  for (let i = 0; i < source.length;) {
    const inner = open.at(-1) ?? root;
    const next = source.indexOf("<", i);
    const textEnd = next < 0 ? source.length : next;
    if (textEnd > i) inner.children.push(decodeText(source.slice(i, textEnd)));
    if (next < 0) break;
    i = source.startsWith("<!--", next) ? endOfComment(source, next) : readTag(source, next, open);
  }
  const unclosed = open.length > 1 ? open.at(-1) : undefined;
  if (unclosed !== undefined) throw new MarkupError(`Can't find end tag corresponding to start tag "${unclosed.tag}"`);
  return root.children;
}

function endOfComment(source: string, begin: number): number {
  const end = source.indexOf("-->", begin);
  return end < 0 ? source.length : end + 3;
}

function readTag(source: string, begin: number, open: Open[]): number {
  const at = byteOffset(source, begin);
  TAG.lastIndex = begin;
  const match = TAG.exec(source);
  if (match === null) throw new MarkupError(`Unclosed start tag at byte offset ${at}`);
  const [whole, slash, name = "", attributes = "", selfClosed] = match;
  const tag = name.toLowerCase();
  const end = begin + whole.length;
  if (!SUPPORTED.has(tag)) throw new MarkupError(`Unsupported start tag "${tag}" at byte offset ${at}`);
  if (slash === "/") {
    closeTag(tag, at, open);
    return end;
  }
  const element: Open = { tag, attributes: readAttributes(attributes), children: [] };
  open.at(-1)?.children.push(element);
  if (!VOID.has(tag) && selfClosed !== "/") open.push(element);
  return end;
}

function closeTag(tag: string, at: number, open: Open[]): void {
  if (VOID.has(tag)) return;
  const inner = open.length > 1 ? open.pop() : undefined;
  if (inner === undefined) throw new MarkupError(`Unexpected end tag at byte offset ${at}`);
  if (inner.tag !== tag)
    throw new MarkupError(`Unmatched end tag at byte offset ${at}, expected "</${inner.tag}>", found "</${tag}>"`);
}

function readAttributes(source: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = "", double, single, bare] of source.matchAll(ATTRIBUTE)) {
    attributes.set(name.toLowerCase(), decodeText(double ?? single ?? bare ?? ""));
  }
  return attributes;
}

function decodeText(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return own(NAMED, name) ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? "0", 16) : Number(decimal);
      return code > 0 && code < 0x110000 && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
    },
  );
}

/** All text below, as it stands. */
export function textOf(nodes: readonly Node[]): string {
  return nodes
    .map((node) => (typeof node === "string" ? node : node.tag === "br" ? "\n" : textOf(node.children)))
    .join("");
}
