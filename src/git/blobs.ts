import { spawn } from "node:child_process";
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { gitFailed } from "./git.ts";
import type { Git } from "./git.ts";

const ACTION = "read a file of the repository";
/** A reader that nobody asks any more ends its processes after this long and begins anew when asked again. */
const IDLE_MS = 2000;

/** Reads objects by hash, one at a time, through git processes that stay. */
export interface Blobs extends AsyncDisposable {
  /** Null when it is missing or larger than `maxBytes`. */
  read(oid: string, maxBytes: number): Promise<Buffer | null>;
}
export function readBlobs(git: Git, mirror: string): Blobs {
  const sizes = createTalk(git, mirror, "--batch-check");
  const contents = createTalk(git, mirror, "--batch");
  let last: Promise<unknown> = Promise.resolve();
  async function read(oid: string, maxBytes: number): Promise<Buffer | null> {
    const size = await sizes.ask(oid);
    if (size.bytes === null || size.bytes > maxBytes) return null;
    return (await contents.ask(oid)).content;
  }
  return {
    async read(oid, maxBytes) {
      // One question at a time: answers carry no name.
      const answer = last.then(async () => read(oid, maxBytes));
      last = answer.catch(() => undefined);
      return answer;
    },
    async [Symbol.asyncDispose]() {
      sizes.close();
      contents.close();
    },
  };
}

type Answer = { readonly bytes: number | null; readonly content: Buffer };
type Talk = { ask(oid: string): Promise<Answer>; close(): void };

function createTalk(git: Git, mirror: string, mode: "--batch" | "--batch-check"): Talk {
  let child: ChildProcessWithoutNullStreams | null = null;
  let idle: NodeJS.Timeout | undefined;
  function close(): void {
    clearTimeout(idle);
    child?.kill("SIGKILL");
    child = null;
  }
  function start(): ChildProcessWithoutNullStreams {
    const { file, args, env } = git.command(["--git-dir", mirror, "cat-file", mode]);
    const started = spawn(file, args, { env, cwd: mirror, stdio: "pipe" });
    started.stdin.on("error", () => undefined);
    started.stderr.resume();
    return started;
  }
  return {
    close,
    async ask(oid) {
      clearTimeout(idle);
      child ??= start();
      try {
        const answer = await askOnce(child, oid, mode === "--batch");
        idle = setTimeout(close, IDLE_MS).unref();
        return answer;
      } catch (error) {
        close();
        throw error;
      }
    },
  };
}
async function askOnce(child: ChildProcessWithoutNullStreams, oid: string, withContent: boolean): Promise<Answer> {
  const answer = Promise.withResolvers<Answer>();
  const chunks: Buffer[] = [];
  const take = (chunk: Buffer) => {
    chunks.push(chunk);
    const parsed = parseAnswer(chunks, withContent);
    if (parsed !== null) answer.resolve(parsed);
  };
  const fail = () => answer.reject(gitFailed(ACTION, "git ended before it answered"));
  child.stdout.on("data", take);
  child.once("error", fail);
  child.once("close", fail);
  try {
    child.stdin.write(`${oid}\n`);
    return await answer.promise;
  } finally {
    child.stdout.off("data", take);
    child.off("error", fail);
    child.off("close", fail);
  }
}
/** `<oid> <type> <size>`, then with content that many bytes and a line break; or `<oid> missing`. */
function parseAnswer(chunks: Buffer[], withContent: boolean): Answer | null {
  const [first] = chunks;
  if (first === undefined) return null;
  if (!first.includes(10) && chunks.length > 1) chunks.splice(0, chunks.length, Buffer.concat(chunks));
  const head = chunks[0] ?? first;
  const lineEnd = head.indexOf(10);
  if (lineEnd < 0) return null;
  const [, type, size] = head.toString("latin1", 0, lineEnd).split(" ");
  if (type !== "blob") return { bytes: null, content: Buffer.alloc(0) };
  const bytes = Number(size);
  if (!withContent) return { bytes, content: Buffer.alloc(0) };
  const total = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  if (total < lineEnd + 1 + bytes + 1) return null;
  return { bytes, content: Buffer.concat(chunks).subarray(lineEnd + 1, lineEnd + 1 + bytes) };
}
