import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../test/support/folder.ts";
import { readInput } from "./read-input.ts";

const never = new AbortController().signal;
function pipeIn(folder: { at(name: string): string }): string {
  execFileSync("mkfifo", [folder.at("pipe")]);
  return folder.at("pipe");
}
test("a file is read, and so is a pipe that somebody writes to", async () => {
  using folder = temporaryFolder();
  writeFileSync(folder.at("file"), "good");
  expect(await readInput(folder.at("file"), never)).toBe("good");
  const pipe = pipeIn(folder);
  // open for both ways, so that there is a writer from the beginning
  const writer = spawn("sh", ["-c", `exec 3<>"$0"; echo ready; read go; echo good >&3; read end`, pipe]);
  await once(writer.stdout, "data");
  const reading = readInput(pipe, never);
  writer.stdin.write("go\n");
  writer.stdin.end("end\n");
  expect(await reading).toBe("good\n");
});
test("a pipe that nobody writes to is at its end", async () => {
  using folder = temporaryFolder();
  expect(await readInput(pipeIn(folder), never)).toBe("");
});
test("a pipe whose writer says nothing is waited for until the program is to end", async () => {
  using folder = temporaryFolder();
  const pipe = pipeIn(folder);
  const writer = spawn("sh", ["-c", `exec 3<>"$0"; echo ready; read go`, pipe]);
  await once(writer.stdout, "data");
  const ending = new AbortController();
  const reading = readInput(pipe, ending.signal);
  ending.abort();
  await expect(reading).rejects.toMatchObject({ name: "AbortError" });
  writer.stdin.end();
});
test("what is no file is told so, and so is what is too long, with its size", async () => {
  using folder = temporaryFolder();
  const server = createServer().listen(folder.at("socket"));
  await once(server, "listening");
  await expect(readInput(folder.at("socket"), never)).rejects.toThrow("is neither a file nor a pipe");
  server.close();
  await expect(readInput("/dev/zero", never)).rejects.toThrow("is neither a file nor a pipe");
  await expect(readInput(folder.path, never)).rejects.toThrow("is a folder");
  await expect(readInput(folder.at("missing"), never)).rejects.toThrow("is not there");
  writeFileSync(folder.at("long"), "");
  truncateSync(folder.at("long"), 3 * 1024 ** 3);
  await expect(readInput(folder.at("long"), never)).rejects.toThrow("has 3221.2 MB or more");
});
