import type { Diff } from "../core/ports/repositories.ts";
import { expectSuccess } from "./git.ts";
import type { Git } from "./git.ts";
import { parseNumstat, parseRaw } from "./raw-diff.ts";

const ACTION = "compare two commits";
const TEXT_BYTES = 5 * 1024 * 1024;

export async function diffCommits(
  git: Git,
  mirror: string,
  base: string,
  commit: string,
  signal: AbortSignal,
): Promise<Diff> {
  const run = async (...options: string[]) => {
    const args = [
      "--git-dir",
      mirror,
      "diff",
      "--no-ext-diff",
      "--no-textconv",
      "--no-color",
      "-M",
      ...options,
      base,
      commit,
    ];
    const result = await git.run(args, { action: ACTION, signal, stdoutBytes: TEXT_BYTES });
    if (result.code !== 0) expectSuccess(result, ACTION);
    return { text: result.stdout.toString("utf8"), truncated: result.truncated };
  };
  const [raw, numbers, patch] = [await run("--raw", "-z"), await run("--numstat", "-z"), await run("--patch")];
  const counts = parseNumstat(numbers.text);
  const files = parseRaw(raw.text).map(({ path, letter }) => ({
    path,
    ...(counts.get(path) ?? { added: 0, removed: 0 }),
    change: toChange(letter),
  }));
  return {
    text: patch.truncated ? `${wholeLines(patch.text)}… cut here: the change is longer than 5 MB\n` : patch.text,
    files,
    added: files.reduce((sum, file) => sum + file.added, 0),
    removed: files.reduce((sum, file) => sum + file.removed, 0),
  };
}
function wholeLines(text: string): string {
  return text.slice(0, text.lastIndexOf("\n") + 1);
}
function toChange(letter: string): Diff["files"][number]["change"] {
  if (letter === "A" || letter === "C") return "added";
  if (letter === "D") return "deleted";
  return letter === "R" ? "renamed" : "modified";
}
