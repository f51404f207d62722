import type OpenAI from "openai";
import type { ProviderOptions } from "./options.ts";

/** The longest a timer can be: the client's own limit is not to fire before ours. */
const NO_TIMEOUT_MS = 2 ** 31 - 1;

export async function createClient(
  { baseUrl, apiKey }: ProviderOptions,
  fetch: typeof globalThis.fetch,
): Promise<OpenAI> {
  // Loaded with the first question: it is large, and a day may pass without one.
  const { default: Client } = await import("openai");
  return new Client({
    baseURL: baseUrl,
    // Every field is given, for what is left out the client takes from the environment.
    apiKey: apiKey?.reveal() ?? "none",
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    ...(apiKey === undefined ? { defaultHeaders: { Authorization: null } } : {}),
    maxRetries: 0,
    timeout: NO_TIMEOUT_MS,
    logLevel: "off",
    fetch,
  });
}
