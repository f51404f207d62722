import fc from "fast-check";
import { expect, test } from "vitest";
import { pageText } from "./page-text.ts";

const PAGE = `<!doctype html><html><head><title>How to  &amp; why</title><style>p { color: red }</style></head>
<body><nav><a href="/menu">Menu</a></nav><h1>Fetch</h1><p>Some <b>text</b> with a
<a href="../guide?x=1&amp;y=2">guide</a>, a <a href="#here">place</a> and <a href="javascript:alert(1)">trick</a>.</p>
<script>steal("&lt;p&gt;")</script><ul><li>one<li>two</ul><pre><code>if (a &lt; b) {
  go();
}</code></pre><table><tr><th>name<td>value</table><img src=x alt="A plan"><p hidden>Last</p></body></html>`;

test("a page is read as text, its links whole, its scripts and menus left out", () => {
  expect(pageText(PAGE, "https://example.org/docs/web/page")).toEqual({
    title: "How to & why",
    text: `# Fetch

Some text with a guide <https://example.org/docs/guide?x=1&y=2>, a place and trick.

- one
- two

\`\`\`
if (a < b) {
  go();
}
\`\`\`

 | name | value

[picture: A plan]

Last`,
  });
});
test("whatever comes, it ends, is valid Unicode and holds no scripts", () => {
  const piece = fc.oneof(
    fc.constantFrom(
      "<script>evil()</script>",
      "<p>",
      "</p>",
      "<pre>",
      "</pre>",
      "<a href='x'>",
      "</a>",
      "<!--",
      "<div>".repeat(3000),
      "&#xD800;",
    ),
    fc.string({ unit: "binary" }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const { text } = pageText(pieces.join(""), "https://example.org/");
      expect(text.isWellFormed()).toBe(true);
      expect(text).not.toContain("<script>");
    }),
  );
});
