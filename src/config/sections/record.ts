import { z } from "zod";
import { count, httpUrl } from "./values.ts";

export const alerts = z
  .strictObject({
    webhook_url: httpUrl.exactOptional().meta({
      description: "Alerts are posted here as well, as JSON; signed when ALERTS_WEBHOOK_SECRET is set.",
      example: "https://example.org/sparks-alerts",
    }),
  })
  .prefault({})
  .describe("Where alerts go besides the chat that asked for them.");

export const activity = z
  .strictObject({
    days: count(1, 3650, 180, "The record of what happened reaches back so far."),
    max_mib: count(1, 1_048_576, 512, "And is no larger than this, in MiB; the oldest goes first."),
  })
  .prefault({})
  .describe("The record of everything that happened: /review, /search, sparks log.");

export const log = z
  .strictObject({
    level: z.enum(["debug", "info", "warn", "error"]).default("info").describe("The least that is written."),
  })
  .prefault({})
  .describe("What is written to the terminal and to logs/sparks.log.");
