import type { TestStatus } from "../pipeline.ts";
import { createLines, milliseconds } from "./reader.ts";
import type { ReadTest, ResultReader, Sink } from "./reader.ts";

type Level = { readonly indent: number; readonly name: string | null; children: boolean; childFailed: boolean };
const POINT = /^(?<indent> *)(?<not>not )?ok\b(?: +\d+)?(?: +-)?(?: +(?<rest>.*))?$/;
const MOST_BLOCK = 64 * 1024;
const MOST_LEVELS = 64;

/**
 * TAP 13 and 14: node, AVA, tap, tape. A point that sums up a subtest is a suite, and a case only where it failed by
 * itself. A comment before points names their test, as tape does.
 */
export function readTap(sink: Sink): ResultReader {
  const levels: Level[] = [{ indent: 0, name: null, children: false, childFailed: false }];
  let waiting: { test: ReadTest; indent: number; suite: boolean } | null = null;
  let block: string[] | null = null;
  let blockSize = 0;
  let heading = "";
  let planned: number | null = null;
  let points = 0;
  const notes: string[] = [];

  const flush = (): void => {
    const text = block?.join("\n") ?? "";
    const held = waiting;
    waiting = null;
    block = null;
    blockSize = 0;
    if (held !== null && !held.suite) sink(withBlock(held.test, text));
  };
  const takePoint = (groups: Partial<Record<string, string>>): void => {
    flush();
    const indent = groups["indent"]?.length ?? 0;
    const inner = levels.at(-1);
    const closes = inner !== undefined && inner.indent > indent;
    while (levels.length > 1 && (levels.at(-1)?.indent ?? 0) > indent) levels.pop();
    const level = levels.at(-1);
    const { name, status } = readPoint(groups["rest"] ?? "", groups["not"] !== undefined);
    if (indent === 0) points += 1;
    if (level !== undefined) {
      level.children = true;
      level.childFailed ||= status === "failed";
    }
    const suite = closes && inner.children && (status !== "failed" || inner.childFailed);
    const path = levels.flatMap((each) => each.name ?? []);
    const named = heading === "" || indent > 0 ? path : [...path, heading];
    // AVA writes the whole path of a test as its name.
    const parts = name.split(" › ");
    waiting = {
      test: {
        file: null,
        line: null,
        suite: [...named, ...parts.slice(0, -1)],
        name: parts.at(-1) ?? name,
        status,
        durationMs: null,
        message: null,
        stack: null,
      },
      indent,
      suite,
    };
  };
  const lines = createLines((line) => {
    if (block !== null) {
      if (/^\s*\.\.\.\s*$/.test(line)) flush();
      else if (blockSize < MOST_BLOCK) {
        block.push(line.slice(0, MOST_BLOCK));
        blockSize += line.length + 1;
      }
      return;
    }
    if (waiting !== null && /^\s+---\s*$/.test(line)) {
      block = [];
      return;
    }
    const subtest = /^(?<indent> *)# Subtest(?:: (?<name>.*))?$/.exec(line)?.groups;
    if (subtest !== undefined) {
      flush();
      const indent = (subtest["indent"]?.length ?? 0) + 4;
      while (levels.length > 1 && (levels.at(-1)?.indent ?? 0) >= indent) levels.pop();
      if (levels.length < MOST_LEVELS)
        levels.push({ indent, name: subtest["name"] ?? "", children: false, childFailed: false });
      return;
    }
    const point = POINT.exec(line)?.groups;
    if (point !== undefined) takePoint(point);
    else if (line.startsWith("Bail out!"))
      notes.push(`The tests gave up: ${line.slice(9, 300).trim() || "no reason given"}.`);
    else if (/^1\.\.\d+/.test(line)) planned = Number.parseInt(line.slice(3), 10);
    // tape: the comment names the test that the next points belong to; sums such as `# tests 4` do not.
    else if (/^# (?!tests |pass |fail |ok$|suites |duration_ms |skipped |cancelled |todo |time=)/.test(line))
      heading = line.slice(2).trim().slice(0, 500);
  });
  return {
    write: lines.write,
    end: () => {
      lines.end();
      flush();
      if (planned !== null && points < planned)
        notes.push(`The test output ends early: ${points} of ${planned} results came.`);
      return notes;
    },
  };
}

function readPoint(rest: string, not: boolean): { name: string; status: TestStatus } {
  const directive = /(?:^|[^\\])#\s*(?<kind>skip\S*|todo)\b/i.exec(rest);
  const kind = directive?.groups?.["kind"]?.toLowerCase();
  const name = (directive === null ? rest : rest.slice(0, rest.indexOf("#", directive.index)))
    .replaceAll(/\\([#\\])/g, "$1")
    .trim();
  if (kind === "todo") return { name, status: "todo" };
  if (kind !== undefined) return { name, status: "skipped" };
  return { name, status: not ? "failed" : "passed" };
}
function withBlock(test: ReadTest, block: string): ReadTest {
  const value = (key: string): string | null =>
    new RegExp(`^\\s*${key}:\\s*(?<value>.+)$`, "m").exec(block)?.groups?.["value"]?.trim() ?? null;
  const duration = milliseconds(Number.parseFloat(value("duration_ms") ?? "NaN"));
  if (test.status !== "failed") return { ...test, durationMs: duration };
  const message = (textOf(block, "error") ?? textOf(block, "message")) || block.trim();
  // The place is a frame like any other: told only of failures, it must have no part in what the test is called.
  return {
    ...test,
    durationMs: duration,
    message,
    stack: `at ${unquote(value("location") ?? "")}
${block}`,
  };
}
/** A YAML scalar, quoted, plain or as an indented block. */
function textOf(block: string, key: string): string | null {
  const match = new RegExp(`^(?<indent>\\s*)${key}:[ \\t]*(?<value>.*)$`, "m").exec(block);
  const value = match?.groups?.["value"] ?? "";
  if (match === null) return null;
  if (!/^[|>][-+]?$/.test(value)) return unquote(value);
  const indent = match.groups?.["indent"]?.length ?? 0;
  const after = block.slice(match.index + match[0].length + 1).split("\n");
  const end = after.findIndex((line) => line.trim() !== "" && line.search(/\S/) <= indent);
  return (end === -1 ? after : after.slice(0, end))
    .map((line) => line.slice(indent + 2))
    .join("\n")
    .trim();
}
function unquote(text: string): string {
  return text.replace(/^(?<quote>["'])(?<inner>.*)\k<quote>$/, "$<inner>");
}
