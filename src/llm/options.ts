import type { Secret } from "../lib/secret.ts";
import type { Outgoing } from "./outgoing.ts";
import type { Prices } from "./prices.ts";

export type ProviderKind = "openai" | "ollama" | "openrouter" | "compatible" | "recorded";

/** One server and one model on it. */
export type ProviderOptions = {
  /** How people call it; unique in the list. */
  readonly name: string;
  readonly provider: ProviderKind;
  /** Up to and without `/chat/completions`, such as `http://127.0.0.1:11434/v1`. */
  readonly baseUrl: string;
  readonly model: string;
  /** Undefined: no Authorization header is sent. */
  readonly apiKey: Secret | undefined;
  /** True when its server is on this machine. */
  readonly local: boolean;
  /** Absent: Node's own way. */
  readonly outgoing?: Outgoing;
  /** Takes the place of what the price table says. */
  readonly prices?: Prices;
  /** Of a recording: the goals it was made for. */
  readonly covers?: readonly string[];
};

export type Timeouts = {
  /** Until the connection stands, TLS included. */
  readonly connectMs: number;
  /** From the connection to the first piece of an answer. A local model may have to be loaded first. */
  readonly firstTokenMs: number;
  /** Between two pieces of an answer. */
  readonly idleMs: number;
  /** For one provider, with all its retries and the waits between them. */
  readonly totalMs: number;
};

export type RetryOptions = {
  /** Requests to one provider, the first included; at least 1. */
  readonly attempts: number;
  /** The wait before the n-th retry is random between 0 and `baseMs` · 2ⁿ⁻¹, at most `maxMs`. */
  readonly baseMs: number;
  readonly maxMs: number;
  /** A server that asks (Retry-After) for a longer wait than this is not waited for. */
  readonly maxRetryAfterMs: number;
};

/** `auto`: models are taken to see until one refuses a picture; from then on it is only told their names. */
type Vision = "auto" | "on" | "off";
export type SightOptions = {
  readonly vision: Vision;
  /** The bytes of a picture by its hash; null when they are not kept any more. */
  readonly picture: (hash: string) => Promise<Uint8Array | null>;
};

export type ModelOptions = {
  /** The first one answers; the others stand in, in this order, when it cannot. Empty: there is no model. */
  readonly providers: readonly ProviderOptions[];
  /** Absent: no model is shown a picture. */
  readonly sight?: SightOptions;
  readonly timeouts?: Partial<Timeouts>;
  readonly retries?: Partial<RetryOptions>;
};

export const defaultTimeouts: Timeouts = {
  connectMs: 10_000,
  firstTokenMs: 120_000,
  idleMs: 60_000,
  totalMs: 600_000,
};

export const defaultRetries: RetryOptions = { attempts: 4, baseMs: 500, maxMs: 20_000, maxRetryAfterMs: 60_000 };
