/** Where a text comes from that a task's model reads; `forge`: issues, pull requests and logs on a code host; `flagged`: from anywhere, and it reads like orders. */
export const ORIGINS = [
  "person",
  "repository",
  "file",
  "forwarded",
  "web",
  "ticket",
  "forge",
  "mcp",
  "host",
  "memory",
  "flagged",
] as const;
export type Origin = (typeof ORIGINS)[number];
/**
 * What the work has read so far: the requester's words, the repository, answers of servers and hosts that the owner approved, or other texts of
 * strangers (a ticket, a web page).
 */
export type Taint = "none" | "repository" | "servers" | "outside";

/**
 * A file that a person sent counts as the repository does, unless it was forwarded or reads like orders. Memories may rest on
 * anything that was ever read.
 */
const TAINTS: Readonly<Record<Origin, Taint>> = {
  person: "none",
  repository: "repository",
  file: "repository",
  forwarded: "outside",
  web: "outside",
  ticket: "outside",
  forge: "outside",
  mcp: "servers",
  host: "servers",
  memory: "outside",
  flagged: "outside",
};
const BADNESS = { none: 0, repository: 1, servers: 2, outside: 3 } as const;

/** The worst of all that was read. */
export function taintOf(origins: Iterable<Origin>): Taint {
  let worst: Taint = "none";
  for (const origin of origins) if (BADNESS[TAINTS[origin]] > BADNESS[worst]) worst = TAINTS[origin];
  return worst;
}
/** Has somebody been read that nobody here knows? Servers of tools pass on what others wrote. */
export function isOfStrangers(taint: Taint): boolean {
  return BADNESS[taint] >= BADNESS.servers;
}
/** Those of strangers, each once, in the order of the alphabet. */
export function strangersIn(origins: Iterable<Origin>): readonly Origin[] {
  return [...new Set(origins)].filter((origin) => isOfStrangers(TAINTS[origin])).toSorted();
}
const WORDS: Readonly<Record<Origin, string>> = {
  person: "a person's words",
  repository: "the repository",
  file: "a file that was sent",
  forwarded: "forwarded words",
  web: "the network",
  ticket: "a ticket",
  forge: "texts on a code host",
  mcp: "an MCP server",
  host: "a host that was granted to it",
  memory: "memories",
  flagged: "a text that reads like orders",
};
/** "forwarded words and a ticket" */
export function tellOrigins(origins: readonly Origin[]): string {
  const words = origins.map((origin) => WORDS[origin]);
  return [words.slice(0, -1).join(", "), ...words.slice(-1)].filter((part) => part !== "").join(" and ");
}
