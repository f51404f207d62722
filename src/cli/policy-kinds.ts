import { z } from "zod";
import { checkChain, checkUrl } from "../core/policy/address.ts";
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
  path: { row: (path, { op }) => ({ path, op }), check: checkPathRow },
};

const answersSchema = z.array(z.unknown());
const addressSchema = z.union([
  z.object({ url: z.string(), answers: answersSchema.optional() }),
  z.object({ chain: z.array(z.string()), answers_by_host: z.record(z.string(), answersSchema).optional() }),
]);
function checkAddressRow(row: unknown): Said {
  const asked = addressSchema.parse(row);
  return "url" in asked ? checkUrl(asked.url, asked.answers) : checkChain(asked.chain, asked.answers_by_host);
}

const pathSchema = z.object({ path: z.string(), op: z.string().default("read") });
function checkPathRow(row: unknown, { root }: PolicyOptions): Said {
  const { path, op } = pathSchema.parse(row);
  return checkPath(path, op, root);
}
