import { expect, test } from "vitest";
import { runCli, type CliWorld } from "./program.ts";

/** Runs a command line that must be refused before anything is opened. */
async function refused(...argv: readonly string[]): Promise<string> {
  const errors: string[] = [];
  const never = () => Promise.reject(new Error("opened"));
  const neverNow = () => {
    throw new Error("opened");
  };
  const world: CliWorld = {
    version: "test",
    terminal: {
      interactive: false,
      write: () => undefined,
      error: (line) => void errors.push(line),
      live: () => undefined,
      async *lines() {},
    },
    signal: new AbortController().signal,
    up: never,
    connect: async () => ({ socketPath: "/nowhere/sparks.sock", daemon: true, async [Symbol.asyncDispose]() {} }),
    checkConfig: never,
    codingClis: { list: neverNow, install: never },
    sandboxTemplate: neverNow,
    secrets: { open: never, read: never },
  };
  expect(await runCli(argv, world)).toBe(2);
  return errors.join("\n");
}

test.each([
  ["mcp", "liss", "unknown command 'liss'. There are: list. Did you mean list?"],
  ["secrets", "sett", "unknown command 'sett'. There are: set, list, rm. Did you mean set?"],
  ["repo", "ad", "unknown command 'ad'. There are: add, list, remove. Did you mean add?"],
  ["coding-clis", "instal", "There are: list, install. Did you mean install?"],
  ["config", "frob", "unknown command. There are: check."],
  ["log", "serch", "There are: search, verify. Did you mean search?"],
  ["task", "frob", "There are: run, list, show"],
  ["policy", "chek", "There are: check. Did you mean check?"],
  ["sandbox", "frob", "unknown command. There are: template, validate."],
])("sparks %s %s: says what there is", async (group, given, said) => {
  expect(await refused(group, given)).toContain(said);
});
test("a mistyped command of the program itself is told what there is, and what is like nothing is not repeated", async () => {
  expect(await refused("tools")).toMatch(/unknown command\. There are: up, chat, .*config\./);
  expect(await refused("dispach")).toContain("Did you mean dispatch?");
  expect(await refused("secrets", "hunter22-of-the-house")).not.toContain("hunter22");
});
test("a command that takes nothing more says so still", async () => {
  expect(await refused("mcp", "list", "more")).toContain("too many arguments");
  expect(await refused("version", "more")).toContain("too many arguments");
});
test.each(["show", "diff", "stop", "resume", "apply", "discard"])("task %s wants a task's number", async (verb) => {
  for (const given of ["abc", "1e99", "0", "1.5", "99999999999", ""])
    expect(await refused("task", verb, given)).toContain("A task is named by its number, as 12.");
});
test("a search for a field that holds no such thing is refused, and the field named", async () => {
  expect(await refused("log", "search", "ms>abc")).toBe("ms> wants a number behind it.");
  expect(await refused("log", "search", "npm", "tool:")).toContain("tool: wants");
});
