import { z } from "zod";
import { knownLocale, knownZone } from "../../lib/locale-names.ts";
import { count, httpUrl, variable } from "./values.ts";

export const general = z
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
  .describe("What holds for all chats.");

export const telegram = z
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
  .describe("The bot. Its token comes from TELEGRAM_BOT_TOKEN in the environment or in .env, never from here.");

export const localChat = z
  .strictObject({
    port: count(0, 65_535, 0, "Port on 127.0.0.1; 0: 7878, or a free one when that is taken."),
  })
  .prefault({})
  .describe("The chat page in the browser, which serves when there is no bot token.");

export const speech = z
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
  .describe("Voice messages.");

export const files = z
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
  .describe("Photos, documents and other files that people send.");
