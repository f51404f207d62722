import { readFile, stat } from "node:fs/promises";
import { isAbsolute } from "node:path";
import { GrammyError, type Api } from "grammy";
import { Fault } from "../core/fault.ts";
import type { MessageFiles } from "../core/ports/speech.ts";
import type { Secret } from "../lib/secret.ts";

// Bot API: getFile of the public server gives files up to 20 MB.
const PUBLIC_MOST_BYTES = 20 * 1024 * 1024;

/** Files of messages. The address of a file holds the token, so no error of the network is ever passed on. */
export function createMessageFiles({
  api,
  apiRoot,
  token,
}: {
  readonly api: Api;
  readonly apiRoot: string;
  readonly token: Secret;
}): MessageFiles {
  return {
    async load(fileId, { maxBytes, signal }) {
      const { file_path: path, file_size: size } = await locate(api, fileId, maxBytes, signal);
      if (size !== undefined && size > maxBytes)
        throw new Fault("file.too-large", { bytes: size, mostBytes: maxBytes });
      if (path === undefined) throw new Fault("file.unavailable", { reason: "Telegram gave no place to load it from" });
      // A Bot API server of one's own names files on this machine by their path.
      if (isAbsolute(path)) return readLocal(path, maxBytes);
      return download(`${apiRoot}/file/bot${token.reveal()}/${path}`, maxBytes, signal);
    },
  };
}
async function locate(api: Api, fileId: string, maxBytes: number, signal: AbortSignal) {
  try {
    return await api.getFile(fileId, signal as Parameters<Api["getFile"]>[1]);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof GrammyError && /too big/i.test(error.description))
      throw new Fault("file.too-large", { bytes: null, mostBytes: Math.min(maxBytes, PUBLIC_MOST_BYTES) });
    throw new Fault("file.unavailable", { reason: "Telegram did not say where it is" });
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
async function download(url: string, maxBytes: number, signal: AbortSignal): Promise<Uint8Array> {
  try {
    const response = await fetch(url, { signal, redirect: "error" });
    if (!response.ok || response.body === null) {
      await response.body?.cancel();
      throw new Fault("file.unavailable", { reason: `Telegram answered with status ${response.status}` });
    }
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
      bytes += chunk.byteLength;
      if (bytes > maxBytes) throw new Fault("file.too-large", { bytes: null, mostBytes: maxBytes });
      chunks.push(chunk);
    }
    const expected = Number(response.headers.get("content-length") ?? bytes);
    if (expected !== bytes) throw new Fault("file.unavailable", { reason: "it arrived only in part" });
    return Buffer.concat(chunks);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Fault) throw error;
    throw new Fault("file.unavailable", { reason: "the connection to Telegram broke" });
  }
}
