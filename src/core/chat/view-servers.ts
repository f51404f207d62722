import { bold, bullets, code, codeBlock, details, paragraph, type Block, type Inline } from "../../lib/blocks.ts";
import type { Pin } from "../policy/approvals/pin.ts";
import type { McpServer, McpState } from "../ports/mcp.ts";
import { MOST_TOOLS } from "../tools/server-tool.ts";
import { hostList, stateLine } from "./approvals/view-pin.ts";

/** Servers of tools as they are, for the chat and the terminal. */
export function serverBlocks(servers: readonly McpServer[], pins: readonly Pin[]): Block[] {
  if (servers.length === 0)
    return [
      paragraph("No server of tools is set up: name one under ", code("[[mcp.servers]]"), " in the settings file."),
    ];
  return [...servers.flatMap((server) => oneServer(server, pins)), ...roomBlocks(pins)];
}
/** A spark's own tools, with all those of the settings. */
const MOST_OWN = 73;
function roomBlocks(pins: readonly Pin[]): Block[] {
  const approved = pins.filter(({ state }) => state.kind === "approved").length;
  if (approved <= MOST_TOOLS - MOST_OWN) return [];
  return [
    paragraph(
      bold(`⚠️ ${approved} tools are approved.`),
      ` A model is given ${MOST_TOOLS} at most, a spark's own first: of these, the last in this list are left out where there are more. Fewer are offered with `,
      code("allow"),
      " of a server, or the list of tools of a spark.",
    ),
  ];
}
function oneServer(server: McpServer, pins: readonly Pin[]): Block[] {
  const { name, runs, hosts, confirm, ignored } = server;
  const own = pins.filter((pin) => pin.server === name);
  const reach = hosts.length === 0 ? [] : [", which reaches ", ...hostList(hosts)];
  const asks = confirm ? "each call is asked" : "calls are not asked";
  return [
    paragraph(bold(`🧩 ${name}`), `: ${stateWords(server.state)} Runs ${PLACES[runs]}`, ...reach, `; ${asks}.`),
    ...complaintBlocks(server.state),
    ...(own.length === 0 ? [] : [bullets(...own.map(toolLine))]),
    ...(ignored.length === 0
      ? []
      : [
          details(
            `${ignored.length} more, not used`,
            bullets(...ignored.map(({ tool, why }) => [code(tool), `: ${why}`])),
          ),
        ]),
  ];
}
function toolLine({ server, tool, state }: Pin): Inline[] {
  return [code(`mcp:${server}:${tool.name}`), ` ${stateLine(state)}`];
}
const PLACES = { sandbox: "in a sandbox of its own", host: "on this machine, unsealed", network: "elsewhere" } as const;
/** What its program said before it could not be reached: a stranger's words, so nothing in them can be pressed. */
export function complaintBlocks(state: McpState): Block[] {
  if (state.kind !== "unreachable" || state.complaint.length === 0) return [];
  return [paragraph("What it said itself:"), codeBlock(state.complaint.join("\n"))];
}
/** A server's state in one sentence. */
function stateWords(state: McpState): string {
  switch (state.kind) {
    case "connecting":
      return "being connected.";
    case "connected":
      return "connected.";
    case "unreachable":
      return `not reachable: ${state.why}. It is tried again by itself.`;
    case "refused":
      return `not used: ${state.why}.`;
  }
}
