/** What a repository is made of, how it is built and tested, and what came of doing so. */

/** A tree of files at one commit, read from our own mirror: never from a folder that a sandbox could write. */
export interface FileTree {
  /** All file paths, `/`-separated, relative, sorted; links and submodules are left out. */
  readonly paths: readonly string[];
  /** At most 256 KiB of a file as UTF-8, or null when it is missing, binary or larger. */
  read(path: string): Promise<string | null>;
}
export type Ecosystem = "node" | "python" | "go" | "rust";
/** Why something is believed: `file` (and 1-based `line` where it is known) and what was seen there. */
export type Evidence = { readonly file: string; readonly line: number | null; readonly what: string };
export type Found = {
  readonly name: string;
  readonly version: string | null;
  /** 0 to 1: 1 - product(1 - weight) over independent evidence. */
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
};
/** One root with a manifest: a repository can hold several. */
export type Project = {
  /** "" for the repository's root, else a path without a trailing slash. */
  readonly root: string;
  readonly ecosystem: Ecosystem;
  readonly language: Found;
  readonly packageManager: Found | null;
  readonly testRunners: readonly Found[];
  readonly linters: readonly Found[];
  readonly frameworks: readonly Found[];
};
export type Detection = {
  readonly projects: readonly Project[];
  /** What looks odd and matters, for people: two lockfiles, a placeholder test script, no lockfile. */
  readonly notes: readonly string[];
};
export type StepKind = "install" | "lint" | "typecheck" | "build" | "test";
/** A command of a pipeline, and how its results are read. `id` is unique in the pipeline and stable over runs: `node:test`. */
export type PipelineStep = {
  readonly id: string;
  readonly title: string;
  readonly kind: StepKind;
  readonly argv: readonly [string, ...string[]];
  /** "" is the workspace's root. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly network: "none" | "registries";
  /** Hosts that the settings grant to it, as `name:port`; absent: none. */
  readonly hosts?: readonly string[];
  readonly timeoutMs: number;
  /** How test results are read: which parser, and from where. Null: the exit code alone decides. */
  readonly results: {
    readonly parser: ResultParser;
    readonly from: "stdout" | "stderr" | { readonly file: string };
  } | null;
  /** Why this step is there: the evidence it rests on. */
  readonly because: string;
};
export type ResultParser =
  | "junit"
  | "go-json"
  | "libtest"
  | "vitest-json"
  | "jest-json"
  | "mocha-json"
  | "tap"
  | "unittest";
export type Pipeline = { readonly steps: readonly PipelineStep[]; readonly notes: readonly string[] };
export type TestStatus = "passed" | "failed" | "skipped" | "todo" | "error";
export type TestCase = {
  /** The same over runs and machines: a hash of step, file, suite path and name. */
  readonly id: string;
  readonly name: string;
  readonly suite: readonly string[];
  readonly file: string | null;
  readonly line: number | null;
  readonly status: TestStatus;
  readonly durationMs: number | null;
  /** Of a failure: message and the part of the stack that lies in the repository. */
  readonly message: string | null;
};
export type StepOutcome = "passed" | "failed" | "timed-out" | "out-of-memory" | "not-started" | "stopped" | "skipped";
export type StepReport = {
  readonly stepId: string;
  readonly title: string;
  readonly kind: StepKind;
  readonly command: readonly string[];
  readonly outcome: StepOutcome;
  /** Null unless the program ended by itself. */
  readonly exitCode: number | null;
  readonly durationMs: number;
  readonly tests: readonly TestCase[];
  /** Both streams, head and tail, at most 64 KiB each. */
  readonly stdout: string;
  readonly stderr: string;
  /** Said to people: "exit code 0 but 2 tests failed", "no tests found", "results could not be read: …". */
  readonly notes: readonly string[];
};
export type RunReport = {
  /** `neutral`: nothing failed and nothing was tested. */
  readonly outcome: "passed" | "failed" | "neutral" | "stopped";
  readonly commit: string;
  readonly steps: readonly StepReport[];
  readonly durationMs: number;
};
