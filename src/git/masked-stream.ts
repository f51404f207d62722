import { readQuotedPath } from "./quoted-path.ts";

/** What the stream of `git fast-export --no-data` is made into on its way. */
export type StreamChange = {
  /** Every commit goes there. */
  readonly ref: string;
  readonly hides: (path: string) => boolean;
  /** A commit that the stream only names as it is called after the change; null when that is not known. */
  readonly nameOf: (commit: string) => string | null;
};
/** The stream names a commit nobody told the new name of. */
export class UnknownCommit extends Error {}

/**
 * Leaves hidden files out of a history as `git fast-export` tells it; messages, authors and dates stay byte by byte.
 * @throws UnknownCommit
 * @see git-fast-import(1), "Input format"
 */
export async function* maskStream(chunks: AsyncIterable<Buffer>, change: StreamChange): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  /** Bytes of a message that follow as they are. */
  let data = 0;
  for await (const chunk of chunks) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const out: Buffer[] = [];
    for (;;) {
      if (data > 0) {
        const taken = rest.subarray(0, data);
        out.push(taken);
        data -= taken.length;
        rest = rest.subarray(taken.length);
      }
      const end = data > 0 ? -1 : rest.indexOf(10);
      if (end < 0) break;
      const line = rest.toString("latin1", 0, end);
      const changed = changeLine(line, change);
      if (changed !== null) out.push(Buffer.from(`${changed}\n`, "latin1"));
      data = Number(/^data (\d+)$/u.exec(line)?.[1] ?? 0);
      rest = rest.subarray(end + 1);
    }
    if (out.length > 0) yield Buffer.concat(out);
  }
  if (rest.length > 0 || data > 0) throw new Error("git's export broke off");
}
/** @returns null when the line is left out */
function changeLine(line: string, { ref, hides, nameOf }: StreamChange): string | null {
  const [word = ""] = line.split(" ", 1);
  if (word === "commit" || word === "reset") return `${word} ${ref}`;
  if (word === "M" || word === "D") return hides(pathOf(line)) ? null : line;
  if (word === "from" || word === "merge") {
    const name = line.slice(word.length + 1);
    if (name.startsWith(":")) return line;
    const known = nameOf(name);
    if (known === null) throw new UnknownCommit(name);
    return `${word} ${known}`;
  }
  if (word === "R" || word === "C" || word === "N")
    throw new Error(`git's export holds a line of a kind not asked for: ${word}`);
  return line;
}
/** Of `M <mode> <object> <path>` and `D <path>`. */
function pathOf(line: string): string {
  const path = readQuotedPath(line.replace(/^(?:M \d+ [0-9a-f]+|D) /u, ""));
  if (path === null) throw new Error("git's export holds a path with damaged quotes");
  return path;
}
