import type { Emit } from "../core/events.ts";
import { Fault, type FaultCode } from "../core/fault.ts";
import type { CompleteOptions, Model, ModelAbout, ModelReply } from "../core/ports/model.ts";
import { createRedactor, type Redactor } from "../lib/redact.ts";
import { LEAVING_SHAPES, QUOTED_KEY } from "../lib/secret-shapes.ts";
import { type Clock, instant, type Instant, MINUTE_MS } from "../lib/time.ts";
import { attempt, type AttemptContext } from "./attempt.ts";
import { listModels } from "./list-models.ts";
import {
  defaultRetries,
  defaultTimeouts,
  type ModelOptions,
  type ProviderOptions,
  type SightOptions,
} from "./options.ts";
import { fitTools } from "./fit-tools.ts";
import { hideInReply, hideSecrets } from "./hide-secrets.ts";
import { payFor } from "./pay.ts";
import { isPriced, type Prices } from "./prices.ts";
import { nextWait } from "./retry.ts";
import type { ShownRequest } from "./request.ts";
import { withSight } from "./sight.ts";
import { truncationOf } from "./usage.ts";

export type ModelDependencies = {
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  readonly emit?: Emit;
  /** Takes the secrets that are known out of what a model is told; absent: those of the providers. */
  readonly redact?: Redactor;
  /** Stands in for the connection, in tests of what arrives over it. */
  readonly fetch?: typeof fetch;
};

/** How long a provider that failed is asked last, so that a dead one does not delay every answer by its retries. */
const REST_MS = MINUTE_MS;
const NO_MODEL_HINT =
  "No language model is set up. Start Ollama on this machine, or name a provider in the configuration.";

const NO_SIGHT: SightOptions = { vision: "off", picture: () => Promise.resolve(null) };

/** An answer that broke off, or a goal that was not recorded, says nothing of the next request. */
const RESTING: readonly FaultCode[] = [
  "model.unauthorized",
  "model.rate-limited",
  "model.unavailable",
  "model.timeout",
];

/**
 * What it could not serve, another provider could. A refusal is an answer: no other provider is asked to undo it. Whether more is spent is for a
 * person to say, and a weaker model no answer to it.
 */
function couldAnotherServe({ code }: Fault): boolean {
  return code.startsWith("model.") && !["model.refused", "model.none", "model.over-budget"].includes(code);
}

export function createModel(options: ModelOptions, dependencies: ModelDependencies): Model {
  const [primary] = options.providers;
  if (primary === undefined) return noModel(NO_MODEL_HINT);
  const ask = withSight(options.sight ?? NO_SIGHT, createAsk(options, dependencies));
  const listed = new Map<string, Prices>();
  const restsUntil = new Map<ProviderOptions, Instant>();
  const order = () => {
    const rests = (provider: ProviderOptions) => (restsUntil.get(provider) ?? 0) > dependencies.clock.now();
    return options.providers.toSorted((a, b) => Number(rests(a)) - Number(rests(b)));
  };
  return {
    about: aboutOf(primary),
    async complete(request, completeOptions) {
      const providers = order();
      const asked = (provider: ProviderOptions) =>
        provider === primary && request.model !== undefined && provider.provider !== "recorded"
          ? withModel(provider, request.model)
          : provider;
      let first: Fault | undefined;
      for (const [index, provider] of providers.entries()) {
        const outcome = await ask(priced(asked(provider), listed), request, completeOptions);
        if (!(outcome instanceof Fault)) return outcome;
        first ??= outcome;
        if (!couldAnotherServe(outcome)) throw outcome;
        if (RESTING.includes(outcome.code)) restsUntil.set(provider, instant(dependencies.clock.now() + REST_MS));
        const next = providers[index + 1];
        if (next === undefined) continue;
        dependencies.emit?.({ kind: "model.fell-back", from: provider.name, to: next.name, fault: outcome.code });
      }
      // The fault of the provider people chose says more than that of the last one that stood in.
      throw first ?? new Fault("model.none", { hint: NO_MODEL_HINT });
    },
    list: (signal) => listModels(primary, signal, (model, prices) => listed.set(model, prices)),
  };
}

type Ask = (p: ProviderOptions, request: ShownRequest, options: CompleteOptions) => Promise<ModelReply | Fault>;

/** Asks one provider until it answers, its retries are used up or its time is over. */
function createAsk(options: ModelOptions, dependencies: ModelDependencies): Ask {
  const { clock, random, emit, fetch } = dependencies;
  const timeouts = { ...defaultTimeouts, ...options.timeouts };
  const retries = { ...defaultRetries, ...options.retries };
  const keys = options.providers.map(({ apiKey }) => apiKey?.reveal() ?? "");
  const redact = createRedactor(keys, [...LEAVING_SHAPES, QUOTED_KEY]);
  const hide = dependencies.redact ?? createRedactor(keys);
  return async (provider, asked, { signal, onText, onThought, onRestart, purse }) => {
    const request = hideSecrets(fitTools(asked), hide);
    const startedAt = clock.now();
    const leftMs = () => timeouts.totalMs - (clock.now() - startedAt);
    const shared = { provider, request, clock, timeouts, redact, signal, ...(fetch === undefined ? {} : { fetch }) };
    for (let made = 1; ; made += 1) {
      const listener = createListener(onText, onRestart);
      const context: AttemptContext = {
        ...shared,
        leftMs: leftMs(),
        onText: listener.onText,
        ...(onThought === undefined ? {} : { onThought }),
      };
      const outcome = await payFor({ purse, provider, request, heard: listener.heard }, () => attempt(context));
      if (outcome.kind === "replied") {
        const detail = provider.provider === "ollama" ? truncationOf(request, outcome.reply.usage) : undefined;
        if (detail !== undefined) emit?.({ kind: "fault", doing: "reading", code: "model.truncated", detail });
        return hideInReply(outcome.reply, hide);
      }
      listener.discard();
      const waitMs = nextWait({ made, again: outcome.again, roll: random(), leftMs: leftMs() }, retries);
      if (waitMs === null) return outcome.fault;
      emit?.({ kind: "model.retried", model: provider.model, fault: outcome.fault.code, attempt: made, waitMs });
      await clock.sleep(waitMs, signal);
    }
  };
}

/** Says so when text that was passed on turns out to be part of no answer. */
function createListener(onText: CompleteOptions["onText"], onRestart: CompleteOptions["onRestart"]) {
  let heard = false;
  return {
    onText: (delta: string) => {
      heard = true;
      onText?.(delta);
    },
    heard: () => heard,
    discard: () => {
      if (heard) onRestart?.();
    },
  };
}

function aboutOf({ provider, model, name, local, covers }: ProviderOptions): ModelAbout {
  if (provider === "recorded") return { kind: "recorded", name: model, covers: covers ?? [] };
  return { kind: "live", name: model, provider: name, local };
}

/** The price that was set counts most, then the table's, then what the provider's list said, if it was fetched. */
function priced(provider: ProviderOptions, listed: ReadonlyMap<string, Prices>): ProviderOptions {
  const prices = listed.get(provider.model);
  if (prices === undefined || provider.provider !== "openrouter" || isPriced(provider)) return provider;
  return { ...provider, prices };
}

/** The price that was set is that of the usual model. */
function withModel(provider: ProviderOptions, model: string): ProviderOptions {
  const asked: ProviderOptions & { prices?: unknown } = { ...provider, model };
  delete asked.prices;
  return asked;
}

function noModel(hint: string): Model {
  return {
    about: { kind: "none", hint },
    complete: () => Promise.reject(new Fault("model.none", { hint })),
    list: () => Promise.resolve([]),
  };
}
