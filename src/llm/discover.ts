import { z } from "zod";
import type { Clock } from "../lib/time.ts";

/** A server of models found on this machine, ready to be a provider. */
export type Discovered = {
  readonly server: "Ollama" | "LM Studio" | "llama.cpp";
  readonly provider: "ollama" | "compatible";
  /** Up to and without `/chat/completions`. */
  readonly baseUrl: string;
  /** The chat model that suits an agent best, by its name. */
  readonly model: string;
  /** All its chat models, in the server's order. */
  readonly models: readonly string[];
};

export type DiscoverDependencies = {
  /** What an address answers with, as JSON; rejects when it does not answer, or with something else. */
  readonly getJson: (url: string, signal: AbortSignal) => Promise<unknown>;
  readonly clock: Clock;
};
export type DiscoverOptions = {
  readonly ports?: { readonly ollama: number; readonly lmStudio: number; readonly llamaCpp: number };
  /** For each server; all are asked at once. */
  readonly limitMs?: number;
};

const USUAL_PORTS = { ollama: 11434, lmStudio: 1234, llamaCpp: 8080 };
const LIMIT_MS = 300;

/** Looks for servers of models on their usual ports of this machine. Nothing there, or something else, is no error. */
export async function discoverModels(
  { getJson, clock }: DiscoverDependencies,
  { ports = USUAL_PORTS, limitMs = LIMIT_MS }: DiscoverOptions = {},
): Promise<Discovered[]> {
  const read = (url: string) => readJson(url, { getJson, clock, limitMs });
  const found = await Promise.all([
    findOllama(`http://127.0.0.1:${ports.ollama}`, read),
    findCompatible("LM Studio", `http://127.0.0.1:${ports.lmStudio}/v1`, read),
    findCompatible("llama.cpp", `http://127.0.0.1:${ports.llamaCpp}/v1`, read),
  ]);
  return found.filter((each) => each !== undefined);
}

type Read = (url: string) => Promise<unknown>;

const ollamaSchema = z.looseObject({
  models: z.array(
    z.looseObject({
      name: z.string().min(1),
      remote_host: z.string().optional(),
      details: z.looseObject({ family: z.string().optional() }).optional(),
    }),
  ),
});
const compatibleSchema = z.looseObject({
  object: z.literal("list"),
  data: z.array(z.looseObject({ id: z.string().min(1), object: z.literal("model") })),
});

async function findOllama(root: string, read: Read): Promise<Discovered | undefined> {
  const parsed = ollamaSchema.safeParse(await read(`${root}/api/tags`));
  if (!parsed.success) return undefined;
  // Ollama also lists models that run at its maker's: those are not on this machine.
  const local = parsed.data.models.filter(({ name, remote_host }) => !remote_host && !/[-:]cloud$/.test(name));
  const chat = local.filter(({ details }) => !NOT_CHAT.test(details?.family ?? ""));
  const names = chat.map(({ name }) => name);
  return describe({ server: "Ollama", provider: "ollama", baseUrl: `${root}/v1` }, names);
}

async function findCompatible(
  server: "LM Studio" | "llama.cpp",
  baseUrl: string,
  read: Read,
): Promise<Discovered | undefined> {
  const parsed = compatibleSchema.safeParse(await read(`${baseUrl}/models`));
  if (!parsed.success) return undefined;
  const names = parsed.data.data.map(({ id }) => id);
  return describe({ server, provider: "compatible", baseUrl }, names);
}

function describe(
  place: Pick<Discovered, "server" | "provider" | "baseUrl">,
  names: readonly string[],
): Discovered | undefined {
  const models = names.filter((name) => !NOT_CHAT.test(name));
  const model = pickChatModel(models);
  return model === undefined ? undefined : { ...place, model, models };
}

/** Embedding, ranking, speech and picture models. */
const NOT_CHAT = /embed|bert|minilm|\bbge\b|\bgte\b|\be5\b|rerank|whisper|\btts\b|\bclip\b|stable-diffusion|\bocr\b/i;
/** Families that call tools well, the best for code first. Judged by their makers' descriptions, not measured here. */
const PREFERRED = [
  /qwen3.*coder/i,
  /devstral/i,
  /gpt-oss/i,
  /qwen3/i,
  /glm-?4/i,
  /qwen2\.5.*coder/i,
  /mistral-(small|nemo)|ministral/i,
  /llama-?3/i,
  /qwen2\.5/i,
];

function pickChatModel(models: readonly string[]): string | undefined {
  for (const family of PREFERRED) {
    const model = models.find((name) => family.test(name));
    if (model !== undefined) return model;
  }
  return models[0];
}

type ReadContext = DiscoverDependencies & { readonly limitMs: number };

/** Undefined when nothing answers in time, or no JSON does. */
async function readJson(url: string, { getJson, clock, limitMs }: ReadContext): Promise<unknown> {
  const settled = new AbortController();
  const late = new AbortController();
  void clock.sleep(limitMs, settled.signal).then(() => late.abort());
  try {
    return await getJson(url, late.signal);
  } catch {
    // Whatever is wrong there, it is no server of models that we could use.
    return undefined;
  } finally {
    settled.abort();
  }
}
