import { z } from "zod";
import { hostGrant, httpUrl } from "./values.ts";

const variable = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_]*$/u, "must be the name of an environment variable, such as GITHUB_TOKEN")
  .refine((name) => name !== "TELEGRAM_BOT_TOKEN", "the bot's own token is given to nobody");
const server = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,29}$/u, "must be lower-case letters, digits and -, at most 30")
    .meta({ description: "What it is called here; its tools are mcp:<name>:<tool>.", example: "docs" }),
  command: z
    .array(z.string())
    .min(1)
    .max(100)
    .refine(([program]) => program !== "", "must begin with a program")
    .exactOptional()
    .meta({
      description: "The program and its arguments, for a server that speaks over its lines. Either this or url.",
      example: ["npx", "-y", "@modelcontextprotocol/server-everything"],
    }),
  url: httpUrl.exactOptional().meta({
    description: "The address of a server elsewhere. It may be private; redirects are not followed.",
    example: "https://example.org/mcp",
  }),
  transport: z
    .enum(["auto", "stdio", "http", "sse"])
    .default("auto")
    .describe('"auto" takes stdio for a command and streamable HTTP for a url; "sse" is the older way over HTTP.'),
  env: z.array(variable).max(100).default([]).meta({
    description:
      "Variables of the environment, .env or the keyring that its program finds set. All else but PATH and HOME is not.",
    example: [],
  }),
  headers_env: z
    .record(z.string().regex(/^[A-Za-z0-9-]{1,64}$/u, "must be the name of a header"), variable)
    .default({})
    .meta({
      description: "Headers that are sent to its address, each with the variable that holds the whole value.",
      example: { Authorization: "DOCS_MCP_AUTHORIZATION" },
    }),
  allow: z
    .array(z.string().min(1))
    .max(1000)
    .default([])
    .meta({ description: 'Names of the tools that may be asked about; ["*"] all of them, [] none.', example: ["*"] }),
  trusted: z.boolean().default(false).meta({
    description: "true runs its program on this machine with your own rights, instead of in a sealed sandbox.",
    example: false,
  }),
  network: z
    .enum(["none", "registries"])
    .default("none")
    .describe("What its sandbox reaches; npx and uvx need the registries."),
  hosts: z
    .array(hostGrant)
    .max(50)
    .default([])
    .meta({
      description: "What its sandbox reaches besides, each a name and a port; *.example.com means every name below it.",
      example: ["api.example.com:443"],
    }),
  confirm: z.boolean().default(true).meta({
    description:
      "Each call asks a person, unless they approved such calls for the task. false asks only after texts of strangers.",
    example: true,
  }),
  timeout_seconds: z.number().int().min(1).max(3600).default(60).meta({ description: "For one answer.", example: 60 }),
  max_result_bytes: z
    .number()
    .int()
    .min(1000)
    .max(200_000)
    .default(16_000)
    .meta({ description: "Of one result, in bytes; more is cut in the middle.", example: 16_000 }),
});

export const mcp = z
  .strictObject({
    servers: z
      .array(server)
      .max(50)
      .default([])
      .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, "two servers must not have one name")
      .describe("A server of tools; each of its tools is used once you have approved it."),
  })
  .prefault({})
  .describe("Servers of tools that speak the Model Context Protocol.");
