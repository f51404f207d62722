import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { ToolCall } from "../ports/model.ts";
import type { AnsweredCall } from "./journal.ts";
import { guardLoop, type LoopVerdict } from "./loop-guard.ts";

const call = (name: string, args: Record<string, string> = {}): ToolCall => ({
  kind: "parsed",
  id: crypto.randomUUID(),
  name,
  arguments: args,
});
const answered = (of: ToolCall, text = "fine", stateBefore = "c0"): AnsweredCall => ({ call: of, text, stateBefore });
const READ = call("read_file", { path: "a.ts", from: "1" });
const kinds = (verdict: LoopVerdict): string => verdict.kind;
/** The guard is asked before each call, and what it blocks is answered so. */
function play(calls: readonly ToolCall[], text: (at: number) => string = () => "fine"): readonly string[] {
  const recent: AnsweredCall[] = [];
  const seen: string[] = [];
  for (const [at, next] of calls.entries()) {
    const verdict = guardLoop(next, "c0", recent);
    seen.push(verdict.kind);
    if (verdict.kind === "end") break;
    recent.push(answered(next, verdict.kind === "block" ? `Failed: ${verdict.text}` : text(at)));
  }
  return seen;
}

test("the same call while nothing changes is warned of, then not run, then the end", () => {
  expect(play(Array.from({ length: 9 }, () => READ))).toEqual(["go", "warn", "block", "block", "end"]);
});
test("the order of arguments and the id of a call make no other call of it; other arguments do", () => {
  const turned = call("read_file", { from: "1", path: "a.ts" });
  expect(kinds(guardLoop(turned, "c0", [answered(READ)]))).toBe("warn");
  expect(kinds(guardLoop(call("read_file", { path: "b.ts", from: "1" }), "c0", [answered(READ)]))).toBe("go");
});
test("editing and testing in turn is no circle: each time the workspace is another", () => {
  const recent = Array.from({ length: 30 }, (_, at) => answered(call("run_checks"), "Failed: 1 red", `c${at}`)).flatMap(
    (run) => [run, answered(call("edit_file", { at: run.stateBefore }), "edited", run.stateBefore)],
  );
  expect(kinds(guardLoop(call("run_checks"), "c99", recent))).toBe("go");
});
test("one failure in a row, though its numbers differ, is warned of after three and ends the work after five", () => {
  const many = Array.from({ length: 9 }, (_, at) => call("shell", { command: `node try-${at}.js` }));
  const failure = (at: number) => `Failed: exit code 1\nconnect to 127.0.0.1:${4000 + at} refused after ${at}.5 s`;
  expect(play(many, failure)).toEqual(["go", "go", "go", "warn", "warn", "end"]);
});
test("a success, or another failure, between them begins the count anew", () => {
  const many = Array.from({ length: 9 }, (_, at) => call("shell", { command: `node try-${at}.js` }));
  const texts = [
    "Failed: no a",
    "Failed: no a",
    "fine",
    "Failed: no a",
    "Failed: no b",
    "Failed: no a",
    "Failed: no a",
  ];
  expect(play(many.slice(0, 8), (at) => texts[at] ?? "fine")).not.toContain("warn");
});
test("two repeated calls that take turns end as well, for being blocked so often", () => {
  const pair = [READ, call("list_files")];
  const seen = play(Array.from({ length: 40 }, (_, at) => pair[at % 2] ?? READ));
  expect(seen.at(-1)).toBe("end");
  expect(seen.length).toBeLessThan(12);
});
test("no endless game: whatever few calls a model makes while nothing changes, it is ended", () => {
  const few = [READ, call("list_files"), call("search", { pattern: "x" }), call("git", { action: "status" })];
  fc.assert(
    fc.property(fc.array(fc.nat(few.length - 1), { minLength: 60, maxLength: 60 }), (picks) => {
      expect(play(picks.map((at) => few[at] ?? READ)).at(-1)).toBe("end");
    }),
  );
});
test("a call that is new, after any answers that succeeded, may run", () => {
  const past = fc.array(fc.record({ path: fc.string(), text: fc.string() }), { maxLength: 60 });
  fc.assert(
    fc.property(past, (all) => {
      const recent = all.map(({ path, text }) => answered(call("read_file", { path }), `ok ${text}`));
      expect(kinds(guardLoop(call("glob", { pattern: "*" }), "c0", recent))).toBe("go");
    }),
  );
});
