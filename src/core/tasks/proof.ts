/** One check, run once at one commit. */
export type CheckRun = {
  readonly checkId: string;
  readonly commit: string;
  readonly outcome: "green" | "red" | "error";
  readonly exitCode: number | null;
  readonly passed: number;
  readonly failed: readonly {
    readonly id: string;
    readonly name: string;
    readonly file: string | null;
    readonly line: number | null;
    readonly message: string | null;
  }[];
  readonly skipped: number;
  /** Ids of all tests that passed: what must still be there afterwards. */
  readonly passedIds: readonly string[];
  /** SHA-256 of the command's whole kept output, hex. */
  readonly outputHash: string;
  readonly durationMs: number;
};

/** The record that the checks fixed before the work went from red to green. */
export type Proof = {
  readonly base: string;
  /** Null when there was no change to check. */
  readonly commit: string | null;
  readonly before: readonly CheckRun[];
  readonly after: readonly CheckRun[];
};
