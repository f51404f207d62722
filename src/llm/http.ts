import type { IncomingMessage } from "node:http";
import * as https from "node:https";
import type { Socket } from "node:net";
import { Readable } from "node:stream";
import { json } from "node:stream/consumers";
import * as http from "../lib/node-http.ts";
import type { Outgoing } from "./outgoing.ts";
import { PURPOSE_HEADER } from "./purpose-header.ts";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";

const SENT_HEADERS = new Set(["accept", "authorization", "content-type", "user-agent", PURPOSE_HEADER]);

type Way = {
  readonly outgoing?: Outgoing | undefined;
  /** "all": whoever asks has chosen them. */
  readonly sent?: ReadonlySet<string> | "all";
};

/**
 * `fetch` for one request of the client. Node's own has fixed limits (300 s to the headers and between two pieces of a
 * body) that a large local model exceeds, and does not say when the connection stands. Redirects are not followed: a key
 * goes to the server it was given for and to no other. Of the headers only those a server needs are sent: the client adds
 * facts of this machine, and whatever OPENAI_CUSTOM_HEADERS of the environment says, for any server.
 */
export function createConnectingFetch(
  onConnected: () => void,
  { outgoing, sent = SENT_HEADERS }: Way = {},
): typeof fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const { promise, resolve, reject } = Promise.withResolvers<Response>();
    const request = (url.protocol === "https:" ? https : http).request(url, {
      method: init?.method ?? "GET",
      headers: Object.fromEntries([...new Headers(init?.headers)].filter(([name]) => sent === "all" || sent.has(name))),
      agent: outgoing?.agentFor(url),
      ...(init?.signal ? { signal: init.signal } : {}),
    });
    request.once("socket", (socket) => whenConnected(socket, onConnected));
    request.once("response", (message) => resolve(toResponse(message)));
    request.on("error", reject);
    request.end(typeof init?.body === "string" ? init.body : undefined);
    return promise;
  };
}

function whenConnected(socket: Socket, onConnected: () => void): void {
  // A socket of the pool is connected already. Of a TLS socket, `connect` says nothing yet.
  // A TLS socket through a proxy is connected to that from the beginning.
  const handshaking = "secureConnecting" in socket && socket.secureConnecting === true;
  if (!socket.connecting && !handshaking) onConnected();
  else socket.once("encrypted" in socket ? "secureConnect" : "connect", onConnected);
}

function toResponse(message: IncomingMessage): Response {
  const headers = new Headers();
  for (const [name, values] of Object.entries(message.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  const status = message.statusCode ?? 502;
  const empty = status === 204 || status === 205 || status === 304;
  if (empty) message.resume();
  const body = empty ? null : (Readable.toWeb(message) as NodeReadableStream<Uint8Array> as ReadableStream);
  return new Response(body, { status, headers });
}

/**
 * What a server on this machine says. Not by `fetch`, whose parts take some 15 MB that an idle program has no use for.
 * @throws when it does not answer 200 with JSON, redirects included
 */
export async function getJson(url: string, signal: AbortSignal): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  http.get(url, { signal }, resolve).on("error", reject);
  const message = await promise;
  if (message.statusCode !== 200) {
    message.destroy();
    throw new Error(`It answered with status ${message.statusCode}`);
  }
  return json(message);
}
