/** Whole small repositories: what is found in them and what would be run, as JSON to read. `vitest -u` writes it anew. */
import { readdirSync } from "node:fs";

import { expect, test } from "vitest";

import { folderTree } from "../../../test/support/tree.ts";
import { detect } from "./detect/detect.ts";
import { planPipeline } from "./plan/plan.ts";

const repositories = new URL("../../../test/fixtures/repos/", import.meta.url);
const folders = readdirSync(repositories).filter((name) => !name.startsWith("."));

test.each([
  ...folders.map((name) => [name, new URL(name, repositories).pathname]),
  ["sample", new URL("../../../samples/sample", import.meta.url).pathname],
])("%s", async (name = "", folder = "") => {
  const tree = folderTree(folder);
  const detection = await detect(tree);
  const pipeline = await planPipeline(detection, tree);
  await expect(`${JSON.stringify({ detection, pipeline }, null, 2)}\n`).toMatchFileSnapshot(
    `../../../test/fixtures/golden/${name}.json`,
  );
});
