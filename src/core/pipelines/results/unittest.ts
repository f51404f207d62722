import type { TestStatus } from "../pipeline.ts";
import { createLines } from "./reader.ts";
import type { ReadTest, ResultReader, Sink } from "./reader.ts";

const HEADER = /^(?<name>\w+) \((?<path>[\w.<>-]+)\)(?<parameters>(?: \[.*\]| \(.*\))*)/;
const ENDING = /(?:^|(?:.*) \.\.\. )(?<status>ok|FAIL|ERROR|skipped .*|expected failure|unexpected success)$/;
const MOST_BLOCK = 64 * 1024;
const MOST_HELD = 100_000;

/** The text of `python3 -m unittest -v`: a line a test, then a block for each failure, then the sum. */
export function readUnittest(sink: Sink): ResultReader {
  const tests = new Map<string, ReadTest>();
  const blocks = new Map<string, string>();
  let open: { name: string; suite: string[]; key: string } | null = null;
  let block: { key: string; kind: string; text: string } | null = null;
  let ended = false;

  const endBlock = (): void => {
    if (block !== null) blocks.set(block.key, (blocks.get(block.key) ?? "") + block.text);
    block = null;
  };
  const takeStatus = (line: string): void => {
    const status = open === null ? undefined : ENDING.exec(line)?.groups?.["status"];
    if (open === null || status === undefined || tests.size >= MOST_HELD) return;
    const { key, name, suite } = open;
    tests.set(uniqueKey(key, tests), {
      file: null,
      line: null,
      suite,
      name,
      ...statusOf(status),
      durationMs: null,
      stack: null,
    });
    open = null;
  };
  const lines = createLines((line) => {
    const failure = /^(?<kind>FAIL|ERROR): (?<rest>.*)$/.exec(line)?.groups;
    const header = HEADER.exec(failure?.["rest"] ?? line.trimStart());
    if (failure !== undefined) {
      endBlock();
      const rest = failure["rest"] ?? "";
      block = { key: header === null ? rest : keyOf(header), kind: failure["kind"] ?? "", text: "" };
      addMissing(tests, block.key, block.kind, header, rest);
      return;
    }
    if (line.startsWith("UNEXPECTED SUCCESS: ")) endBlock();
    else if (/^Ran \d+ tests? in /.test(line)) {
      endBlock();
      ended = true;
    } else if (block !== null) {
      if (!/^[=-]{70}$/.test(line)) block.text = (block.text + line + "\n").slice(0, MOST_BLOCK);
    } else {
      if (header !== null && !ended) open = { key: keyOf(header), ...nameOf(header) };
      takeStatus(line);
    }
  });
  return {
    write: lines.write,
    end: () => {
      lines.end();
      endBlock();
      for (const [key, test] of tests) {
        const text = blocks.get(key.replace(/#\d+$/, "")) ?? "";
        const failed = test.status === "failed" || test.status === "error";
        sink(failed ? { ...test, message: messageOf(text) ?? test.message, stack: text } : test);
      }
      return ended ? [] : ["The test output ends early or is not that of unittest."];
    },
  };
}

function keyOf(header: RegExpExecArray): string {
  const { name, suite } = nameOf(header);
  return [...suite, name].join("\n");
}
/** Since Python 3.11 the path in brackets ends with the test's own name. Parameters of a subtest belong to its name. */
function nameOf({ groups }: RegExpExecArray): { name: string; suite: string[] } {
  const name = groups?.["name"] ?? "";
  const path = groups?.["path"] ?? "";
  const parameters = groups?.["parameters"] ?? "";
  const suite = path.endsWith(`.${name}`) ? path.slice(0, -name.length - 1) : path;
  return { name: `${name}${parameters}`, suite: [suite] };
}
/** A subtest that fails and a module that cannot be loaded have a block, and not always a line of their own. */
function addMissing(
  tests: Map<string, ReadTest>,
  key: string,
  kind: string,
  header: RegExpExecArray | null,
  rest: string,
): void {
  if (tests.has(key) || tests.size >= MOST_HELD) return;
  const { name, suite } = header === null ? { name: rest.slice(0, 500), suite: [] } : nameOf(header);
  const status = kind === "FAIL" ? "failed" : "error";
  tests.set(key, { file: null, line: null, suite, name, status, durationMs: null, message: null, stack: null });
}
function uniqueKey(key: string, tests: ReadonlyMap<string, ReadTest>): string {
  if (!tests.has(key)) return key;
  let count = 2;
  while (tests.has(`${key}#${count}`)) count += 1;
  return `${key}#${count}`;
}
function statusOf(text: string): { status: TestStatus; message: string | null } {
  switch (text) {
    case "ok":
      return { status: "passed", message: null };
    // It passes by failing, and so shows nothing to work.
    case "expected failure":
      return { status: "skipped", message: "expected failure" };
    case "FAIL":
      return { status: "failed", message: null };
    case "unexpected success":
      return { status: "failed", message: "It passed, but it is marked as expected to fail." };
    case "ERROR":
      return { status: "error", message: null };
    default:
      return {
        status: "skipped",
        message: text.replace(/^skipped\s+/, "").replace(/^(?<quote>["'])(?<inner>.*)\k<quote>$/, "$<inner>"),
      };
  }
}
/** What was raised: from the last line of the traceback that is not indented on. */
function messageOf(text: string): string | null {
  const lines = text.trim().split("\n");
  const first = lines.findLastIndex((line) => /^ {2}File "/.test(line));
  const raised = lines.findIndex((line, index) => index > first && /^\S/.test(line));
  const message = (raised === -1 ? lines : lines.slice(raised)).join("\n").trim();
  return message === "" ? null : message;
}
