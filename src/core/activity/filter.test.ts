import fc from "fast-check";
import { expect, test } from "vitest";
import { instant } from "../../lib/time.ts";
import type { Event } from "../events.ts";
import type { ActivityRow } from "../ports/activity.ts";
import { findRows, readSought, soughtProblem } from "./filter.ts";

const about = { chatId: 7, userId: null, taskId: 1, runId: null, spark: null, tool: "shell" };
function row(id: number, ms: number, command = "npm test"): ActivityRow {
  const args = JSON.stringify({ command });
  const event: Event = {
    kind: "tool.called",
    taskId: 1,
    tool: "shell",
    decision: "allowed",
    outcome: "ok",
    ms,
    arguments: args,
    result: "",
  };
  return { id, at: instant(id), event, summary: `shell ${id}`, about, hash: "" };
}
/** A record that gives rows as the real one does; `words` are looked for in the summary. */
function recordOf(rows: readonly ActivityRow[]) {
  const page = (from: readonly ActivityRow[], { before, limit }: { before?: number; limit: number }) =>
    from.filter(({ id }) => before === undefined || id < before).slice(-limit);
  return {
    read: async (options: { before?: number; limit: number }) => page(rows, options),
    search: async (text: string, options: { before?: number; limit: number }) => {
      const found = page(
        rows.filter(({ summary }) => summary.includes(text)),
        options,
      ).toReversed();
      return { rows: found, total: found.length };
    },
  };
}

test.each([
  ["tool:shell", "", true],
  ["TOOL:SHELL npm", "npm", true],
  ["a tool:other b", "a b", false],
  ["ms>10 ms<30", "", true],
  ["ms>20", "", false],
  ['arguments.command:"npm test" x', "x", true],
  ["arguments.command:yarn", "", false],
] as const)("%s: the words %j are left, and it matches: %s", (typed, words, matched) => {
  const sought = readSought(typed);
  expect(sought.words).toBe(words);
  expect(sought.matches?.(row(1, 20))).toBe(matched);
});
test.each(["error:404", "http://x/y", '"tool:shell"', '"see tool:shell here"', "ms>many", "ms>", "xtool:", "a:b:c"])(
  "%s names no field, and stays as it was typed",
  (typed) => {
    expect(readSought(typed)).toEqual({ words: typed, matches: null });
  },
);
test.each([
  ["ms>many", "ms> wants a number behind it."],
  ["npm MS<", "MS< wants a number behind it."],
  ["tool:", "tool: wants what it must hold behind it."],
  ['tool:""', "tool: wants what it must hold behind it."],
  ["error:404 ms>10 tool:shell", null],
  ["xtool: http://x/y a:b:c", null],
  ['"see tool: here"', null],
])("%s is asked again: %s", (typed, problem) => {
  expect(soughtProblem(typed)).toBe(problem);
});
test("whatever is typed, nothing is thrown and what is left is what was typed, without what named fields", () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      const { words, matches } = readSought(typed);
      if (matches === null) expect(words).toBe(typed.replaceAll(/\s+/g, " ").trim());
      expect(words.length).toBeLessThanOrEqual(typed.length);
    }),
  );
});
test("page by page every row that matches is found once, newest first, however rare it is", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(9), { maxLength: 1300 }),
      fc.integer({ min: 1, max: 7 }),
      fc.constantFrom("ms>7", "ms>7 shell", "ms<1"),
      async (times, limit, typed) => {
        const rows = times.map((ms, index) => row(index + 1, ms));
        const sought = readSought(typed);
        const found: number[] = [];
        let before: number | null = null;
        do {
          const page: Awaited<ReturnType<typeof findRows>> = await findRows(recordOf(rows), sought, { before, limit });
          expect(page.rows.length).toBeLessThanOrEqual(limit);
          found.push(...page.rows.map(({ id }) => id));
          before = page.older;
        } while (before !== null);
        expect(found).toEqual(
          rows
            .filter((one) => sought.matches?.(one))
            .map(({ id }) => id)
            .toReversed(),
        );
      },
    ),
    { numRuns: 40 },
  );
});
test("one look goes through so many rows at most, and the next goes on there", async () => {
  const rows = Array.from({ length: 20_600 }, (_, index) => row(index + 1, index === 0 ? 50 : 1));
  const sought = readSought("ms>20");
  const first = await findRows(recordOf(rows), sought, { before: null, limit: 10 });
  expect(first).toEqual({ rows: [], older: 601 });
  const next = await findRows(recordOf(rows), sought, { before: first.older, limit: 10 });
  expect(next.rows.map(({ id }) => id)).toEqual([1]);
});
