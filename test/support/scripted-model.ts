import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { openLoopbackServer, readBody, sendError } from "../../src/llm/cassette/loopback.ts";
import { replyChunks, sseRecord, type StreamedReply } from "../../src/llm/cassette/reply-chunks.ts";
import { type ChatRequest, checkChatRequest } from "./chat-request.ts";

/** What the server does with one request. */
export type Scripted =
  | ({ readonly kind: "reply" } & StreamedReply)
  | { readonly kind: "status"; readonly status: number; readonly headers: Headers; readonly body: string }
  /** The connection is cut after so many chunks of the reply. */
  | { readonly kind: "cut"; readonly afterChunks: number; readonly of: StreamedReply }
  /** Nothing comes after so many chunks; the connection stays. With none, not even the headers come. */
  | { readonly kind: "stall"; readonly afterChunks: number; readonly of: StreamedReply }
  | { readonly kind: "raw"; readonly contentType: string; readonly body: string }
  | { readonly kind: "after"; readonly gate: Promise<unknown>; readonly reply: Scripted };
type Headers = Readonly<Record<string, string>>;
export type Script = readonly (Scripted | ((request: ScriptedRequest) => Scripted | Promise<Scripted>))[];
type ScriptedRequest = { readonly body: ChatRequest; readonly headers: IncomingHttpHeaders };

export interface ScriptedModel extends AsyncDisposable {
  /** Up to and with `/v1`. */
  readonly baseUrl: string;
  /** The well-formed requests so far. */
  readonly requests: readonly ScriptedRequest[];
  /** Resolves when so many well-formed requests have come. */
  untilRequests(count: number): Promise<void>;
  /** Resolves when a client has gone before its reply was at an end. */
  untilHungUp(): Promise<void>;
}

const USAGE = { inputTokens: 100, outputTokens: 20 };
const LONG_TEXT: StreamedReply = { text: "These are the first words of an answer that is not to end.", usage: USAGE };

export function says(text: string, more: Omit<StreamedReply, "text"> = {}): Scripted {
  return { kind: "reply", text, usage: USAGE, ...more };
}
export function callsTool(name: string, args: object, more: Omit<StreamedReply, "calls"> = {}): Scripted {
  return callsTools([{ name, arguments: args }], more);
}
/** Arguments given as text are sent as they are, be they JSON or not. */
export function callsTools(
  calls: readonly { readonly name: string; readonly arguments: object | string; readonly id?: string }[],
  more: Omit<StreamedReply, "calls"> = {},
): Scripted {
  const wired = calls.map((call) => ({
    id: call.id ?? `call_${crypto.randomUUID()}`,
    name: call.name,
    arguments: typeof call.arguments === "string" ? call.arguments : JSON.stringify(call.arguments),
  }));
  return { kind: "reply", calls: wired, usage: USAGE, ...more };
}
export function fails(status: number, headers: Headers = {}, error: Readonly<Record<string, unknown>> = {}): Scripted {
  const body = JSON.stringify({
    error: { message: `scripted status ${status}`, type: "scripted", code: null, ...error },
  });
  return { kind: "status", status, headers: { "content-type": "application/json", ...headers }, body };
}
export function cuts(afterChunks: number, of: StreamedReply = LONG_TEXT): Scripted {
  return { kind: "cut", afterChunks, of };
}
export function stalls(afterChunks = 0, of: StreamedReply = LONG_TEXT): Scripted {
  return { kind: "stall", afterChunks, of };
}
/** A 200 with this body. As `text/event-stream` it is taken for a stream. */
export function sends(body: string, contentType = "text/event-stream"): Scripted {
  return { kind: "raw", contentType, body };
}
/** Waits for a promise before the reply: a slow model without a clock. */
export function after(gate: Promise<unknown>, reply: Scripted): Scripted {
  return { kind: "after", gate, reply };
}
/** An answer of so many lines. */
export function saysLines(count: number): Scripted {
  return says(Array.from({ length: count }, (_, index) => `line ${index + 1}`).join("\n"));
}

/**
 * A server of models on 127.0.0.1 that answers from a script, one entry a request.
 * Closing it throws when the script is not used up, was overrun, or a request was malformed.
 */
export async function openScriptedModel(
  script: Script,
  {
    models = ["scripted"],
    mayEndEarly = false,
  }: {
    readonly models?: readonly string[];
    /** True: a script that is not used up is no mistake. */ readonly mayEndEarly?: boolean;
  } = {},
): Promise<ScriptedModel> {
  const requests: ScriptedRequest[] = [];
  const problems: string[] = [];
  const hungUp = Promise.withResolvers<void>();
  const waiters = new Set<{ count: number; reached: () => void }>();
  const accept = (request: ScriptedRequest) => {
    requests.push(request);
    for (const { count, reached } of waiters) if (requests.length >= count) reached();
    return script[requests.length - 1];
  };
  const refuse = (response: ServerResponse, problem: string) => {
    problems.push(problem);
    sendError(response, { status: 400, code: "invalid_request", message: problem });
  };
  const server = await openLoopbackServer(0, async (incoming, response) => {
    if (incoming.method === "GET" && incoming.url === "/v1/models") return sendModels(response, models);
    response.once("close", () => {
      if (!response.writableEnded) hungUp.resolve();
    });
    const checked = await checkIncoming(incoming);
    if (checked.kind === "bad") return refuse(response, checked.problem);
    const request = { body: checked.request, headers: incoming.headers };
    const entry = accept(request);
    if (entry === undefined)
      return refuse(response, `The script has ${script.length} replies; this is one more request.`);
    await perform(typeof entry === "function" ? await entry(request) : entry, response, request.body.model);
  });
  return {
    baseUrl: `http://127.0.0.1:${server.port}/v1`,
    requests,
    async untilRequests(count) {
      if (requests.length >= count) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      const waiter = { count, reached: resolve };
      waiters.add(waiter);
      await promise;
      waiters.delete(waiter);
    },
    untilHungUp: () => hungUp.promise,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      if (!mayEndEarly && requests.length < script.length) {
        problems.push(`Only ${requests.length} of ${script.length} scripted replies were asked for.`);
      }
      if (problems.length > 0) throw new Error(`Scripted model: ${problems.join(" ")}`);
    },
  };
}

/** What the model had been told when it was asked for the last time, as JSON. */
export function lastTold({ requests }: ScriptedModel): string {
  return JSON.stringify(requests.at(-1)?.body.messages ?? []);
}

function sendModels(response: ServerResponse, models: readonly string[]): void {
  const data = models.map((id) => ({ id, object: "model", created: 0, owned_by: "test" }));
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ object: "list", data }));
}
async function checkIncoming(incoming: IncomingMessage): Promise<ReturnType<typeof checkChatRequest>> {
  const text = await readBody(incoming);
  if (incoming.method !== "POST" || incoming.url !== "/v1/chat/completions") {
    return { kind: "bad", problem: `There is no ${incoming.method} ${incoming.url} here.` };
  }
  try {
    return checkChatRequest(JSON.parse(text));
  } catch {
    return { kind: "bad", problem: "The request is no JSON." };
  }
}

async function perform(scripted: Scripted, response: ServerResponse, model: string): Promise<void> {
  switch (scripted.kind) {
    case "reply":
      openStream(response);
      response.end([...replyChunks(scripted, model), "[DONE]" as const].map(sseRecord).join(""));
      return;
    case "status":
      response.writeHead(scripted.status, scripted.headers).end(scripted.body);
      return;
    case "raw":
      response.writeHead(200, { "content-type": scripted.contentType }).end(scripted.body);
      return;
    case "cut":
      await sendSome(response, scripted, model);
      response.destroy();
      return;
    case "stall":
      if (scripted.afterChunks > 0) await sendSome(response, scripted, model);
      return;
    case "after":
      await scripted.gate;
      await perform(scripted.reply, response, model);
      return;
  }
}

function openStream(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/event-stream" });
}

async function sendSome(
  response: ServerResponse,
  { of, afterChunks }: { readonly of: StreamedReply; readonly afterChunks: number },
  model: string,
): Promise<void> {
  openStream(response);
  const records = replyChunks(of, model).slice(0, afterChunks).map(sseRecord).join("");
  // A cut must come after the bytes, so their way out is waited for.
  await new Promise<void>((resolve) => response.write(records, () => resolve()));
}
