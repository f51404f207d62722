import { createLines, seconds } from "./reader.ts";
import type { ReadTest, ResultReader, Sink } from "./reader.ts";

type Running = { output: string; children: boolean; childFailed: boolean };
const MOST_OUTPUT = 64 * 1024;
const STATUS = { pass: "passed", fail: "failed", skip: "skipped" } as const;

/**
 * `go test -json`: one event a line. A test with subtests is a suite, and a case only where it failed by itself; a
 * package that failed without a failed test (it did not build, it panicked) is a case of its own.
 */
export function readGoJson(sink: Sink, goModule: string): ResultReader {
  const running = new Map<string, Running>();
  const failedPackages = new Set<string>();
  const builds = new Map<string, string>();
  let foreign = 0;

  const stateOf = (key: string): Running => {
    const known = running.get(key) ?? { output: "", children: false, childFailed: false };
    running.set(key, known);
    return known;
  };
  const endTest = (event: GoEvent, test: string): void => {
    const key = `${event.package}\n${test}`;
    const state = stateOf(key);
    running.delete(key);
    const status = STATUS[event.action as keyof typeof STATUS];
    const parts = test.split("/");
    const name = parts.pop() ?? test;
    if (status === "failed") failedPackages.add(event.package);
    if (parts.length > 0) noteChild(stateOf(`${event.package}\n${parts.join("/")}`), status === "failed");
    if (state.children && (status !== "failed" || state.childFailed)) return;
    sink(
      toTest({
        event,
        suite: [event.package, ...parts],
        name,
        status,
        output: state.output,
        folder: folderOf(event.package, goModule),
      }),
    );
  };
  const endPackage = (event: GoEvent): void => {
    const told = `${builds.get(event.failedBuild) ?? ""}${stateOf(event.package).output}`;
    const output = told === "" ? "It did not build; standard error says why." : told;
    if (event.action !== "fail" || failedPackages.has(event.package)) return;
    const name = `package ${event.package}`;
    const folder = builds.has(event.failedBuild) ? "" : folderOf(event.package, goModule);
    sink({ ...toTest({ event, suite: [], name, status: "failed", output, folder }), status: "error" });
  };
  const lines = createLines((line) => {
    const event = readEvent(line);
    // Before Go 1.24 a package that does not build is told in plain text, and why on standard error.
    const unbuilt = /^FAIL\s(?<name>\S+) \[(?:build|setup) failed\]$/.exec(line)?.groups?.["name"];
    if (unbuilt !== undefined) endPackage({ ...NOTHING, action: "fail", package: unbuilt });
    if (event === null) foreign += line.trim() === "" || /^(?:FAIL|ok|\?|#|go: )/.test(line) ? 0 : 1;
    else if (event.action === "build-output")
      builds.set(event.importPath, clip((builds.get(event.importPath) ?? "") + event.output));
    else if (event.action === "output")
      append(stateOf(event.test === "" ? event.package : `${event.package}\n${event.test}`), event.output);
    else if (event.action in STATUS && event.test !== "") endTest(event, event.test);
    else if (event.action in STATUS) endPackage(event);
  });
  return {
    write: lines.write,
    end: () => {
      lines.end();
      for (const key of running.keys()) {
        const [name = "", test] = key.split("\n");
        if (test === undefined || running.get(key)?.children === true) continue;
        const event = { ...NOTHING, package: name, action: "fail" };
        sink({
          ...toTest({
            event,
            suite: [name],
            name: test,
            status: "failed",
            output: `It did not end.\n${running.get(key)?.output ?? ""}`,
            folder: folderOf(name, goModule),
          }),
          status: "error",
        });
      }
      return foreign === 0 ? [] : [`${foreign} lines of the output are not test events.`];
    },
  };
}

type GoEvent = {
  readonly action: string;
  readonly package: string;
  readonly test: string;
  readonly output: string;
  readonly elapsed: number | undefined;
  readonly importPath: string;
  readonly failedBuild: string;
};
const NOTHING: GoEvent = {
  action: "",
  package: "",
  test: "",
  output: "",
  elapsed: undefined,
  importPath: "",
  failedBuild: "",
};
function readEvent(line: string): GoEvent | null {
  if (!line.startsWith("{")) return null;
  try {
    const raw = JSON.parse(line) as Record<string, unknown>;
    const text = (key: string): string => (typeof raw[key] === "string" ? raw[key] : "");
    const elapsed = raw["Elapsed"];
    return {
      action: text("Action"),
      package: text("Package"),
      test: text("Test"),
      output: text("Output"),
      elapsed: typeof elapsed === "number" ? elapsed : undefined,
      importPath: text("ImportPath"),
      failedBuild: text("FailedBuild"),
    };
  } catch {
    return null;
  }
}

type Shape = {
  readonly event: GoEvent;
  readonly suite: readonly string[];
  readonly name: string;
  readonly status: ReadTest["status"];
  readonly output: string;
  readonly folder: string;
};
function toTest({ event, suite, name, status, output, folder }: Shape): ReadTest {
  const message = output
    .split("\n")
    .filter((line) => !/^\s*(?:=== |--- |FAIL\b|PASS\b|ok\s)/.test(line))
    .join("\n")
    .trim();
  return {
    file: null,
    line: null,
    suite,
    name,
    status,
    durationMs: seconds(event.elapsed),
    message: status === "passed" ? null : message,
    // Go names a file without its folder, which is that of the package.
    stack:
      status === "failed"
        ? message.replaceAll(/^(\s*)([\w.-]+\.go:\d+:)/gm, `$1${folder === "" ? "" : `${folder}/`}$2`)
        : null,
  };
}
function folderOf(name: string, goModule: string): string {
  return goModule !== "" && name.startsWith(`${goModule}/`) ? name.slice(goModule.length + 1) : "";
}
function noteChild(parent: Running, failed: boolean): void {
  parent.children = true;
  parent.childFailed ||= failed;
}
function append(state: Running, text: string): void {
  state.output = clip(state.output + text);
}
function clip(text: string): string {
  return text.length <= MOST_OUTPUT ? text : text.slice(0, MOST_OUTPUT);
}
