import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { Fault } from "../core/fault.ts";
import type { Secret } from "../lib/secret.ts";
import { MINUTE_MS } from "../lib/time.ts";

const TIMEOUT_MS = 10 * MINUTE_MS;
const STDOUT_BYTES = 64 * 1024 * 1024;
const STDERR_BYTES = 64 * 1024;

/** The host's git, cut off from every configuration that is not given here. */
export interface Git {
  /** What a command of our own must begin with, to be cut off as well: for `--upload-pack` and `--receive-pack`. */
  remoteCommand(name: "upload-pack" | "receive-pack", ...settings: string[]): string;
  /** An exit code other than 0 is an answer. @throws Fault repository.git-failed when it cannot run or takes too long, disk.full */
  run(args: readonly string[], options: GitOptions): Promise<GitResult>;
  /** What a command that talks to this address needs to be let in; nothing where no token is for it. */
  access(address: string): { readonly args: readonly string[]; readonly env: Readonly<Record<string, string>> };
  /** Arguments and environment for a process that its caller keeps running. */
  command(args: readonly string[]): { file: string; args: readonly string[]; env: Record<string, string> };
}
export type GitOptions = {
  /** What is being done, for an error: "copy the repository". */
  readonly action: string;
  readonly signal: AbortSignal;
  readonly stdin?: Uint8Array | string;
  readonly env?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
  /** Output beyond this is dropped and the result says so. */
  readonly stdoutBytes?: number;
};
export type GitResult = {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
  readonly truncated: boolean;
};
export type GitSettings = {
  readonly folder: string;
  readonly gitPath?: string;
  /** Tokens of code hosts: each for its own origin, such as `https://github.com`, and for no other. */
  readonly tokens?: readonly { readonly origin: string; readonly token: Secret }[];
  /** Where PATH, the SSH agent, proxies and certificates are taken from; nothing else of it reaches git. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
};
// Command scope beats what a repository's own configuration says.
const SETTINGS = [
  "core.hooksPath=/dev/null",
  "core.fsmonitor=false",
  "core.attributesFile=/dev/null",
  "core.excludesFile=/dev/null",
  "core.autocrlf=false",
  "core.protectHFS=true",
  "core.protectNTFS=true",
  "core.quotePath=false",
  "core.logAllRefUpdates=false",
  "credential.helper=",
  "protocol.ext.allow=never",
  "safe.directory=*",
  "submodule.recurse=false",
  "fetch.recurseSubmodules=false",
  "gc.auto=0",
  "maintenance.auto=false",
  "diff.external=",
  "http.lowSpeedLimit=1000",
  "http.lowSpeedTime=60",
];
const KEPT = [
  "SSH_AUTH_SOCK",
  "HTTPS_PROXY",
  "HTTP_PROXY",
  "NO_PROXY",
  "https_proxy",
  "http_proxy",
  "no_proxy",
  "SSL_CERT_FILE",
];
/**
 * Git asks it when a server of that origin wants to know who comes. The token stands in the environment of that one process: never among
 * arguments, in a file, or in an address. @see git-credential(1); GitHub takes any name beside a token
 */
const HELPER = `!f() { test "$1" = get && printf 'username=x-access-token\\npassword=%s\\n' "$SPARKS_GIT_TOKEN"; }; f`;
const DEFAULT_PATH = "/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin";

export function createGit({ folder, gitPath = "git", environment = {}, tokens = [] }: GitSettings): Git {
  const home = join(folder, ".home");
  mkdirSync(home, { recursive: true });
  const kept = KEPT.flatMap((name) => (environment[name] === undefined ? [] : [[name, environment[name]]]));
  const env: Record<string, string> = {
    ...(Object.fromEntries(kept) as Record<string, string>),
    PATH: environment["PATH"] ?? DEFAULT_PATH,
    HOME: home,
    XDG_CONFIG_HOME: home,
    LC_ALL: "C",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_ATTR_NOSYSTEM: "1",
    GIT_TERMINAL_PROMPT: "0",
    GIT_NO_LAZY_FETCH: "1",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_ALLOW_PROTOCOL: "file:git:http:https:ssh",
    GIT_SSH_COMMAND: "ssh -oBatchMode=yes -oConnectTimeout=20",
  };
  const command: Git["command"] = (args) => ({
    file: gitPath,
    args: [...SETTINGS.flatMap((setting) => ["-c", setting]), ...args],
    env,
  });
  return {
    command,
    access(address) {
      const origin = URL.canParse(address) ? new URL(address).origin : "";
      const found = tokens.find((each) => each.origin === origin);
      if (found === undefined) return { args: [], env: {} };
      return {
        args: ["-c", `credential.${origin}.helper=${HELPER}`],
        env: { SPARKS_GIT_TOKEN: found.token.reveal() },
      };
    },
    remoteCommand(name, ...settings) {
      const all = ["core.hooksPath=/dev/null", "core.fsmonitor=false", "safe.directory=*", "gc.auto=0", ...settings];
      return [quote(gitPath), ...all.flatMap((setting) => ["-c", quote(setting)]), name].join(" ");
    },
    run: async (args, options) => run(command(args), options, folder),
  };
}
/** For the shell in which git starts the other side of a transfer. */
function quote(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

async function run(
  { file, args, env }: ReturnType<Git["command"]>,
  { action, signal, stdin, env: more, timeoutMs = TIMEOUT_MS, stdoutBytes = STDOUT_BYTES }: GitOptions,
  folder: string,
): Promise<GitResult> {
  signal.throwIfAborted();
  // A group of its own: git starts helpers, and all of them must go when it does.
  const child = spawn(file, args, { cwd: folder, env: { ...env, ...more }, detached: true, stdio: "pipe" });
  const timeout = AbortSignal.timeout(timeoutMs);
  const end = AbortSignal.any([signal, timeout]);
  const kill = () => killGroup(child.pid);
  end.addEventListener("abort", kill, { once: true });
  // A git that ends early closes its input: its exit code and its words say why.
  child.stdin.on("error", () => undefined);
  child.stdin.end(stdin);
  try {
    const [stdout, stderr, [code]] = await Promise.all([
      collect(child.stdout, stdoutBytes),
      collect(child.stderr, STDERR_BYTES),
      once(child, "close"),
    ]);
    signal.throwIfAborted();
    if (timeout.aborted) throw gitFailed(action, `git took longer than ${Math.round(timeoutMs / 1000)} seconds`);
    const words = stderr.kept.toString("utf8").trim();
    if (/no space left on device|disk quota exceeded/iu.test(words)) throw new Fault("disk.full", { path: folder });
    return {
      code: typeof code === "number" ? code : 128,
      stdout: stdout.kept,
      stderr: words,
      truncated: stdout.truncated,
    };
  } catch (error) {
    signal.throwIfAborted();
    if (!isSystemError(error)) throw error;
    const detail = error.code === "ENOENT" ? `git was not found as ${file}: install git` : error.message;
    throw new Fault("repository.git-failed", { action, detail }, { cause: error });
  } finally {
    end.removeEventListener("abort", kill);
  }
}
export function gitFailed(action: string, detail: string): Fault<"repository.git-failed"> {
  return new Fault("repository.git-failed", { action, detail: detail === "" ? "git gave no reason" : detail });
}
/** The output of a command that must succeed. */
export function expectSuccess(result: GitResult, action: string): string {
  if (result.code !== 0) throw gitFailed(action, result.stderr);
  return result.stdout.toString("utf8").trimEnd();
}
async function collect(stream: Readable, limit: number): Promise<{ kept: Buffer; truncated: boolean }> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (bytes < limit) chunks.push(chunk.subarray(0, limit - bytes));
    bytes += chunk.length;
  }
  return { kept: Buffer.concat(chunks), truncated: bytes > limit };
}
function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    if (!isSystemError(error) || error.code !== "ESRCH") throw error;
  }
}
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "code" in error && typeof error.code === "string" && "syscall" in error;
}
