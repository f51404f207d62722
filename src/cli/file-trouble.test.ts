import { mkdir, mkdtemp, readdir, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../test/support/folder.ts";
import { makeFolder } from "../lib/make-folder.ts";
import { readIfThere } from "../lib/read-if-there.ts";
import { tellFileTrouble } from "./file-trouble.ts";

async function toldOf(work: () => unknown): Promise<string | null> {
  try {
    await work();
  } catch (error) {
    return tellFileTrouble(error);
  }
  throw new Error("nothing went wrong");
}
test("a file or folder of the wrong kind is named with what it is, also where it is only on the way", async () => {
  using folder = temporaryFolder();
  await writeFile(folder.at("file"), "");
  await mkdir(folder.at("folder"));
  const aFile = `${folder.at("file")} is a file, where a folder is needed.`;
  expect(await toldOf(() => readIfThere(folder.at("folder")))).toBe(
    `${folder.at("folder")} is a folder, where a file is needed.`,
  );
  expect(await toldOf(() => makeFolder(folder.at("file")))).toBe(aFile);
  expect(await toldOf(() => makeFolder(folder.at("file", "in", "it")))).toBe(aFile);
  expect(await toldOf(() => mkdir(folder.at("file"), { recursive: true }))).toBe(aFile);
  expect(await toldOf(() => readdir(folder.at("file")))).toBe(aFile);
  expect(await toldOf(() => mkdtemp(folder.at("gone", "x-")))).toBeNull();
  expect(await toldOf(() => readdir(folder.at("gone")))).toBe(`${folder.at("gone")} cannot be used: it is not there.`);
});
test("folders are made with all above them, once; where none can be made that is said, and soon", async () => {
  using folder = temporaryFolder();
  makeFolder(folder.at("a", "b", "c"));
  makeFolder(folder.at("a", "b", "c"));
  expect(await readdir(folder.at("a", "b"))).toEqual(["c"]);
  if (process.platform !== "linux") return;
  expect(await toldOf(() => makeFolder("/proc/nope/below"))).toBe(
    "/proc/nope cannot be used: no folder can be made there.",
  );
});
test("a program that is not there, and a mistake of ours, are no trouble with a file", () => {
  const spawned = Object.assign(new Error("spawn x ENOENT"), { code: "ENOENT", path: "x", syscall: "spawn x" });
  expect(tellFileTrouble(spawned)).toBeNull();
  expect(tellFileTrouble(new TypeError("not a function"))).toBeNull();
});
