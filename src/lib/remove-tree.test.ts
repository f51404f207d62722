import { chownSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { asNobody, nobodysId } from "../../test/support/as-nobody.ts";
import { temporaryFolder } from "../../test/support/folder.ts";
import { removeTree } from "./remove-tree.ts";

const MODULE = new URL("remove-tree.ts", import.meta.url).href;
/** Makes what `making` says inside a folder of someone who is not root, and removes that folder as them. */
function removeAsNobody(folder: string, making: string): void {
  mkdirSync(folder);
  chownSync(folder, nobodysId(), nobodysId());
  const script = `
    import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
    import { removeTree } from ${JSON.stringify(MODULE)};
    const [folder, outside] = process.argv.slice(1);
    process.chdir(folder);
    ${making}
    process.chdir("/");
    await removeTree(folder);`;
  asNobody(script, folder, join(folder, "../outside"));
}
function openScene() {
  const folder = temporaryFolder();
  chownSync(folder.path, nobodysId(), nobodysId());
  mkdirSync(folder.at("outside"), { mode: 0o555 });
  writeFileSync(folder.at("outside/kept"), "kept");
  chownSync(folder.at("outside"), nobodysId(), nobodysId());
  return folder;
}

test.each(["0o555", "0o111", "0o000"])(
  "folders of mode %s are removed with what is in them, without being root",
  (mode) => {
    using scene = openScene();
    const making = `
    mkdirSync("a/b/c", { recursive: true });
    writeFileSync("a/b/c/file", "x");
    symlinkSync(outside, "a/b/link");
    for (const each of ["a/b/c", "a/b", "a"]) chmodSync(each, ${mode});`;
    removeAsNobody(scene.at("tree"), making);
    expect(existsSync(scene.at("tree"))).toBe(false);
    // The link was removed, and what it led to neither read, changed nor made writable.
    expect(readFileSync(scene.at("outside/kept"), "utf8")).toBe("kept");
    expect(statSync(scene.at("outside")).mode & 0o777).toBe(0o555);
  },
);
test("a tree deeper than any path can be is removed, one that is closed at its end as well", () => {
  using scene = openScene();
  const making = `
    for (let depth = 0; depth < 100; depth++) {
      mkdirSync("deep".repeat(50));
      process.chdir("deep".repeat(50));
    }
    mkdirSync("closed/within", { recursive: true });
    chmodSync("closed", 0o555);`;
  removeAsNobody(scene.at("tree"), making);
  expect(existsSync(scene.at("tree"))).toBe(false);
});
test("a link itself is removed and not gone through, and nothing there is fine", async () => {
  using scene = openScene();
  symlinkSync(scene.at("outside"), scene.at("-rf link"));
  await removeTree(scene.at("-rf link"));
  await removeTree(scene.at("-rf link"));
  expect(existsSync(scene.at("-rf link"))).toBe(false);
  expect(readFileSync(scene.at("outside/kept"), "utf8")).toBe("kept");
});
