import { z } from "zod";
import type { TestStatus } from "../pipeline.ts";
import { createJsonReader } from "./json-text.ts";
import { milliseconds, type ResultReader, type Sink } from "./reader.ts";

const assertion = z.object({
  ancestorTitles: z.array(z.string()).catch([]),
  title: z.string().catch(""),
  status: z.string().catch(""),
  duration: z.number().nullish().catch(null),
  location: z.object({ line: z.number() }).nullish().catch(null),
  failureMessages: z.array(z.string()).nullish().catch([]),
});
const schema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string().catch(""),
      message: z.string().nullish(),
      assertionResults: z.array(assertion).catch([]),
    }),
  ),
});
const STATUS: Readonly<Record<string, TestStatus>> = {
  passed: "passed",
  failed: "failed",
  skipped: "skipped",
  pending: "skipped",
  disabled: "skipped",
  todo: "todo",
};

/** Jest's `--json`, which Vitest writes as well. */
export function readJestJson(sink: Sink): ResultReader {
  return createJsonReader(schema, "Jest or Vitest", ({ testResults }) => {
    for (const file of testResults) {
      for (const test of file.assertionResults) {
        const message = test.failureMessages?.join("\n\n") ?? "";
        const status = STATUS[test.status] ?? "error";
        sink({
          file: file.name,
          line: test.location?.line ?? null,
          suite: test.ancestorTitles,
          name: test.title,
          status,
          durationMs: milliseconds(test.duration),
          message: message === "" ? null : (message.split("\n    at ")[0] ?? message),
          stack: message === "" ? null : message,
        });
      }
      // A file that could not be loaded has no tests, only a message.
      if (file.status === "failed" && file.assertionResults.length === 0)
        sink({
          file: file.name,
          line: null,
          suite: [],
          name: "(file)",
          status: "error",
          durationMs: null,
          message: file.message ?? "the file could not be run",
          stack: file.message ?? null,
        });
    }
  });
}
