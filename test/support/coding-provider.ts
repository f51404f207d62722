import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What the provider does with one request; `call`: the model wants a tool of the client's. */
export type Answer =
  | { readonly kind: "say"; readonly text: string }
  | { readonly kind: "call"; readonly tool: string; readonly input: Readonly<Record<string, unknown>> }
  | { readonly kind: "status"; readonly status: number; readonly message: string }
  /** The stream begins and the connection breaks. */
  | { readonly kind: "cut"; readonly text: string }
  /** It says something and then nothing more. */
  | { readonly kind: "hang"; readonly text: string };
type Asked = {
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: Readonly<Record<string, unknown>>;
};
export type CodingProvider = AsyncDisposable & {
  readonly origin: string;
  /** Everything that was asked, refused or not. */
  readonly asked: readonly Asked[];
  /** Why requests were refused that no client should make. */
  readonly faults: readonly string[];
};
export type ProviderOptions = {
  readonly key: string;
  readonly model: string;
  /** What it does with the nth request that is well made. */
  readonly answer: (asked: Asked, at: number) => Answer;
  /** Tokens that each answer says it came to. */
  readonly usage?: { readonly input: number; readonly cached: number; readonly output: number };
};
type Speaks = {
  readonly keyOf: (headers: IncomingMessage["headers"]) => string | undefined;
  readonly fault: (asked: Asked) => string | null;
  readonly events: (answer: Answer & { kind: "say" | "call" | "cut" | "hang" }, made: Made) => readonly string[];
  readonly error: (status: number, message: string) => unknown;
};
type Made = { readonly model: string; readonly usage: Required<ProviderOptions>["usage"]; readonly at: number };

/** A provider of models on 127.0.0.1 that speaks all three protocols, streaming, and refuses what the real ones refuse. */
export async function openCodingProvider(options: ProviderOptions): Promise<CodingProvider> {
  const asked: Asked[] = [];
  const faults: string[] = [];
  const { key, model, usage = { input: 1000, cached: 200, output: 100 } } = options;
  let answered = 0;
  const server = createServer((request, response) => void serve(request, response));
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const { pathname: path } = new URL(request.url ?? "/", "http://provider");
    const speaks = SPEAKS[path];
    const body = JSON.parse(Buffer.concat(chunks).toString() || "{}") as Asked["body"];
    const one = { path, headers: request.headers, body };
    asked.push(one);
    const refuse = (status: number, message: string): void => {
      response.writeHead(status, { "content-type": "application/json", "retry-after": "0" });
      response.end(JSON.stringify(speaks?.error(status, message) ?? { error: message }));
    };
    if (speaks === undefined || request.method !== "POST") return refuse(404, `no ${request.method} ${path}`);
    // As some providers do, it repeats the key that it does not take.
    const given = speaks.keyOf(request.headers);
    if (given !== key) return refuse(401, `incorrect API key provided: ${given}; wanted ${key}`);
    const fault = body["model"] === model ? speaks.fault(one) : `there is no model ${String(body["model"])}`;
    if (fault !== null) {
      faults.push(fault);
      return refuse(400, fault);
    }
    const answer = options.answer(one, answered++);
    if (answer.kind === "status") return refuse(answer.status, answer.message);
    const events = speaks.events(answer, { model, usage, at: answered });
    response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-cache" });
    for (const event of events) response.write(event);
    if (answer.kind === "hang") return;
    if (answer.kind === "cut") response.destroy();
    else response.end();
  }
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    faults,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

const bearer = (headers: IncomingMessage["headers"]) => /^Bearer (.+)$/.exec(headers.authorization ?? "")?.[1];
const openaiError = (status: number, message: string) => ({ error: { message, type: "error", code: String(status) } });
const SPEAKS: Readonly<Record<string, Speaks>> = {
  "/v1/messages": {
    keyOf: (headers) => headers["x-api-key"] as string | undefined,
    fault: ({ headers, body }) => {
      if (headers["anthropic-version"] !== "2023-06-01") return "anthropic-version is missing";
      if (!Number.isInteger(body["max_tokens"])) return "max_tokens is missing";
      return needs(body, "messages");
    },
    events: anthropicEvents,
    error: (status, message) => ({
      type: "error",
      error: { type: status === 429 ? "rate_limit_error" : status === 529 ? "overloaded_error" : "api_error", message },
    }),
  },
  "/v1/responses": {
    keyOf: bearer,
    fault: ({ body }) =>
      Number.isInteger(body["max_output_tokens"]) ? needs(body, "input") : "max_output_tokens is missing",
    events: responsesEvents,
    error: openaiError,
  },
  "/v1/chat/completions": {
    keyOf: bearer,
    fault: ({ body }) => {
      const options = body["stream_options"] as { include_usage?: boolean } | undefined;
      return options?.include_usage === true ? needs(body, "messages") : "stream_options.include_usage is missing";
    },
    events: chatEvents,
    error: openaiError,
  },
};
function needs(body: Asked["body"], list: string): string | null {
  if (body["stream"] !== true) return "only streams are served";
  return Array.isArray(body[list]) ? null : `${list} is missing`;
}
function typed(type: string, fields: object): string {
  return `event: ${type}\ndata: ${JSON.stringify({ type, ...fields })}\n\n`;
}
type Told = Parameters<Speaks["events"]>[0];

function anthropicEvents(answer: Told, { model, usage, at }: Made): string[] {
  const call = answer.kind === "call";
  const input = {
    input_tokens: usage.input - usage.cached,
    cache_creation_input_tokens: 0,
    cache_read_input_tokens: usage.cached,
  };
  const start = {
    id: `msg_${at}`,
    type: "message",
    role: "assistant",
    model,
    content: [],
    stop_reason: null,
    stop_sequence: null,
  };
  const block = call
    ? { type: "tool_use", id: `toolu_${at}`, name: answer.tool, input: {} }
    : { type: "text", text: "" };
  const delta = call
    ? { type: "input_json_delta", partial_json: JSON.stringify(answer.input) }
    : { type: "text_delta", text: answer.text };
  const begun = [
    typed("message_start", { message: { ...start, usage: { ...input, output_tokens: 1 } } }),
    typed("content_block_start", { index: 0, content_block: block }),
    typed("content_block_delta", { index: 0, delta }),
  ];
  if (answer.kind === "cut" || answer.kind === "hang") return begun;
  const end = {
    delta: { stop_reason: call ? "tool_use" : "end_turn", stop_sequence: null },
    usage: { output_tokens: usage.output },
  };
  return [...begun, typed("content_block_stop", { index: 0 }), typed("message_delta", end), typed("message_stop", {})];
}
function responsesEvents(answer: Told, { model, usage, at }: Made): string[] {
  const id = `resp_${at}`;
  const response = { id, object: "response", model, status: "in_progress", output: [] };
  const item =
    answer.kind === "call"
      ? {
          type: "function_call",
          id: `fc_${at}`,
          call_id: `call_${at}`,
          name: answer.tool,
          arguments: JSON.stringify(answer.input),
          status: "completed",
        }
      : {
          type: "message",
          id: `msg_${at}`,
          role: "assistant",
          status: "completed",
          content: [{ type: "output_text", text: answer.text, annotations: [] }],
        };
  const begun = [typed("response.created", { response })];
  const text =
    answer.kind === "call"
      ? []
      : [
          typed("response.output_text.delta", {
            item_id: item.id,
            output_index: 0,
            content_index: 0,
            delta: answer.text,
          }),
        ];
  if (answer.kind === "cut" || answer.kind === "hang") return [...begun, ...text];
  const told = {
    input_tokens: usage.input,
    input_tokens_details: { cached_tokens: usage.cached },
    output_tokens: usage.output,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: usage.input + usage.output,
  };
  return [
    ...begun,
    typed("response.output_item.added", { output_index: 0, item: { ...item, status: "in_progress" } }),
    ...text,
    typed("response.output_item.done", { output_index: 0, item }),
    typed("response.completed", { response: { ...response, status: "completed", output: [item], usage: told } }),
  ];
}
function chatEvents(answer: Told, { model, usage, at }: Made): string[] {
  const chunk = (fields: object): string =>
    `data: ${JSON.stringify({ id: `chat_${at}`, object: "chat.completion.chunk", created: 1, model, ...fields })}\n\n`;
  const choice = (delta: object, reason: string | null = null) =>
    chunk({ choices: [{ index: 0, delta, finish_reason: reason }] });
  const said =
    answer.kind === "call"
      ? {
          tool_calls: [
            {
              index: 0,
              id: `call_${at}`,
              type: "function",
              function: { name: answer.tool, arguments: JSON.stringify(answer.input) },
            },
          ],
        }
      : { content: answer.text };
  const begun = [choice({ role: "assistant", ...said })];
  if (answer.kind === "cut" || answer.kind === "hang") return begun;
  const told = {
    prompt_tokens: usage.input,
    completion_tokens: usage.output,
    total_tokens: usage.input + usage.output,
    prompt_tokens_details: { cached_tokens: usage.cached },
  };
  return [
    ...begun,
    choice({}, answer.kind === "call" ? "tool_calls" : "stop"),
    chunk({ choices: [], usage: told }),
    "data: [DONE]\n\n",
  ];
}
