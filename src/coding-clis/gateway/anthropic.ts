import type { Body, Counted, Prepared, Refusal, Rule, Wire } from "./wire.ts";
import { carried, clamped, fieldOf, tokensIn } from "./wire.ts";

import { WRITE_FACTORS } from "./cost.ts";

/**
 * Anthropic's Messages.
 * @see https://docs.anthropic.com/en/api/messages and .../build-with-claude/prompt-caching (prices of the cache)
 */
export const anthropicMessages: Wire = {
  path: "/v1/messages",
  upstreamPath: "/v1/messages",
  passed: ["anthropic-version", "anthropic-beta", "user-agent"],
  credentials: (key) => ({ "x-api-key": key }),
  prepare,
  writeFactorOf,
  count,
  refusal: ({ kind, message }) => ({ type: "error", error: { type: ERRORS[kind], message } }),
};
const ERRORS: Readonly<Record<Refusal["kind"], string>> = {
  unauthorized: "authentication_error",
  invalid: "invalid_request_error",
  "not-found": "not_found_error",
  "over-budget": "billing_error",
  "too-large": "request_too_large",
  unavailable: "api_error",
};
/** What would cost by another tariff, or reach further than the model. */
const LEFT_OUT = ["service_tier", "speed", "inference_geo", "mcp_servers", "container", "fallbacks"];

function prepare(body: Body, { model, maxOutputTokens }: Rule): Prepared {
  const most = clamped(body["max_tokens"], maxOutputTokens);
  const thinking = fieldOf(body, "thinking");
  const budget = tokensIn(thinking, "budget_tokens");
  // A budget for thoughts is part of the answer, and must be less than all of it.
  const fits = budget === undefined || budget < most;
  const rest = carried(body, fits ? LEFT_OUT : [...LEFT_OUT, "thinking"], isRunByClient);
  return {
    kind: "ready",
    body: { ...rest, model, max_tokens: most },
    maxOutputTokens: most,
  };
}
function writeFactorOf(text: string): number {
  if (text.includes('"ttl":"1h"')) return WRITE_FACTORS.long;
  return text.includes('"cache_control"') ? WRITE_FACTORS.short : 1;
}
/** Those have no type, or one of these. */
function isRunByClient({ type }: Body): boolean {
  return (
    type === undefined || (typeof type === "string" && /^(custom|bash_|text_editor_|memory_|tool_search_)/.test(type))
  );
}
function count(event: Body, so: Counted): Counted {
  switch (event["type"]) {
    case "message_start":
      return { ...counted(fieldOf(fieldOf(event, "message"), "usage"), so), whole: false };
    case "message_delta":
      return counted(fieldOf(event, "usage"), so);
    case "message_stop":
      return { ...so, whole: so.whole || so.output > 0 };
    case "message":
      return { ...counted(fieldOf(event, "usage"), so), whole: true };
    default:
      return so;
  }
}
/** What is told again is the sum until then. */
function counted(usage: Body, so: Counted): Counted {
  const created = fieldOf(usage, "cache_creation");
  const all = tokensIn(usage, "cache_creation_input_tokens");
  const long = tokensIn(created, "ephemeral_1h_input_tokens") ?? so.writtenLong;
  return {
    fresh: tokensIn(usage, "input_tokens") ?? so.fresh,
    cached: tokensIn(usage, "cache_read_input_tokens") ?? so.cached,
    written: all === undefined ? so.written : Math.max(0, all - long),
    writtenLong: all === undefined ? so.writtenLong : Math.min(long, all),
    output: tokensIn(usage, "output_tokens") ?? so.output,
    whole: so.whole,
  };
}
