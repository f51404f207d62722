import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatText } from "./entities.ts";

const html = (text: string) => formatText({ text, parse_mode: "HTML" });
const v2 = (text: string) => formatText({ text, parse_mode: "MarkdownV2" });
const legacy = (text: string) => formatText({ text, parse_mode: "Markdown" });
const escapeHtml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const escapeV2 = (text: string) => text.replaceAll(/[_*[\]()~`>#+\-=|{}.!\\]/g, (one) => `\\${one}`);
/** Letters, marks of all three styles, emoji and spaces, but nothing that is cleaned away. */
const plain = fc
  .array(
    fc.constantFrom(
      "a",
      "Z",
      "9",
      " ",
      "é",
      "😀",
      "<",
      ">",
      "&",
      "_",
      "*",
      "`",
      "[",
      "]",
      "(",
      ")",
      "~",
      "|",
      "\\",
      ".",
      "!",
      "=",
    ),
    { minLength: 1, maxLength: 40 },
  )
  .map((parts) => `x${parts.join("")}x`);

describe("HTML", () => {
  test("gives the text and where its marks were, in UTF-16 units", () => {
    expect(html("😀<b>bold <i>both</i></b> &lt;tag&gt; &#128512;")).toEqual({
      text: "😀bold both <tag> 😀",
      entities: [
        { type: "bold", offset: 2, length: 9 },
        { type: "italic", offset: 7, length: 4 },
      ],
    });
  });
  test("knows links, mentions, code with a language, quotations, times and emoji", () => {
    expect(html('<a href="https://a.dev/x">l</a>').entities).toEqual([
      { type: "text_link", offset: 0, length: 1, url: "https://a.dev/x" },
    ]);
    expect(html('<a href="tg://user?id=7">l</a>').entities[0]).toMatchObject({ type: "text_mention", user: { id: 7 } });
    expect(html('<pre><code class="language-ts">x</code></pre>').entities).toEqual([
      { type: "pre", offset: 0, length: 1, language: "ts" },
    ]);
    expect(html("<blockquote expandable>q</blockquote>").entities).toEqual([
      { type: "expandable_blockquote", offset: 0, length: 1 },
    ]);
    expect(html('<tg-time unix="1647531900" format="wDT">t</tg-time>').entities[0]).toMatchObject({
      type: "date_time",
      unix_time: 1647531900,
    });
    expect(html('<tg-emoji emoji-id="5">👍</tg-emoji>').entities[0]).toMatchObject({
      type: "custom_emoji",
      custom_emoji_id: "5",
    });
  });
  test.each([
    ["<x>a</x>", 'Unsupported start tag "x" at byte offset 0'],
    ["é<x>", 'Unsupported start tag "x" at byte offset 2'],
    ["<b>a", 'Can\'t find end tag corresponding to start tag "b"'],
    ["a</b>", "Unexpected end tag at byte offset 1"],
    ["<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
    ["a <b", "Unclosed start tag at byte offset 2"],
    ["<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ["1 < 2", 'Unsupported start tag "" at byte offset 2'],
  ])("refuses %s", (text, reason) => {
    expect(() => html(text)).toThrow(`Bad Request: can't parse entities: ${reason}`);
  });
  test("any text survives escaping, marked or not", () => {
    fc.assert(
      fc.property(plain, (text) => {
        const parsed = html(`<b>${escapeHtml(text)}</b>`);
        expect(parsed.text).toBe(text);
        expect(parsed.entities).toContainEqual({ type: "bold", offset: 0, length: text.length });
      }),
    );
  });
});

describe("MarkdownV2", () => {
  test("gives the text and where its marks were", () => {
    expect(v2("*b* _i_ __u__ ~s~ ||p|| `c`\n```ts\nx\n```").entities).toEqual([
      { type: "bold", offset: 0, length: 1 },
      { type: "italic", offset: 2, length: 1 },
      { type: "underline", offset: 4, length: 1 },
      { type: "strikethrough", offset: 6, length: 1 },
      { type: "spoiler", offset: 8, length: 1 },
      { type: "code", offset: 10, length: 1 },
      { type: "pre", offset: 12, length: 1, language: "ts" },
    ]);
    expect(v2("[l](https://a.dev/\\))").entities).toEqual([
      { type: "text_link", offset: 0, length: 1, url: "https://a.dev/)" },
    ]);
  });
  test("knows quotations, plain and expandable", () => {
    expect(v2(">one\n>two\nafter")).toEqual({
      text: "one\ntwo\nafter",
      entities: [{ type: "blockquote", offset: 0, length: 7 }],
    });
    expect(v2(">one\n>two||").entities).toEqual([{ type: "expandable_blockquote", offset: 0, length: 7 }]);
  });
  test.each([
    ["a.", "Character '.' is reserved and must be escaped with the preceding '\\'"],
    ["a-b", "Character '-' is reserved and must be escaped with the preceding '\\'"],
    ["é *a", "Can't find end of Bold entity at byte offset 3"],
    ["`a", "Can't find end of Code entity at byte offset 0"],
    ["[a](b", "Can't find end of a URL at byte offset 4"],
  ])("refuses %s", (text, reason) => {
    expect(() => v2(text)).toThrow(`Bad Request: can't parse entities: ${reason}`);
  });
  test("any text survives escaping, marked or not", () => {
    fc.assert(
      fc.property(plain, (text) => {
        const parsed = v2(`*${escapeV2(text)}*`);
        expect(parsed.text).toBe(text);
        expect(parsed.entities).toContainEqual({ type: "bold", offset: 0, length: text.length });
      }),
    );
  });
});

test("legacy Markdown knows four marks and names the unclosed one", () => {
  expect(legacy("*b* _i_ `c` [l](http://a.dev/)").entities.map(({ type }) => type)).toEqual([
    "bold",
    "italic",
    "code",
    "text_link",
  ]);
  expect(() => legacy("a *b")).toThrow(
    "Bad Request: can't parse entities: Can't find end of the entity starting at byte offset 2",
  );
});

describe("tidying", () => {
  test("trims, drops carriage returns, turns control characters into spaces and moves the entities along", () => {
    const text = " \n a\r\n\tb \u0007c \n";
    const at = text.indexOf("b");
    expect(formatText({ text, entities: [{ type: "bold", offset: at, length: 1 }] })).toEqual({
      text: "a\n b  c",
      entities: [{ type: "bold", offset: 3, length: 1 }],
    });
  });
  test("finds commands, mentions, tags, links and addresses by itself, but not in code", () => {
    const { entities } = html(
      "/start@my_bot @someone #tag https://a.dev/x?y=1. me@a.dev example.com <code>@nobody</code> $USD",
    );
    expect(entities.map(({ type }) => type)).toEqual([
      "bot_command",
      "mention",
      "hashtag",
      "url",
      "email",
      "url",
      "code",
      "cashtag",
    ]);
    expect(entities[3]).toMatchObject({ length: "https://a.dev/x?y=1".length });
  });
  test("keeps 100 entities", () => {
    expect(html("<b>a</b> ".repeat(150)).entities).toHaveLength(100);
  });
  test("code holds nothing else, and marks that cross are cut", () => {
    expect(html("<b>a<code>b</code>c</b>").entities).toEqual([
      { type: "bold", offset: 0, length: 1 },
      { type: "code", offset: 1, length: 1 },
      { type: "bold", offset: 2, length: 1 },
    ]);
    const crossed = formatText({
      text: "abcdef",
      entities: [
        { type: "bold", offset: 0, length: 4 },
        { type: "italic", offset: 2, length: 4 },
      ],
    });
    expect(crossed.entities).toEqual([
      { type: "bold", offset: 0, length: 4 },
      { type: "italic", offset: 2, length: 2 },
      { type: "italic", offset: 4, length: 2 },
    ]);
  });
  test("refuses entities out of bounds, in the middle of a character, and unknown modes", () => {
    expect(() => formatText({ text: "ab", entities: [{ type: "bold", offset: 1, length: 2 }] })).toThrow(
      "ends after the end of the text at UTF-16 offset 3",
    );
    expect(() => formatText({ text: "😀a", entities: [{ type: "bold", offset: 0, length: 1 }] })).toThrow(
      "ends in a middle of a UTF-16 symbol",
    );
    expect(() => formatText({ text: "a", entities: [{ type: "bold", offset: -1, length: 1 }] })).toThrow(
      "incorrect offset -1",
    );
    expect(() => formatText({ text: "a", parse_mode: "BBCode" })).toThrow("Bad Request: unsupported parse_mode");
    expect(() => formatText({ text: "\ud800" })).toThrow("Bad Request: strings must be encoded in UTF-8");
  });
  test("whatever entities are given, those that come out are in bounds and nest", () => {
    const entity = fc.record({
      type: fc.constantFrom("bold", "italic", "code", "blockquote", "spoiler"),
      from: fc.nat(20),
      size: fc.integer({ min: 1, max: 20 }),
    });
    fc.assert(
      fc.property(fc.array(entity, { maxLength: 12 }), (given) => {
        const text = "abcdefghijklmnopqrst";
        const entities = given.map(
          ({ type, from, size }) =>
            ({ type, offset: from, length: Math.min(size, text.length - from) }) as {
              type: "bold";
              offset: number;
              length: number;
            },
        );
        const out = formatText({ text, entities }).entities;
        for (const a of out) {
          expect(a.length).toBeGreaterThan(0);
          expect(a.offset + a.length).toBeLessThanOrEqual(text.length);
          for (const b of out) {
            const apart = a.offset + a.length <= b.offset || b.offset + b.length <= a.offset;
            const held = (x: typeof a, y: typeof a) =>
              x.offset <= y.offset && y.offset + y.length <= x.offset + x.length;
            expect(apart || held(a, b) || held(b, a)).toBe(true);
          }
        }
      }),
    );
  });
});
