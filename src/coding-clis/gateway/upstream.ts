import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { costOf } from "./cost.ts";
import { createCounter } from "./events.ts";
import type { GatewayOptions } from "./options.ts";
import { sendRefusal } from "./refusal.ts";
import { type Counted, NOTHING_COUNTED } from "./wire.ts";

export type Upstream = {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Whoever asked. */
  readonly response: ServerResponse;
  readonly signal: AbortSignal;
};
export type Answered = { readonly counted: Counted; readonly costUsd: number | null };
const FREE: Answered = { counted: NOTHING_COUNTED, costUsd: 0 };
/** Between two pieces of an answer, and until the first. */
const IDLE_MS = 300_000;
const MOST_ANSWER = 64 * 1024 ** 2;
const MOST_ERROR = 64 * 1024;

/**
 * Asks the provider and passes the answer on as it comes.
 * @returns what it came to: `costUsd` null when nobody can tell
 */
export async function ask(upstream: Upstream, options: GatewayOptions): Promise<Answered> {
  const idle = new AbortController();
  const timer = setTimeout(() => idle.abort(), IDLE_MS);
  const signal = AbortSignal.any([upstream.signal, idle.signal]);
  try {
    const answer = await request(upstream, options, signal);
    if (answer === null) {
      sendRefusal(
        upstream.response,
        { status: 502, kind: "unavailable", message: "the model's server does not answer" },
        options.wire,
      );
      return FREE; // no connection: it heard nothing
    }
    if (!answer.ok) return await passError(answer, upstream, options);
    return await passOn(answer, upstream, { options, signal, alive: () => timer.refresh() });
  } finally {
    clearTimeout(timer);
  }
}
/** @returns null when no connection was made */
async function request(
  { headers, body }: Upstream,
  options: GatewayOptions,
  signal: AbortSignal,
): Promise<Response | null> {
  const url = `${options.baseUrl}${options.wire.upstreamPath}`;
  let connected = false;
  const fetch = options.fetchBy(() => (connected = true));
  try {
    return await fetch(url, { method: "POST", headers: { ...headers, "accept-encoding": "identity" }, body, signal });
  } catch (error) {
    if (signal.aborted || connected) throw error;
    return null;
  }
}

/** An error is free. What it says of the real key is between the provider and us. */
async function passError(answer: Response, upstream: Upstream, options: GatewayOptions): Promise<Answered> {
  const text = await shortText(answer);
  if (answer.status === 401 || answer.status === 403)
    sendRefusal(
      upstream.response,
      { status: 401, kind: "unauthorized", message: "the model's server does not take the key of the settings" },
      options.wire,
    );
  else {
    upstream.response.writeHead(answer.status, headersOf(answer));
    upstream.response.end(options.redact(text));
  }
  return FREE;
}
async function shortText(answer: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of answer.body ?? []) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > MOST_ERROR) break;
  }
  return Buffer.concat(chunks).subarray(0, MOST_ERROR).toString("utf8");
}
type Passing = { readonly options: GatewayOptions; readonly signal: AbortSignal; readonly alive: () => void };
async function passOn(
  answer: Response,
  { response }: Upstream,
  { options, signal, alive }: Passing,
): Promise<Answered> {
  const streamed = (answer.headers.get("content-type") ?? "").includes("text/event-stream");
  const counter = createCounter(options.wire, streamed);
  let bytes = 0;
  response.writeHead(answer.status, headersOf(answer));
  try {
    for await (const chunk of answer.body ?? []) {
      alive();
      bytes += chunk.length;
      if (bytes > MOST_ANSWER) throw new Error("the answer is longer than any");
      counter.take(chunk);
      if (!response.write(chunk)) await once(response, "drain", { signal });
    }
  } catch {
    // A cut answer must look like one: closed as it is, a client would take it for whole.
    response.destroy();
    return priceOf(counter.end(), options);
  }
  response.end();
  return priceOf(counter.end(), options);
}
function priceOf(counted: Counted, { price }: GatewayOptions): Answered {
  return { counted, costUsd: counted.whole ? costOf(counted, price) : null };
}
/** Of the provider's headers those that say how to read it and when to come again. */
function headersOf({ headers }: Response): Record<string, string> {
  const names = ["content-type", "retry-after", "retry-after-ms", "x-should-retry", "request-id", "x-request-id"];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}
