import type { IncomingMessage } from "node:http";
import { createInterface } from "node:readline";
import { request } from "../lib/node-http.ts";

/** Speaks to the daemon over its Unix socket. */
export interface Client {
  call<Answer>(method: "GET" | "POST" | "DELETE", path: string, body?: unknown): Promise<Answer>;
  /** Yields each line of a streamed answer as a value. Throws ControlError on an error line. */
  lines(
    method: "GET" | "POST",
    path: string,
    body?: unknown,
    signal?: AbortSignal,
  ): AsyncIterable<Readonly<Record<string, unknown>>>;
}
/** The daemon said no; `message` is for people. */
export class ControlError extends Error {
  readonly code: string;
  constructor(code: string, text: string) {
    super(text);
    this.name = "ControlError";
    this.code = code;
  }
}
export function createClient(socketPath: string): Client {
  return {
    async call<Answer>(method: string, path: string, body?: unknown) {
      const response = await send(socketPath, method, path, body);
      const value: unknown = JSON.parse(await textOf(response));
      if ((response.statusCode ?? 500) >= 400) throw toControlError(value);
      return value as Answer; // Both ends are one version of one program: `sparks` checks that before it asks.
    },
    async *lines(method, path, body, signal) {
      const response = await send(socketPath, method, path, body, signal);
      if ((response.statusCode ?? 500) >= 400) throw toControlError(JSON.parse(await textOf(response)));
      for await (const line of createInterface({ input: response })) {
        const value = JSON.parse(line) as Readonly<Record<string, unknown>>;
        if ("error" in value) throw toControlError(value);
        yield value;
      }
    },
  };
}
/** True when something answers on the socket. */
export async function isListening(socketPath: string): Promise<boolean> {
  try {
    await createClient(socketPath).call("GET", "/v1/version");
    return true;
  } catch {
    return false;
  }
}
function send(
  socketPath: string,
  method: string,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const headers = body === undefined ? {} : { "content-type": "application/json" };
    const outgoing = request(
      { socketPath, method, path, headers, ...(signal === undefined ? {} : { signal }) },
      resolve,
    );
    outgoing.once("error", reject);
    outgoing.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
function toControlError(value: unknown): ControlError {
  const error = (value as { error?: { code?: string; text?: string } }).error;
  return new ControlError(error?.code ?? "unknown", error?.text ?? "The daemon gave no reason.");
}
