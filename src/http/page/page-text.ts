import { Parser } from "htmlparser2";
import { oneLine } from "../../lib/one-line.ts";

/** What of a page is nothing to read. */
const SILENT = new Set([
  "script",
  "style",
  "noscript",
  "template",
  "svg",
  "iframe",
  "object",
  "head",
  "select",
  "nav",
  "dialog",
]);
const BLOCKS = new Set(
  "address article aside blockquote dd div dl dt fieldset figure figcaption footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tr ul details summary".split(
    " ",
  ),
);
const MOST_DEPTH = 2000;
/** A longer run of blanks or line ends says nothing more. */
const MOST_LINK = 300;

export type PageText = { readonly title: string | null; readonly text: string };

/** A page as text: headings, lists, code and links as in Markdown; scripts, styles and menus left out. */
export function pageText(html: string, base: string): PageText {
  const page = createReader(base);
  const parser = new Parser(
    { onopentag: page.open, onclosetag: page.close, ontext: page.say },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
  return { title: page.title(), text: page.text() };
}

type Attributes = Readonly<Record<string, string>>;
function createReader(base: string) {
  const parts: string[] = [];
  const links: (string | null)[] = [];
  let [silent, pre, depth, inTitle, title] = [0, 0, 0, false, ""];
  /** A block begins on a line of its own. */
  function newBlock(lines: 1 | 2): void {
    parts.push("\n".repeat(lines));
  }
  return {
    title: () => (title.trim() === "" ? null : oneLine(title, 300)),
    text: () => tidy(parts.join("")),
    open(name: string, attributes: Attributes): void {
      depth += 1;
      if (name === "title" && title === "") inTitle = true;
      if (SILENT.has(name) || depth > MOST_DEPTH) silent += 1;
      if (silent > 0) return;
      if (name === "pre") {
        pre += 1;
        parts.push("\n\n```\n");
      } else if (name === "br") parts.push("\n");
      else if (name === "td" || name === "th") parts.push(" | ");
      else if (name === "li") parts.push("\n- ");
      else if (/^h[1-6]$/.test(name)) parts.push(`\n\n${"#".repeat(Number(name.charAt(1)))} `);
      else if (BLOCKS.has(name)) newBlock(name === "p" ? 2 : 1);
      else if (name === "img" && (attributes["alt"] ?? "") !== "") parts.push(`[picture: ${attributes["alt"] ?? ""}]`);
      if (name === "a") links.push(linkOf(attributes["href"], base));
      if (name === "code" && pre === 0) parts.push("`");
    },
    say(text: string): void {
      if (inTitle) title += text;
      if (silent === 0) parts.push(pre > 0 ? text : text.replaceAll(/\s+/g, " "));
    },
    close(name: string): void {
      if (name === "title") inTitle = false;
      const wasSilent = silent > 0;
      if (SILENT.has(name) || depth > MOST_DEPTH) silent = Math.max(0, silent - 1);
      depth = Math.max(0, depth - 1);
      if (wasSilent) return;
      if (name === "pre") {
        pre = Math.max(0, pre - 1);
        parts.push("\n```\n");
      } else if (BLOCKS.has(name) && name !== "li") newBlock(name === "p" || /^h[1-6]$/.test(name) ? 2 : 1);
      if (name === "code" && pre === 0) parts.push("`");
      if (name === "a") {
        const link = links.pop() ?? null;
        if (link !== null) parts.push(` <${link}>`);
      }
    },
  };
}
/** Only to pages of the web, whole; places within the same page are left out. */
function linkOf(href: string | undefined, base: string): string | null {
  if (href === undefined || href.startsWith("#") || !URL.canParse(href, base)) return null;
  const url = new URL(href, base);
  return (url.protocol === "https:" || url.protocol === "http:") && url.href.length <= MOST_LINK ? url.href : null;
}
function tidy(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}
