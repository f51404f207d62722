import { z } from "zod";
import type { Usage } from "../core/ports/model.ts";
import { own } from "../lib/own.ts";

/** USD per million tokens. */
type Rates = { readonly input: number; readonly cached: number; readonly output: number };
/** `long` holds for a whole request whose input is longer than `above` tokens. */
export type Prices = Rates & { readonly long?: Rates & { readonly above: number } };

/** `cachedTokens` are those of `inputTokens` that the provider had in its cache. */
export type TokenCounts = {
  readonly inputTokens: number;
  readonly cachedTokens: number;
  readonly outputTokens: number;
};

/** What is asked for its price: a provider's options. */
export type Priced = {
  readonly provider: string;
  readonly model: string;
  readonly local: boolean;
  readonly prices?: Prices;
};

function rates(input: number, cached: number, output: number): Rates {
  return { input, cached, output };
}
function tiered(base: Rates, above: number, long: Rates): Prices {
  return { ...base, long: { ...long, above } };
}
const OPENAI_LONG = 272_000;

/**
 * List prices of the providers themselves, by the model's name without vendor, date and dots.
 *
 * Sources: (a) GitHub's table of per-token model prices, docs.github.com (data/tables/copilot/models-and-pricing.yml),
 * which states the providers' list prices; (b) platform.claude.com/docs/en/about-claude/pricing; both as stored in
 * autumn 2026; (c) developers.openai.com/api/docs/pricing as public price tables quoted it in 2026. Prices change:
 * `prices` in a provider's options takes the place of a line here.
 */
const TABLE: Readonly<Record<string, Prices>> = {
  // (c)
  "gpt-4o": rates(2.5, 1.25, 10),
  "gpt-4o-mini": rates(0.15, 0.075, 0.6),
  "gpt-5": rates(1.25, 0.125, 10),
  "gpt-5-2": rates(1.75, 0.175, 14),
  // Above 272,000 input tokens these four cost more, by a tariff the sources do not give.
  "gpt-6-astra": rates(10, 1, 50),
  "gpt-6-sol": rates(2, 0.2, 10),
  "gpt-6-luna": rates(0.1, 0.01, 0.5),
  "gpt-6-1-sol": rates(2, 0.1, 10),
  // (a)
  "gpt-4-1": rates(2, 0.5, 8),
  "gpt-5-mini": rates(0.25, 0.025, 2),
  "gpt-5-2-codex": rates(1.75, 0.175, 14),
  "gpt-5-3-codex": rates(1.75, 0.175, 14),
  "gpt-5-4": tiered(rates(2.5, 0.25, 15), OPENAI_LONG, rates(5, 0.5, 22.5)),
  "gpt-5-4-mini": rates(0.75, 0.075, 4.5),
  "gpt-5-4-nano": rates(0.2, 0.02, 1.25),
  "gpt-5-5": tiered(rates(5, 0.5, 30), OPENAI_LONG, rates(10, 1, 45)),
  "gpt-5-6-luna": tiered(rates(0.2, 0.02, 1.2), 200_000, rates(0.4, 0.04, 1.8)),
  "gpt-5-6-sol": tiered(rates(5, 0.5, 30), OPENAI_LONG, rates(10, 1, 45)),
  "gpt-5-6-terra": tiered(rates(2, 0.2, 12), OPENAI_LONG, rates(4, 0.4, 18)),
  "gemini-3-1-pro": tiered(rates(2, 0.2, 12), 200_000, rates(4, 0.4, 18)),
  "gemini-3-5-flash": rates(1.5, 0.15, 9),
  "grok-4-5": tiered(rates(2, 0.5, 6), 200_000, rates(4, 1, 12)),
  "grok-4-6": tiered(rates(2, 0.5, 6), 200_000, rates(4, 1, 12)),
  "kimi-k3": rates(3, 0.3, 15),
  // (b)
  "claude-haiku-4-5": rates(1, 0.1, 5),
  "claude-haiku-5-5": tiered(rates(0.1, 0.01, 0.5), 100_000, rates(0.5, 0.05, 2.5)),
  "claude-sonnet-4": rates(3, 0.3, 15),
  "claude-sonnet-4-5": rates(3, 0.3, 15),
  "claude-sonnet-4-6": rates(3, 0.3, 15),
  "claude-sonnet-5": rates(2, 0.2, 10),
  "claude-sonnet-5-5": rates(2, 0.1, 10),
  "claude-opus-4-5": rates(5, 0.5, 25),
  "claude-opus-4-6": rates(5, 0.5, 25),
  "claude-opus-4-7": rates(5, 0.5, 25),
  "claude-opus-4-8": rates(5, 0.5, 25),
  "claude-opus-5": rates(5, 0.5, 25),
  "claude-opus-5-5": rates(4, 0.2, 20),
  "claude-fable-5": rates(10, 1, 50),
  "claude-fable-5-1": rates(10, 0.25, 50),
};

const usdPerToken = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d+(\.\d+)?(e-?\d+)?$/i)
      .transform(Number),
  ])
  .pipe(z.number().min(0));
const listedSchema = z.looseObject({
  pricing: z.looseObject({
    prompt: usdPerToken,
    completion: usdPerToken,
    input_cache_read: usdPerToken.optional(),
    input_cache_write: usdPerToken.optional(),
  }),
});
/** What an entry of OpenRouter's list of models says, which is in USD for one token; null when it says nothing usable. */
export function listedPrices(entry: unknown): Prices | null {
  const listed = listedSchema.safeParse(entry);
  if (!listed.success) return null;
  const {
    prompt,
    completion,
    input_cache_read: read = prompt,
    input_cache_write: write = prompt,
  } = listed.data.pricing;
  // A price of -1 stands for "depends", and is refused above; writing to the cache is an input that costs more.
  return rates(Math.max(prompt, write) * 1_000_000, read * 1_000_000, completion * 1_000_000);
}

/** `anthropic/claude-sonnet-4.5` and `claude-sonnet-4-5-20250929` are the same model at the same price. */
function tableKey(model: string): string {
  const bare = model.slice(model.lastIndexOf("/") + 1).toLowerCase();
  return bare.replace(/-(\d{4}-\d{2}-\d{2}|\d{8})$/, "").replaceAll(".", "-");
}

const FREE = rates(0, 0, 0);
/**
 * Null when no price is known. A recording costs nothing, and so does a server on this machine, unless the list has a price for what it serves: then it
 * may well hand the request on to whoever wants that price.
 */
function pricesOf({ provider, model, local, prices }: Priced): Prices | null {
  if (prices !== undefined) return prices;
  if (provider === "recorded") return FREE;
  return own(TABLE, tableKey(model)) ?? (local ? FREE : null);
}

/** The providers' own list, whoever serves the model. */
export function listPriceOf(model: string): Prices | null {
  return pricesOf({ provider: "list", model, local: false });
}
export function isPriced(provider: Priced): boolean {
  return pricesOf(provider) !== null;
}
/**
 * The most that one request can come to, in USD; null when no price is known.
 * @param bytes of the request: no tokenizer makes more tokens of a text than it has bytes
 */
export function worstCostOf(bytes: number, maxOutputTokens: number, provider: Priced): number | null {
  const prices = pricesOf(provider);
  if (prices === null) return null;
  const { long = prices } = prices;
  const input = Math.max(prices.input, prices.cached, long.input, long.cached);
  return (bytes * input + maxOutputTokens * Math.max(prices.output, long.output)) / 1_000_000;
}

/** USD, or null when no price is known. */
export function costOf(tokens: TokenCounts, provider: Priced): Usage["costUsd"] {
  const prices = pricesOf(provider);
  if (prices === null) return null;
  const { input, cached, output } =
    prices.long !== undefined && tokens.inputTokens > prices.long.above ? prices.long : prices;
  const fresh = tokens.inputTokens - tokens.cachedTokens;
  return (fresh * input + tokens.cachedTokens * cached + tokens.outputTokens * output) / 1_000_000;
}
