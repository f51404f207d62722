import { expect, test } from "vitest";
import { checkChain, checkUrl } from "../../src/core/policy/addresses/address.ts";
import { type AttackRow, attackRows, scoreOf } from "./attack-list.ts";

type Row = AttackRow & { readonly hop?: number } & (
    | { readonly url: string; readonly answers?: readonly unknown[] }
    | { readonly chain: readonly string[]; readonly answers_by_host?: Readonly<Record<string, readonly unknown[]>> }
  );
const verdictOf = (row: Row) =>
  "url" in row ? checkUrl(row.url, row.answers) : checkChain(row.chain, row.answers_by_host);

test("no address of the list gets through, and none that only looks like one is held up", () => {
  const rows = attackRows("addresses") as readonly Row[];
  const score = scoreOf(rows.map((row) => ({ row, verdict: verdictOf(row).verdict })));
  expect(score).toEqual({ caught: "1006 of 1006", wronglyBlocked: "0 of 317", wrong: [] });
});
test("a chain is refused at the very hop that is wrong", () => {
  const rows = (attackRows("addresses") as readonly Row[]).filter((row) => row.hop !== undefined);
  expect(rows.length).toBeGreaterThan(40);
  for (const row of rows) expect(verdictOf(row), JSON.stringify(row)).toMatchObject({ hop: row.hop });
});
