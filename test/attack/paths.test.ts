import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkPath } from "../../src/cli/path-row.ts";
import { findReal } from "../../src/lib/real-path.ts";
import { type AttackRow, attackRows, scoreOf } from "./attack-list.ts";
import { openPathWorld } from "./path-world.ts";

type Row = AttackRow & { readonly path: string; readonly op: string };

test("no path of the list gets through, and none that only looks like one is held up", async () => {
  await using world = await openPathWorld();
  const rows = attackRows("paths") as readonly Row[];
  const verdictOf = ({ path, op }: Row) =>
    checkPath(path.replace("{root}", world.root).replace("{name}", "work"), op, world.root).verdict;
  const score = scoreOf(rows.map((row) => ({ row, verdict: verdictOf(row) })));
  expect(score).toEqual({ caught: "1032 of 1032", wronglyBlocked: "0 of 690", wrong: [] });
});

/** Swaps `name` between a link out of the folder, a link to a folder in it and a folder, as fast as it can, until killed. */
function swapper(root: string, outside: string): Disposable {
  const script = `
    const { renameSync, rmSync, symlinkSync, mkdirSync, writeFileSync } = require("node:fs");
    const [root, outside] = process.argv.slice(1);
    const kinds = [
      (at) => symlinkSync(outside, at),
      (at) => { mkdirSync(at); writeFileSync(at + "/secret.txt", "inside\\n"); },
      (at) => symlinkSync("good", at),
    ];
    for (let turn = 0; ; turn++) {
      const next = root + "/.next" + turn;
      kinds[turn % 3](next);
      rmSync(root + "/swapped", { recursive: true, force: true });
      renameSync(next, root + "/swapped");
    }`;
  const child = spawn(process.execPath, ["-e", script, root, outside], { stdio: ["ignore", "ignore", "inherit"] });
  return { [Symbol.dispose]: () => void child.kill("SIGKILL") };
}
test("2,000 looks through a folder that is being swapped never find what is outside under a name inside", async () => {
  await using world = await openPathWorld();
  mkdirSync(join(world.root, "good"));
  writeFileSync(join(world.root, "good/secret.txt"), "inside\n");
  using _swapper = swapper(world.root, world.outside);
  const seen = { inside: 0, outside: 0, nothing: 0 };
  let looks = 0;
  // all three must really have happened, else nothing was swapped under our feet
  while (looks < 2000 || seen.inside === 0 || seen.outside === 0) {
    looks += 1;
    const found = findReal(world.root, "swapped/secret.txt");
    if ("lost" in found) continue;
    using held = found;
    if (held.held === null) {
      seen.nothing += 1;
      continue;
    }
    const text = readFileSync(held.held, "utf8");
    const inside = held.real.startsWith(`${world.root}/`);
    expect(text, held.real).toBe(inside ? "inside\n" : "SECRET\n");
    seen[inside ? "inside" : "outside"] += 1;
  }
});
