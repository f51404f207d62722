import { z } from "zod";
import { PROVIDERS } from "../../core/policy/scan/providers.ts";
import { linearPattern } from "./values.ts";

const scannerMode = z.enum(["off", "flag_only", "block"]);
const names = z.array(z.string().min(1)).max(1000).default([]);
const scannerOverride = z.strictObject({
  provider: z
    .string()
    .refine(
      (name) => (PROVIDERS as readonly string[]).includes(name.toLowerCase()),
      `must be ${PROVIDERS.join(" or ")}`,
    )
    .exactOptional()
    .meta({
      description: `Where the text came in: ${PROVIDERS.join(", ")}. Absent: anywhere.`,
      example: "github",
    }),
  repository: z.string().min(1).exactOptional().meta({
    description: "The repository that it belongs to. Absent: any.",
    example: "app",
  }),
  mode: scannerMode.describe("The mode for these."),
});

export const scanner = z
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
  .describe("Looks for orders to the agent in what it reads: tickets, files, pages, results, forwarded words.");
