import { z } from "zod";
import { checkChain, checkUrl } from "../core/policy/address.ts";
import { SURFACES } from "../core/policy/scan/finding.ts";
import { scan } from "../core/policy/scan/scan.ts";
import { checkCommand } from "../core/policy/check-command.ts";
import { checkPath } from "./path-row.ts";

/** What a guard says, as it is printed: `verdict` is its one word, `reason` why when it is no plain yes. */
export type Said = { readonly verdict: string; readonly reason?: string; readonly [more: string]: unknown };
export type PolicyOptions = {
  /** The folder that paths are below. */
  readonly root: string;
  /** What is wanted of a path: read, write or delete. */
  readonly op: string;
  /** The autonomy level, 1 to 5. */
  readonly level: number;
};
type PolicyKind = {
  /** The row that one item on the command line stands for. */
  readonly row: (item: string, options: PolicyOptions) => unknown;
  /** Asks the very code that guards. @throws z.ZodError when the row is not of this kind's form */
  readonly check: (row: unknown, options: PolicyOptions) => Said | Promise<Said>;
};

/** What `sparks policy check` can be asked about. */
export const POLICY_KINDS: Readonly<Record<string, PolicyKind>> = {
  address: { row: (url) => ({ url }), check: checkAddressRow },
  command: { row: (cmd) => ({ cmd }), check: checkCommandRow },
  path: { row: (path, { op }) => ({ path, op }), check: checkPathRow },
  prompt: { row: (text) => ({ text }), check: checkPromptRow },
};

/** As name servers and their libraries write them: one, several, or each with its family. */
const answersSchema = z.unknown().transform((value): readonly unknown[] => {
  const list: readonly unknown[] = value === null ? [] : Array.isArray(value) ? value.flat() : [value];
  return list.map((one) => (typeof one === "object" && one !== null && "address" in one ? one.address : one));
});
const addressSchema = z.union([
  z.object({ url: z.string(), answers: answersSchema.optional() }),
  z.object({ chain: z.array(z.string()), answers_by_host: z.record(z.string(), answersSchema).optional() }),
]);
function checkAddressRow(row: unknown): Said {
  const asked = addressSchema.parse(row);
  return "url" in asked ? checkUrl(asked.url, asked.answers) : checkChain(asked.chain, asked.answers_by_host);
}

const commandSchema = z.union([z.object({ cmd: z.string() }), z.object({ argv: z.array(z.string()).min(1) })]);
function checkCommandRow(row: unknown, { level }: PolicyOptions): Said {
  return checkCommand(commandSchema.parse(row), level);
}

const pathSchema = z.object({ path: z.string(), op: z.string().default("read") });
function checkPathRow(row: unknown, { root }: PolicyOptions): Said {
  const { path, op } = pathSchema.parse(row);
  return checkPath(path, op, root);
}

/** Other lists name the places texts come from in words of their own; what is unknown counts as a stranger's. */
const SURFACE_NAMES: Readonly<Record<string, (typeof SURFACES)[number]>> = {
  ...Object.fromEntries(SURFACES.map((surface) => [surface, surface])),
  issue: "ticket",
  readme: "repository",
  code: "repository",
  file: "repository",
  log: "tool-result",
  tool: "tool-result",
  tool_result: "tool-result",
  page: "web",
  mcp: "mcp-description",
  mcp_description: "mcp-description",
};
const promptSchema = z.object({ text: z.string(), surface: z.string().default("chat") });
function checkPromptRow(row: unknown): Said {
  const { text, surface } = promptSchema.parse(row);
  const result = scan({ text, surface: SURFACE_NAMES[surface.toLowerCase()] ?? "ticket" });
  const reasons = [...new Set(result.findings.map(({ why }) => why))].slice(0, 3);
  return { ...result, ...(reasons.length > 0 ? { reason: `it ${reasons.join("; it ")}` } : {}) };
}
