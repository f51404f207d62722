import type { Persona } from "./persona.ts";

/** The spark that is named first, if one is, and the goal without it. A name alone is no goal, so it is one. */
export function readDispatch(
  said: string,
  sparks: readonly Pick<Persona, "name">[],
): { readonly spark: string | null; readonly goal: string } {
  const [, first = "", goal = ""] = /^(\S+)\s+([^]+)$/.exec(said.trim()) ?? [];
  const spark = sparks.find(({ name }) => name === first.toLowerCase().replace(/[:,]$/, ""))?.name ?? null;
  return spark === null ? { spark, goal: said.trim() } : { spark, goal: goal.trim() };
}
