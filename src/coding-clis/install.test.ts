import { existsSync, mkdirSync, utimesSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../test/support/folder.ts";
import { installCodingCli } from "./install.ts";
import { placeOf } from "./installed.ts";

test("what a killed installation left is removed by the next, and one that goes on is let be", async () => {
  using root = temporaryFolder();
  const place = placeOf(root.path, "codex", "x64");
  if (place === null) throw new Error("there is a Codex for this processor");
  const [left, going, other] = [`${place.folder}.aB3xYz`, `${place.folder}.Qq12Ww`, `${place.folder}.longer-name`];
  for (const folder of [left, going, other]) mkdirSync(folder);
  for (const folder of [left, other]) utimesSync(folder, 0, 0);
  // Without programs it goes no further.
  const options = { root: root.path, architecture: "x64", environment: {}, signal: AbortSignal.abort() };
  await installCodingCli("codex", options).catch(() => undefined);
  expect([left, going, other].filter(existsSync).map((folder) => basename(folder))).toEqual(
    [going, other].map((folder) => basename(folder)),
  );
});
