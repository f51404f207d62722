import fc from "fast-check";
import { expect, test } from "vitest";
import { bold, code, codeBlock, details, paragraph } from "./blocks.ts";
import { plainText } from "./blocks-text.ts";
import { parseMarkdown } from "./markdown.ts";

test("reads headings, emphasis, code, links and quotes", () => {
  expect(parseMarkdown("## Why *so*\n\na **b** `c<d>` [e](https://x.test) ~~f~~\n\n> g")).toEqual([
    { kind: "heading", level: 2, inline: ["Why ", { kind: "italic", children: ["so"] }] },
    paragraph("a ", bold("b"), " ", code("c<d>"), " ", { kind: "link", url: "https://x.test", children: ["e"] }, " ", {
      kind: "strike",
      children: ["f"],
    }),
    { kind: "quote", blocks: [paragraph("g")] },
  ]);
});
test("reads nested and task lists", () => {
  const [list] = parseMarkdown("3. one\n   - [x] done\n   - [ ] open\n4. two");
  expect(list).toMatchObject({
    kind: "list",
    ordered: true,
    start: 3,
    items: [
      {
        blocks: [
          { kind: "paragraph" },
          { kind: "list", ordered: false, items: [{ checked: true }, { checked: false }] },
        ],
      },
      { blocks: [{ kind: "paragraph" }] },
    ],
  });
});
test("reads tables and fenced code", () => {
  expect(parseMarkdown("| a | b |\n|---|---|\n| 1 | `2` |\n\n```ts title\nx < 1\n```")).toEqual([
    { kind: "table", header: [["a"], ["b"]], rows: [[["1"], [code("2")]]] },
    codeBlock("x < 1", "ts"),
  ]);
});
test("folds details, also one within another, and leaves those in code or never closed as text", () => {
  const inner = "<details><summary>in</summary>deep</details>";
  expect(parseMarkdown(`<details>\n<summary>S</summary>\n\none\n\n${inner}\n\n</details>\n\nend`)).toEqual([
    details("S", paragraph("one"), details("in", paragraph("deep"))),
    paragraph("end"),
  ]);
  expect(parseMarkdown(`\`\`\`html\n${inner}\n\`\`\``)).toEqual([codeBlock(inner, "html")]);
  expect(plainText(parseMarkdown("<details><summary>S</summary>\n\nnever closed"))).toContain("never closed");
});
test("a definition that a link uses is not shown, one that is none is", () => {
  expect(plainText(parseMarkdown("see [here][1]\n\n[1]: https://x.test"))).toBe("see here");
  expect(plainText(parseMarkdown("done\n\n[note]: later"))).toBe("done\n[note]: later");
});
test("other HTML is the text it is", () => {
  expect(plainText(parseMarkdown("a <b>x <script>y</script>\n\n<div>z</div>"))).toBe(
    "a <b>x <script>y</script>\n<div>z</div>",
  );
});
test("marks written as HTML are marks where they are closed", () => {
  expect(parseMarkdown("a <b>x <i>y</i></b> <kbd>Ctrl **C**</kbd><br>z</b>")).toEqual([
    paragraph("a ", bold("x ", { kind: "italic", children: ["y"] }), " ", code("Ctrl C"), "\n", "z", "</b>"),
  ]);
});
test("bold beside brackets and letters of languages without blanks is bold", () => {
  expect(parseMarkdown("これは**「太字」**です")).toEqual([paragraph("これは", bold("「太字」"), "です")]);
  expect(plainText(parseMarkdown("変数 a ** b と c ** d"))).toBe("変数 a ** b と c ** d");
});
test("every word survives, whatever the marks around it", () => {
  const mark = fc.constantFrom(
    ...[
      "# ",
      "> ",
      "- ",
      "1. ",
      "- [x] ",
      "**",
      "_",
      "`",
      "~~",
      "\n",
      "\n\n",
      "    ",
      "|",
      "---",
      "<details><summary>",
    ],
    ...["</summary>", "</details>", "```\n", "[", "](", ")", "![", "<b>", "&", "\\", "]: ", "\n| a | b |\n|---|---|\n"],
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(mark, fc.nat(3)), { maxLength: 40 }), (marks) => {
      // Looked for in all of the tree: a word may have become the target of a link, or a code block's language.
      const words = marks.map((_, index) => `w${index}w`);
      const text = marks.map(([before, spaces], index) => `${before} ${" ".repeat(spaces)}${words[index]} `).join("");
      const shown = JSON.stringify(parseMarkdown(text));
      for (const word of words) expect(shown).toContain(word);
    }),
    { numRuns: 500 },
  );
});
test.each([
  ["quotes", ">".repeat(5000) + " word"],
  ["lists", `${"- ".repeat(3000)}word`],
  ["folds", "<details><summary>a</summary>".repeat(3000) + "word" + "</details>".repeat(3000)],
  ["folds in a row", "<details><summary>a</summary>x</details>".repeat(3000) + "word"],
  ["folds never closed", "<details><summary>a</summary>".repeat(5000) + "word"],
  ["stars", `${"*".repeat(50_000)}word`],
  ["tags", `${"<b>".repeat(20_000)}word`],
  ["brackets", `${"[".repeat(20_000)}word`],
])("thousands of %s neither throw nor lose what they hold", (_, text) => {
  expect(plainText(parseMarkdown(text))).toContain("word");
});
const plainWord = fc.stringMatching(/^[a-z]{1,6}$/);
const { closed } = fc.letrec<{ closed: { marked: string; plain: string } }>((tie) => ({
  closed: fc.oneof(
    { maxDepth: 4 },
    plainWord.map((word) => ({ marked: word, plain: word })),
    plainWord.map((word) => ({ marked: `\`${word}\``, plain: word })),
    fc
      .tuple(
        fc.constantFrom(
          ["**", "**"],
          ["*", "*"],
          ["~~", "~~"],
          ["<b>", "</b>"],
          ["<u>", "</u>"],
          ["[", "](https://x.test/a)"],
        ),
        plainWord,
        tie("closed"),
      )
      .map(([[open, close], word, inner]) => ({
        // Marks that touch would be read as one longer mark.
        marked: `${open}${word} ${inner.marked} ${word}${close}`,
        plain: `${word} ${inner.plain} ${word}`,
      })),
  ),
}));
test("no mark that is closed is seen, however marks are nested", () => {
  fc.assert(
    fc.property(fc.array(closed, { minLength: 1, maxLength: 4 }), (all) => {
      // A link within a link is text.
      const text = all.map(({ marked }) => marked).join(" ");
      fc.pre(!/\[[^\]]*\[/.test(text));
      expect(plainText(parseMarkdown(text))).toBe(all.map(({ plain }) => plain).join(" "));
    }),
    { numRuns: 500 },
  );
});
test("never throws on any text", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => void parseMarkdown(text)));
});
