/**
 * A sealed place to run what is not trusted: shell, git in a workspace, package managers, checks.
 *
 * Every adapter promises: the workspace is the only writable place that outlives the session (mounted at `/workspace`);
 * read-only root; a fresh `/tmp` and home; a numeric user that is not 0; no capabilities; no new privileges; limits on
 * memory, CPU, processes and file size; no network unless `network` says so; what is left when this process dies is
 * found and removed by `reap`.
 */
export interface Sandbox {
  readonly kind: SandboxKind;
  /** What this adapter holds and what it cannot, in words for people; `doctor` and `/start` print them. */
  readonly guarantees: readonly Guarantee[];
  /** What work would run in now, in words that differ when it does: the kind, and the image by name and digest where there is one. Never throws. */
  image(signal: AbortSignal): Promise<string>;
  /**
   * @throws Fault sandbox.unreachable, sandbox.image-missing, sandbox.unavailable, disk.full
   */
  open(spec: SandboxSpec, signal: AbortSignal): Promise<SandboxSession>;
  /** Removes what dead sessions of this home left behind, except those of `keep`. @returns how many were removed */
  reap(keep: ReadonlySet<string>, signal: AbortSignal): Promise<number>;
  /** How many sandboxes of this home are alive now; by asking the engine, not by counting our own. */
  live(signal: AbortSignal): Promise<number>;
}
type SandboxKind = "docker" | "bubblewrap";
export type Guarantee = { readonly name: string; readonly holds: boolean; readonly detail: string };
export type SandboxSpec = {
  /** Whose it is, as a label: `task-12`, `run-7`. Letters, digits, `-`; at most 60. */
  readonly owner: string;
  /** A folder on the host that becomes `/workspace`. Made by the host, never executed in by it afterwards. */
  readonly workspace: string;
  /** `registries`: only the package registries the settings list, through a filtering proxy; nothing else. */
  readonly network: "none" | "registries";
  /** As `name:port`, with `*.` before a name for all below it: reached as well, through the same proxy. */
  readonly hosts?: readonly string[];
  readonly door?: SandboxDoor;
  readonly limits: SandboxLimits;
};
/** One way to one program of the host, for a program that is shown read-only at `/opt/sparks/programs`. */
export type SandboxDoor = {
  /** A folder on the host, one of those that the adapter was told may be shown. */
  readonly programs: string;
  /** On loopback inside; what connects to it speaks with whoever listens on the socket. */
  readonly port: number;
  /** Listens on a Unix socket at this path. It is closed with the session, and before the socket is removed. */
  listen(socketPath: string): Promise<AsyncDisposable>;
};
export type SandboxLimits = {
  readonly memoryBytes: number;
  readonly cpus: number;
  readonly processes: number;
  readonly fileBytes: number;
  /** The whole session ends, with all its processes, after this long. */
  readonly wallClockMs: number;
};
/** Closing it kills every process and removes the container, whatever state that is in. Closing twice is harmless. */
export interface SandboxSession extends AsyncDisposable {
  /** The engine's name for it (container id, or the process id of bubblewrap as text). */
  readonly id: string;
  /**
   * Runs one program. A command that fails is an answer, not an error. On timeout or abort the whole process group
   * is killed (`setsid` children too) and the answer says so; the session stays usable unless it is `lost`.
   * @throws Fault sandbox.lost when the sandbox is gone (engine stopped, container killed, wall clock over)
   */
  run(command: Command, options: RunOptions): Promise<RunResult>;
  /**
   * Where a path below `/workspace` really leads, its links followed; of one that does not exist, where it would be made.
   * `path` is relative to the workspace, and so is the answer's.
   */
  locate(path: string, options: { signal: AbortSignal }): Promise<LocateResult>;
  /**
   * Reads a file below `/workspace`, its links resolved inside the sandbox. `path` is relative to the workspace.
   * @returns at most `maxBytes` of it from `offset`, and its whole size; or why not
   * @throws RangeError when one of these is negative or not whole
   */
  read(path: string, options: { offset?: number; maxBytes: number; signal: AbortSignal }): Promise<ReadResult>;
  /** Writes a whole file below `/workspace`, making parent folders; refuses to leave the workspace through links. */
  write(path: string, content: Uint8Array, options: { signal: AbortSignal }): Promise<WriteResult>;
}
export type Command = {
  /** Program and arguments, never a shell string. */
  readonly argv: readonly [string, ...string[]];
  /** Relative to the workspace; its root when absent. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  /** In place of `stdin`: what is written to it while the program runs. It is closed when this ends; `return()` is called when the program did first. */
  readonly input?: AsyncIterable<string>;
};
export type RunOptions = {
  readonly timeoutMs: number;
  /** Kept of each stream: the first half from its head and the rest from its tail. */
  readonly outputBytes: number;
  readonly signal: AbortSignal;
  /** Called as output comes, whole UTF-8 characters only; a slow listener is not waited for. */
  readonly onOutput?: (stream: "stdout" | "stderr", text: string) => void;
};
export type RunResult = {
  readonly stdout: Captured;
  readonly stderr: Captured;
  readonly durationMs: number;
} & (
  | { readonly kind: "exited"; readonly code: number }
  | { readonly kind: "signalled"; readonly signal: string }
  | { readonly kind: "timed-out" }
  | { readonly kind: "stopped" }
  | { readonly kind: "out-of-memory" }
  /** It kept as many processes and threads as the sandbox allows for seconds, so nothing got anywhere. */
  | { readonly kind: "too-many-processes" }
  /** No such program, not executable, or the folder does not exist. */
  | { readonly kind: "not-started"; readonly reason: string }
);
/** One stream of output. `text` is valid UTF-8; where the middle is cut it says how many bytes are left out. */
export type Captured = { readonly text: string; readonly bytes: number; readonly truncated: boolean };
export type LocateResult =
  | { readonly kind: "at"; readonly path: string; readonly entry: "file" | "folder" | "special" | "nothing" }
  | { readonly kind: "refused"; readonly why: PathRefusal };
export type ReadResult =
  | { readonly kind: "read"; readonly content: Uint8Array; readonly size: number }
  | { readonly kind: "refused"; readonly why: PathRefusal };
export type WriteResult =
  | { readonly kind: "written"; readonly created: boolean }
  | { readonly kind: "refused"; readonly why: PathRefusal | "too-large" | "no-space" };
export type PathRefusal = "missing" | "folder" | "outside" | "not-a-file" | "not-permitted";
