import { createHash } from "node:crypto";

const LEGAL = /^[a-zA-Z0-9_-]{1,64}$/;
const HASH_LENGTH = 8;

/** A way there and back between our names of tools and names every provider takes (`[a-zA-Z0-9_-]{1,64}`). */
export type ToolNames = {
  /** Also for names that were not in the list, such as a tool of an earlier turn. */
  readonly toWire: (name: string) => string;
  /** A name the model made up comes back as it is. */
  readonly fromWire: (name: string) => string;
};

export function createToolNames(names: Iterable<string>): ToolNames {
  const back = new Map<string, string>();
  for (const name of names) back.set(wireName(name), name);
  return { toWire: wireName, fromWire: (wire) => back.get(wire) ?? wire };
}

/** A legal name stays. Another is made legal and given a hash, so that `a:b` and `a.b` stay two tools. */
function wireName(name: string): string {
  if (LEGAL.test(name)) return name;
  const hash = createHash("sha256").update(name).digest("hex").slice(0, HASH_LENGTH);
  return `${name.replaceAll(/[^a-zA-Z0-9_-]/gu, "_").slice(0, 64 - HASH_LENGTH - 1)}_${hash}`;
}
