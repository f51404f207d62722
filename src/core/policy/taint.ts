/**
 * Where a text comes from that a task's model reads; `forge`: issues, pull requests and logs on a code host; `mcp`: a server of tools that nobody
 * noted; `flagged`: from anywhere, and it reads like orders.
 */
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
/** `mcp:docs`: the server of tools `docs`. */
export type Origin = (typeof ORIGINS)[number] | `mcp:${string}`;
/**
 * What the work has read so far, for a call that it makes: the requester's words, the repository, of strangers the answers of the server or of the
 * granted hosts alone that the call goes to, or other texts of strangers (a ticket, a web page, another server).
 */
export type Taint = "none" | "repository" | "servers" | "outside";

type Kind = (typeof ORIGINS)[number];
function kindOf(origin: Origin): Kind {
  return isOfServer(origin) ? "mcp" : origin;
}
function isOfServer(origin: Origin): origin is `mcp:${string}` {
  return origin.startsWith("mcp:");
}
/**
 * A file that a person sent counts as the repository does, unless it was forwarded or reads like orders. Memories may rest on
 * anything that was ever read.
 */
const TAINTS: Readonly<Record<Kind, Taint>> = {
  person: "none",
  repository: "repository",
  file: "repository",
  forwarded: "outside",
  web: "outside",
  ticket: "outside",
  forge: "outside",
  mcp: "outside",
  host: "outside",
  memory: "outside",
  flagged: "outside",
};
const BADNESS = { none: 0, repository: 1, servers: 2, outside: 3 } as const;

/**
 * The worst of all that was read.
 * @param own what the answer to a call will be: what the same server or hosts said before tells them nothing that they do not know
 */
export function taintOf(origins: Iterable<Origin>, own: Origin | null = null): Taint {
  let worst: Taint = "none";
  for (const origin of origins) {
    const taint = origin === own && isOfStrangers(TAINTS[kindOf(origin)]) ? "servers" : TAINTS[kindOf(origin)];
    if (BADNESS[taint] > BADNESS[worst]) worst = taint;
  }
  return worst;
}
/** Has somebody been read that nobody here knows? Servers of tools pass on what others wrote. */
export function isOfStrangers(taint: Taint): boolean {
  return BADNESS[taint] >= BADNESS.servers;
}
/** Those of strangers, each once, in the order of the alphabet. */
export function strangersIn(origins: Iterable<Origin>): readonly Origin[] {
  return [...new Set(origins)].filter((origin) => isOfStrangers(TAINTS[kindOf(origin)])).toSorted();
}
const WORDS: Readonly<Record<Kind, string>> = {
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
  const words = origins.map((origin) =>
    isOfServer(origin) ? `the MCP server ${origin.slice("mcp:".length)}` : WORDS[kindOf(origin)],
  );
  return [words.slice(0, -1).join(", "), ...words.slice(-1)].filter((part) => part !== "").join(" and ");
}
