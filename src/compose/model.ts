import type { Config } from "../config/config.ts";
import type { Emit } from "../core/events.ts";
import type { Model } from "../core/ports/model.ts";
import { loadCassette } from "../llm/cassette/cassette.ts";
import { openCassettePlayer } from "../llm/cassette/player.ts";
import { discoverModels } from "../llm/discover.ts";
import { getJson } from "../llm/http.ts";
import { createModel } from "../llm/model.ts";
import type { Outgoing } from "../llm/outgoing.ts";
import type { ProviderKind, ProviderOptions } from "../llm/options.ts";
import type { Clock } from "../lib/time.ts";
import type { Redactor } from "../lib/redact.ts";
import type { Secret } from "../lib/secret.ts";
import { isThisMachine } from "../lib/this-machine.ts";

export type ModelWorld = {
  readonly clock: Clock;
  readonly random: () => number;
  readonly emit: Emit;
  /** The value of an environment variable or line of `.env` that holds a key. */
  readonly secret: (variable: string) => Secret | undefined;
  /** The way to its server. */
  readonly outgoing: Outgoing;
  /** Takes the secrets that are known out of what a model is told. */
  readonly redact: Redactor;
  /** The recording that serves the sample when there is no model. */
  readonly cassetteFile: string;
  /** Characters a second at which the recording speaks; 0 at once. */
  readonly cassettePace: number;
  /** The bytes of a picture by its hash. */
  readonly picture: (hash: string) => Promise<Uint8Array | null>;
  /** Whether model servers on this machine are looked for. */
  readonly discover: boolean;
};
const USUAL = {
  openai: { baseUrl: "https://api.openai.com/v1", model: "gpt-5.2", key: "OPENAI_API_KEY", local: false },
  openrouter: {
    baseUrl: "https://openrouter.ai/api/v1",
    model: "openai/gpt-5.2",
    key: "OPENROUTER_API_KEY",
    local: false,
  },
  ollama: { baseUrl: "http://127.0.0.1:11434/v1", model: "qwen3:8b", key: "MODEL_API_KEY", local: true },
  compatible: { baseUrl: "http://127.0.0.1:8080/v1", model: "default", key: "MODEL_API_KEY", local: false },
} as const;
type Chosen =
  | Config["model"]["fallbacks"][number]
  | {
      readonly provider: keyof typeof USUAL;
      readonly name?: string;
      readonly baseUrl?: string;
      readonly apiKeyVariable?: string;
      readonly price?: Config["model"]["price"];
    };

/** The model as the settings want it: a provider that is named, else a key that is set, else a server on this machine, else the recording. */
export async function openModel(
  config: Config["model"],
  world: ModelWorld,
): Promise<{ model: Model } & AsyncDisposable> {
  const providers = [
    ...(await primary(config, world)),
    ...config.fallbacks.map((fallback) => providerOf(fallback, world)),
  ];
  const timeouts = {
    connectMs: config.connectTimeoutSeconds * 1000,
    firstTokenMs: config.firstTokenTimeoutSeconds * 1000,
    idleMs: config.idleTimeoutSeconds * 1000,
    totalMs: config.totalTimeoutSeconds * 1000,
  };
  const { clock, random, emit } = world;
  if (providers.length > 0)
    return {
      model: createModel(
        { providers, timeouts, sight: { vision: config.vision, picture: world.picture } },
        { clock, random, emit, redact: world.redact },
      ),
      async [Symbol.asyncDispose]() {},
    };
  const cassette = await loadCassette(world.cassetteFile);
  const player = await openCassettePlayer({ cassette, tokensPerSecond: world.cassettePace }, { clock });
  const recorded: ProviderOptions = {
    name: cassette.name,
    provider: "recorded",
    baseUrl: player.baseUrl,
    model: cassette.model,
    apiKey: undefined,
    local: true,
    covers: player.covers,
  };
  return {
    model: createModel({ providers: [recorded], timeouts }, { clock, random, emit }),
    [Symbol.asyncDispose]: () => player[Symbol.asyncDispose](),
  };
}
async function primary(config: Config["model"], world: ModelWorld): Promise<ProviderOptions[]> {
  const { provider } = config;
  if (provider === "none") return [];
  if (provider !== "auto") return [providerOf({ ...config, provider }, world)];
  for (const usual of ["openai", "openrouter"] as const) {
    if (world.secret(USUAL[usual].key) !== undefined) return [providerOf({ ...config, provider: usual }, world)];
  }
  if (!world.discover) return [];
  const [found] = await discoverModels({ getJson, clock: world.clock });
  if (found === undefined) return [];
  return [
    {
      name: found.server,
      provider: found.provider,
      baseUrl: found.baseUrl,
      model: config.name ?? found.model,
      apiKey: undefined,
      local: true,
    },
  ];
}
function providerOf(chosen: Chosen, world: ModelWorld): ProviderOptions {
  const usual = USUAL[chosen.provider];
  const kind: ProviderKind = chosen.provider;
  const baseUrl = chosen.baseUrl ?? usual.baseUrl;
  const price = chosen.price;
  return {
    name: chosen.provider === "compatible" ? new URL(baseUrl).host : chosen.provider,
    provider: kind,
    baseUrl,
    model: chosen.name ?? usual.model,
    apiKey: world.secret(chosen.apiKeyVariable ?? usual.key),
    outgoing: world.outgoing,
    local: usual.local || isThisMachine(new URL(baseUrl).hostname),
    ...(price === undefined
      ? {}
      : { prices: { input: price.inputUsd, cached: price.cachedInputUsd, output: price.outputUsd } }),
  };
}
