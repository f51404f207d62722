import { z } from "zod";
import { readHostGrant } from "../../core/policy/addresses/host-grant.ts";
import { compilePattern } from "../../lib/pattern.ts";
import { isThisMachine } from "../../lib/this-machine.ts";

// Kinds of values that several sections have. A description says what the key decides; unit and bounds stand in its name and in the checks beside it.
export const count = (least: number, most: number, initial: number, description: string) =>
  z.number().int().min(least).max(most).default(initial).describe(description);
export const hostName = z
  .string()
  .regex(/^(?!-)[a-z0-9-]+(?:\.[a-z0-9-]+)+$/u, "must be a host's name, such as registry.npmjs.org");
export const hostGrant = z.string().superRefine((text, context) => {
  const grant = readHostGrant(text);
  if (typeof grant === "string") context.addIssue({ code: "custom", message: grant });
});
export const usd = z.number().min(0.01).max(100_000);
export const variable = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]*$/u, "must be the name of an environment variable, such as MODEL_API_KEY");
export const absolutePath = z.string().regex(/^\//u, "must be an absolute path");
export const httpUrl = z.url({
  protocol: /^https?$/u,
  error: "must be an address that begins with http:// or https://",
});
export const privateRanges = z
  .array(z.union([z.cidrv4(), z.cidrv6()], "must be ranges such as 10.1.2.0/24"))
  .max(100)
  .default([]);
/** @param description of what its model's prices are in place of */
export const priceTable = (description: string) =>
  z
    .strictObject({
      input_usd: z.number().min(0),
      cached_input_usd: z.number().min(0),
      output_usd: z.number().min(0),
    })
    .exactOptional()
    .meta({ description, example: { input_usd: 1, cached_input_usd: 0.1, output_usd: 4 } });
export const linearPattern = z
  .string()
  .min(1)
  .refine((text) => typeof compilePattern(text) !== "string", "must be a regular expression in RE2's syntax");
/** What a token is sent to: over TLS, or to this machine. */
export const secureUrl = httpUrl.refine(
  (text) => text.startsWith("https:") || isThisMachine(new URL(text).hostname),
  "must begin with https://, as a token is sent there",
);
