import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { WEB_FETCH, WEB_SEARCH } from "../core/tools/web-names.ts";
import { ALL_TOOLS } from "../core/tools/toolbox.ts";
import { isFault } from "../core/fault.ts";
import { parsePersona } from "./personas.ts";

const HEAD = 'name = "tester"\nsummary = "Tests"\n';
function problems(text: string): readonly string[] {
  try {
    parsePersona(text, "x.md");
  } catch (error) {
    if (isFault(error, "config.invalid")) return error.data.problems;
    throw error;
  }
  return [];
}
const folder = new URL("../../personas/", import.meta.url);
test.each(readdirSync(folder))("%s is a persona by that name, with tools that exist", (file) => {
  const persona = parsePersona(readFileSync(new URL(file, folder), "utf8"), file);
  expect(`${persona.name}.md`).toBe(file);
  const known = [
    ...ALL_TOOLS.map(({ spec }) => spec.name),
    "memory_search",
    "memory_save",
    "delegate",
    WEB_FETCH,
    WEB_SEARCH,
  ];
  expect((persona.tools ?? []).filter((tool) => !known.includes(tool))).toEqual([]);
  expect(persona.soul).toContain("## What you never do");
});
test("the scout has no tool that changes files", () => {
  const { tools } = parsePersona(readFileSync(new URL("scout.md", folder), "utf8"), "scout.md");
  expect(tools).not.toBeNull();
  expect(tools?.filter((tool) => /write|edit|shell/u.test(tool))).toEqual([]);
});
test("settings and soul are read, on any system's lines", () => {
  const expected = {
    name: "tester",
    summary: "Tests",
    tools: null,
    strategy: "react",
    maxSteps: null,
    level: null,
    hosts: [],
    soul: "Be kind.\n+++ x",
  };
  expect(parsePersona(`+++\n${HEAD}+++\n\nBe kind.\n+++ x\n`, "x.md")).toEqual(expected);
  const windows = parsePersona(
    `\ufeff+++\r\nname = "a"\r\nsummary = "b"\r\nmax_steps = 3\r\nlevel = 2\r\n+++\r\nBe.`,
    "x.md",
  );
  expect(windows).toMatchObject({ name: "a", maxSteps: 3, level: 2, soul: "Be." });
});
test("what is wrong is told with its line", () => {
  expect(problems("# Title\n")).toEqual([expect.stringContaining("between two lines +++")]);
  expect(problems(`+++\n${HEAD}tols = []\n+++\nx`)).toEqual(["line 4: tols is not a known key (did you mean tools?)"]);
  expect(problems(`+++\nname = "A B"\n+++\nx`)).toEqual([
    'line 2: name must be lower-case letters, digits and -, at most 30, not "A B"',
    "line 1: summary is missing",
  ]);
  expect(problems(`+++\n${HEAD}level = 6\n+++\nx`)).toEqual(["line 4: level must be 1 or 2 or 3 or 4 or 5, not 6"]);
  expect(problems(`+++\n${HEAD}hosts = ["10.0.0.1:443"]\n+++\nx`)).toEqual([
    expect.stringMatching(/^line 4: hosts.*must name a host, not an address/),
  ]);
  expect(problems(`+++\n${HEAD}x = = 1\n+++\nx`)).toEqual(["line 4, column 5: invalid value"]);
  expect(problems(`+++\n${HEAD}+++\n  \n`)).toEqual([expect.stringContaining("stands nothing")]);
  expect(problems(`+++\n${HEAD}+++\n${"x".repeat(20_001)}`)).toEqual([expect.stringContaining("longer than 20000")]);
});
