import type { Fault } from "../core/fault.ts";
import type { ModelReply, ModelRequest } from "../core/ports/model.ts";
import type { Clock } from "../lib/time.ts";
import { createClient } from "./client.ts";
import { finishCalls } from "./arguments.ts";
import { type Chunk, type Collected, createCollector } from "./collect.ts";
import { type Failure, failureOf, incomplete, notAStream, refused, timedOut } from "./failure.ts";
import { createConnectingFetch } from "./http.ts";
import type { ProviderOptions, Timeouts } from "./options.ts";
import { PURPOSE_HEADER } from "./purpose-header.ts";
import { requestBody, toolNamesOf } from "./request.ts";
import { usageOf } from "./usage.ts";
import { startWatchdog, type Watchdog } from "./watchdog.ts";

/** 4 Mi UTF-16 units: more than any model's output limit allows, so a longer answer comes from a server gone wrong. */
const MAX_REPLY_SIZE = 4 * 1024 * 1024;

export type AttemptContext = {
  readonly provider: ProviderOptions;
  readonly request: ModelRequest;
  readonly clock: Clock;
  readonly timeouts: Timeouts;
  readonly leftMs: number;
  readonly redact: (text: string) => string;
  readonly signal: AbortSignal;
  readonly onText: (delta: string) => void;
  readonly onThought?: (thought: string) => void;
  /** Stands in for the connection, in tests of what arrives over it. */
  readonly fetch?: typeof fetch;
};
export type Outcome = { readonly kind: "replied"; readonly reply: ModelReply } | Failure;

/**
 * One request to one provider.
 * @throws the caller's reason when its signal is aborted
 */
export async function attempt(context: AttemptContext): Promise<Outcome> {
  const { provider, signal } = context;
  using watchdog = startWatchdog({ ...context, model: provider.model });
  const streamed = await streamReply(context, watchdog);
  // The client ends a stream quietly when it is aborted, so the signals are asked first.
  signal.throwIfAborted();
  if (watchdog.signal.aborted) return timedOut(watchdog.signal.reason as Fault);
  return "kind" in streamed ? streamed : judge(streamed, context);
}

async function streamReply(context: AttemptContext, watchdog: Watchdog): Promise<Collected | Failure> {
  const opened = await openStream(context, watchdog);
  if ("kind" in opened) return opened;
  const collector = createCollector(context.onText, context.onThought);
  const chunks = opened.stream[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await nextChunk(chunks, context);
      if ("kind" in next) return next;
      if (next.done === true) return collector.end();
      watchdog.progress();
      collector.add(next.value);
      if (collector.size() > MAX_REPLY_SIZE) {
        return incomplete(context.provider.model, "The answer is longer than 4 Mi characters.", { kind: "never" });
      }
    }
  } finally {
    // Of an answer that is not read to its end, because it is too long or the listener threw, the request is ended.
    await chunks.return?.();
  }
}

type Opened = { readonly stream: AsyncIterable<Chunk> };

async function openStream(context: AttemptContext, watchdog: Watchdog): Promise<Opened | Failure> {
  const { provider, request } = context;
  const client = await createClient(provider, context.fetch ?? createConnectingFetch(watchdog.connected, provider));
  const body = requestBody(request, provider, toolNamesOf(request));
  try {
    const options = { signal: watchdog.signal, headers: { [PURPOSE_HEADER]: request.purpose } };
    const { data: stream, response } = await client.chat.completions.create(body, options).withResponse();
    const contentType = response.headers.get("content-type") ?? "";
    if (!/html|json/i.test(contentType)) return { stream };
    await response.body?.cancel();
    return notAStream(provider.model, contentType);
  } catch (error) {
    return translated(error, context);
  }
}

async function nextChunk(chunks: AsyncIterator<Chunk>, context: AttemptContext) {
  try {
    return await chunks.next();
  } catch (error) {
    return translated(error, context);
  }
}

/** An error after an abort is the abort's doing; `attempt` asks the signals for its cause. */
function translated(error: unknown, { provider, request, redact, clock }: AttemptContext): Failure {
  const failure = failureOf(error, { provider, purpose: request.purpose, redact, now: clock.now() });
  if (failure === undefined) throw error;
  return failure;
}

function judge(collected: Collected, context: AttemptContext): Outcome {
  const { model } = context.provider;
  const { finish, calls, text, refusal } = collected;
  if (finish === null) return incomplete(model, "The stream ended before the answer was whole.");
  if (finish === "content_filter") return refused(model, "The provider's content filter stopped the answer.");
  if (finish === "error") return incomplete(model, "The provider reported an error in the middle of the answer.");
  if (finish === "length" && calls.length > 0) return incomplete(model, "The output limit cut a tool call in two.");
  if (calls.some((call) => call.name === "")) return incomplete(model, "A tool call came without a name.");
  if (calls.length === 0 && text.trim() === "") return emptyAnswer(model, finish, context.redact(refusal));
  return { kind: "replied", reply: toReply(collected, context) };
}

function emptyAnswer(model: string, finish: string, refusal: string): Failure {
  if (refusal !== "") return refused(model, refusal);
  if (finish === "length") return incomplete(model, "The output limit was reached before the answer began.");
  return incomplete(model, "The answer was empty.");
}

function toReply({ text, calls, usage }: Collected, { provider, request }: AttemptContext): ModelReply {
  const names = toolNamesOf(request);
  const taken = request.messages.flatMap((each) => (each.role === "assistant" ? each.calls.map(({ id }) => id) : []));
  const ours = calls.map((call) => ({ ...call, name: names.fromWire(call.name) }));
  return {
    text,
    calls: finishCalls(ours, taken),
    usage: usageOf(usage, { provider, request, text, calls }),
    model: provider.model,
  };
}
