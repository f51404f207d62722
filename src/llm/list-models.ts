import { createClient } from "./client.ts";
import { createConnectingFetch } from "./http.ts";
import type { ProviderOptions } from "./options.ts";

const LIMIT_MS = 10_000;
/** More than any provider has; a server gone wrong is not to fill the memory. */
const MOST = 5000;

/** The names a provider's server gives its models, sorted; null when it does not say. */
export async function listModels(provider: ProviderOptions, signal: AbortSignal): Promise<readonly string[] | null> {
  const client = createClient(
    provider,
    createConnectingFetch(() => undefined),
  );
  try {
    const names = new Set<string>();
    const within = AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)]);
    for await (const { id } of client.models.list({ signal: within })) {
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
