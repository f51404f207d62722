import {
  bold,
  bullets,
  code,
  codeBlock,
  details,
  divider,
  italic,
  paragraph,
  type Block,
} from "../../src/lib/blocks.ts";
import { parseMarkdown } from "../../src/lib/markdown.ts";
import { instant } from "../../src/lib/time.ts";

const at = instant(Date.UTC(2026, 10, 21, 16, 5));
const item = (text: string, checked?: boolean) => ({
  ...(checked === undefined ? {} : { checked }),
  blocks: [paragraph(text)],
});

/** One text for each kind of block and inline there is, as it stands in messages. */
export const GOLDEN_BLOCKS: Readonly<Record<string, readonly Block[]>> = {
  heading: [
    { kind: "heading", level: 1, inline: ["Release ", code("1.4")] },
    paragraph("It is out."),
    { kind: "heading", level: 3, inline: ["Next"] },
  ],
  paragraph: [
    paragraph("Plain, ", bold("bold ", italic("and italic")), ", ", code("a < b"), ", ", {
      kind: "strike",
      children: ["gone"],
    }),
    paragraph({ kind: "underline", children: ["under"] }, " ", { kind: "spoiler", children: ["secretly"] }),
  ],
  link: [
    paragraph({ kind: "link", url: "https://example.org/a", children: ["the ", code("log")] }, " and ", {
      kind: "link",
      url: "src/a.ts",
      children: ["a file"],
    }),
  ],
  list: [
    bullets("one", ["two ", bold("of two")]),
    {
      kind: "list",
      ordered: true,
      start: 9,
      items: [
        { blocks: [paragraph("nine"), bullets("nine a"), paragraph("and more")] },
        { blocks: [paragraph("ten"), codeBlock("npm test", "sh")] },
      ],
    },
  ],
  "list five deep": parseMarkdown("- a\n  - b\n    - c\n      1. d\n         - e"),
  checklist: [{ kind: "list", ordered: true, start: 1, items: [item("look", true), item("change", false)] }],
  table: [
    {
      kind: "table",
      header: [["check"], ["before"], ["after"]],
      rows: [
        [["test"], ["🔴 3/5"], ["🟢 5/5"]],
        [["型"], [], [bold("ok")]],
      ],
    },
  ],
  "wide table": [
    {
      kind: "table",
      header: [["step"], ["command"], ["result"], ["time"]],
      rows: [
        [["Unit tests"], [code("npm run test -- --reporter=verbose")], ["12 passed, 1 failed"], ["3 min 4 s"]],
        [["Lint"], [code("npm run lint")], ["passed"], []],
      ],
    },
  ],
  details: [details("The end of its output", paragraph("As it was printed:"), codeBlock("FAIL src/a.test.ts\n  at b"))],
  "code with tabs": [codeBlock("if (a) {\n\treturn b;\r\n}", "ts")],
  quote: [{ kind: "quote", blocks: [paragraph("said"), { kind: "quote", blocks: [paragraph("said before")] }] }],
  "quote in a list": parseMarkdown("- a\n  > b\n  > c\n- d"),
  divider: [paragraph("above"), divider(), paragraph("below")],
  moment: [paragraph("It waits until ", { kind: "time", at, text: "21 Nov 2026, 16:05 UTC" }, ".")],
};
