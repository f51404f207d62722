import type { ClientOptions } from "openai";
import { APIConnectionError, APIError } from "openai/core/error";
import { Fault } from "../core/fault.ts";
import type { Transcriber } from "../core/ports/speech.ts";
import type { Secret } from "../lib/secret.ts";

export type TranscriberOptions = {
  /** Up to and without `/audio/transcriptions`; a whisper server on this machine serves as well. */
  readonly url: string;
  readonly model: string;
  /** ISO 639-1, such as `de`; undefined: it is found out. */
  readonly language: string | undefined;
  readonly apiKey: Secret | undefined;
  readonly limits: { readonly seconds: number; readonly bytes: number };
  readonly timeoutMs: number;
};
/** More than what a person says in an hour; longer comes from a server gone wrong. */
const MOST_CHARACTERS = 100_000;
const RETRIES = 2;

/** Any service that speaks OpenAI's audio protocol. Retries on 429, 5xx and lost connections happen inside. */
export function createTranscriber(options: TranscriberOptions): Transcriber {
  const { model, language, limits } = options;
  return {
    limits,
    async transcribe({ bytes, name }, signal) {
      try {
        // Loaded with the first voice message: it is large.
        const { default: Client, toFile } = await import("openai");
        const client = new Client(clientOptions(options));
        const file = await toFile(bytes, name);
        const asked = { file, model, ...(language === undefined ? {} : { language }) };
        const { text } = await client.audio.transcriptions.create(asked, { signal });
        if (typeof text !== "string") throw new Fault("speech.failed", { reason: "its answer held no text" });
        return text.trim().slice(0, MOST_CHARACTERS);
      } catch (error) {
        signal.throwIfAborted();
        if (error instanceof Fault) throw error;
        // The service's own words stay out: they may hold anything, keys included.
        throw new Fault("speech.failed", { reason: reasonOf(error) });
      }
    },
  };
}
function clientOptions({ url, apiKey, timeoutMs }: TranscriberOptions): ClientOptions {
  return {
    baseURL: url,
    // Every field is given, for what is left out the client takes from the environment.
    apiKey: apiKey?.reveal() ?? "none",
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    ...(apiKey === undefined ? { defaultHeaders: { Authorization: null } } : {}),
    maxRetries: RETRIES,
    timeout: timeoutMs,
    logLevel: "off",
  };
}
export const NO_TRANSCRIBER: Transcriber = {
  limits: null,
  transcribe: () => Promise.reject(new Fault("speech.failed", { reason: "no service is set up" })),
};
function reasonOf(error: unknown): string {
  if (error instanceof APIConnectionError) return "it could not be reached, or did not answer in time";
  if (!(error instanceof APIError)) return "it gave an answer that is none";
  if (error.status === 401 || error.status === 403) return "it refused the key";
  if (error.status === 404) return "it has no such model, or the address is wrong";
  if (error.status === 429) return "it asks for patience, again and again";
  return `it answered with status ${error.status ?? "unknown"}`;
}
