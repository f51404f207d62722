/** Where the command line writes. */
export type Terminal = {
  /** A person is looking: styles and live lines are welcome. */
  readonly interactive: boolean;
  write(text: string): void;
  /** A line on standard error. */
  error(line: string): void;
  /** Replaces the live line, if there is one; "" ends it. Nothing when piped. */
  live(line: string): void;
  /** Lines a person types; ends with the input. */
  lines(signal: AbortSignal): AsyncIterable<string>;
};
/** Exit codes that scripts can use; the README lists them. */
export const EXIT = {
  ok: 0,
  /** Ran, and the answer is no: tests failed, the task was not proved. */
  failed: 1,
  /** The arguments were wrong. */
  usage: 2,
  /** A person is needed: a question is open, an approval waits, time to wait is over. */
  person: 3,
  /** No model, no sandbox, no daemon. */
  unavailable: 4,
  interrupted: 130,
} as const;
