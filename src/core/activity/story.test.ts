import fc from "fast-check";
import { expect, test } from "vitest";
import { plainText } from "../../lib/blocks-text.ts";
import { instant } from "../../lib/time.ts";
import type { Event } from "../events.ts";
import type { ActivityRow } from "../ports/activity.ts";
import { costBlocks } from "./cost.ts";
import { reviewBlocks, reviewFile } from "./review.ts";
import { extractText, storyBlocks, whyBlocks } from "./story.ts";
import { summaryOf } from "./summary.ts";

const about = { chatId: 1, userId: null, taskId: 1, runId: null, spark: "coder", tool: null };
function row(id: number, event: Event): ActivityRow {
  return { id, at: instant(1_700_000_000_000 + id), event, summary: summaryOf(event), about, hash: "" };
}
const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }), fc.string({ minLength: 3000 }));
const events: fc.Arbitrary<Event> = fc.oneof(
  text.map((goal): Event => ({ kind: "task.created", taskId: 1, goal })),
  text.map((because): Event => ({ kind: "task.ended", taskId: 1, outcome: "failed", because })),
  text.map((detail): Event => ({ kind: "fault", doing: "x", code: "y", detail })),
  fc.tuple(text, fc.constantFrom("allowed", "denied by policy")).map(([result, decision]): Event => ({
    kind: "tool.called",
    taskId: 1,
    tool: "shell",
    decision,
    outcome: "failed",
    ms: 3,
    arguments: result,
    result,
  })),
  fc.option(fc.double({ min: 0, max: 9, noNaN: true })).map((costUsd): Event => ({
    kind: "model.called",
    taskId: 1,
    purpose: "work",
    model: "m",
    inputTokens: 10,
    outputTokens: 2,
    costUsd,
    ms: 1,
  })),
);

test("whatever happened can be told, and nothing said is longer than it may be", () => {
  fc.assert(
    fc.property(
      fc.array(events, { maxLength: 120 }),
      fc.constantFrom("summary", "standard", "detailed"),
      (given, detail) => {
        const rows = given.map((event, index) => row(index + 1, event));
        for (const each of rows) expect(each.summary.length).toBeLessThanOrEqual(300);
        for (const blocks of [
          storyBlocks(rows),
          whyBlocks(rows),
          costBlocks(rows, "here"),
          reviewBlocks(rows, 3_600_000, { detail }),
        ])
          expect(plainText(blocks).trim()).not.toBe("");
        expect(extractText(rows, 5000).length).toBeLessThanOrEqual(5100);
        const file = reviewFile(rows, detail);
        if (file !== null) expect(file.split("\n")).toHaveLength(rows.length);
      },
    ),
  );
});
test("a price nobody knows is never shown as nothing", () => {
  const call = (costUsd: number | null): Event => ({
    kind: "model.called",
    taskId: 1,
    purpose: "work",
    model: "m",
    inputTokens: 10,
    outputTokens: 2,
    costUsd,
    ms: 1,
  });
  expect(plainText(costBlocks([row(1, call(null))], "here"))).toContain("price unknown");
  expect(plainText(costBlocks([row(1, call(null)), row(2, call(0.5))], "here"))).toContain(
    "$0.50, and 1 calls of unknown price",
  );
  expect(plainText(costBlocks([row(1, call(0))], "here"))).toContain("no cost");
});
