import { appendFileSync, mkdirSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { pino } from "pino";
import type { Logger } from "pino";
import { createRedactor } from "../lib/redact.ts";
import { redactJson } from "../lib/redact-tree.ts";
import { LEAVING_SHAPES } from "../lib/secret-shapes.ts";
import type { Secret } from "../lib/secret.ts";
import { prettyLine } from "./pretty-line.ts";

const FILE_BYTES = 10 * 1024 * 1024;

export type LogOptions = {
  readonly level: "debug" | "info" | "warn" | "error";
  /** The terminal: short lines for people when it is one, JSON when it is piped. */
  readonly terminal: { readonly isTTY?: boolean; write(text: string): unknown };
  /** Also written as JSON to this file, which is renamed to `….1` when it passes 10 MiB; null for none. */
  readonly file: string | null;
  /** Taken out of every line. */
  readonly secrets: readonly Secret[];
};

export function createLog({ level, terminal, file, secrets }: LogOptions): Logger {
  const redact = createRedactor(
    secrets.map((secret) => secret.reveal()),
    LEAVING_SHAPES,
  );
  const toFile = file === null ? null : createFile(file);
  const write = (line: string) => {
    const clean = redactJson(line, redact);
    terminal.write(terminal.isTTY === true ? prettyLine(clean) : clean);
    toFile?.(clean);
  };
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, { write });
}
function createFile(path: string): (line: string) => void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  let bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return (line) => {
    try {
      if (bytes > FILE_BYTES) {
        renameSync(path, `${path}.1`);
        bytes = 0;
      }
      appendFileSync(path, line, { mode: 0o600 });
      bytes += Buffer.byteLength(line);
    } catch {
      // A log that cannot be written (a full disk) must not end what it tells of; the terminal has the line.
    }
  };
}
