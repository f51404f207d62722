import fc from "fast-check";
import { expect, test } from "vitest";
import { bold, bullets, code, codeBlock, details, paragraph, type Block, type Inline } from "../lib/blocks.ts";
import { parseMarkdown } from "../lib/markdown.ts";
import { instant } from "../lib/time.ts";
import { renderEntities } from "./render-entities.ts";
import { gainsFromRich, renderRich } from "./render-rich.ts";

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
function whole(blocks: readonly Block[]): string {
  return renderEntities(blocks, { max: Number.MAX_SAFE_INTEGER })
    .map((part) => part.text)
    .join("");
}
/** What must hold of any text, however it is cut. */
function check(blocks: readonly Block[], max: number): void {
  const parts = renderEntities(blocks, { max });
  const text = parts.map((part) => part.text).join("");
  expect(text).toBe(whole(blocks));
  const borders = new Set([...graphemes.segment(text)].map(({ index }) => index));
  let at = 0;
  for (const part of parts) {
    expect(part.text.length).toBeLessThanOrEqual(max);
    expect(part.entities.length).toBeLessThanOrEqual(100);
    if (at > 0 && max >= 64) expect(borders.has(at), `cut inside a character at ${at}`).toBe(true);
    for (const { offset, length } of part.entities) {
      expect(offset).toBeGreaterThanOrEqual(0);
      expect(length).toBeGreaterThan(0);
      expect(offset + length).toBeLessThanOrEqual(part.text.length);
    }
    at += part.text.length;
  }
}
const words = fc.oneof(
  fc.string({ maxLength: 80 }),
  fc.string({ unit: "grapheme", maxLength: 80 }),
  fc
    .array(fc.constantFrom("字", "漢字かな", "e\u0301", "👩‍👩‍👧‍👦", "🇨🇿", "👍🏽", " ", "\n", "a b ", "한국"), { maxLength: 60 })
    .map((all) => all.join("")),
);
const { block } = fc.letrec<{ inline: Inline; block: Block }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    words,
    words.map((text): Inline => ({ kind: "code", text })),
    words.map((text): Inline => ({ kind: "time", at: instant(1_800_000_000_000), text })),
    fc.record({
      kind: fc.constantFrom("bold" as const, "italic" as const, "underline" as const, "strike" as const),
      children: fc.array(tie("inline"), { maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant("link" as const),
      url: fc.constantFrom("https://x.test/a", "javascript:alert(1)", "src/a.ts"),
      children: fc.array(tie("inline"), { maxLength: 2 }),
    }),
  ),
  block: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    fc.array(tie("inline"), { maxLength: 4 }).map((all): Block => ({ kind: "paragraph", inline: all })),
    fc.array(tie("inline"), { maxLength: 2 }).map((all): Block => ({ kind: "heading", level: 2, inline: all })),
    words.map((text): Block => ({ kind: "code", language: "ts", text })),
    fc.array(tie("block"), { maxLength: 3 }).map((blocks): Block => ({ kind: "quote", blocks })),
    fc.array(tie("block"), { maxLength: 3 }).map((blocks): Block => ({ kind: "details", summary: ["why"], blocks })),
    fc.record({
      kind: fc.constant("list" as const),
      ordered: fc.boolean(),
      start: fc.nat(9),
      items: fc.array(
        fc.record(
          { checked: fc.boolean(), blocks: fc.array(tie("block"), { maxLength: 2 }) },
          { requiredKeys: ["blocks"] },
        ),
        { maxLength: 4 },
      ),
    }),
    words.map((text): Block => ({ kind: "table", header: [[text], ["b"]], rows: [[["1"], [text]]] })),
    fc.constant<Block>({ kind: "divider" }),
  ),
}));

test("parts joined are the whole, fit, keep characters whole, and hold their entities", () => {
  fc.assert(fc.property(fc.array(block, { maxLength: 12 }), fc.integer({ min: 64, max: 600 }), check), {
    numRuns: 400,
  });
});
test("even a part shorter than one character goes on and loses nothing", () => {
  fc.assert(fc.property(fc.array(block, { maxLength: 3 }), fc.integer({ min: 2, max: 12 }), check), { numRuns: 100 });
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
  expect(renderRich(Array.from({ length: 481 }, () => paragraph("x")))).toBeNull();
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
