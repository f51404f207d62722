/** Rich Markdown is GitHub's with a few marks more and any of the rich HTML tags in it: so it is turned into rich HTML. */
import type { InputRichBlock } from "@grammyjs/types";
import { Marked } from "marked";
import type { TokenizerAndRendererExtension, Tokens } from "marked";
import type { Upload } from "../parameters.ts";
import { parseRichHtml } from "./html.ts";

export function parseRichMarkdown(source: string): InputRichBlock<Upload>[] {
  return parseRichHtml(markdown.parse(source, { async: false }));
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** `mark text mark`, with further marks inside. */
function paired(name: string, mark: string, tag: string): TokenizerAndRendererExtension {
  const literal = mark.replaceAll("|", "\\|");
  const rule = new RegExp(`^${literal}(?=\\S)([\\s\\S]*?\\S)${literal}`);
  return {
    name,
    level: "inline",
    start: (source) => source.indexOf(mark),
    tokenizer(source) {
      const match = rule.exec(source);
      if (match === null) return undefined;
      return { type: name, raw: match[0], tokens: this.lexer.inlineTokens(match[1] ?? "") };
    },
    renderer(token) {
      return `<${tag}>${this.parser.parseInline(token.tokens ?? [])}</${tag}>`;
    },
  };
}

function raw(
  name: string,
  level: "block" | "inline",
  { rule, start, tag }: { rule: RegExp; start: string; tag: string },
): TokenizerAndRendererExtension {
  return {
    name,
    level,
    start: (source) => source.indexOf(start),
    tokenizer(source) {
      const match = rule.exec(source);
      return match === null ? undefined : { type: name, raw: match[0], text: match[1] ?? "" };
    },
    renderer: (token) => `<${tag}>${escape(String(token["text"]))}</${tag}>`,
  };
}

const footnoteLink: TokenizerAndRendererExtension = {
  name: "footnoteLink",
  level: "inline",
  start: (source) => source.indexOf("[^"),
  tokenizer(source) {
    const match = /^\[\^([A-Za-z0-9_-]+)\]/.exec(source);
    return match === null ? undefined : { type: "footnoteLink", raw: match[0], text: match[1] ?? "" };
  },
  renderer: (token) => `<a href="#${escape(String(token["text"]))}"><sup>${escape(String(token["text"]))}</sup></a>`,
};
const footnote: TokenizerAndRendererExtension = {
  name: "footnote",
  level: "block",
  start: (source) => source.match(/^\[\^[A-Za-z0-9_-]+\]:/m)?.index,
  tokenizer(source) {
    const match = /^\[\^([A-Za-z0-9_-]+)\]:[ \t]*([^\n]+)(?:\n|$)/.exec(source);
    if (match === null) return undefined;
    return { type: "footnote", raw: match[0], text: match[1] ?? "", tokens: this.lexer.inlineTokens(match[2] ?? "") };
  },
  renderer(token) {
    return `<p><tg-reference name="${escape(String(token["text"]))}">${this.parser.parseInline(token.tokens ?? [])}</tg-reference></p>\n`;
  },
};

/** The kind of media by the end of its address. */
function mediaTag(href: string): string {
  const source = escape(href);
  if (/^tg:\/\/(video|audio|document)\b/.test(href)) {
    const kind = href.slice(5).split("?")[0];
    return kind === "document" ? `<tg-document src="${source}"></tg-document>` : `<${kind} src="${source}"></${kind}>`;
  }
  if (/\.(mp4|webm|mov|gif)(\?|$)/i.test(href)) return `<video src="${source}"></video>`;
  if (/\.(mp3|m4a|ogg|opus|wav)(\?|$)/i.test(href)) return `<audio src="${source}"></audio>`;
  if (/\.(png|jpe?g|webp)(\?|$)/i.test(href) || href.startsWith("tg://photo")) return `<img src="${source}"/>`;
  return `<tg-document src="${source}"></tg-document>`;
}

function image({ href, title, text }: Tokens.Image): string {
  if (/^tg:\/\/(emoji|time)/.test(href)) return `<img src="${escape(href)}" alt="${escape(text)}"/>`;
  const caption = title === null || title === "" ? "" : `<figcaption>${escape(title)}</figcaption>`;
  return `<figure>${mediaTag(href)}${caption}</figure>`;
}

function code({ text, lang }: Tokens.Code): string {
  if (lang === "math") return `<tg-math-block>${escape(text)}</tg-math-block>\n`;
  const language = (lang ?? "").split(/\s/)[0] ?? "";
  return `<pre><code${language === "" ? "" : ` class="language-${escape(language)}"`}>${escape(text)}</code></pre>\n`;
}

const markdown = new Marked({
  gfm: true,
  extensions: [
    paired("spoiler", "||", "tg-spoiler"),
    paired("marked", "==", "mark"),
    raw("mathBlock", "block", { rule: /^\$\$([\s\S]+?)\$\$(?:\n|$)/, start: "$$", tag: "tg-math-block" }),
    raw("math", "inline", { rule: /^\$(?=[^\s$])([^$\n]*?[^\s$\\])\$(?!\d)/, start: "$", tag: "tg-math" }),
    footnote,
    footnoteLink,
  ],
  renderer: { image, code },
});
