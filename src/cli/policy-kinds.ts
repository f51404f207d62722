import { z } from "zod";
import { checkChain, checkUrl } from "../core/policy/addresses/address.ts";
import { SURFACES } from "../core/policy/scan/finding.ts";
import { scan } from "../core/policy/scan/scan.ts";
import { checkCommand } from "../core/policy/commands/check-command.ts";
import { denied } from "../core/policy/verdict.ts";
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
export type PolicyKind = {
  /** The row that one item on the command line stands for. */
  readonly row: (item: string, options: PolicyOptions) => unknown;
  /** The form of a row, as it is told to people. */
  readonly form: string;
  /** Asks the very code that guards. @returns null when the row is not of this kind's form */
  readonly check: (row: unknown, options: PolicyOptions) => Said | null;
};

/** What `sparks policy check` can be asked about. */
export const POLICY_KINDS: Readonly<Record<string, PolicyKind>> = {
  address: {
    row: (url) => ({ url }),
    form: 'an object with "url" (a text) and perhaps "answers", or with "chain" (a list of texts); "answers_by_host" goes with either',
    check: checkAddressRow,
  },
  command: {
    row: (cmd) => ({ cmd }),
    form: 'an object with "cmd" (a text) or "argv" (a list of at least one text)',
    check: checkCommandRow,
  },
  path: {
    row: (path, { op }) => ({ path, op }),
    form: 'an object with "path" (a text) and perhaps "op" (a text)',
    check: checkPathRow,
  },
  prompt: {
    row: (text) => ({ text }),
    form: 'an object with "text" (a text) and perhaps "surface" (a text)',
    check: checkPromptRow,
  },
};
/** A row that asks for two things is judged by the stricter answer, whatever order they stand in. */
const STRICTNESS = ["allow", "ask", "deny"];
function strictest(all: readonly Said[]): Said | null {
  const first = all.toSorted((a, b) => STRICTNESS.indexOf(b.verdict) - STRICTNESS.indexOf(a.verdict))[0];
  return first ?? null;
}

const has = (row: unknown, name: string): boolean => typeof row === "object" && row !== null && name in row;

/** As name servers and their libraries write them: one, several, or each with its family. */
const answersSchema = z.unknown().transform((value): readonly unknown[] => {
  const list: readonly unknown[] = value === null ? [] : Array.isArray(value) ? value.flat() : [value];
  return list.map((one) => (typeof one === "object" && one !== null && "address" in one ? one.address : one));
});
const answersByHost = { answers_by_host: z.record(z.string(), answersSchema).nullish() };
const urlSchema = z.object({ url: z.string(), answers: answersSchema.optional(), ...answersByHost });
const chainSchema = z.object({ chain: z.array(z.string()), ...answersByHost });
function checkAddressRow(row: unknown): Said | null {
  const one = urlSchema.safeParse(row);
  const chain = chainSchema.safeParse(row);
  if ((has(row, "url") && !one.success) || (has(row, "chain") && !chain.success)) return null;
  return strictest([
    ...(one.success ? checkBoth(one.data) : []),
    ...(chain.success ? [checkChain(chain.data.chain, chain.data.answers_by_host ?? undefined)] : []),
  ]);
}
/** By the answers of its own, and by those of its host where they are told by host. */
function checkBoth({ url, answers, answers_by_host: byHost }: z.infer<typeof urlSchema>): Said[] {
  if (byHost === undefined || byHost === null) return [checkUrl(url, answers)];
  const alone = checkChain([url], byHost);
  return [checkUrl(url, answers), alone.verdict === "deny" ? denied(alone.reason) : alone];
}

const cmdSchema = z.object({ cmd: z.string() });
const argvSchema = z.object({ argv: z.array(z.string()).min(1) });
function checkCommandRow(row: unknown, { level }: PolicyOptions): Said | null {
  const forms = [cmdSchema.safeParse(row), argvSchema.safeParse(row)];
  if ((has(row, "cmd") && forms[0]?.success !== true) || (has(row, "argv") && forms[1]?.success !== true)) return null;
  return strictest(forms.flatMap(({ success, data }) => (success ? [checkCommand(data, level)] : [])));
}

const pathSchema = z.object({ path: z.string(), op: z.string().default("read") });
function checkPathRow(row: unknown, { root }: PolicyOptions): Said | null {
  const { data } = pathSchema.safeParse(row);
  return data === undefined ? null : checkPath(data.path, data.op, root);
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
function checkPromptRow(row: unknown): Said | null {
  const { data } = promptSchema.safeParse(row);
  if (data === undefined) return null;
  const { text, surface } = data;
  const result = scan({ text, surface: SURFACE_NAMES[surface.toLowerCase()] ?? "ticket" });
  const reasons = [...new Set(result.findings.map(({ why }) => why))].slice(0, 3);
  return { ...result, ...(reasons.length > 0 ? { reason: `it ${reasons.join("; it ")}` } : {}) };
}
