import type { TestStatus } from "../pipeline.ts";
import { createLines, type ResultReader, type Sink } from "./reader.ts";

const RESULT =
  /^(?<head>.*?) \.\.\. (?<status>ok|FAIL|ERROR|skipped|expected failure|unexpected success)(?: ['"](?<why>.*)['"])?$/;
const NAME = /^(?<name>\S+) \((?<path>[\w.]+)\)/;
const SECTION = /^(?:FAIL|ERROR): (?<name>\S+)(?: \((?<path>[\w.]+)\))?/;
const STATUS: Readonly<Record<string, TestStatus>> = {
  ok: "passed",
  FAIL: "failed",
  ERROR: "error",
  skipped: "skipped",
  "expected failure": "passed",
  "unexpected success": "failed",
};
type Held = { readonly name: string; readonly path: string; readonly status: TestStatus; readonly why: string | null };

/** `python -m unittest -v`: results as they come, tracebacks at the end, so failures wait for theirs. */
export function readUnittest(sink: Sink): ResultReader {
  let name: { readonly name: string; readonly path: string } | null = null;
  const held: Held[] = [];
  const traces = new Map<string, string>();
  let section: string | null = null;
  const lines = createLines((line) => {
    const head = SECTION.exec(line)?.groups;
    if (head !== undefined) {
      section = keyOf(head["name"] ?? "", head["path"] ?? "");
      traces.set(section, "");
      return;
    }
    if (/^Ran \d+ tests? in /.test(line)) section = null;
    if (section !== null) return void traces.set(section, `${traces.get(section) ?? ""}${line}\n`.slice(0, 32 * 1024));
    const named = NAME.exec(line)?.groups;
    if (named !== undefined) name = { name: named["name"] ?? "", path: named["path"] ?? "" };
    const result = RESULT.exec(line)?.groups;
    if (result === undefined || name === null) return;
    held.push({ ...name, status: STATUS[result["status"] ?? ""] ?? "error", why: result["why"] ?? null });
    name = null;
  });
  return {
    write: lines.write,
    end() {
      lines.end();
      for (const test of held) give(test, traces.get(keyOf(test.name, test.path)) ?? "", sink);
      // A module that cannot be imported shows only as a traceback.
      for (const [key, text] of traces)
        if (!held.some((test) => keyOf(test.name, test.path) === key))
          give({ name: key, path: "", status: "error", why: null }, text, sink);
      return [];
    },
  };
}
function give({ name, path, status, why }: Held, trace: string, sink: Sink): void {
  const failed = status === "failed" || status === "error";
  // Since 3.11 the path ends in the test's own name.
  const suite = path.split(".").filter((part) => part !== "");
  if (suite.at(-1) === name) suite.pop();
  sink({
    file: null,
    line: null,
    suite: suite.length === 0 ? [] : [suite.join(".")],
    name,
    status,
    durationMs: null,
    message: failed ? lastLine(trace) : why,
    stack: failed ? trace : null,
  });
}
function keyOf(name: string, path: string): string {
  return path === "" || path.endsWith(`.${name}`) ? path || name : `${path}.${name}`;
}
/** The exception stands last in a traceback, after the rows of dashes and frames. */
function lastLine(trace: string): string {
  const lines = trace.split("\n").filter((line) => line.trim() !== "" && !/^[-=]+$/.test(line));
  const at = lines.findLastIndex(
    (line) =>
      /^\w[\w.]*(?:Error|Exception|Exit|Interrupt|Warning|Failure)?\b.*/.test(line) && !line.startsWith("Traceback"),
  );
  return lines.slice(Math.max(0, at)).join("\n") || "failed";
}
