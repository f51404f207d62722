import { createXmlReader } from "../../../lib/xml.ts";
import type { TestStatus } from "../pipeline.ts";
import { seconds } from "./reader.ts";
import type { ResultReader, Sink } from "./reader.ts";

type Attributes = Readonly<Record<string, string>>;
type Case = {
  readonly attributes: Attributes;
  readonly suite: readonly string[];
  status: TestStatus;
  message: string;
  text: string;
};
const MOST_DEPTH = 64;
const MOST_TEXT = 64 * 1024;

/** JUnit XML as node:test, pytest, Vitest, nextest and others write it. */
export function readJunit(sink: Sink): ResultReader {
  const suites: string[] = [];
  let depth = 0;
  let current: Case | null = null;
  let outcome = "";
  const xml = createXmlReader({
    open: (name, attributes) => {
      depth += 1;
      if (name === "testsuite" && suites.length < MOST_DEPTH) suites.push(attributes["name"] ?? "");
      else if (name === "testcase")
        current = { attributes, suite: [...suites], status: "passed", message: "", text: "" };
      else if (current !== null && depth <= MOST_DEPTH && applyOutcome(current, name, attributes)) outcome = name;
    },
    text: (text) => {
      if (current !== null && outcome !== "" && current.text.length < MOST_TEXT)
        current.text += text.slice(0, MOST_TEXT);
    },
    close: (name) => {
      depth -= 1;
      if (name === outcome) outcome = "";
      if (name === "testsuite") suites.pop();
      if (name !== "testcase" || current === null) return;
      give(current, sink);
      current = null;
    },
  });
  return {
    write: (piece) => xml.write(piece),
    end: () => {
      const failure = xml.end();
      return failure === null
        ? []
        : [`The results end early or are not JUnit XML (${failure.split("\n", 1)[0] ?? ""}).`];
    },
  };
}

/** @returns whether the element says what came of the test, so that its text is wanted */
function applyOutcome(test: Case, name: string, attributes: Attributes): boolean {
  const failed = test.status === "failed" || test.status === "error";
  if (name === "skipped") {
    test.status = attributes["type"] === "todo" ? "todo" : "skipped";
    test.message ||= attributes["message"] ?? "";
    return true;
  }
  if (name !== "failure" && name !== "error") return false;
  // node:test writes a failure into a test that is marked as to be done, which fails nothing.
  if (test.status === "todo" || test.status === "skipped") return true;
  if (!failed) test.message = attributes["message"] ?? "";
  test.status = name === "failure" ? "failed" : "error";
  return true;
}

function give(test: Case, sink: Sink): void {
  const { attributes } = test;
  const file = attributes["file"] ?? null;
  const className = attributes["classname"] ?? "";
  const name = decodeTwice(attributes["name"] ?? "");
  // pytest's first family counts lines from 0, and it alone names the line of a test.
  const line = Number.parseInt(attributes["line"] ?? "", 10);
  const failed = test.status === "failed" || test.status === "error";
  sink({
    file: file ?? (isFile(className) ? className : null),
    line: Number.isFinite(line) && line >= 0 ? line + 1 : null,
    suite: suiteOf(test.suite, className, name, file),
    name,
    status: test.status,
    durationMs: seconds(attributes["time"]),
    message: failed || !["", "true"].includes(test.message) ? decodeTwice(messageOf(test)) : null,
    stack: failed ? test.text : null,
  });
}
/** node:test nests suites and repeats them in `classname`; pytest has one suite of its own name and the path in `classname`. */
function suiteOf(suites: readonly string[], className: string, name: string, file: string | null): string[] {
  if (className === "test" || className === name) return suites.map(decodeTwice);
  if (file !== null && suites.length > 0 && suites.join(".") === className) return suites.map(decodeTwice);
  if (suites.length === 1 && suites[0] === "pytest") return className === "" ? [] : [className];
  const own = suites.filter((suite) => suite !== className && suite !== "");
  return [...own, ...(className === "" || isFile(className) ? [] : [className])].map(decodeTwice);
}
function isFile(className: string): boolean {
  return /\.[cm]?[jt]sx?$/.test(className);
}
/** node:test escapes a quote in an attribute twice. */
function decodeTwice(text: string): string {
  return text.replaceAll("&quot;", '"');
}
function messageOf({ message, text }: Case): string {
  return message === "" || message === "collection failure" ? raised(text) : message;
}
/** pytest marks what was raised; of a file it could not load it says no more than that in the message. */
function raised(text: string): string {
  const lines = text.split("\n").filter((line) => /^E {3}/.test(line));
  return lines.length === 0 ? firstLines(text) : lines.map((line) => line.slice(4)).join("\n");
}
function firstLines(text: string): string {
  return text.trim().split("\n").slice(0, 8).join("\n");
}
