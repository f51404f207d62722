import { z } from "zod";
import { absolutePath, count, httpUrl, priceTable, usd, variable } from "./values.ts";

const price = priceTable(
  "US dollars for a million tokens, in place of the built-in price list. What that does not know costs nothing where its server is on this machine.",
);
const baseUrl = httpUrl.exactOptional().meta({
  description: 'Address of the server, up to and without /chat/completions. Needed for "compatible".',
  example: "http://127.0.0.1:11434/v1",
});
const keyVariable = variable.exactOptional().meta({
  description: "The environment variable (or line of .env) that holds the key. Absent: the provider's usual one.",
  example: "MODEL_API_KEY",
});
const fallback = z.strictObject({
  provider: z.enum(["openai", "ollama", "openrouter", "compatible"]).describe("Who serves this model."),
  name: z.string().min(1).meta({ description: "Its name at the provider.", example: "qwen3:8b" }),
  base_url: baseUrl,
  api_key_variable: keyVariable,
  price,
});

export const model = z
  .strictObject({
    provider: z
      .enum(["auto", "openai", "ollama", "openrouter", "compatible", "none"])
      .default("auto")
      .describe('Who serves the model. "auto": a key that is set, else a server on this machine, else none.'),
    name: z.string().min(1).exactOptional().meta({
      description: "Name of the model at the provider. Absent: a good one is chosen.",
      example: "gpt-5.2",
    }),
    base_url: baseUrl,
    api_key_variable: keyVariable,
    proxy: httpUrl.exactOptional().meta({
      description: "The way out to models, of coding CLIs too. Servers on this machine are asked directly.",
      example: "http://proxy.example.org:3128",
    }),
    extra_ca_file: absolutePath.exactOptional().meta({
      description: "PEM certificates that are trusted beside the usual ones when models are asked, of coding CLIs too.",
      example: "/etc/ssl/certs/house.pem",
    }),
    connect_timeout_seconds: count(1, 120, 10, "Until the connection stands."),
    first_token_timeout_seconds: count(
      1,
      1800,
      120,
      "From there to the first word; a local model may have to be loaded.",
    ),
    idle_timeout_seconds: count(1, 600, 60, "Between two pieces of an answer."),
    total_timeout_seconds: count(1, 3600, 600, "For one answer, retries included."),
    max_output_tokens: count(256, 200_000, 8192, "Of one answer."),
    context_tokens: count(4096, 2_000_000, 100_000, "The most that is sent in one turn, estimated."),
    vision: z
      .enum(["auto", "on", "off"])
      .default("auto")
      .describe('Whether it is shown pictures that people send. "auto": until it refuses one.'),
    price,
    recorded_tokens_per_second: count(0, 100_000, 40, "Pace of the recorded demonstration; 0: at once."),
    fallbacks: z
      .array(fallback)
      .max(10)
      .default([])
      .describe("Models that stand in, in this order, when the first cannot answer."),
  })
  .superRefine(({ provider, base_url: url, name }, context) => {
    if (provider !== "compatible") return;
    if (url === undefined)
      context.addIssue({ code: "custom", path: ["base_url"], message: 'is needed for the provider "compatible"' });
    if (name === undefined)
      context.addIssue({ code: "custom", path: ["name"], message: 'is needed for the provider "compatible"' });
  })
  .prefault({})
  .describe(
    "The language model. Keys come from the environment or .env: OPENAI_API_KEY, OPENROUTER_API_KEY, MODEL_API_KEY.",
  );

export const budget = z
  .strictObject({
    day_usd: usd
      .default(20)
      .describe("What all models together may cost in a day, in US dollars: talk, summaries and all tasks."),
    sparks: z
      .record(z.string(), usd)
      .exactOptional()
      .meta({
        description: "What a spark's tasks may cost in a day, by its name. Absent: no limit of its own.",
        example: { coder: 10 },
      }),
    purposes: z
      .strictObject({
        talk: usd.exactOptional(),
        work: usd.exactOptional(),
        summarise: usd.exactOptional(),
        claude_code: usd.exactOptional(),
        codex: usd.exactOptional(),
        opencode: usd.exactOptional(),
      })
      .exactOptional()
      .meta({
        description: "The same by what the model is asked for: talk (plans too), work, summarise, or a coding CLI.",
        example: { talk: 3, summarise: 1 },
      }),
    unknown: z
      .enum(["allow", "refuse"])
      .default("allow")
      .describe(
        "What becomes of requests whose price nobody knows. Allowed ones count as nothing, which is told once.",
      ),
  })
  .prefault({})
  .describe("Purses for a day, which begins at midnight in general.zone. That of one task is tasks.max_cost_usd.");
