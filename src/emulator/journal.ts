/**
 * One line a transaction: a JSON array of changes, written before the request that made them is answered. The write is
 * handed to the kernel, not to the disk, so it survives `kill -9` of the process, not a power cut.
 */
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { applyChange, changesOf, createState } from "./state.ts";
import type { Change, State } from "./state.ts";

export interface Journal extends Disposable {
  append(changes: readonly Change[]): void;
}

/**
 * Reads what was kept, drops a torn last line, rewrites the journal in its shortest form and opens it for more.
 * @throws Error when a line other than the last cannot be read: then the file was changed by something else.
 */
export function openJournal(folder: string): { readonly journal: Journal; readonly state: State } {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, "journal.jsonl");
  const state = createState();
  if (existsSync(path)) for (const change of readJournal(readFileSync(path, "utf8"), path)) applyChange(state, change);
  const lines = changesOf(state).map((change) => `${JSON.stringify([change])}\n`);
  writeFileSync(`${path}.new`, lines.join(""), { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return { journal: openForAppending(path), state };
}

function openForAppending(path: string): Journal {
  let file: number | undefined = openSync(path, "a", 0o600);
  return {
    append(changes) {
      if (file === undefined) throw new Error(`The chat journal ${path} is closed; nothing was kept.`);
      const bytes = Buffer.from(`${JSON.stringify(changes)}\n`);
      for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
    },
    [Symbol.dispose]() {
      if (file !== undefined) closeSync(file);
      file = undefined;
    },
  };
}

/** The changes of a journal's text. A last line without its newline, or cut short, was never answered and is left out. */
export function readJournal(text: string, path: string): Change[] {
  const lines = text.split("\n");
  lines.pop(); // what follows the last newline: empty, or torn
  return lines.flatMap((line, index) => {
    try {
      return JSON.parse(line) as Change[];
    } catch (cause) {
      const hint = "Move the file away to start with empty chats, or put back a copy.";
      throw new Error(`Line ${index + 1} of the chat journal ${path} cannot be read. ${hint}`, { cause });
    }
  });
}
