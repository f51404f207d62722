import type { IncomingMessage } from "node:http";
import { addAbortSignal } from "node:stream";
import { text } from "node:stream/consumers";
import { request } from "../../lib/node-http.ts";

/** What the engine is told beside the path. */
export type Told = { readonly method: "POST" | "DELETE"; readonly body?: unknown };

/**
 * One question or order to the engine, answered with JSON or with nothing (undefined).
 * @param path such as `/info`
 * @throws the network's error, or one with `statusCode` when the engine answers that it did not do it
 */
export async function askEngine(socketPath: string, path: string, signal?: AbortSignal, told?: Told): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const body = told?.body === undefined ? undefined : JSON.stringify(told.body);
  const headers = { host: "docker", ...(body === undefined ? {} : { "content-type": "application/json" }) };
  request({ socketPath, path, signal, headers, method: told?.method ?? "GET" }, resolve)
    .on("error", reject)
    .end(body);
  const answer = await promise;
  if (signal !== undefined) addAbortSignal(signal, answer);
  if (!isDone(answer)) throw await refusalOf(answer);
  const said = await text(answer);
  return said === "" ? undefined : (JSON.parse(said) as unknown);
}
function isDone({ statusCode = 0 }: IncomingMessage): boolean {
  return statusCode >= 200 && statusCode < 300;
}
/** The engine's words and its `statusCode`. */
export async function refusalOf(answer: IncomingMessage): Promise<Error> {
  return Object.assign(new Error(messageIn(await text(answer))), { statusCode: answer.statusCode });
}
/** The engine says what is wrong as `{ "message": … }`. */
function messageIn(said: string): string {
  try {
    const { message } = JSON.parse(said) as { message?: unknown };
    if (typeof message === "string") return message;
  } catch {
    // said as it stands
  }
  return said.slice(0, 300);
}
