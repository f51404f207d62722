import { readFile, stat } from "node:fs/promises";
import { isAbsolute } from "node:path";
import { GrammyError, type Api } from "grammy";
import { Fault } from "../core/fault.ts";
import type { MessageFiles } from "../core/ports/speech.ts";
import type { Secret } from "../lib/secret.ts";
import { SECOND_MS, type Clock } from "../lib/time.ts";
import type { Connection } from "./connection.ts";
import { backoffMs, isRefusal } from "./refusals.ts";

// Bot API: getFile of the public server gives files up to 20 MB.
const PUBLIC_MOST_BYTES = 20 * 1024 * 1024;
const TRIES = 4;
/** A server that wants to be left alone for longer is not waited for: somebody waits for an answer. */
const LONGEST_WAIT_MS = 30 * SECOND_MS;

export type MessageFilesDependencies = {
  readonly api: Api;
  readonly apiRoot: string;
  readonly token: Secret;
  readonly connection: Pick<Connection, "get">;
  readonly clock: Clock;
  readonly random: () => number;
};
/** Files of messages. The address of a file holds the token, so no error of the network is ever passed on. */
export function createMessageFiles(deps: MessageFilesDependencies): MessageFiles {
  return {
    load: (fileId, { maxBytes, signal }) =>
      // Where a file is can change: what broke off begins again with the question.
      insistently(deps, signal, async () => {
        const { file_path: path, file_size: size } = await locate(deps.api, fileId, maxBytes, signal);
        if (size !== undefined && size > maxBytes)
          throw new Fault("file.too-large", { bytes: size, mostBytes: maxBytes });
        if (path === undefined)
          throw new Fault("file.unavailable", { reason: "Telegram gave no place to load it from" });
        // A Bot API server of one's own names files on this machine by their path.
        if (isAbsolute(path)) return readLocal(path, maxBytes);
        return download(deps.connection.get(`${deps.apiRoot}/file/bot${deps.token.reveal()}/${path}`, signal), {
          maxBytes,
          signal,
        });
      }),
  };
}
/** What may pass by itself. `cause` is what the server said, for how long to wait. */
class Passing extends Error {
  readonly fault: Fault;
  constructor(reason: string, cause?: unknown) {
    super(reason, { cause });
    this.name = "Passing";
    this.fault = new Fault("file.unavailable", { reason });
  }
}
async function insistently<Result>(
  { clock, random }: MessageFilesDependencies,
  signal: AbortSignal,
  work: () => Promise<Result>,
): Promise<Result> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof Passing)) throw error;
      const waitMs = backoffMs(error.cause, attempt, random);
      if (attempt + 1 >= TRIES || waitMs > LONGEST_WAIT_MS) throw error.fault;
      await clock.sleep(waitMs, signal);
      signal.throwIfAborted();
    }
  }
}
async function locate(api: Api, fileId: string, maxBytes: number, signal: AbortSignal) {
  try {
    return await api.getFile(fileId, signal as Parameters<Api["getFile"]>[1]);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof GrammyError)) throw new Passing("Telegram could not be reached");
    if (/too big/i.test(error.description))
      throw new Fault("file.too-large", { bytes: null, mostBytes: Math.min(maxBytes, PUBLIC_MOST_BYTES) });
    const busy = error.error_code === 429;
    if (isRefusal(error)) throw new Fault("file.unavailable", { reason: "Telegram does not have it any more" });
    throw new Passing(busy ? "Telegram is asked too often just now" : "Telegram did not say where it is", error);
  }
}
async function readLocal(path: string, maxBytes: number): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > maxBytes) throw new Fault("file.too-large", { bytes: size, mostBytes: maxBytes });
    return await readFile(path);
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault("file.unavailable", { reason: "the Bot API server's file cannot be read on this machine" });
  }
}
async function download(
  asked: ReturnType<Connection["get"]>,
  { maxBytes, signal }: { maxBytes: number; signal: AbortSignal },
): Promise<Uint8Array> {
  try {
    const response = await asked;
    const { statusCode: status = 0, headers } = response;
    if (status !== 200) {
      response.destroy();
      const reason = `Telegram answered with status ${status}`;
      if (status === 429 || status >= 500) throw new Passing(reason);
      throw new Fault("file.unavailable", { reason });
    }
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of response as AsyncIterable<Uint8Array>) {
      bytes += chunk.byteLength;
      if (bytes > maxBytes) throw new Fault("file.too-large", { bytes: null, mostBytes: maxBytes });
      chunks.push(chunk);
    }
    const expected = Number(headers["content-length"] ?? bytes);
    if (expected !== bytes) throw new Passing("it arrived only in part");
    return Buffer.concat(chunks);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Fault || error instanceof Passing) throw error;
    throw new Passing("the connection to Telegram broke");
  }
}
