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
  expect(plainText(parseMarkdown("a <b>x</b> <script>y</script>\n\n<div>z</div>"))).toBe(
    "a <b>x</b> <script>y</script>\n<div>z</div>",
  );
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
  ["brackets", `${"[".repeat(20_000)}word`],
])("thousands of %s neither throw nor lose what they hold", (_, text) => {
  expect(plainText(parseMarkdown(text))).toContain("word");
});
test("never throws on any text", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => void parseMarkdown(text)));
});
