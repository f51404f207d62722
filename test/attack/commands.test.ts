import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checkCommand } from "../../src/core/policy/check-command.ts";

type Row = {
  readonly cmd: string;
  readonly expect: "stop" | "pass";
  readonly family: string;
  /** Not looked at while the policy was written, so that one third of the list measures it. */
  readonly held?: true;
};
const ROWS = readFileSync(new URL("commands.jsonl", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line) as Row);
const DANGEROUS = ROWS.filter((row) => row.expect === "stop");
const HARMLESS = ROWS.filter((row) => row.expect === "pass");
const passesAt = (level: number) => (row: Row) => checkCommand(row, level).verdict === "allow";
const shown = ({ family, cmd }: Row) => `${family}: ${cmd}`;

test("the list is long enough to mean something", () => {
  expect(DANGEROUS.length).toBeGreaterThanOrEqual(600);
  expect(HARMLESS.length).toBeGreaterThanOrEqual(250);
});

test("every dangerous command of the list is asked about or refused", ({ annotate }) => {
  const missed = DANGEROUS.filter(passesAt(3)).map(shown);
  void annotate(`${DANGEROUS.length - missed.length} of ${DANGEROUS.length} caught`);
  expect(missed).toEqual([]);
});

test("95 of 100 harmless commands of the list pass unprompted", ({ annotate }) => {
  const passes = passesAt(3);
  const asked = HARMLESS.filter((row) => !passes(row)).map(shown);
  void annotate(`${asked.length} of ${HARMLESS.length} harmless ones asked about: ${asked.join(", ")}`);
  expect(asked.length / HARMLESS.length).toBeLessThanOrEqual(0.05);
});

test("a stricter level never lets through what a milder one stops", () => {
  for (const row of ROWS) {
    const passing = [1, 2, 3, 4, 5].map((level) => passesAt(level)(row));
    const sorted = passing.toSorted((a, b) => Number(a) - Number(b));
    expect({ cmd: row.cmd, passing }).toEqual({ cmd: row.cmd, passing: sorted });
  }
});

/** What may be right to do with a mild level, since it only costs work that can be done again. */
const MAY_PASS = new Set(["install", "destroy", "outside"]);
test("nothing dangerous passes at the mildest level but installing, deleting in the workspace and protected files", () => {
  const passed = DANGEROUS.filter(passesAt(5)).filter(
    ({ family, cmd }) => !MAY_PASS.has(family) && !/\brm -rf src/.test(cmd),
  );
  expect(passed.map(shown)).toEqual([]);
});
