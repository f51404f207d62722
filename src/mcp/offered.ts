import type { Tool } from "@modelcontextprotocol/client";
import type { McpServer, OfferedTool } from "../core/ports/mcp.ts";
import { visible } from "../lib/visible.ts";

type Offer = Pick<McpServer, "tools" | "ignored">;
const NAME = /^[\w./-]{1,80}$/;
/** Of one tool, in characters: a description that no person would read to its end is not asked about. */
const MOST_TEXT = 40_000;
const MOST_TOOLS = 100;

/** What of a server's tools can be used: allowed, with a plain name that no other of its tools has, and short enough to be read. */
export function readOffer(tools: readonly Tool[], allow: readonly string[]): Offer {
  const offer = { tools: [] as OfferedTool[], ignored: [] as { tool: string; why: string }[] };
  for (const tool of tools) {
    const why = problemOf(tool, tools, allow) ?? (offer.tools.length < MOST_TOOLS ? null : "there are too many");
    if (why === null)
      offer.tools.push({ name: tool.name, description: tool.description ?? "", schema: tool.inputSchema });
    else if (offer.ignored.length < MOST_TOOLS)
      offer.ignored.push({ tool: visible(tool.name).slice(0, 80).toWellFormed(), why });
  }
  return offer;
}
function problemOf({ name, description = "", inputSchema }: Tool, all: readonly Tool[], allow: readonly string[]) {
  if (!NAME.test(name)) return "its name has other characters than letters, digits, _ - . and /";
  if (!allow.includes("*") && !allow.includes(name)) return "the settings do not allow it";
  if (all.filter((other) => other.name === name).length > 1) return "the server has two tools of this name";
  if (description.length + JSON.stringify(inputSchema).length > MOST_TEXT)
    return "its description is too long to be read";
  return null;
}
