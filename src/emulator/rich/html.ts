/** Rich HTML to blocks. */
import type { InputRichBlock, RichBlockCaption, RichBlockTableCell, RichText } from "@grammyjs/types";
import type { Upload } from "../parameters.ts";
import { MarkupError } from "../text/span.ts";
import { toButton, toInline, toLine } from "./inline.ts";
import { joined } from "./rich-text.ts";
import { parseTree, textOf } from "./tree.ts";
import type { Element, Node } from "./tree.ts";

type Block = InputRichBlock<Upload>;
type Item = Extract<Block, { type: "list" }>["items"][number];
const HEADINGS: Readonly<Record<string, 1 | 2 | 3 | 4 | 5 | 6>> = { h1: 1, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 };
const BLOCKS = new Set(
  "p h1 h2 h3 h4 h5 h6 pre footer hr ul ol blockquote aside video audio figure table details tg-math-block tg-button-row tg-collage tg-slideshow tg-document tg-map tg-thinking".split(
    " ",
  ),
);

export function parseRichHtml(source: string): Block[] {
  return toBlockList(parseTree(source));
}

function isBlock(node: Node): node is Element {
  if (typeof node === "string") return false;
  if (node.tag === "img") return !/^tg:\/\/(emoji|time)/.test(node.attributes.get("src") ?? "");
  return BLOCKS.has(node.tag);
}

/** What stands between blocks is a paragraph. */
function toBlockList(nodes: readonly Node[]): Block[] {
  const blocks: Block[] = [];
  let line: Node[] = [];
  const flush = (): void => {
    const text = toLine(line);
    if (typeof text === "object" && !Array.isArray(text) && text.type === "anchor")
      blocks.push({ type: "anchor", name: text.name });
    else if (text !== "") blocks.push({ type: "paragraph", text });
    line = [];
  };
  for (const node of nodes) {
    if (isBlock(node)) {
      flush();
      blocks.push(...toBlocks(node));
    } else line.push(node);
  }
  flush();
  return blocks;
}

function toBlocks(element: Element): Block[] {
  const { tag, attributes, children } = element;
  const size = HEADINGS[tag];
  if (size !== undefined) return [{ type: "heading", text: toLine(children), size }];
  switch (tag) {
    case "p":
      return toBlockList(children);
    case "hr":
      return [{ type: "divider" }];
    case "footer":
      return [{ type: "footer", text: toLine(children) }];
    case "tg-thinking":
      return [{ type: "thinking", text: toLine(children) }];
    case "pre":
      return [toPre(children)];
    case "ul":
    case "ol":
      return [{ type: "list", items: toItems(element) }];
    case "blockquote":
      return [toQuote(element)];
    case "aside":
      return [{ type: "pullquote", ...withCredit(children) }];
    case "details":
      return [toDetails(attributes, children)];
    case "table":
      return [toTable(element)];
    case "tg-math-block":
      return [{ type: "mathematical_expression", expression: textOf(children).trim() }];
    case "tg-button-row":
      return [toRow(element)];
    default:
      return [toMedia(element)];
  }
}

function withCredit(children: readonly Node[]): { text: RichText; credit?: RichText } {
  const cite = find(children, "cite");
  const text = toLine(children.filter((child) => child !== cite));
  return cite === undefined ? { text } : { text, credit: toLine(cite.children) };
}

function find(nodes: readonly Node[], tag: string): Element | undefined {
  return nodes.find((node): node is Element => typeof node !== "string" && node.tag === tag);
}

function toPre(children: readonly Node[]): Block {
  const code = find(children, "code");
  const className = code?.attributes.get("class") ?? "";
  const language = className.startsWith("language-") ? className.slice(9) : "";
  const inner = code !== undefined && children.length === 1 ? code.children : children;
  const text = joined(inner.map((node) => toInline(node, true)));
  return {
    type: "pre",
    text: typeof text === "string" ? text.replace(/\n$/, "") : text,
    ...(language === "" ? {} : { language }),
  };
}

function toQuote({ attributes, children }: Element): Block {
  if (attributes.has("expandable")) return { type: "expandable_blockquote", ...withCredit(children) };
  const cite = find(children, "cite");
  const blocks = toBlockList(children.filter((child) => child !== cite));
  return { type: "blockquote", blocks, ...(cite === undefined ? {} : { credit: toLine(cite.children) }) };
}

function toDetails(attributes: ReadonlyMap<string, string>, children: readonly Node[]): Block {
  const summary = find(children, "summary");
  if (summary === undefined) throw new MarkupError('Tag "details" must contain a tag "summary"');
  const blocks = toBlockList(children.filter((child) => child !== summary));
  return {
    type: "details",
    summary: toLine(summary.children),
    blocks,
    ...(attributes.has("open") ? { is_open: true as const } : {}),
  };
}

function elements(nodes: readonly Node[], what: string): Element[] {
  return nodes.flatMap((node) => {
    if (typeof node !== "string") return [node];
    if (node.trim() !== "") throw new MarkupError(`Text can't be used directly inside ${what}`);
    return [];
  });
}

function toItems({ tag, attributes, children }: Element): Item[] {
  const step = attributes.has("reversed") ? -1 : 1;
  const items = elements(children, "a list");
  let value = Number(attributes.get("start") ?? (step < 0 ? items.length : 1)) - step;
  return items.map((item) => {
    if (item.tag !== "li") throw new MarkupError(`Tag "${item.tag}" can't be used directly inside a list`);
    value = Number(item.attributes.get("value") ?? value + step);
    const type = (item.attributes.get("type") ?? attributes.get("type")) as Item["type"];
    const ordered = tag === "ol" ? { value, type: type ?? "1" } : {};
    return { blocks: toBlockList(item.children), ...ordered, ...checkbox(item.children) };
  });
}

function checkbox(children: readonly Node[]): { has_checkbox?: true; is_checked?: true } {
  const input = find(children, "input") ?? find(find(children, "p")?.children ?? [], "input");
  if (input?.attributes.get("type") !== "checkbox") return {};
  return { has_checkbox: true, ...(input.attributes.has("checked") ? { is_checked: true as const } : {}) };
}

function toTable({ attributes, children }: Element): Block {
  const caption = find(children, "caption");
  const parts = elements(children, "a table").filter((part) => part !== caption);
  const rows = parts.flatMap((part) => (part.tag === "tr" ? [part] : elements(part.children, "a table")));
  const flag = (name: string, field: string): object => (attributes.has(name) ? { [field]: true } : {});
  return {
    type: "table",
    cells: rows.map((row) => elements(row.children, "a table row").map(toCell)),
    ...flag("bordered", "is_bordered"),
    ...flag("striped", "is_striped"),
    ...flag("compact", "is_compact"),
    ...(caption === undefined ? {} : { caption: toLine(caption.children) }),
  };
}

function toCell({ tag, attributes, children }: Element): RichBlockTableCell {
  const span = (name: "colspan" | "rowspan"): object =>
    Number(attributes.get(name) ?? 1) > 1 ? { [name]: Number(attributes.get(name)) } : {};
  return {
    text: toLine(children),
    ...(tag === "th" ? { is_header: true as const } : {}),
    ...span("colspan"),
    ...span("rowspan"),
    align: (attributes.get("align") ?? "left") as RichBlockTableCell["align"],
    valign: (attributes.get("valign") ?? "top") as RichBlockTableCell["valign"],
  };
}

function toRow({ attributes, children }: Element): Block {
  const align = attributes.get("align") as Extract<Block, { type: "buttons" }>["align"];
  const buttons = elements(children, "a row of buttons").map(toButton);
  return { type: "buttons", buttons, ...(align === undefined ? {} : { align }) };
}

function toMedia({ tag, attributes, children }: Element): Block {
  if (tag === "figure" || tag === "tg-collage" || tag === "tg-slideshow")
    return toFigure({ tag, attributes, children });
  const media = attributes.get("src") ?? "";
  const spoiler = attributes.has("tg-spoiler") ? { has_spoiler: true } : {};
  switch (tag) {
    case "img":
      return { type: "photo", photo: { type: "photo", media, ...spoiler } };
    case "video":
      return /\.gif(\?|$)/i.test(media)
        ? { type: "animation", animation: { type: "animation", media, ...spoiler } }
        : { type: "video", video: { type: "video", media, ...spoiler } };
    case "audio":
      return /\.(ogg|opus)(\?|$)/i.test(media)
        ? { type: "voice_note", voice_note: { type: "voice_note", media } }
        : { type: "audio", audio: { type: "audio", media } };
    case "tg-document":
      return { type: "document", document: { type: "document", media } };
    case "tg-map": {
      const number = (name: string, other: number): number => Number(attributes.get(name) ?? other);
      const location = { latitude: number("lat", 0), longitude: number("long", 0) };
      return {
        type: "map",
        location,
        zoom: number("zoom", 15),
        width: number("width", 600),
        height: number("height", 400),
      };
    }
    default:
      throw new MarkupError(`Tag "${tag}" can't be used here`);
  }
}

function toFigure({ tag, children }: Element): Block {
  const figcaption = find(children, "figcaption");
  const caption: RichBlockCaption | undefined = figcaption === undefined ? undefined : withCredit(figcaption.children);
  const captioned = caption === undefined ? {} : { caption };
  const inner = elements(children, "a figure").filter((child) => child !== figcaption);
  const blocks = inner
    .flatMap((child) => (child.tag === "p" ? elements(child.children, "a figure") : [child]))
    .map(toMedia);
  if (tag === "tg-collage") return { type: "collage", blocks, ...captioned };
  if (tag === "tg-slideshow") return { type: "slideshow", blocks, ...captioned };
  const [only, ...more] = blocks;
  if (only === undefined || more.length > 0) throw new MarkupError('Tag "figure" must contain exactly one media');
  return { ...only, ...captioned } as Block;
}
