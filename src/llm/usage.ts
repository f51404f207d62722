import type { ModelRequest, Usage } from "../core/ports/model.ts";
import type { RawCall } from "./arguments.ts";
import type { ProviderOptions } from "./options.ts";
import { costOf } from "./prices.ts";

/** A rule of thumb for English and code with today's tokenizers. */
const BYTES_PER_TOKEN = 4;
/** The shortest context that Ollama gives a model unasked. */
const SMALLEST_CONTEXT = 2048;

export type Answered = {
  readonly provider: ProviderOptions;
  readonly request: ModelRequest;
  readonly text: string;
  readonly calls: readonly RawCall[];
};

/**
 * What the server counted. Where it counted nothing, or nonsense, the tokens are an **estimate**: bytes of the request and
 * of the answer divided by 4.
 * @param reported `usage` of the last chunk, unchecked
 */
export function usageOf(reported: unknown, { provider, request, text, calls }: Answered): Usage {
  const inputTokens = count(field(reported, "prompt_tokens")) ?? estimateInput(request);
  const outputTokens = count(field(reported, "completion_tokens")) ?? estimate([text, calls]);
  const cached = count(field(field(reported, "prompt_tokens_details"), "cached_tokens")) ?? 0;
  const cachedTokens = Math.min(cached, inputTokens);
  const tokens = { inputTokens, cachedTokens, outputTokens };
  return { inputTokens, outputTokens, costUsd: billed(reported, provider) ?? costOf(tokens, provider) };
}

/**
 * Ollama cuts a conversation that is longer than its context and says nothing; its OpenAI-compatible interface cannot be
 * asked for a longer one. Far fewer tokens counted than were sent give it away.
 * @returns what to tell people, or undefined when nothing looks cut
 */
export function truncationOf(request: ModelRequest, usage: Usage): string | undefined {
  const sent = estimateInput(request);
  // The estimate may be a third too high; half of it is not a matter of counting.
  if (sent < SMALLEST_CONTEXT || usage.inputTokens > sent / 2) return undefined;
  const counts = `The server read ${usage.inputTokens} of about ${sent} tokens`;
  return `${counts}: its context is too short. Restart Ollama with OLLAMA_CONTEXT_LENGTH=32768 or more.`;
}

function estimateInput({ messages, tools }: ModelRequest): number {
  return estimate([messages, tools]);
}

/** OpenRouter says what it took from the account, in USD. */
function billed(reported: unknown, provider: ProviderOptions): number | null {
  const cost = provider.provider === "openrouter" ? field(reported, "cost") : undefined;
  return typeof cost === "number" && Number.isFinite(cost) && cost >= 0 ? cost : null;
}

function field(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

function count(value: unknown): number | null {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

function estimate(value: unknown): number {
  return Math.ceil(Buffer.byteLength(JSON.stringify(value)) / BYTES_PER_TOKEN);
}
