import fc from "fast-check";
import { expect, test } from "vitest";
import { instant } from "../../lib/time.ts";
import type { Event } from "../events.ts";
import type { ActivityRow } from "../ports/activity.ts";
import { findField, listFields, nearFields, valuesOf } from "./fields.ts";

const about = { chatId: 7, userId: 1, taskId: 3, runId: null, spark: "coder", tool: null };
const row = (event: object): ActivityRow => ({
  id: 1,
  at: instant(0),
  event: event as Event,
  summary: "what happened",
  about,
  hash: "",
});
const called = (args: string) =>
  row({ kind: "tool.called", tool: "write_file", arguments: args, result: "ok", ms: 12 });

test.each([
  ["memoryIds", row({ kind: "memory.recalled", memoryIds: [4, 9] }), ["4", "9"]],
  ["rules", row({ kind: "prompt.flagged", rules: ["a", "b"] }), ["a", "b"]],
  ["allowed", row({ kind: "sandbox.egress", allowed: false }), ["false"]],
  ["costUsd", row({ kind: "model.called", costUsd: null }), []],
  ["costUsd", row({ kind: "app.stopped" }), []],
  // What is known of the task's chat and spark holds for its entries too.
  ["chatId", row({ kind: "task.started", taskId: 3 }), ["7"]],
  ["spark", row({ kind: "task.started", taskId: 3 }), ["coder"]],
  ["tool", row({ kind: "task.started", taskId: 3 }), []],
  ["arguments.path", called('{"path":".env"}'), [".env"]],
  ["arguments.edits.at", called('{"edits":[{"at":1},{"at":2},{"to":3}]}'), ["1", "2"]],
  ["arguments.nosuch", called('{"path":".env"}'), []],
  ["arguments.constructor", called('{"path":".env"}'), []],
  ["arguments.path", called('"only a text"'), []],
  // Cut in the middle, it is looked at whole.
  ["arguments.path", called('{"path":".env","con… (9 characters more)'), ['{"path":".env","con… (9 characters more)']],
  ["result.path", called("{}"), []],
] as const)("%s of %j", (field, entry, expected) => {
  expect(valuesOf(entry, field)).toEqual(expected);
});
test("whatever lies in an entry is found by the names on the way to it, apart by dots", () => {
  const key = fc.stringMatching(/^[a-z]{1,6}$/).filter((name) => name !== "kind");
  const fact = fc.oneof(fc.string(), fc.integer(), fc.boolean());
  fc.assert(
    fc.property(fc.array(key, { minLength: 2, maxLength: 5 }), fact, fc.boolean(), (path, value, inList) => {
      const [first = "x", ...rest] = path;
      const leaf: unknown = inList ? ["before", value] : value;
      const inner = rest.reduceRight<unknown>((below, name) => ({ [name]: below, [`${name}x`]: "beside" }), leaf);
      const found = valuesOf(row({ kind: "of.tomorrow", [`${first}Z`]: inner }), [`${first}Z`, ...rest].join("."));
      expect(found).toEqual(inList ? ["before", String(value)] : [String(value)]);
    }),
  );
});
test("every field that is listed is found in any case, and none of them is near to nothing", () => {
  const { numbers, texts } = listFields();
  const all = [...numbers, ...texts];
  expect(new Set(all).size).toBe(all.length);
  for (const name of all) {
    expect(findField(name.toUpperCase())).toBe(name);
    expect(nearFields(`${name}q`)).toContain(name);
  }
  expect(numbers).toEqual(expect.arrayContaining(["costUsd", "ms", "by", "memoryIds", "readyMs"]));
  expect(texts).toEqual(expect.arrayContaining(["any", "kind", "allowed", "host", "from"]));
});
test.each([
  ["costs", ["costUsd"]],
  ["sumary", ["summary"]],
  ["tokens", expect.arrayContaining(["inputTokens", "outputTokens"])],
  ["xyzzyxyzzy", []],
])("%s is no field; meant was perhaps %j", (typed, near) => {
  expect(findField(typed)).toBeNull();
  expect(nearFields(typed)).toEqual(near);
});
test("what a call was given and what it said can be looked into, and nothing else", () => {
  expect(findField("Arguments.filePath")).toBe("arguments.filePath");
  expect(findField("result.exit")).toBe("result.exit");
  for (const typed of ["arguments.", "arguments..a", "summary.x", "kind.x", ".arguments", "constructor", ""])
    expect(findField(typed), typed).toBeNull();
});
