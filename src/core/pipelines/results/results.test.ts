import { readFileSync } from "node:fs";

import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { ResultParser, TestCase } from "../pipeline.ts";
import { createCollector } from "./collect.ts";
import { createReader } from "./results.ts";

/** Captured from the tools themselves; only host names and the folder they ran in are changed. */
const CAPTURED = [
  ["junit", "node.xml"],
  ["junit", "pytest.xml"],
  ["junit", "vitest.xml"],
  ["go-json", "go.jsonl"],
  ["go-json", "go-1.24-build-fail.jsonl"],
  ["libtest", "libtest.txt"],
  ["vitest-json", "vitest.json"],
  ["jest-json", "jest.json"],
  ["mocha-json", "mocha.json"],
  ["tap", "ava.tap"],
  ["tap", "node.tap"],
  ["tap", "tape.tap"],
  ["unittest", "unittest.txt"],
] as const satisfies readonly (readonly [ResultParser, string])[];

function fixture(name: string): string {
  return readFileSync(new URL(`../../../../test/fixtures/results/${name}`, import.meta.url), "utf8");
}
function read(parser: ResultParser, pieces: readonly string[]): { tests: TestCase[]; notes: string[] } {
  const collector = createCollector({ stepId: "node:test", cwd: "" });
  const reader = createReader(parser, collector.sink, { goModule: "example.test/shop" });
  for (const piece of pieces) reader.write(piece);
  const notes = reader.end();
  return { tests: collector.end().tests, notes };
}
/** One line a test, as a person would check it against the tool's own output. */
function lines({ tests }: { tests: readonly TestCase[] }): string[] {
  return tests.map((each) => {
    const place = each.file === null ? "-" : `${each.file}:${each.line ?? "?"}`;
    const message = each.message === null ? "" : ` | ${each.message.split("\n")[0] ?? ""}`;
    return `${each.status} ${[...each.suite, each.name].join(" › ")} (${place})${message}`;
  });
}

describe.each(CAPTURED)("%s reads %s", (parser, name) => {
  const text = fixture(name);
  test("as the tool meant it", () => {
    expect(lines(read(parser, [text]))).toMatchSnapshot();
    expect(read(parser, [text]).notes).toEqual([]);
  });
  test("the same however it is cut into pieces", () => {
    const whole = read(parser, [text]);
    fc.assert(
      fc.property(fc.array(fc.nat(text.length), { maxLength: 8 }), (cuts) => {
        const at = [0, ...cuts.toSorted((a, b) => a - b), text.length];
        const pieces = at.slice(1).map((end, index) => text.slice(at[index], end));
        expect(read(parser, pieces)).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });
  test("a cut output gives tests of the whole one, and never one more that passed", () => {
    const passed = new Set(idsOf(read(parser, [text]).tests, "passed"));
    fc.assert(
      fc.property(fc.nat(text.length), (end) => {
        for (const id of idsOf(read(parser, [text.slice(0, end)]).tests, "passed")) expect(passed).toContain(id);
      }),
      { numRuns: 60 },
    );
  });
  test("ids are unique", () => {
    const ids = read(parser, [text]).tests.map((each) => each.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
function idsOf(tests: readonly TestCase[], status: TestCase["status"]): string[] {
  return tests.filter((each) => each.status === status).map((each) => each.id);
}

const PARSERS = [...new Set(CAPTURED.map(([parser]) => parser))];
const TOKENS = [
  "<testsuites>",
  "<testcase name='a'>",
  "</testcase>",
  "<failure",
  "<!DOCTYPE x>",
  "&x;",
  "]]>",
  '{"Action":"pass","Test":"T","Package":"p"}\n',
  '{"testResults":[{"name":"a","assertionResults":[',
  "not ok 1 - a\n",
  "  ---\n",
  "    # Subtest: b\n",
  "test a ... FAILED\n",
  "---- a stdout ----\n",
  "test_a (m.T) ... ",
  "FAIL: test_a (m.T)\n",
  "\u0000",
  "\n",
];
test.each(PARSERS)("%s never throws, whatever it is fed", (parser) => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...TOKENS), fc.string()), { maxLength: 40 }), (pieces) => {
      read(parser, pieces);
    }),
    { numRuns: 300 },
  );
});
test("an entity of a document's own is not expanded", () => {
  const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaa">]><testsuites><testcase name="&a;"/></testsuites>';
  expect(read("junit", [bomb])).toEqual({ tests: [], notes: [expect.stringContaining("document type")] });
});
test("a file outside of the workspace is nobody's", () => {
  const outside =
    '<testsuites><testcase name="a" file="/etc/passwd"/><testcase name="b" file="../../etc/x"/></testsuites>';
  expect(read("junit", [outside]).tests.map((each) => each.file)).toEqual([null, null]);
});
test("a test keeps its id when it turns from failed to passed", () => {
  const red = "TAP version 13\nnot ok 1 - adds\n  ---\n  location: '/workspace/a.js:1:1'\n  ...\n1..1\n";
  const green = "TAP version 13\nok 1 - adds\n1..1\n";
  expect(read("tap", [red]).tests[0]?.id).toBe(read("tap", [green]).tests[0]?.id);
  const go = (action: string): string =>
    `{"Action":"output","Package":"p","Test":"T","Output":"  a_test.go:3: no\\n"}\n{"Action":"${action}","Package":"p","Test":"T"}\n`;
  expect(read("go-json", [go("fail")]).tests[0]?.id).toBe(read("go-json", [go("pass")]).tests[0]?.id);
});
