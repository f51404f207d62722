import { createClient } from "./client.ts";
import { createConnectingFetch } from "./http.ts";
import type { ProviderOptions } from "./options.ts";
import { listedPrices, type Prices } from "./prices.ts";

const LIMIT_MS = 10_000;
/** More than any provider has; a server gone wrong is not to fill the memory. */
const MOST = 5000;

/**
 * The names a provider's server gives its models, sorted; null when it does not say.
 * @param onPrices called for each model whose price the list tells, as OpenRouter's does
 */
export async function listModels(
  provider: ProviderOptions,
  signal: AbortSignal,
  onPrices: (model: string, prices: Prices) => void,
): Promise<readonly string[] | null> {
  const client = await createClient(
    provider,
    createConnectingFetch(() => undefined, provider),
  );
  try {
    const names = new Set<string>();
    const within = AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)]);
    for await (const entry of client.models.list({ signal: within })) {
      const { id } = entry;
      const prices = provider.provider === "openrouter" ? listedPrices(entry) : null;
      if (prices !== null) onPrices(id, prices);
      if (typeof id === "string" && id !== "") names.add(id);
      if (names.size >= MOST) break;
    }
    return [...names].sort();
  } catch {
    // A list is a service; a server without one still answers.
    signal.throwIfAborted();
    return null;
  }
}
