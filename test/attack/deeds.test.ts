import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Deed } from "../../src/core/policy/intent.ts";
import { DEEDS, NOT_DONE_YET } from "../../src/core/policy/table.ts";
import { WRITES } from "../../src/core/tools/gh-args.ts";

const root = join(import.meta.dirname, "../..");
const files = globSync("src/core/**/*.ts", { cwd: root }).filter((file) => !/\.test\.ts$|core\/policy\//.test(file));
const sources = files.map((file) => readFileSync(join(root, file), "utf8"));
/** Where code asks whether it may: by itself, or by what it says of a call. */
const ASKED = [/decideDeed\("([^"]+)"/g, /mayDo\(\[([^\]]+)\]/g, /const DEEDS = \[([^\]]+)\]/g, /deed: "([^"]+)"/g];

test("every deed of the table is asked about by what does it, but those that the page says nothing does yet", () => {
  const asked = new Set<string>(Object.values(WRITES));
  for (const source of sources)
    for (const found of ASKED)
      for (const [, names = ""] of source.matchAll(found))
        for (const name of names.split(",")) asked.add(name.trim().replaceAll('"', ""));
  // What a deed becomes after texts of strangers follows from it.
  const known = (Object.keys(DEEDS) as Deed[]).filter((deed) => !deed.startsWith("tainted "));
  expect(known.filter((deed) => !asked.has(deed))).toEqual(NOT_DONE_YET);
});
