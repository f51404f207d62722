import { createLines, type ResultReader, type Sink } from "./reader.ts";

const TEST = /^test (?<name>.+?) \.\.\. (?<status>ok|FAILED|ignored)(?:, (?<why>.*))?$/;
const RUNNING = /^\s*(?:Running (?:unittests )?(?<file>\S+\.rs)|Doc-tests (?<crate>\S+))/;
type Failed = { readonly name: string; readonly suite: string };

/**
 * The stable text of Rust's libtest. Failures are printed after all tests of a binary, so failed tests are held back until
 * their output is known. `Running` lines come on standard error and are seen only when both streams are read.
 */
export function readLibtest(sink: Sink): ResultReader {
  let suite = "";
  let failed: Failed[] = [];
  let section: { readonly name: string; text: string } | null = null;
  const outputs = new Map<string, string>();
  function flush(): void {
    for (const { name, suite: of } of failed) {
      const text = outputs.get(name) ?? "";
      give(sink, name, of, { status: "failed", message: text.trim() === "" ? "failed" : text.trim(), stack: text });
    }
    failed = [];
    outputs.clear();
    section = null;
  }
  const lines = createLines((line) => {
    const running = RUNNING.exec(line)?.groups;
    if (running !== undefined) suite = running["file"] ?? `doc ${running["crate"] ?? ""}`;
    if (line.startsWith("test result: ")) return flush();
    const head = /^---- (?<name>.+) stdout ----$/.exec(line)?.groups?.["name"];
    if (head !== undefined) {
      section = { name: head, text: "" };
      return;
    }
    if (section !== null && /^failures:$/.test(line)) section = null;
    if (section !== null) {
      section.text = `${section.text}${line}\n`.slice(0, 32 * 1024);
      outputs.set(section.name, section.text);
      return;
    }
    const test = TEST.exec(line)?.groups;
    if (test === undefined) return;
    const name = (test["name"] ?? "").replace(/ - should panic$/, "");
    if (test["status"] === "FAILED") failed.push({ name, suite });
    else
      give(sink, name, suite, {
        status: test["status"] === "ok" ? "passed" : "skipped",
        message: test["why"] ?? null,
        stack: null,
      });
  });
  return {
    write: lines.write,
    end() {
      lines.end();
      const cut = failed.length > 0;
      flush();
      return cut ? ["The output ends before the result of the last test binary."] : [];
    },
  };
}
function give(
  sink: Sink,
  path: string,
  suite: string,
  rest: { status: "passed" | "failed" | "skipped"; message: string | null; stack: string | null },
): void {
  const doc = /^(?<file>\S+\.rs) - (?<item>.*) \(line (?<line>\d+)\)$/.exec(path)?.groups;
  const parts = path.split("::");
  sink({
    file: doc?.["file"] ?? null,
    line: doc?.["line"] === undefined ? null : Number(doc["line"]),
    suite: doc === undefined ? [...(suite === "" ? [] : [suite]), ...parts.slice(0, -1)] : ["doc"],
    name: doc?.["item"] ?? parts.at(-1) ?? path,
    durationMs: null,
    ...rest,
  });
}
