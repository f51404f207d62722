/** What every reader of test results gives, whatever tool wrote them. All of it is untrusted text. */
import type { TestStatus } from "../pipeline.ts";

export type ReadTest = {
  /** As the tool wrote it: absolute, relative to where it ran, or a URL. */
  readonly file: string | null;
  /** 1-based. */
  readonly line: number | null;
  readonly suite: readonly string[];
  readonly name: string;
  readonly status: TestStatus;
  readonly durationMs: number | null;
  readonly message: string | null;
  /** Where a stack is looked for; the message too. */
  readonly stack: string | null;
};
/** Takes a test; false when no more are wanted. */
export type Sink = (test: ReadTest) => boolean;
/** Never throws, whatever it is fed. */
export type ResultReader = {
  write(piece: string): void;
  /** @returns what was wrong with what was read; the tests read until then stand */
  end(): string[];
};
/** Cuts a stream into lines; a line is kept to `most` characters, so that one without an end cannot fill memory. */
export function createLines(take: (line: string) => void, most = 1_000_000): ResultReader {
  let rest = "";
  return {
    write: (piece) => {
      const lines = (rest + piece).split("\n");
      rest = (lines.pop() ?? "").slice(0, most);
      for (const line of lines) take(line.endsWith("\r") ? line.slice(0, -1) : line);
    },
    // A line that was never ended was cut, and a half name is the name of another test.
    end: () => [],
  };
}
export function seconds(text: string | number | undefined): number | null {
  const value = typeof text === "number" ? text : Number.parseFloat(text ?? "");
  return Number.isFinite(value) && value >= 0 ? Math.round(value * 1000) : null;
}
export function milliseconds(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) && value >= 0 ? Math.round(value) : null;
}
