import fc from "fast-check";
import { expect, test } from "vitest";
import { toolContext } from "../../../test/support/folder-session.ts";
import { scriptedSession } from "../../../test/support/scripted-session.ts";
import { decide } from "../policy/decide.ts";
import { createCustomTool, type CustomTool, customToolProblem } from "./custom.ts";

const SCRIPT: CustomTool = {
  name: "npm_script",
  summary: "Runs a script of the project.",
  argv: ["npm", "run", "{script}", "--", "--times={times}"],
  parameters: [
    { name: "script", summary: "Its name", type: "string" },
    { name: "times", summary: "How often", type: "integer" },
  ],
  risk: "low",
  timeoutSeconds: 60,
};

test("what the model says stands in its place, and the command is judged like any other", async () => {
  const session = scriptedSession(() => ({ result: { code: 0 }, stdout: ["done"] }));
  const call = createCustomTool(SCRIPT).prepare({ script: "build:all", times: 3 });
  if ("problem" in call) throw new Error(call.problem);
  expect(call.intent).toMatchObject({ effect: "run", command: ["npm", "run", "build:all", "--", "--times=3"] });
  expect((await call.run(toolContext(session))).text).toContain("done");
  expect(session.commands).toEqual([{ argv: ["npm", "run", "build:all", "--", "--times=3"] }]);
  const question = { level: 3, attended: true, taint: "repository", planned: [] } as const;
  const removing = createCustomTool({
    ...SCRIPT,
    argv: ["rm", "-rf", "{script}"],
    parameters: SCRIPT.parameters.slice(0, 1),
  });
  const risky = removing.prepare({ script: "src" });
  if ("problem" in risky) throw new Error(risky.problem);
  expect(decide({ ...question, ...risky })).toMatchObject({ kind: "ask" });
  expect(decide({ ...question, ...call, risk: "high" })).toMatchObject({ kind: "ask" });
});
test("no value becomes an option, another argument or part of a shell's line", () => {
  const tool = createCustomTool(SCRIPT);
  fc.assert(
    fc.property(fc.string(), (script) => {
      const call = tool.prepare({ script, times: 1 });
      if ("problem" in call) return;
      expect(call.intent.command).toEqual(["npm", "run", script, "--", "--times=1"]);
      expect(script).toMatch(/^[\w@][^\s;&|$`<>()'"]*$/);
    }),
  );
  for (const script of ["--prefix", "a b", "a;b", "$(id)", "a\nb", "", "ok\0"])
    expect(tool.prepare({ script, times: 1 })).toHaveProperty("problem");
  expect(tool.prepare({ script: "test", times: -1 })).toHaveProperty("problem");
  expect(tool.prepare({ script: "test", times: 1, more: "x" })).toHaveProperty("problem");
});
test("a pattern is of the whole value", () => {
  const only = { ...SCRIPT.parameters[0], name: "script", summary: "s", type: "string", pattern: "a|b" } as const;
  const tool = createCustomTool({ ...SCRIPT, argv: ["x", "{script}"], parameters: [only] });
  expect(tool.prepare({ script: "b" })).not.toHaveProperty("problem");
  for (const script of ["ab", "a\n", "b b"]) expect(tool.prepare({ script })).toHaveProperty("problem");
});
test.each<readonly [readonly string[], RegExp | null]>([
  [["npm", "run", "{script}", "{times}"], null],
  [["{script}", "{times}"], /must name its program/],
  [["npm", "{script}", "{times}", "{other}"], /uses \{other\}/],
  [["npm", "{script}"], /never uses its parameter times/],
  [["/bin/sh", "-c", "echo {script} {times}"], /to a shell/],
  ...[
    ["timeout", "5", "bash", "-c"],
    ["nice", "sh", "-c"],
    ["env", "A=1", "sh", "-c"],
    ["sudo", "sh", "-c"],
    ["su", "-c"],
    ["watch"],
  ].map((before) => [[...before, "{script} {times}"], /to a shell/] as const),
  [["timeout", "5", "npm", "run", "{script}", "{times}"], null],
  [["wc", "-c", "{script}", "{times}"], null],
  [["node", "-e", "{script}", "{times}"], /interpreter/],
  [["python3", "--eval={script}", "x", "{times}"], /interpreter/],
  ...["csh", "/bin/tcsh", "mksh"].map((shell) => [[shell, "-c", "{script} {times}"], /to a shell/] as const),
  ...[
    "tsx",
    "ts-node",
    "nodejs",
    "pypy3",
    "java",
    "Rscript",
    "julia",
    "elixir",
    "osascript",
    "pwsh",
    "/usr/bin/mawk",
  ].map((program) => [[program, "-e", "{script}", "{times}"], /interpreter/] as const),
  [["make", "{script}", "TIMES={times}"], null],
  [["node", "scripts/run.js", "{script}", "{times}"], null],
])("the command %j", (argv, problem) => {
  const found = customToolProblem({ argv, parameters: SCRIPT.parameters });
  if (problem === null) expect(found).toBeNull();
  else expect(found).toMatch(problem);
});
