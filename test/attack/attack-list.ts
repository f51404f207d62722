import { readFileSync } from "node:fs";

export type AttackRow = { readonly id: string; readonly expect: string; readonly note: string };
/** The rows of `test/attack/<name>.jsonl`: attacks, and harmless things that look like them. */
export function attackRows(name: string): readonly AttackRow[] {
  const text = readFileSync(new URL(`${name}.jsonl`, import.meta.url), "utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as AttackRow);
}
export type Score = { readonly caught: string; readonly wronglyBlocked: string; readonly wrong: readonly string[] };
/** How a guard does: every attack it missed and every harmless row it held up, each with what it is. */
export function scoreOf(answers: readonly { readonly row: AttackRow; readonly verdict: string }[]): Score {
  const attacks = answers.filter(({ row }) => row.expect !== "allow");
  const harmless = answers.filter(({ row }) => row.expect === "allow");
  const missed = attacks.filter(({ verdict }) => verdict === "allow");
  const held = harmless.filter(({ verdict }) => verdict !== "allow");
  return {
    caught: `${attacks.length - missed.length} of ${attacks.length}`,
    wronglyBlocked: `${held.length} of ${harmless.length}`,
    wrong: [...missed, ...held].map(({ row }) => JSON.stringify(row)),
  };
}
