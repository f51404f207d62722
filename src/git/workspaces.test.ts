import { chownSync, mkdirSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { asNobody, nobodysId } from "../../test/support/as-nobody.ts";
import { temporaryFolder } from "../../test/support/folder.ts";

const MODULE = new URL("workspaces.ts", import.meta.url).href;

test("a folder that cannot be removed is told of, and keeps neither a result nor the others from theirs", () => {
  using folder = temporaryFolder();
  mkdirSync(folder.at("home"));
  for (const path of [folder.path, folder.at("home")]) chownSync(path, nobodysId(), nobodysId());
  const script = `
    import { chmodSync, mkdirSync } from "node:fs";
    import { basename } from "node:path";
    import { createWorkspaces } from ${JSON.stringify(MODULE)};
    const [folder] = process.argv.slice(1);
    const checkout = async (mirrorId, commit, path) => void mkdirSync(path);
    const stayed = [];
    const onStay = (path, error) => stayed.push([basename(path), /cannot be removed: .*Permission denied/.test(error.message)]);
    const workspaces = createWorkspaces({ folder, onStay }, { checkout });
    const work = async (name) => {
      await using workspace = await workspaces.open(name, "m", "c", AbortSignal.timeout(5000));
      chmodSync(folder, 0o555);
      return "green";
    };
    const result = await work("run-1");
    chmodSync(folder, 0o755);
    mkdirSync(folder + "/run-2");
    chmodSync(folder, 0o555);
    const swept = [await workspaces.sweep()];
    chmodSync(folder, 0o755);
    swept.push(await workspaces.sweep());
    console.log(JSON.stringify({ result, stayed, swept }));`;
  const { result, stayed, swept } = JSON.parse(asNobody(script, folder.at("home"))) as Record<string, unknown>;
  expect(result).toBe("green");
  expect(stayed).toEqual([
    ["run-1", true],
    ["run-1", true],
    ["run-2", true],
  ]);
  expect(swept).toEqual([0, 2]);
  expect(readdirSync(folder.at("home"))).toEqual([]);
});
