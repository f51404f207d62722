import fc from "fast-check";
import { expect, test } from "vitest";
import { instant } from "../../lib/time.ts";
import type { ActivityRow } from "../ports/activity.ts";
import { FIRST_HASH, followChain, hashOf } from "./chain.ts";

const about = { chatId: null, userId: null, taskId: null, runId: null, spark: null, tool: null };
function chained(texts: readonly string[]): ActivityRow[] {
  const rows: ActivityRow[] = [];
  for (const [index, detail] of texts.entries()) {
    const entry = {
      id: index + 1,
      at: instant(index),
      event: { kind: "fault", doing: "d", code: "c", detail } as const,
      summary: detail.slice(0, 5),
      about,
    };
    rows.push({ ...entry, hash: hashOf(rows.at(-1)?.hash ?? FIRST_HASH, entry) });
  }
  return rows;
}
const START = { id: 0, hash: FIRST_HASH };
const texts = fc.array(fc.string(), { minLength: 2, maxLength: 12 });

test("an untouched chain is followed to its end", () => {
  fc.assert(
    fc.property(texts, (given) => {
      const rows = chained(given);
      expect(followChain(START, rows)).toMatchObject({ id: rows.length, hash: rows.at(-1)?.hash });
    }),
  );
});
test("any change, removal, doubling or swap is found, at the first row it touches", () => {
  fc.assert(
    fc.property(
      texts,
      fc.nat(),
      fc.constantFrom("change", "about", "at", "remove", "double", "swap"),
      (given, seed, how) => {
        const rows = chained(given);
        const last = how === "remove" || how === "swap" ? rows.length - 1 : rows.length;
        const index = seed % last;
        const [row, next] = [rows[index], rows[index + 1]];
        if (row === undefined) return;
        if (how === "change") rows[index] = { ...row, summary: `${row.summary}!` };
        if (how === "about") rows[index] = { ...row, about: { ...about, taskId: 1 } };
        if (how === "at") rows[index] = { ...row, at: instant(row.at + 1) };
        if (how === "remove") rows.splice(index, 1);
        if (how === "double") rows.splice(index, 0, row);
        if (how === "swap" && next !== undefined) rows.splice(index, 2, next, row);
        const found = followChain(START, rows);
        expect("what" in found && found.id).toBe(how === "double" ? index + 2 : index + 1);
      },
    ),
  );
});
