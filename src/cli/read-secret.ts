import type { ReadStream } from "node:tty";

/** Longer is no secret, but a file that was mistaken for one. */
const MOST_BYTES = 64 * 1024;
export type ReadSecret =
  | { readonly kind: "value"; readonly value: string }
  | { readonly kind: "none"; readonly why: string };

/**
 * Reads a value: all of the input when something is piped in, without its last end of line; else a line typed on the terminal,
 * which is not shown.
 * @param prompt written when somebody types
 */
export async function readSecret(
  input: NodeJS.ReadStream,
  prompt: string,
  { signal, write }: { readonly signal: AbortSignal; readonly write: (text: string) => void },
): Promise<ReadSecret> {
  if (!input.isTTY) return judge(await readAll(input), "the input is empty");
  write(prompt);
  const line = await readHidden(input, signal);
  write("\n");
  return line === null ? { kind: "none", why: "it was broken off" } : judge(line, "nothing was typed");
}
function judge(text: string | null, empty: string): ReadSecret {
  if (text === null) return { kind: "none", why: `it is longer than ${MOST_BYTES / 1024} KiB` };
  const value = text.replace(/\r?\n$/u, "");
  if (value.trim() === "") return { kind: "none", why: empty };
  if (value.includes("\0")) return { kind: "none", why: "it holds a NUL character, so it is no text" };
  return { kind: "value", value };
}
async function readAll(input: AsyncIterable<Buffer | string>): Promise<string | null> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of input) {
    const buffer = Buffer.from(part);
    bytes += buffer.length;
    if (bytes > MOST_BYTES) return null;
    parts.push(buffer);
  }
  return Buffer.concat(parts).toString("utf8");
}
/** In raw mode the terminal shows nothing, and hands over each key: also Ctrl-C, which is then no signal. */
function readHidden(input: ReadStream, signal: AbortSignal): Promise<string | null> {
  return new Promise((resolve) => {
    let line = "";
    const end = (value: string | null) => {
      input.off("data", onData);
      signal.removeEventListener("abort", onAbort);
      input.setRawMode(false);
      input.pause();
      resolve(value);
    };
    const onAbort = () => end(null);
    const onData = (text: string | Buffer) => {
      const typed = typeKeys(line, text.toString());
      line = typed.line;
      if (typed.end !== null) end(typed.end === "entered" ? line : null);
    };
    input.setRawMode(true);
    input.setEncoding("utf8");
    input.on("data", onData);
    signal.addEventListener("abort", onAbort, { once: true });
    input.resume();
  });
}
type Typed = { readonly line: string; readonly end: "entered" | "left" | null };
/** Ctrl-U empties the line, backspace takes a letter off, Ctrl-C and Ctrl-D on an empty line leave. */
export function typeKeys(before: string, keys: string): Typed {
  let line = before;
  // Terminals put ESC [200~ and ESC [201~ around what is pasted.
  for (const key of keys.replaceAll("\u001B[200~", "").replaceAll("\u001B[201~", "")) {
    if (key === "\r" || key === "\n") return { line, end: "entered" };
    if (key === "\u0003" || (key === "\u0004" && line === "")) return { line: "", end: "left" };
    if (key === "\u007F" || key === "\b") line = [...line].slice(0, -1).join("");
    else if (key === "\u0015") line = "";
    else if (key >= " ") line += key;
  }
  return { line, end: null };
}
