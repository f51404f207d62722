import { z } from "zod";
import { customToolProblem } from "../core/tools/custom.ts";
import { compilePattern } from "../lib/pattern.ts";
import { knownLocale, knownZone } from "../lib/locale-names.ts";
import { mcpSchema } from "./mcp-schema.ts";

// A description says what the key decides; unit and bounds stand in its name and in the checks beside it.
const count = (least: number, most: number, initial: number, description: string) =>
  z.number().int().min(least).max(most).default(initial).describe(description);
const hostName = z
  .string()
  .regex(/^(?!-)[a-z0-9-]+(?:\.[a-z0-9-]+)+$/u, "must be a host's name, such as registry.npmjs.org");
const usd = z.number().min(0.01).max(100_000);
const variable = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]*$/u, "must be the name of an environment variable, such as MODEL_API_KEY");
const absolutePath = z.string().regex(/^\//u, "must be an absolute path");
const httpUrl = z.url({ protocol: /^https?$/u, error: "must be an address that begins with http:// or https://" });

const price = z
  .strictObject({
    input_usd: z.number().min(0),
    cached_input_usd: z.number().min(0),
    output_usd: z.number().min(0),
  })
  .exactOptional()
  .meta({
    description: "US dollars for a million tokens, in place of the built-in price list.",
    example: { input_usd: 1, cached_input_usd: 0.1, output_usd: 4 },
  });
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

const scannerMode = z.enum(["off", "flag_only", "block"]);
const names = z.array(z.string().min(1)).max(1000).default([]);
const linearPattern = z
  .string()
  .min(1)
  .refine((text) => typeof compilePattern(text) !== "string", "must be a regular expression in RE2's syntax");
const scannerOverride = z.strictObject({
  provider: z.string().min(1).exactOptional().meta({
    description: "Where the text came in: telegram, terminal, workspace, github, … Absent: anywhere.",
    example: "github",
  }),
  repository: z.string().min(1).exactOptional().meta({
    description: "The repository that it belongs to. Absent: any.",
    example: "app",
  }),
  mode: scannerMode.describe("The mode for these."),
});

const customTool = z
  .strictObject({
    name: z
      .string()
      .regex(/^[a-z][a-z0-9_]{1,39}$/u, "must be small letters, digits and _")
      .meta({ description: "What the model calls.", example: "npm_script" }),
    summary: z.string().min(1).max(500).meta({
      description: "When to use it, in a sentence for the model.",
      example: "Runs a script of package.json.",
    }),
    argv: z
      .array(z.string().min(1).max(2000))
      .min(1)
      .max(50)
      .meta({
        description: "Program and arguments, no shell; {name} in an argument stands for a parameter.",
        example: ["npm", "run", "{script}"],
      }),
    parameters: z
      .array(
        z.strictObject({
          name: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/u, "must be small letters, digits and _"),
          summary: z.string().min(1).max(300),
          type: z.enum(["string", "integer"]).default("string"),
          pattern: linearPattern.exactOptional(),
        }),
      )
      .max(10)
      .default([])
      .meta({
        description:
          "What the model gives. pattern: of the whole value, in RE2's syntax; without one it is a plain name or path.",
        example: [{ name: "script", summary: "Its name" }],
      }),
    risk: z
      .enum(["low", "medium", "high"])
      .default("medium")
      .meta({ description: "high: asked for below level 5.", example: "medium" }),
    timeout_seconds: count(1, 1800, 120, "").meta({ description: "After this it is ended.", example: 120 }),
  })
  .superRefine((tool, context) => {
    const problem = customToolProblem(tool);
    if (problem !== null) context.addIssue({ code: "custom", path: ["argv"], message: problem });
  });

export const configSchema = z.strictObject({
  general: z
    .strictObject({
      locale: z
        .string()
        .refine((text) => knownLocale(text) !== null, "must be a language tag, such as en-GB or de")
        .exactOptional()
        .meta({
          description:
            "How dates and numbers are written. Absent: in the language of each person's Telegram. A chat's own, by /set chat.locale, goes before.",
          example: "en-GB",
        }),
      zone: z
        .string()
        .refine((text) => knownZone(text) !== null, "must be an IANA time zone, such as Europe/Prague")
        .exactOptional()
        .meta({
          description:
            "The time zone of dates where Telegram does not show the reader's own. Absent: this machine's. A chat's own, by /set chat.zone, goes before.",
          example: "Europe/Prague",
        }),
    })
    .prefault({})
    .describe("What holds for all chats."),
  telegram: z
    .strictObject({
      api_root: httpUrl.default("https://api.telegram.org").describe("The Bot API server; your own, if you run one."),
      proxy: httpUrl.exactOptional().meta({
        description: "An HTTP proxy on the way to the Bot API server. Absent: none.",
        example: "http://proxy.example.org:3128",
      }),
      mode: z
        .enum(["polling", "webhook"])
        .default("polling")
        .describe("Whether updates are fetched, or brought by Telegram to webhook_url."),
      webhook_url: z
        .url({ protocol: /^https?$/u, error: "must be an address that begins with https://" })
        .exactOptional()
        .meta({
          description: 'Where Telegram brings updates, by TLS in front of Sparks. Needed for the mode "webhook".',
          example: "https://bot.example.org/telegram",
        }),
      burst: count(
        1,
        1000,
        5,
        "So many messages one person's may be taken up at once in a chat; maintainers and owners are not held.",
      ),
      messages_per_minute: count(1, 600, 20, "And so many a minute after that; what comes faster waits its turn."),
      topics: z
        .enum(["auto", "off"])
        .default("auto")
        .describe(
          "A topic for each task where the chat has topics, or none: its messages then answer the one that asked for it.",
        ),
      webhook_host: z.string().min(1).default("127.0.0.1").describe("The address that is listened on for them."),
      webhook_port: count(0, 65_535, 8443, "And its port; 0: a free one."),
      rich: z
        .enum(["auto", "on", "off"])
        .default("auto")
        .describe(
          "Rich messages (Bot API 10.1 and newer): where a text gains from them, wherever they fit, or never. A chat's /settings go before.",
        ),
    })
    .superRefine(({ mode, webhook_url: url }, context) => {
      if (mode === "webhook" && url === undefined)
        context.addIssue({ code: "custom", path: ["webhook_url"], message: 'is needed for the mode "webhook"' });
    })
    .prefault({})
    .describe("The bot. Its token comes from TELEGRAM_BOT_TOKEN in the environment or in .env, never from here."),
  local_chat: z
    .strictObject({
      port: count(0, 65_535, 0, "Port on 127.0.0.1; 0: 7878, or a free one when that is taken."),
    })
    .prefault({})
    .describe("The chat page in the browser, which serves when there is no bot token."),
  model: z
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
    ),
  sandbox: z
    .strictObject({
      kind: z
        .enum(["auto", "docker", "bubblewrap"])
        .default("auto")
        .describe('What seals the work in. "auto": Docker when an engine answers, else bubblewrap.'),
      image: z.string().min(1).default("sparks-sandbox:1").describe("The Docker image."),
      runtime: z
        .enum(["auto", "runc", "runsc"])
        .default("auto")
        .describe('What starts containers. "auto": runsc (gVisor) when the engine has it, else runc.'),
      socket: absolutePath.default("/var/run/docker.sock").describe("The Docker engine's socket."),
      memory_mib: count(128, 1_048_576, 2048, "Memory of one sandbox, in MiB."),
      cpus: z.number().min(0.1).max(512).default(2).describe("Processors of one sandbox; parts are possible."),
      processes: count(16, 32_768, 512, "Processes and threads of one sandbox."),
      file_mib: count(1, 1_048_576, 1024, "The largest single file, in MiB."),
      workspace_mib: count(64, 16_777_216, 10_240, "What one task's folder may take of the disk, in MiB."),
      task_wall_clock_minutes: count(1, 1440, 60, "After this a task's sandbox ends, whatever it does."),
      warm: count(0, 8, 2, "Containers held ready for the next tasks, so that these begin at once; 0: none."),
      warm_minutes: count(1, 1440, 30, "A container that waited so long is replaced by a new one."),
      registries: z
        .array(hostName)
        .max(100)
        .default([
          "registry.npmjs.org",
          "pypi.org",
          "files.pythonhosted.org",
          "proxy.golang.org",
          "sum.golang.org",
          "index.crates.io",
          "static.crates.io",
          "crates.io",
          "rubygems.org",
          "index.rubygems.org",
        ])
        .describe("The only hosts that steps with network reach, on port 443."),
      extra_ca_file: absolutePath.exactOptional().meta({
        description: "PEM certificates that commands with network trust as well.",
        example: "/etc/ssl/certs/house.pem",
      }),
      allowed_private_cidrs: z
        .array(z.union([z.cidrv4(), z.cidrv6()], "must be ranges such as 10.1.2.0/24"))
        .max(100)
        .default([])
        .describe("Private address ranges in which a registry may be, such as a house mirror's."),
      upstream_proxy: httpUrl.exactOptional().meta({
        description: "The host's own way out, if it needs one.",
        example: "http://proxy.example.org:3128",
      }),
    })
    .prefault({})
    .describe("Where everything untrusted runs."),
  tasks: z
    .strictObject({
      autonomy_level: z
        .union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)], "must be 1, 2, 3, 4 or 5")
        .default(3)
        .describe(
          "1 observes; 2 suggests, with a yes for each change; 3 acts in the sandbox; 4 pushes branches; 5 merges and deploys by rule. A spark, chat or repository may be held lower. docs/autonomy.md has the whole table.",
        ),
      max_parallel: count(1, 64, 2, "Tasks at work at the same time."),
      max_parallel_per_person: count(
        1,
        64,
        2,
        "Of those, tasks of one person; more of theirs wait, also while there is room.",
      ),
      max_steps: count(1, 1000, 60, "Turns of the model in one task."),
      max_tokens: count(1000, 100_000_000, 2_000_000, "Input and output of one task's turns together."),
      max_output_kib: count(64, 1_048_576, 8192, "What one task's tools may say to the model in all, in KiB."),
      max_cost_usd: z
        .number()
        .min(0.01)
        .max(10_000)
        .default(5)
        .describe("Of one task, in US dollars; where a price is unknown the other limits hold."),
      heal_attempts: count(0, 10, 2, "How often work is mended whose checks stayed red."),
      command_timeout_seconds: count(1, 7200, 300, "One command in the sandbox."),
      approval_expiry_minutes: count(1, 10_080, 60, "A question that nobody answers for so long counts as no."),
      lease_seconds: count(10, 3600, 60, "A task whose worker is silent for so long is taken up by another."),
      grace_seconds: count(0, 600, 20, "What tasks have to end by themselves when the program closes."),
    })
    .prefault({})
    .describe("How tasks run."),
  tools: z
    .strictObject({
      web: z
        .enum(["off", "ask"])
        .default("ask")
        .describe('May sparks read pages of the web? "ask": a person is asked for each page that is not of web_hosts.'),
      web_hosts: z
        .array(hostName)
        .max(200)
        .default([])
        .describe("Hosts whose public pages may be read without asking, such as developer.mozilla.org."),
      web_timeout_seconds: count(1, 120, 20, "For one page, its redirects and all."),
      web_allowed_cidrs: z
        .array(z.union([z.cidrv4(), z.cidrv6()], "must be ranges such as 10.1.2.0/24"))
        .max(100)
        .default([])
        .describe("Private address ranges in which a page may be all the same, such as a house wiki's."),
      search_url: httpUrl.exactOptional().meta({
        description:
          "A SearXNG instance to search the web with; queries go there without asking. Absent: sparks cannot search.",
        example: "http://127.0.0.1:8888/search",
      }),
      search_key_variable: variable.exactOptional().meta({
        description: "The environment variable that holds its key, sent as a bearer token. Absent: it needs none.",
        example: "SEARCH_API_KEY",
      }),
      custom: z
        .array(customTool)
        .max(50)
        .default([])
        .describe("Tools of your own: commands that run in the sandbox, under the same rules as the shell."),
    })
    .prefault({})
    .describe("What sparks can use beyond the workspace."),
  budget: z
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
        .strictObject({ talk: usd.exactOptional(), work: usd.exactOptional(), summarise: usd.exactOptional() })
        .exactOptional()
        .meta({
          description: "The same by what the model is asked for: talk (plans too), work, summarise.",
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
    .describe("Purses for a day, which begins at midnight in general.zone. That of one task is tasks.max_cost_usd."),
  approvals: z
    .strictObject({
      approvers: z
        .enum(["member", "maintainer", "owner"])
        .default("member")
        .describe("The least role that decides in a group. In a private chat it is the person who asked."),
      high_risk_approvers: z
        .enum(["member", "maintainer", "owner"])
        .default("maintainer")
        .describe("The same for what is of high risk, as long as somebody has that role."),
      wait_minutes: count(
        0,
        240,
        10,
        "How long a sandbox is kept open for an answer; then the task is put away until there is one.",
      ),
      reminder_percent: count(
        0,
        95,
        50,
        "People are reminded once when so much of the time to answer is over; 0: never.",
      ),
    })
    .prefault({})
    .describe(
      "Who decides on what a task asks, and when. How long a question stands is tasks.approval_expiry_minutes.",
    ),
  planning: z
    .strictObject({
      auto: z
        .enum(["off", "offer", "start"])
        .default("offer")
        .describe(
          "What a message that speaks of plans leads to: nothing, an offer under the answer, or the interview at once.",
        ),
      expiry_minutes: count(1, 10_080, 60, "A plan or interview that nobody answers for so long ends."),
    })
    .prefault({})
    .describe("Interviews and plans."),
  speech: z
    .strictObject({
      url: httpUrl.exactOptional().meta({
        description:
          "A service that makes text of speech, up to and without /audio/transcriptions. Absent: voice is not heard.",
        example: "http://127.0.0.1:8000/v1",
      }),
      model: z.string().min(1).default("whisper-large-v3").describe("Its model."),
      language: z
        .string()
        .regex(/^[a-z]{2,3}$/u, "must be a language's code, such as de")
        .exactOptional()
        .meta({ description: "What is spoken. Absent: the service finds out.", example: "de" }),
      api_key_variable: variable
        .default("SPEECH_API_KEY")
        .describe("The environment variable that holds the key, if it needs one."),
      max_seconds: count(1, 7200, 600, "The longest that is taken."),
      max_mib: count(1, 2000, 20, "The largest that is taken, in MiB; Telegram's own server gives 20."),
      timeout_seconds: count(1, 3600, 120, "For one transcription."),
    })
    .prefault({})
    .describe("Voice messages."),
  files: z
    .strictObject({
      max_bytes: count(
        1024,
        60 * 1024 * 1024,
        20 * 1024 * 1024,
        "The largest that is taken, in bytes; Telegram's own server gives 20 MiB.",
      ),
      max_total_mib: count(1, 1_048_576, 1024, "All that is kept together, in MiB."),
      keep_hours: count(1, 8760, 72, "What no open task has is forgotten after so long."),
      text_kib: count(1, 1024, 32, "Of one text, its head and tail that the model is shown, in KiB."),
    })
    .prefault({})
    .describe("Photos, documents and other files that people send."),
  alerts: z
    .strictObject({
      webhook_url: httpUrl.exactOptional().meta({
        description: "Alerts are posted here as well, as JSON; signed when ALERTS_WEBHOOK_SECRET is set.",
        example: "https://example.org/sparks-alerts",
      }),
    })
    .prefault({})
    .describe("Where alerts go besides the chat that asked for them."),
  activity: z
    .strictObject({
      days: count(1, 3650, 180, "The record of what happened reaches back so far."),
      max_mib: count(1, 1_048_576, 512, "And is no larger than this, in MiB; the oldest goes first."),
    })
    .prefault({})
    .describe("The record of everything that happened: /review, /search, sparks log."),
  scanner: z
    .strictObject({
      mode: scannerMode
        .default("flag_only")
        .describe('"flag_only" warns, records and asks more often; "block" also withholds what is plainly an attack.'),
      flag_score: z
        .number()
        .min(1)
        .max(100)
        .default(4)
        .describe("From this score on a text is suspicious; one strong sign in the open scores 4."),
      block_score: z.number().min(1).max(1000).default(10).describe("From this score on it is taken for an attack."),
      allow_tickets: names.describe("Tickets whose text is trusted, by their number or key, such as GH-12."),
      allow_repositories: names.describe("Repositories whose text is trusted, by their name here."),
      allow_authors: names.describe("Authors whose text is trusted; of chats by the number of the user."),
      allow_patterns: z
        .array(linearPattern)
        .max(100)
        .default([])
        .describe("Regular expressions (RE2); a text that one of them fits is trusted."),
      overrides: z
        .array(scannerOverride)
        .max(100)
        .default([])
        .describe("Another mode for some texts; the first that fits goes before the mode above."),
    })
    .refine(({ flag_score: flag, block_score: block }) => block >= flag, {
      path: ["block_score"],
      message: "must not be below flag_score",
    })
    .prefault({})
    .describe("Looks for orders to the agent in what it reads: tickets, files, pages, results, forwarded words."),
  mcp: mcpSchema,
  log: z
    .strictObject({
      level: z.enum(["debug", "info", "warn", "error"]).default("info").describe("The least that is written."),
    })
    .prefault({})
    .describe("What is written to the terminal and to logs/sparks.log."),
});
