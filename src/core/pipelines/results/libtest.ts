import type { TestStatus } from "../pipeline.ts";
import { createLines } from "./reader.ts";
import type { ReadTest, ResultReader, Sink } from "./reader.ts";
import { own } from "../../../lib/own.ts";

const MOST_OUTPUT = 64 * 1024;
const TEST = /^test (?<name>.+?) \.\.\. (?<status>ok|FAILED|ignored|bench:)(?:\s|,|$)/;
const STATUS: Readonly<Record<string, TestStatus>> = {
  ok: "passed",
  FAILED: "failed",
  ignored: "skipped",
  "bench:": "passed",
};

/** The text of `cargo test`. Each test binary lists its tests, then what the failed ones wrote, then its sum. */
export function readLibtest(sink: Sink): ResultReader {
  let failed: ReadTest[] = [];
  let outputs = new Map<string, string>();
  let current: string | null = null;
  let open = 0;

  const endBinary = (): void => {
    for (const test of failed) {
      const output = outputs.get(test.name) ?? "";
      sink({ ...splitName(test.name), status: "failed", durationMs: null, message: messageOf(output), stack: output });
    }
    failed = [];
    outputs = new Map();
    current = null;
  };
  const lines = createLines((line) => {
    if (/^running \d+ tests?$/.test(line)) {
      endBinary();
      open += 1;
      return;
    }
    if (line.startsWith("test result: ")) {
      endBinary();
      open -= 1;
      return;
    }
    const header = /^---- (?<name>.+) stdout ----$/.exec(line)?.groups?.["name"];
    if (header !== undefined) current = header;
    else if (current !== null && /^(?:failures|successes):$/.test(line)) current = null;
    else if (current !== null) outputs.set(current, ((outputs.get(current) ?? "") + line + "\n").slice(0, MOST_OUTPUT));
    else takeTest(line);
  });
  const takeTest = (line: string): void => {
    const match = TEST.exec(line)?.groups;
    const status = own(STATUS, match?.["status"] ?? "");
    const name = match?.["name"];
    if (status === undefined || name === undefined) return;
    const test = { ...splitName(name), status, durationMs: null, message: null, stack: null };
    if (status === "failed") failed.push({ ...test, name });
    else sink(test);
  };
  return {
    write: lines.write,
    end: () => {
      lines.end();
      endBinary();
      return open > 0 ? ["The test output ends early."] : [];
    },
  };
}

/**
 * A name is a path of modules. Of a documentation test it is `src/lib.rs - add (line 5)`: its line is no part of what
 * it is called, since every edit above moves it.
 */
function splitName(written: string): Pick<ReadTest, "name" | "suite" | "file" | "line"> {
  const doc = /^(?<file>\S+\.(?:rs|md)) - (?:(?<item>.*?) )?\(line (?<line>\d{1,7})\)(?<how> - [a-z ]+)?$/.exec(
    written,
  )?.groups;
  if (doc === undefined) {
    // `name - should panic` stays as it is: a test that is turned into its opposite is another test.
    const parts = written.split("::");
    return { file: null, line: null, suite: parts.slice(0, -1), name: parts.at(-1) ?? written };
  }
  const name = `${doc["item"] ?? doc["file"] ?? ""}${doc["how"] ?? ""}`;
  return { file: doc["file"] ?? null, line: Number(doc["line"]), suite: ["documentation"], name };
}
/** What the panic said, without where (that is read from the stack) and without the advice on backtraces. */
function messageOf(output: string): string {
  const panic = /^thread '.*' (?:\(\d+\) )?panicked at [^\n]*(?:\n|$)/m.exec(output);
  const text = panic === null ? output : output.slice(panic.index).replace(/^thread [^\n]*:\n/, "");
  return text.replace(/\n(?:stack backtrace:|note: (?:run with|in Rust))[^]*$/, "").trim();
}
