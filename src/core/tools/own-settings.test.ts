import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decide } from "../policy/decide.ts";
import type { Intent } from "../policy/intent.ts";
import { LEVELS } from "../policy/levels.ts";
import { ALL_TOOLS } from "./toolbox.ts";

/** Where the program's own settings lie, as a task could try to name them. */
const SETTINGS = [
  "/home/ada/.sparks/config.toml",
  "/home/ada/.sparks/sparks.db",
  "/home/ada/.sparks/.env",
  "/opt/sparks/personas/coder.md",
  "/opt/sparks/src/core/policy/table.ts",
  "../../personas/coder.md",
  "../config.toml",
  "src/../../config.toml",
  "/proc/1/root/home/ada/.sparks/config.toml",
  "/workspace/../config.toml",
  "~/.sparks/config.toml",
];
/** Arguments of each tool that takes paths, with a path in each place where one can stand. */
const CALLS: Readonly<Record<string, (path: string) => Readonly<Record<string, unknown>>>> = {
  write_file: (path) => ({ path, content: "x" }),
  edit_file: (path) => ({ path, old_text: "a", new_text: "b" }),
  git: (path) => ({ action: "restore", args: ["--", path] }),
};
const outside = SETTINGS.filter((path) => !path.startsWith("~"));

function verdicts(intent: Intent, risk: "low" | "medium" | "high"): readonly string[] {
  return LEVELS.flatMap((level) =>
    [true, false].map((attended) => decide({ intent, risk, level, attended, taint: "none", planned: [] }).kind),
  );
}
describe.each(Object.entries(CALLS))("%s", (name, argumentsFor) => {
  test.each(outside)("cannot be told to change %s, whoever would say yes", (path) => {
    const prepared = ALL_TOOLS.find(({ spec }) => spec.name === name)?.prepare(argumentsFor(path));
    if (prepared === undefined || "problem" in prepared) throw new Error(`${name} was not given what it takes`);
    expect(new Set(verdicts(prepared.intent, prepared.risk))).toEqual(new Set(["deny"]));
  });
});
const shell = (script: string): Intent => ({
  tool: "shell",
  effect: "run",
  paths: [],
  command: ["sh", "-c", script],
  directory: "",
  content: "",
});
test("no command that writes there is let through, at any level, with anybody there or nobody", () => {
  const writes = fc.constantFrom(
    (path: string) => `echo x > ${path}`,
    (path: string) => `cp a ${path}`,
    (path: string) => `tee ${path} < a`,
    (path: string) => `sed -i s/a/b/ ${path}`,
    (path: string) => `P=${path}; echo x >> $P`,
  );
  fc.assert(
    fc.property(writes, fc.constantFrom(...SETTINGS), (script, path) => {
      expect(verdicts(shell(script(path)), "low")).not.toContain("allow");
    }),
  );
});
test("no tool is named after settings, and each that changes something says which path or command it is", () => {
  for (const { spec } of ALL_TOOLS) expect(spec.name).not.toMatch(/set|config|persona|knob|rule|level|sandbox/);
});
