import fc from "fast-check";
import type { Block, Inline } from "../../src/lib/blocks.ts";
import { instant } from "../../src/lib/time.ts";

/** Pieces that renderers and cutters get wrong: wide and joined characters, both directions, what Telegram drops or refuses. */
const PIECES = [
  ...["字", "漢字かな", "한국", "ไทย", "नमस्ते", "שלום", "مرحبا", "e\u0301", "A\u030A", "o\u0308\u0304\u0323"],
  ...[
    "👩‍👩‍👧‍👦",
    "🇨🇿",
    "🇨🇿🇩🇪🇯🇵",
    "👍🏽",
    "3️⃣",
    "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "❤️",
    "𝔘",
    "\u2066אב\u2069",
    "\u202Eabc\u202C",
    "\u200F",
    "\u200B",
    "\u00AD",
  ],
  ...["\t", "\r\n", "\r", "\0", "\u001B[31m", "\uD83D", "\uDE00", "\u2028", "\uFEFF", "\u0333"],
  ...[
    " ",
    "\n",
    "\n\n\n",
    "a b ",
    "word",
    "_",
    "*",
    "`",
    "<b>",
    "&amp;",
    "[x](",
    "|",
    "/start",
    "@ada",
    "https://x.test/a?b=c",
  ],
];
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ maxLength: 80 }),
  fc.string({ unit: "grapheme", maxLength: 80 }),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((all) => all.join("")),
  fc.tuple(fc.constantFrom(...PIECES), fc.nat(300)).map(([piece, times]) => piece.repeat(times)),
);
const { block } = fc.letrec<{ inline: Inline; block: Block }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    anyText,
    anyText.map((text): Inline => ({ kind: "code", text })),
    anyText.map((text): Inline => ({
      kind: "time",
      at: instant(1_800_000_000_000),
      text: `8:00 ${text.slice(0, 30)}`,
    })),
    fc.record({
      kind: fc.constantFrom(
        "bold" as const,
        "italic" as const,
        "underline" as const,
        "strike" as const,
        "spoiler" as const,
      ),
      children: fc.array(tie("inline"), { maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant("link" as const),
      url: fc.constantFrom("https://x.test/a", "javascript:alert(1)", "src/a.ts", "https://", "mailto:ada@x.test"),
      children: fc.array(tie("inline"), { maxLength: 2 }),
    }),
  ),
  block: fc.oneof(
    { maxDepth: 5, depthSize: "small" },
    fc.array(tie("inline"), { maxLength: 4 }).map((all): Block => ({ kind: "paragraph", inline: all })),
    fc.array(tie("inline"), { maxLength: 2 }).map((all): Block => ({ kind: "heading", level: 2, inline: all })),
    anyText.map((text): Block => ({ kind: "code", language: "ts", text })),
    fc.array(tie("block"), { maxLength: 3 }).map((blocks): Block => ({ kind: "quote", blocks })),
    fc
      .tuple(fc.array(tie("inline"), { maxLength: 2 }), fc.array(tie("block"), { maxLength: 3 }))
      .map(([summary, blocks]): Block => ({ kind: "details", summary, blocks })),
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
    fc.tuple(fc.integer({ min: 0, max: 22 }), fc.nat(6)).chain(([columns, rows]) => {
      const cell = fc.array(tie("inline"), { maxLength: 1 });
      const row = fc.array(cell, { maxLength: columns });
      return fc.record({ kind: fc.constant("table" as const), header: row, rows: fc.array(row, { maxLength: rows }) });
    }),
    fc.constant<Block>({ kind: "divider" }),
  ),
}));
export const anyBlock: fc.Arbitrary<Block> = block;
