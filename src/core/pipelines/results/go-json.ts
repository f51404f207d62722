import type { TestStatus } from "../pipeline.ts";
import { createLines, seconds, type ResultReader, type Sink } from "./reader.ts";

type GoTest = { readonly package: string; readonly name: string; output: string };
const MOST_OUTPUT = 32 * 1024;
const STATUS: Readonly<Record<string, TestStatus>> = { pass: "passed", fail: "failed", skip: "skipped" };

/** `go test -json`: one event a line; a package that does not build is a failure of its own. */
export function readGoJson(sink: Sink, module: string): ResultReader {
  const open = new Map<string, GoTest>();
  const builds = new Map<string, string>();
  const withTests = new Set<string>();
  const lines = createLines((line) => {
    const event = parse(line);
    if (event === null) return;
    if (event.action === "build-output")
      return void builds.set(
        event.importPath,
        ((builds.get(event.importPath) ?? "") + event.output).slice(0, MOST_OUTPUT),
      );
    if (event.test === "") return packageEnded(event);
    const key = `${event.package}\n${event.test}`;
    const test = open.get(key) ?? { package: event.package, name: event.test, output: "" };
    open.set(key, test);
    if (event.action === "output") test.output = (test.output + event.output).slice(0, MOST_OUTPUT);
    const status = STATUS[event.action];
    if (status === undefined) return;
    open.delete(key);
    withTests.add(event.package);
    give(test, status, event.elapsed);
  });
  function give(test: GoTest, status: TestStatus, elapsed: number | undefined): void {
    const text = test.output
      .split("\n")
      .filter((line) => !/^\s*(=== |--- |PASS$|FAIL$)/.test(line))
      .join("\n")
      .trim();
    const place = /^\s*([\w./-]+_test\.go|[\w./-]+\.go):(\d+):/m.exec(text);
    const folder = folderOf(test.package, module);
    const [file, line] = [place?.[1], place?.[2]];
    const parts = test.name.split("/");
    sink({
      file: file === undefined ? null : folder === "" ? file : `${folder}/${file}`,
      line: line === undefined ? null : Number(line),
      suite: [test.package, ...parts.slice(0, -1)],
      name: parts.at(-1) ?? test.name,
      status,
      durationMs: seconds(elapsed),
      message: status === "failed" ? text : status === "skipped" && text !== "" ? text : null,
      stack: null,
    });
  }
  function packageEnded(event: GoEvent): void {
    if (event.action !== "fail" || withTests.has(event.package)) return;
    const text =
      [...builds].find(([name]) => name === event.package || name.startsWith(`${event.package} `))?.[1] ??
      "the package failed before any test ran";
    sink({
      file: null,
      line: null,
      suite: [event.package],
      name: "(build)",
      status: "error",
      durationMs: seconds(event.elapsed),
      message: text.trim(),
      stack: text,
    });
  }
  return {
    write: lines.write,
    end() {
      lines.end();
      for (const test of open.values()) give(test, "error", undefined);
      return open.size === 0 ? [] : [`${open.size} tests began and did not end.`];
    },
  };
}
type GoEvent = {
  readonly action: string;
  readonly package: string;
  readonly importPath: string;
  readonly test: string;
  readonly output: string;
  readonly elapsed: number | undefined;
};
function parse(line: string): GoEvent | null {
  if (!line.startsWith("{")) return null;
  try {
    const value = JSON.parse(line) as Readonly<Record<string, unknown>>;
    const text = (key: string) => (typeof value[key] === "string" ? value[key] : "");
    return {
      action: text("Action"),
      package: text("Package"),
      importPath: text("ImportPath"),
      test: text("Test"),
      output: text("Output"),
      elapsed: typeof value["Elapsed"] === "number" ? value["Elapsed"] : undefined,
    };
  } catch {
    return null;
  }
}
function folderOf(name: string, module: string): string {
  return module !== "" && name.startsWith(`${module}/`) ? name.slice(module.length + 1) : "";
}
