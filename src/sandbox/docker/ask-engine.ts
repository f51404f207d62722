import type { IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { get } from "../../lib/node-http.ts";

/**
 * One question to the engine, answered with JSON. The client library, which is large, is loaded only by who makes or removes something.
 * @param path such as `/info`
 * @throws the network's error, or one with `statusCode` when the engine answers with another status than 200
 */
export async function askEngine(socketPath: string, path: string, signal: AbortSignal): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  get({ socketPath, path, signal, headers: { host: "docker" } }, resolve).on("error", reject);
  const answer = await promise;
  const said = await text(answer);
  if (answer.statusCode === 200) return JSON.parse(said) as unknown;
  throw Object.assign(new Error(messageIn(said)), { statusCode: answer.statusCode });
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
