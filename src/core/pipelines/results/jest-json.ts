import { z } from "zod";

import type { TestStatus } from "../pipeline.ts";
import { createJsonText } from "./json-text.ts";
import { milliseconds } from "./reader.ts";
import type { ResultReader, Sink } from "./reader.ts";
import { own } from "../../../lib/own.ts";

const texts = z.array(z.string()).catch([]);
const assertion = z.object({
  ancestorTitles: texts,
  title: z.string().catch(""),
  status: z.string().catch(""),
  duration: z.unknown().optional(),
  failing: z.boolean().catch(false),
  failureMessages: texts,
  location: z.object({ line: z.int().positive() }).nullish().catch(null),
});
const file = z.object({
  name: z.string().nullable().catch(null),
  status: z.string().catch(""),
  message: z.string().catch(""),
  assertionResults: z.array(z.unknown()).catch([]),
});
const report = z.object({ testResults: z.array(z.unknown()).catch([]) });
const STATUS: Readonly<Record<string, TestStatus>> = {
  passed: "passed",
  failed: "failed",
  pending: "skipped",
  skipped: "skipped",
  disabled: "skipped",
  focused: "passed",
  todo: "todo",
};

/** The JSON report of Jest, which Vitest writes as well. */
export function readJestJson(sink: Sink): ResultReader {
  return createJsonText((value) => {
    for (const each of report.safeParse(value).data?.testResults ?? []) {
      const read = file.safeParse(each).data;
      if (read !== undefined) giveFile(read, sink);
    }
  });
}

function giveFile(read: z.infer<typeof file>, sink: Sink): void {
  // The name stands after the tests: without it the report was cut in between, and what they are called is not known.
  if (read.name === null) return;
  let failed = false;
  for (const each of read.assertionResults) {
    const test = assertion.safeParse(each).data;
    // `test.failing` passes by failing, and so shows nothing to work.
    const status = test?.failing === true && test.status === "passed" ? "skipped" : own(STATUS, test?.status ?? "");
    if (test === undefined || status === undefined) continue;
    failed ||= status === "failed";
    const stack = test.failureMessages.join("\n");
    sink({
      file: read.name,
      line: test.location?.line ?? null,
      suite: test.ancestorTitles,
      name: test.title,
      status,
      durationMs: milliseconds(test.duration),
      message: status === "failed" ? withoutStack(stack) : null,
      stack: status === "failed" ? stack : null,
    });
  }
  // A file that cannot be loaded has no tests and a message of its own.
  if (read.status === "failed" && !failed)
    sink({
      file: read.name,
      line: null,
      suite: [],
      name: "the file itself",
      status: "error",
      durationMs: null,
      message: withoutStack(read.message.replace(/^\s*● Test suite failed to run\s*/, "")),
      stack: read.message,
    });
}
export function withoutStack(text: string): string {
  const lines = text.split("\n");
  const first = lines.findIndex((line) => /^\s+at (?:.+ \()?(?:file:|\/|node:|async )/.test(line));
  return (first === -1 ? lines : lines.slice(0, first)).join("\n").trim();
}
