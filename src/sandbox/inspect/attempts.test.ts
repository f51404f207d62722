import { expect, test } from "vitest";
import { escapeProgram, judgeAttempts, missingAttempts } from "./attempts.ts";

const said = (name: string, text: string): string => `${JSON.stringify({ name, said: text })}\n`;

test("what is done got through; an error, an absence or a death did not", () => {
  const output = [
    said("mount_tmpfs", "done"),
    said("disks", "done: /dev/sda"),
    said("bpf", "EPERM"),
    said("engine_sockets", "none of them is here"),
    said("other_machine_words", "killed by signal 31"),
    said("connect:the host's localhost", "no answer"),
  ].join("");
  expect(judgeAttempts(`noise\n${output}`, "docker")).toEqual([
    { name: "mount a file system", happened: "done", held: false },
    { name: "open the host's disks", happened: "done: /dev/sda", held: false },
    { name: "load a BPF map", happened: "EPERM", held: true },
    { name: "reach a container engine's socket", happened: "none of them is here", held: true },
    { name: "mount by 32-bit calls", happened: "killed by signal 31", held: true },
    { name: "connect to the host's localhost", happened: "no answer", held: null },
  ]);
});
test("what bubblewrap does not claim counts against Docker only", () => {
  const output = said("files_without_end", "done: 140000 files");
  expect(judgeAttempts(output, "docker")).toMatchObject([{ held: false }]);
  expect(judgeAttempts(output, "bubblewrap")).toMatchObject([{ held: null }]);
  expect(judgeAttempts(output.replace("done", "ENOSPC"), "bubblewrap")).toMatchObject([{ held: true }]);
});
test("a program that was ended leaves out what it did not come to", () => {
  expect(missingAttempts(said("mount_tmpfs", "EPERM"))).not.toContain("mount a file system");
  expect(missingAttempts(said("mount_tmpfs", "EPERM"))).toContain("chroot");
});
test("every name that is told is an attempt of the program, and the other way round", () => {
  const program = escapeProgram();
  const list = /for one in \(([\s\S]*?)\n {4}\)/.exec(program)?.[1]?.match(/\w+/g) ?? [];
  const output = list.map((name) => said(name, "EPERM")).join("");
  expect(missingAttempts(output)).toEqual([]);
  expect(judgeAttempts(output, "docker").filter(({ name }) => name.replace("io_uring", "").includes("_"))).toEqual([]);
});
