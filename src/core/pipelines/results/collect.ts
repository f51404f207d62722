/** Turns what readers give into test cases: ids that last, paths of the repository, messages of a bearable size. */
import { createHash } from "node:crypto";

import type { TestCase } from "../pipeline.ts";
import { framesOf, toWorkspacePath } from "./location.ts";
import type { Location } from "./location.ts";
import type { ReadTest, Sink } from "./reader.ts";
import { cutText } from "../../../lib/cut-text.ts";

const MOST_TESTS = 100_000;
const MOST_MESSAGE = 4000;
const MOST_NAME = 500;
const MOST_SUITES = 32;

type Options = { readonly stepId: string; /** Where the tool ran, relative to the workspace. */ readonly cwd: string };

export function createCollector({ stepId, cwd }: Options): {
  sink: Sink;
  end(): { tests: TestCase[]; notes: string[] };
} {
  const tests: TestCase[] = [];
  const seen = new Map<string, number>();
  let dropped = 0;
  return {
    sink: (read) => {
      if (tests.length >= MOST_TESTS) {
        dropped += 1;
        return false;
      }
      tests.push(toCase(read, stepId, cwd, seen));
      return true;
    },
    end: () => ({ tests, notes: dropped === 0 ? [] : [`Only the first ${MOST_TESTS} tests were read.`] }),
  };
}

function toCase(read: ReadTest, stepId: string, cwd: string, seen: Map<string, number>): TestCase {
  const file = read.file === null ? null : toWorkspacePath(read.file, cwd);
  const suite = read.suite.slice(0, MOST_SUITES).map((part) => cutText(part, MOST_NAME));
  const failed = read.status === "failed" || read.status === "error";
  const frames = failed ? framesIn([read.stack, read.message], cwd) : [];
  const own = file === null ? frames[0] : frames.find((frame) => frame.file === file);
  const key = JSON.stringify([stepId, file, read.suite, read.name]);
  const count = (seen.get(key) ?? 0) + 1;
  seen.set(key, count);
  return {
    id: createHash("sha256")
      .update(count === 1 ? key : `${key}#${count}`)
      .digest("hex")
      .slice(0, 20),
    name: cutText(read.name, MOST_NAME),
    suite,
    file: file ?? own?.file ?? null,
    line: own?.line ?? read.line,
    status: read.status,
    durationMs: read.durationMs,
    message: read.message === null ? null : withFrames(read.message, frames),
  };
}
/** A stack tells more than a message, in which a file may stand without its folder. */
function framesIn(texts: readonly (string | null)[], cwd: string): Location[] {
  for (const text of texts) {
    const frames = framesOf(text ?? "", cwd);
    if (frames.length > 0) return frames;
  }
  return [];
}
function withFrames(message: string, frames: readonly { file: string; line: number }[]): string {
  const places = [...new Set(frames.map((frame) => `at ${frame.file}:${frame.line}`))].slice(0, 5);
  return [cutText(message.trim(), MOST_MESSAGE), ...places].join("\n");
}
