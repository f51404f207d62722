import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { classifyCommand } from "../../src/core/policy/commands/command.ts";
import { checkCommand } from "../../src/core/policy/commands/check-command.ts";

type Row = {
  readonly cmd: string;
  readonly expect: "stop" | "pass";
  readonly family: string;
  /** Kept apart while the policy was written, to measure it. */
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

test("96 of 100 harmless commands of the list pass unprompted", ({ annotate }) => {
  const passes = passesAt(3);
  const asked = HARMLESS.filter((row) => !passes(row)).map(shown);
  void annotate(`${asked.length} of ${HARMLESS.length} harmless ones asked about: ${asked.join(", ")}`);
  expect(asked.length / HARMLESS.length).toBeLessThanOrEqual(0.04);
});

test("a stricter level never lets through what a milder one stops", () => {
  for (const row of ROWS) {
    const passing = [1, 2, 3, 4, 5].map((level) => passesAt(level)(row));
    const sorted = passing.toSorted((a, b) => Number(a) - Number(b));
    expect({ cmd: row.cmd, passing }).toEqual({ cmd: row.cmd, passing: sorted });
  }
});

test("what passes at the mildest level installs, deletes in the workspace or changes protected files, and does no more", () => {
  const kinds = DANGEROUS.filter(passesAt(5)).flatMap(({ cmd }) => classifyCommand(["sh", "-c", cmd]));
  expect([...new Set(kinds.map(({ kind }) => kind))].toSorted()).toEqual(["delete", "install", "protected file"]);
});

test.each([
  ["stars", `cat ${"*".repeat(3000)}env`],
  ["stars and letters", `cat ${"*a".repeat(2000)}`],
  ["braces", `cat ${"{a,b}".repeat(30)}`],
  ["loops", `${`for a in ${"x ".repeat(60)}; do `.repeat(5)}X=1${"; done".repeat(5)}`],
  ["substitutions", `echo ${"$(".repeat(200)}${")".repeat(200)}`],
  ["places to be", Array.from({ length: 300 }, (_, at) => `cd d${at}`).join("; ")],
])(
  "%s without end are asked about at once",
  (_name, cmd) => {
    expect(checkCommand({ cmd }, 3).verdict).toBe("ask");
  },
  2000,
);
test("names that every object of JavaScript has are names like any other, wherever they stand", () => {
  const programs = [
    "",
    "git",
    "npm",
    "npm run",
    "npx",
    "node",
    "python3",
    "python3 -m",
    "cargo",
    "go",
    "make",
    "env",
    "find",
  ];
  for (const name of Object.getOwnPropertyNames(Object.prototype))
    for (const program of programs)
      for (const cmd of [`${program} ${name} x`, `${program} --${name}=x`, `${program} x/${name} y`])
        expect(checkCommand({ cmd: cmd.trim() }, 3).verdict, cmd).toMatch(/^(allow|ask|deny)$/);
});
