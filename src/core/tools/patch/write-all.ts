import { pathRefused } from "../answer.ts";
import type { ToolContext } from "../tool.ts";

export type Write = {
  /** As the model called it. */
  readonly name: string;
  /** Where it really is. */
  readonly path: string;
  /** Null: it is not there before, or shall not be after. */
  readonly before: string | null;
  readonly after: string | null;
};

/** Writes all files, or, when one is refused, puts back those that were written. @returns what went wrong, or null */
export async function writeAll(writes: readonly Write[], context: ToolContext): Promise<string | null> {
  for (const [at, write] of writes.entries()) {
    const problem = await put(write.path, write.after, context);
    if (problem === null) continue;
    const left: string[] = [];
    // The one that failed may have been written in part.
    for (const { name, path, before } of writes.slice(0, at + 1).toReversed())
      if ((await put(path, before, context)) !== null) left.push(name);
    const back =
      left.length === 0 ? "Nothing was changed." : `${left.join(", ")} could not be put back: read it again.`;
    return `${problem}\n${back}`;
  }
  return null;
}
async function put(path: string, text: string | null, { session, signal }: ToolContext): Promise<string | null> {
  if (text !== null) {
    const written = await session.write(path, new TextEncoder().encode(text), { signal });
    return written.kind === "written" ? null : pathRefused(path, written.why).text;
  }
  const gone = await session.run({ argv: ["rm", "-f", "--", path] }, { timeoutMs: 30_000, outputBytes: 4096, signal });
  return gone.kind === "exited" && gone.code === 0 ? null : `${path} could not be deleted: ${gone.stderr.text.trim()}`;
}
