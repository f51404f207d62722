import type { TestStatus } from "../pipeline.ts";
import { createLines, type ReadTest, type ResultReader, type Sink } from "./reader.ts";

const POINT = /^(?<not>not )?ok\b\s*\d*\s*(?:- )?(?<name>.*?)(?:\s+#\s*(?<directive>skip|todo)\b\s*(?<why>.*))?$/i;
const PLAN = /^1\.\.(?<count>\d+)/;

/** TAP 13 and 14 (AVA, tape, tap): the outermost test points; what is indented belongs to the point that follows it. */
export function readTap(sink: Sink): ResultReader {
  let last: (ReadTest & { message: string | null }) | null = null;
  let details: string[] | null = null;
  let planned: number | null = null;
  let given = 0;
  function flush(): void {
    if (last === null) return;
    const text = details?.join("\n") ?? "";
    sink(last.status === "failed" ? { ...last, message: messageOf(text), stack: text } : last);
    given += 1;
    last = null;
    details = null;
  }
  const lines = createLines((line) => {
    if (/^\s+---/.test(line)) details = [];
    else if (/^\s+\.\.\.\s*$/.test(line)) return;
    else if (/^\s/.test(line)) {
      if (details !== null && details.length < 500) details.push(line);
    } else readPoint(line);
  });
  function readPoint(line: string): void {
    const plan = PLAN.exec(line)?.groups?.["count"];
    if (plan !== undefined) planned = Number(plan);
    const point = POINT.exec(line)?.groups;
    if (point === undefined) {
      if (line.startsWith("Bail out!")) last = { ...point0(line), status: "error", message: line };
      return;
    }
    flush();
    const directive = point["directive"]?.toLowerCase();
    const status: TestStatus =
      directive === "skip"
        ? "skipped"
        : directive === "todo"
          ? "todo"
          : point["not"] === undefined
            ? "passed"
            : "failed";
    const parts = (point["name"] ?? "").split(" › ");
    last = { ...point0(parts.at(-1) ?? ""), suite: parts.slice(0, -1), status, message: point["why"] || null };
  }
  return {
    write: lines.write,
    end() {
      lines.end();
      flush();
      return planned !== null && planned > given ? [`${planned} tests were planned and ${given} were seen.`] : [];
    },
  };
}
function point0(name: string): ReadTest {
  return {
    file: null,
    line: null,
    suite: [],
    name: name.trim(),
    status: "passed",
    durationMs: null,
    message: null,
    stack: null,
  };
}
function messageOf(details: string): string {
  return (
    /^\s*(?:message|error):\s*['"|>-]*\s*(?<text>.+?)['"]?\s*$/m.exec(details)?.groups?.["text"] ??
    (details.trim() === "" ? "not ok" : details.trim().slice(0, 500))
  );
}
