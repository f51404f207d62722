import type { Body, Counted, Prepared, Refusal, Rule, Wire } from "./wire.ts";
import { carried, clamped, fieldOf, listOf, tokensIn } from "./wire.ts";

const shared = {
  writeFactorOf: () => 1,
  passed: ["user-agent"],
  credentials: (key: string) => ({ authorization: `Bearer ${key}` }),
  refusal: ({ kind, message }: Refusal) => ({
    error: { message, type: ERRORS[kind], code: ERRORS[kind], param: null },
  }),
};
const ERRORS: Readonly<Record<Refusal["kind"], string>> = {
  unauthorized: "invalid_api_key",
  invalid: "invalid_request_error",
  "not-found": "not_found_error",
  "over-budget": "insufficient_quota",
  "too-large": "invalid_request_error",
  unavailable: "server_error",
};
/** @see https://platform.openai.com/docs/api-reference/responses */
export const openaiResponses: Wire = {
  ...shared,
  path: "/v1/responses",
  upstreamPath: "/responses",
  prepare: prepareResponse,
  count: countResponse,
};
/** @see https://platform.openai.com/docs/api-reference/chat */
export const openaiChat: Wire = {
  ...shared,
  path: "/v1/chat/completions",
  upstreamPath: "/chat/completions",
  prepare: prepareChat,
  count: countChat,
};

/** What the provider keeps of before is input that nobody here has counted. */
const KEPT_THERE = ["previous_response_id", "conversation", "prompt"];
/** What would cost by another tariff, or go on when the CLI is gone. */
const LEFT_OUT = ["service_tier", "background"];
function prepareResponse(body: Body, { model, maxOutputTokens }: Rule): Prepared {
  const kept = KEPT_THERE.find((name) => body[name] !== undefined && body[name] !== null);
  if (kept !== undefined) return { kind: "refused", why: `${kept} is not carried: send the whole conversation` };
  const most = clamped(body["max_output_tokens"], maxOutputTokens);
  const rest = carried(body, LEFT_OUT, isRunByClient);
  return ready({ ...rest, model, max_output_tokens: most, store: false }, most);
}
/** A namespace holds functions. */
function isRunByClient({ type }: Body): boolean {
  return (
    type === "function" || type === "custom" || type === "local_shell" || type === "apply_patch" || type === "namespace"
  );
}
/** Of the options of a stream one makes each piece tell what it came to until then. */
const CHAT_LEFT_OUT = ["web_search_options", "plugins", "models", "n", "stream_options"];
const LENGTHS = ["max_completion_tokens", "max_tokens"] as const;
function prepareChat(body: Body, { model, maxOutputTokens }: Rule): Prepared {
  // Models that think know only the first of the two, other servers only the second: the client knows which.
  const [newer, older] = LENGTHS;
  const name = body[newer] === undefined ? older : newer;
  const most = clamped(body[name], maxOutputTokens);
  const rest = carried(body, [...LEFT_OUT, ...LENGTHS, ...CHAT_LEFT_OUT], isRunByClient);
  const usage = body["stream"] === true ? { stream_options: { include_usage: true } } : {};
  return ready({ ...rest, ...usage, model, [name]: most }, most);
}
function ready(body: Body, maxOutputTokens: number): Prepared {
  return { kind: "ready", body, maxOutputTokens };
}

/** An event of a stream holds the answer so far; without one the answer is the event. */
function countResponse(event: Body, so: Counted): Counted {
  const answer = event["object"] === "response" ? event : fieldOf(event, "response");
  const usage = fieldOf(answer, "usage");
  const input = tokensIn(usage, "input_tokens");
  if (input === undefined) return so;
  return summed(
    input,
    tokensIn(fieldOf(usage, "input_tokens_details"), "cached_tokens"),
    tokensIn(usage, "output_tokens"),
  );
}
/** What is told beside a piece of a choice that goes on is the sum until then. The last piece of all has no choices. */
function countChat(event: Body, so: Counted): Counted {
  const usage = fieldOf(event, "usage");
  const input = tokensIn(usage, "prompt_tokens");
  if (input === undefined) return so;
  const cached = tokensIn(fieldOf(usage, "prompt_tokens_details"), "cached_tokens");
  const whole = listOf(event, "choices").every((choice) => typeof choice["finish_reason"] === "string");
  return { ...summed(input, cached, tokensIn(usage, "completion_tokens")), whole };
}
function summed(input: number, cached = 0, output = 0): Counted {
  const read = Math.min(cached, input);
  return { fresh: input - read, cached: read, written: 0, writtenLong: 0, output, whole: true };
}
