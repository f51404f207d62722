import { z } from "zod";
import { count, httpUrl, priceTable, usd, variable } from "./values.ts";

type Usual = { readonly title: string; readonly model: string; readonly baseUrl: string; readonly variable: string };
const cli = ({ title, model, baseUrl, variable: usual }: Usual) =>
  z
    .strictObject({
      enabled: z.boolean().default(false).describe(`Whether sparks may hand work to ${title}.`),
      model: z.string().min(1).max(100).default(model).describe("The model it uses, unless a chat chose another."),
      base_url: httpUrl.default(baseUrl).describe("Address of the model's server, as its own documentation gives it."),
      api_key_variable: variable
        .default(usual)
        .describe("The environment variable (or line of .env, or of the keyring) that holds the key of its own."),
      ceiling_usd: usd
        .default(2)
        .describe("What it may cost in one task, in US dollars; the task's and the day's limits hold as well."),
      max_output_tokens: count(1024, 128_000, 16_384, "Of one answer of its model."),
      price: priceTable(
        "US dollars for a million tokens of that model, where the built-in price list does not know it.",
      ),
    })
    .prefault({})
    .describe(`${title}, which runs in the sandbox. sparks coding-clis install gets it.`);

export const codingClis = z
  .strictObject({
    timeout_minutes: count(1, 240, 30, "After this a run of one is ended, with all that it began."),
    claude_code: cli({
      title: "Claude Code",
      model: "claude-sonnet-5-5",
      baseUrl: "https://api.anthropic.com",
      variable: "CLAUDE_CODE_API_KEY",
    }),
    codex: cli({
      title: "Codex",
      model: "gpt-5.3-codex",
      baseUrl: "https://api.openai.com/v1",
      variable: "CODEX_API_KEY",
    }),
    opencode: cli({
      title: "opencode",
      model: "gpt-5.2",
      baseUrl: "https://api.openai.com/v1",
      variable: "OPENCODE_CLI_API_KEY",
    }),
  })
  .prefault({})
  .describe(
    "Coding CLIs that sparks may hand work to. They run in the sandbox and reach their own model's server only.",
  );
