import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import type { SandboxSession } from "../../src/core/ports/sandbox.ts";
import type { ToolContext, WorkAbout } from "../../src/core/tools/tool.ts";

/** A session on a real folder, without any sandbox: only for tests whose commands are known. */
export function folderSession(folder: string): SandboxSession {
  return {
    id: "folder",
    async run({ argv: [program, ...args], cwd = "" }, { outputBytes }) {
      const { status, stdout, stderr } = spawnSync(program, args, {
        cwd: join(folder, cwd),
        maxBuffer: 64 * 1024 ** 2,
      });
      const captured = (bytes: Buffer) => ({
        text: bytes.subarray(0, outputBytes).toString(),
        bytes: bytes.length,
        truncated: bytes.length > outputBytes,
      });
      const base = { stdout: captured(stdout), stderr: captured(stderr), durationMs: 1 };
      return status === null
        ? { ...base, kind: "not-started", reason: "no such program" }
        : { ...base, kind: "exited", code: status };
    },
    async locate(path) {
      const inside = posix.normalize(path).replace(/\/$/, "");
      if (inside === ".." || inside.startsWith("../")) return { kind: "refused", why: "outside" };
      const full = join(folder, inside);
      const entry = !existsSync(full) ? "nothing" : statSync(full).isDirectory() ? "folder" : "file";
      return { kind: "at", path: inside === "." ? "" : inside, entry };
    },
    async read(path, { offset = 0, maxBytes }) {
      if (!existsSync(join(folder, path))) return { kind: "refused", why: "missing" };
      const content = readFileSync(join(folder, path));
      return { kind: "read", content: content.subarray(offset, offset + maxBytes), size: content.length };
    },
    async write(path, content) {
      const full = join(folder, path);
      const created = !existsSync(full);
      mkdirSync(dirname(full), { recursive: true });
      writeFileSync(full, content);
      return { kind: "written", created };
    },
    async [Symbol.asyncDispose]() {},
  };
}
/** What a tool is given, of a session alone. */
export function toolContext(session: SandboxSession): ToolContext {
  const work: WorkAbout = {
    taskId: 1,
    spark: "coder",
    chatId: 7,
    repositoryId: 1,
    repository: "shop",
    origins: ["repository"],
  };
  return {
    session,
    signal: new AbortController().signal,
    commit: "0".repeat(40),
    cause: "test",
    work,
    runChecks: async () => [],
  };
}
