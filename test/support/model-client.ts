import { inspect } from "node:util";
import type { Event } from "../../src/core/events.ts";
import { Fault } from "../../src/core/fault.ts";
import type { ModelRequest } from "../../src/core/ports/model.ts";
import { Secret } from "../../src/lib/secret.ts";
import { createModel } from "../../src/llm/model.ts";
import type { ModelOptions, ProviderOptions } from "../../src/llm/options.ts";
import { createHandClock, type HandClock } from "./hand-clock.ts";

/** Not of a shape that gives it away: only who knows it can take it out of a text. */
export const TEST_KEY = "b7e1-4c0d-9f2a-key";

export const workRequest: ModelRequest = {
  purpose: "work",
  messages: [
    { role: "system", text: "You are a spark." },
    { role: "user", text: "Mend the parser." },
  ],
  tools: [
    {
      name: "read_file",
      description: "Reads a file.",
      parameters: { type: "object", properties: { path: { type: "string" } } },
    },
  ],
  toolChoice: "auto",
  maxOutputTokens: 1000,
};

export function providerAt(baseUrl: string, more: Partial<ProviderOptions> = {}): ProviderOptions {
  const base = { name: "main", provider: "openai", model: "gpt-5-mini", local: false } as const;
  return { ...base, baseUrl, apiKey: new Secret(TEST_KEY), ...more };
}

/** A model whose chance is always a half, so that its waits are 250, 500 and 1000 ms. */
export function startModel(providers: readonly ProviderOptions[], more: Partial<ModelOptions> = {}) {
  const clock = createHandClock(1_000_000);
  const events: Event[] = [];
  const model = createModel({ providers, ...more }, { clock, random: () => 0.5, emit: (event) => events.push(event) });
  return { clock, events, model };
}

export async function wakeAfter(clock: HandClock, ms: number): Promise<void> {
  await clock.untilSleeping(ms);
  clock.advance(ms);
}

export const neverAborted = new AbortController().signal;

export async function faultOf(promise: Promise<unknown>): Promise<Fault> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Fault)) throw new Error(`expected a fault, got ${inspect(error)}`);
  return error;
}

/** One record of a stream with one choice. */
export function sse(delta: object, finish_reason: string | null = null): string {
  return `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason }] })}\n\n`;
}
