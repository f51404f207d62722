import fc from "fast-check";
import { expect, test } from "vitest";
import { anyBlock } from "../../test/support/any-blocks.ts";
import { bold, details, paragraph, type Block, type Inline } from "../lib/blocks.ts";
import { plainText } from "../lib/blocks-text.ts";
import { bytes, cost, count, duration, tokens } from "../lib/measure.ts";
import { instant } from "../lib/time.ts";
import { localiseOutgoing } from "./localise.ts";

function localised(blocks: readonly Block[], locale: string, zone = "UTC"): readonly Block[] {
  return localiseOutgoing({ key: "k", chat: { chatId: 1, threadId: null }, anchor: "a", blocks }, { locale, zone })
    .blocks;
}
function shown(inline: Inline, locale: string, zone?: string): string {
  return plainText(localised([paragraph(inline)], locale, zone)).replaceAll(/[\u00A0\u202F]/g, " ");
}
const MEASURES = [
  duration(900),
  duration(200_000),
  duration(3_600_000 * 50),
  cost(0.0021),
  cost(1234.5),
  cost(null),
  tokens(12_345),
  count(1_234_567),
  bytes(1_600_000),
];
test.each([
  ["en-GB", "0.9 s | 3 min 20 s | 2 d 2 h | $0.0021 | $1,234.50 | cost unknown | 12.3 k tokens | 1,234,567 | 1.6 MB"],
  [
    "de",
    "0,9 Sek. | 3 Min. 20 Sek. | 2 Tg. 2 Std. | 0,0021 $ | 1.234,50 $ | cost unknown | 12,3 k tokens | 1.234.567 | 1,6 MB",
  ],
  ["cs", "0,9 s | 3 min 20 s | 2 dny 2 h | 0,0021 $ | 1 234,50 $ | cost unknown | 12,3 k tokens | 1 234 567 | 1,6 MB"],
])("numbers are written as %s writes them", (locale, expected) => {
  expect(MEASURES.map((measure) => shown(measure, locale)).join(" | ")).toBe(expected);
});
test("what stands in the text for others is British English", () => {
  const texts = MEASURES.map((measure) => plainText([paragraph(measure)]));
  expect(texts).toEqual(MEASURES.map((measure) => shown(measure, "en-GB")));
});
test("a moment is written in the chat's language and zone, and stays one that clients show in the reader's own", () => {
  const moment: Inline = { kind: "time", at: instant(Date.UTC(2026, 2, 29, 1, 30)), text: "?" };
  expect(shown(moment, "en-GB")).toBe("Sun, 29 Mar 2026, 01:30 UTC");
  // The hour in which clocks are put on.
  expect(shown(moment, "de", "Europe/Prague")).toBe("So., 29. März 2026, 03:30 MESZ");
  expect(shown({ ...moment, shows: "day" }, "en-GB", "America/New_York")).toBe("28 Mar 2026");
  expect(shown({ ...moment, shows: "time" }, "en-GB")).toBe("01:30:00");
  expect(localised([paragraph(moment)], "de")).toMatchObject([{ inline: [{ kind: "time", at: moment.at }] }]);
});
test("numbers are found wherever they stand", () => {
  const all: Block[] = [
    details(duration(500), {
      kind: "list",
      ordered: false,
      start: 1,
      items: [{ blocks: [paragraph(bold(count(1234)))] }],
    }),
    { kind: "table", header: [[count(1234)]], rows: [[[count(1234)]]] },
  ];
  expect(JSON.stringify(localised(all, "de"))).not.toContain("measure");
});
test("whatever else a text holds stays as it is", () => {
  fc.assert(
    fc.property(anyBlock, (block) => {
      fc.pre(!JSON.stringify(block).includes('"time"'));
      expect(localised([block], "de")).toEqual([block]);
    }),
  );
});
