import { Command } from "commander";
import { expect, test } from "vitest";
import { addCodingCliCommands, type CodingClisWorld } from "./coding-clis.ts";

async function run(argv: readonly string[], install: CodingClisWorld["install"]) {
  const out: string[] = [];
  const err: string[] = [];
  let exit = 0;
  const program = new Command().exitOverride();
  const terminal = {
    interactive: false,
    write: (text: string) => void out.push(text),
    error: (line: string) => void err.push(line),
    live: () => undefined,
    async *lines() {},
  };
  const world: CodingClisWorld = {
    list: () => [
      { name: "claude_code", version: "1.0.0", installed: false, enabled: true },
      { name: "codex", version: "2.0.0", installed: true, enabled: false },
    ],
    install,
  };
  addCodingCliCommands(program, world, {
    home: () => null,
    context: () => ({ terminal, json: false, signal: new AbortController().signal }),
    setExit: (code) => (exit = code),
  });
  await program.parseAsync(["coding-clis", ...argv], { from: "user" });
  return { out: out.join(""), err: err.join("\n"), exit };
}
const never: CodingClisWorld["install"] = () => Promise.reject(new Error("it must not come so far"));

test("the list says what is missing and how to get it", async () => {
  const { out } = await run([], never);
  expect(out).toMatch(/claude_code +1\.0\.0 +on +not installed: sparks coding-clis install claude_code\n/);
  expect(out).toMatch(/codex +2\.0\.0 +off +installed\n/);
});
test("install without names fetches those that are switched on, and fails when one did", async () => {
  const asked: string[] = [];
  const done = await run(["install"], async (_home, name) => {
    asked.push(name);
    return { kind: "failed", why: "the registry is away" };
  });
  expect(asked).toEqual(["claude_code"]);
  expect(done.exit).toBe(1);
  expect(done.out).toContain("Claude Code was not installed: the registry is away.");
});
test("a name that is none is refused before anything is fetched", async () => {
  const { err, exit } = await run(["install", "codex", "opencod"], never);
  expect(err).toContain("Did you mean opencode?");
  expect(exit).toBe(2);
});
