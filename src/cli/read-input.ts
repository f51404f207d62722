import { closeSync, constants, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { Socket } from "node:net";
import { formatBytes } from "../lib/bytes.ts";

/** Far more than any list of rows, and less than what fits in one text of Node's. */
const MOST_BYTES = 256 * 1024 ** 2;
export class NotRead extends Error {}

/**
 * The text of a file, or of a pipe that somebody writes to, as a shell's `<(…)` is. What never ends or never begins is not
 * waited for: a device, a pipe without a writer.
 * @throws NotRead in words that follow the file's name; the signal's reason when it is aborted
 */
export async function readInput(file: string, signal: AbortSignal): Promise<string> {
  let fd: number | null = openToRead(file);
  try {
    const stats = fstatSync(fd);
    if (stats.isDirectory()) throw new NotRead("is a folder");
    if (stats.isFIFO()) {
      const begun = beginningOf(fd);
      if (begun === null) return "";
      const pipe = new Socket({ fd, readable: true, writable: false, signal });
      fd = null;
      return await textOf(begun, pipe);
    }
    if (!stats.isFile()) throw new NotRead("is neither a file nor a pipe");
    if (stats.size > MOST_BYTES) throw tooLong(stats.size);
    return readFileSync(fd, "utf8");
  } finally {
    if (fd !== null) closeSync(fd);
  }
}
/** Without waiting for a writer. */
function openToRead(file: string): number {
  try {
    return openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    const { code = "unknown" } = error as NodeJS.ErrnoException;
    throw new NotRead(WHY[code] ?? `cannot be read (${code})`, { cause: error });
  }
}
const WHY: Readonly<Record<string, string>> = {
  ENOENT: "is not there",
  EACCES: "may not be read",
  ENXIO: "is neither a file nor a pipe", // a socket
};
/** What stands in a pipe already. @returns null when nobody writes to it: as a stream it would be waited for */
function beginningOf(fd: number): Buffer | null {
  const chunk = Buffer.alloc(64 * 1024);
  try {
    const bytes = readSync(fd, chunk);
    return bytes === 0 ? null : chunk.subarray(0, bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EAGAIN") return Buffer.alloc(0);
    throw error;
  }
}
async function textOf(begun: Buffer, pipe: Socket): Promise<string> {
  const chunks: Buffer[] = [begun];
  let bytes = begun.length;
  for await (const chunk of pipe as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw tooLong(bytes);
  }
  return Buffer.concat(chunks).toString("utf8");
}
function tooLong(bytes: number): NotRead {
  return new NotRead(`has ${formatBytes(bytes)} or more, and at most ${formatBytes(MOST_BYTES)} are read at once`);
}
