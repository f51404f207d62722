import fc from "fast-check";
import { expect, test } from "vitest";
import { anyBlock, anyText } from "../../test/support/any-blocks.ts";
import { bold, bullets, code, codeBlock, details, paragraph, type Block, type Inline } from "../lib/blocks.ts";
import { parseMarkdown } from "../lib/markdown.ts";
import { instant } from "../lib/time.ts";
import { isBlank } from "./cut-parts.ts";
import { renderEntities } from "./render-entities.ts";
import { renderPlain } from "./render-plain.ts";
import { gainsFromRich, renderRich } from "./render-rich.ts";
import { tidyBlocks } from "./tidy.ts";

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
function whole(blocks: readonly Block[]): string {
  return renderEntities(blocks, { max: Number.MAX_SAFE_INTEGER })
    .map((part) => part.text)
    .join("");
}
/**
 * What must hold of any text, however it is cut: the parts joined are the whole, to the last character but for parts of nothing that can be seen; each
 * fits; no character as people see them is torn, unless it alone is longer than a part; ranges lie within their part and hold whole code points.
 */
function check(given: readonly Block[], max: number): void {
  const blocks = tidyBlocks(given);
  const parts = renderEntities(blocks, { max });
  const text = whole(blocks);
  const borders = new Set([...graphemes.segment(text)].map(({ index }) => index));
  let at = 0;
  for (const part of parts) {
    const begin = text.indexOf(part.text, at);
    expect(begin).toBeGreaterThanOrEqual(at);
    expect(isBlank(text.slice(at, begin)), "left out what can be seen").toBe(true);
    at = begin + part.text.length;
    expect(part.text.length).toBeLessThanOrEqual(max);
    expect(part.text.isWellFormed(), "half a character").toBe(true);
    expect(parts.length > 1 && isBlank(part.text), "a message of nothing").toBe(false);
    expect(part.entities.length).toBeLessThanOrEqual(100);
    if (max >= 64 && at < text.length) expect(borders.has(at) || isOneCharacter(part.text), `torn at ${at}`).toBe(true);
    for (const { offset, length } of part.entities) {
      expect(offset).toBeGreaterThanOrEqual(0);
      expect(length).toBeGreaterThan(0);
      expect(offset + length).toBeLessThanOrEqual(part.text.length);
    }
    expect(renderPlain(part).length).toBeLessThanOrEqual(4096);
  }
  expect(isBlank(text.slice(at))).toBe(true);
}
function isOneCharacter(text: string): boolean {
  return [...graphemes.segment(text)].length <= 2;
}

test("parts joined are the whole, fit, keep characters whole, and hold their entities", () => {
  fc.assert(fc.property(fc.array(anyBlock, { maxLength: 12 }), fc.integer({ min: 64, max: 600 }), check), {
    numRuns: 400,
  });
});
test("even a part shorter than one character goes on and loses nothing", () => {
  fc.assert(fc.property(fc.array(anyBlock, { maxLength: 3 }), fc.integer({ min: 2, max: 12 }), check), {
    numRuns: 100,
  });
});
test("200 KB of code is cut at lines and is code in each part", () => {
  const lines = Array.from({ length: 6000 }, (_, index) => `const name${index} = "${"x".repeat(index % 40)}";`).join(
    "\n",
  );
  const parts = renderEntities([codeBlock(lines, "ts")]);
  expect(parts.length).toBeGreaterThan(50);
  expect(parts.map((part) => part.text).join("")).toBe(lines);
  for (const part of parts.slice(0, -1)) expect(part.text.endsWith("\n")).toBe(true);
  for (const part of parts)
    expect(part.entities).toEqual([{ type: "pre", language: "ts", offset: 0, length: part.text.length }]);
});
test("code is code in each part, whatever it holds", () => {
  fc.assert(
    fc.property(fc.array(anyText, { minLength: 1, maxLength: 20 }), (texts) => {
      const parts = renderEntities(tidyBlocks([codeBlock(texts.join("\n"), "ts")]), { max: 200 });
      for (const { text, entities } of parts)
        if (text !== "") expect(entities).toEqual([{ type: "pre", language: "ts", offset: 0, length: text.length }]);
    }),
  );
});
test("a moment is never cut in two while it fits", () => {
  const moment: Inline = { kind: "time", at: instant(1_800_000_000_000), text: "21 Nov 2026 at 16:05" };
  fc.assert(
    fc.property(fc.array(fc.nat(60), { minLength: 1, maxLength: 20 }), (gaps) => {
      const parts = renderEntities([paragraph(...gaps.flatMap((gap): Inline[] => ["x".repeat(gap), moment]))], {
        max: 64,
      });
      const moments = parts.flatMap(({ entities }) => entities);
      expect(moments.map(({ length }) => length)).toEqual(gaps.map(() => moment.text.length));
    }),
  );
});
test("200 KB of emoji and CJK without a blank is cut between characters", () => {
  check([codeBlock("👩‍👩‍👧‍👦漢".repeat(17_000))], 4096);
});
test("bold and code go on in the next part", () => {
  const parts = renderEntities([paragraph(bold("word ".repeat(20)))], { max: 60 });
  expect(parts).toHaveLength(2);
  for (const { text, entities } of parts) expect(entities).toEqual([{ type: "bold", offset: 0, length: text.length }]);
});
test("lists are indented with their marks, tables are aligned, quotes fold", () => {
  const text = "- a\n  - [x] b\n  - [ ] c\n\n3. d\n4. e\n\n| x | long |\n|---|---|\n| 漢 | 1 |";
  expect(whole(parseMarkdown(text))).toBe("• a\n  ☑ b\n  ☐ c\n3. d\n4. e\n\nx  │ long\n───┼─────\n漢 │ 1");
  const [part] = renderEntities([details("why", paragraph("because"))]);
  expect(part?.entities.map(({ type }) => type)).toEqual(["expandable_blockquote", "bold"]);
});
test("only what a chat may open is a link; other targets are shown as words", () => {
  const link = (url: string): Block => paragraph({ kind: "link", url, children: ["here"] });
  for (const url of ["https://x.test", "http://x.test", "mailto:a@x.test", "tg://user?id=1"])
    expect(renderEntities([link(url)])[0]?.entities).toMatchObject([{ type: "text_link", url }]);
  for (const url of ["javascript:alert(1)", "file:///etc/passwd", "src/a.ts"]) {
    expect(renderEntities([link(url)])).toEqual([{ text: `here (${url})`, entities: [] }]);
    expect(JSON.stringify(renderRich([link(url)]))).not.toContain('"url"');
  }
});
test("a moment is shown in the reader's own zone", () => {
  const moment: Inline = { kind: "time", at: instant(1_800_000_000_500), text: "8:00" };
  expect(renderEntities([paragraph(moment)])[0]?.entities).toMatchObject([
    { type: "date_time", unix_time: 1_800_000_000, length: 4 },
  ]);
});
test("rich is for tables and nested lists, and only within its limits", () => {
  const table = (columns: number): Block => ({
    kind: "table",
    header: Array.from({ length: columns }, () => ["c"]),
    rows: [],
  });
  expect(gainsFromRich([details("s", table(2))])).toBe(true);
  expect(gainsFromRich(parseMarkdown("- a\n  - b"))).toBe(true);
  expect(gainsFromRich([bullets("a", "b"), paragraph(code("c"))])).toBe(false);
  expect(renderRich([table(20)])).not.toBeNull();
  expect(renderRich([details("s", table(21))])).toBeNull();
  expect(renderRich([paragraph("x".repeat(32_001))])).toBeNull();
  expect(renderRich(Array.from({ length: 501 }, () => paragraph("x")))).toBeNull();
});
test("a blank that carries a combining mark is not cut from it", () => {
  check([paragraph(`${"a".repeat(50)} \u0301${"b".repeat(60)}`)], 64);
});
test("a message holds no more than a hundred entities, since those beyond are ignored", () => {
  const parts = renderEntities([
    paragraph(...Array.from({ length: 250 }, (_, index) => [bold(`b${index}`), " "]).flat()),
  ]);
  expect(parts.map(({ entities }) => entities.length)).toEqual([100, 100, 50]);
});
