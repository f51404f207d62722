import type { RunResult } from "../ports/sandbox.ts";
import { SAFE_GIT } from "./git.ts";
import type { ToolContext } from "./tool.ts";

export type FilesFound =
  | { readonly kind: "found"; readonly files: readonly string[]; readonly cut: boolean }
  | { readonly kind: "failed"; readonly result: RunResult };

/** Files that git tracks and new ones, without what is ignored, sorted; of those that one of `pathspecs` matches. */
export async function repositoryFiles(
  pathspecs: readonly string[],
  { session, signal }: ToolContext,
  outputBytes: number,
): Promise<FilesFound> {
  const argv = [
    ...SAFE_GIT,
    "-c",
    "core.quotePath=false",
    "ls-files",
    "--cached",
    "--others",
    "--exclude-standard",
    "--deduplicate",
    "--",
    ...pathspecs,
  ] as const;
  const result = await session.run({ argv: [...argv] }, { timeoutMs: 30_000, outputBytes, signal });
  if (result.kind !== "exited" || result.code !== 0) return { kind: "failed", result };
  const files = result.stdout.text.split("\n").filter((line) => line !== "" && !LEFT_OUT.test(line));
  return { kind: "found", files, cut: result.stdout.truncated };
}
/** Where a long output was cut. */
const LEFT_OUT = /^\[… \d+ bytes left out …\]$/;
