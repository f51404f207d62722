import { z } from "zod";

import type { TestStatus } from "../pipeline.ts";
import { withoutStack } from "./jest-json.ts";
import { createJsonText } from "./json-text.ts";
import { milliseconds } from "./reader.ts";
import type { ResultReader, Sink } from "./reader.ts";

const test = z.object({
  title: z.string(),
  fullTitle: z.string().catch(""),
  file: z.string().nullish().catch(null),
  duration: z.unknown().optional(),
  err: z
    .object({ message: z.string().catch(""), stack: z.string().catch("") })
    .partial()
    .catch({}),
});
type MochaTest = z.infer<typeof test>;
const list = z.array(z.unknown()).catch([]);
const report = z.object({ tests: list, pending: list, failures: list, passes: list });

/** Mocha's JSON report: all tests in one list, and again in a list for what came of each; failed hooks only there. */
export function readMochaJson(sink: Sink): ResultReader {
  return createJsonText((value) => {
    const read = report.safeParse(value).data;
    if (read === undefined) return;
    const pending = new Set(parse(read.pending).map(keyOf));
    const tests = parse(read.tests);
    const known = new Set(tests.map(keyOf));
    for (const each of tests) give(each, statusOf(each, pending), sink);
    for (const hook of parse(read.failures)) if (!known.has(keyOf(hook))) give(hook, "error", sink);
  });
}
function parse(items: readonly unknown[]): MochaTest[] {
  return items.flatMap((item) => test.safeParse(item).data ?? []);
}
function keyOf(each: MochaTest): string {
  return `${each.file ?? ""}\n${each.fullTitle}`;
}
function statusOf(each: MochaTest, pending: ReadonlySet<string>): TestStatus {
  if (each.err.message !== undefined || each.err.stack !== undefined) return "failed";
  // A skipped test has never run, and so has no duration; of a cut file this is all there is.
  return pending.has(keyOf(each)) || each.duration === undefined ? "skipped" : "passed";
}
function give(each: MochaTest, status: TestStatus, sink: Sink): void {
  const suite = each.fullTitle.endsWith(each.title) ? each.fullTitle.slice(0, -each.title.length).trim() : "";
  const failed = status === "failed" || status === "error";
  const stack = each.err.stack ?? "";
  sink({
    file: each.file ?? null,
    line: null,
    suite: suite === "" ? [] : [suite],
    name: each.title,
    status,
    durationMs: milliseconds(each.duration),
    message: failed ? each.err.message || withoutStack(stack) : null,
    stack: failed ? stack : null,
  });
}
