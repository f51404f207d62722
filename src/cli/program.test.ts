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

test.each(["show", "diff", "stop", "resume", "apply", "discard"])("task %s wants a task's number", async (verb) => {
  for (const given of ["abc", "1e99", "0", "1.5", "99999999999", ""])
    expect(await refused("task", verb, given)).toContain("A task is named by its number, as 12.");
});
