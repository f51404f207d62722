import { setTimeout as sleep } from "node:timers/promises";
import type { Command } from "commander";
import type { ServersView } from "../core/chat/desk/operations.ts";
import { serverBlocks } from "../core/chat/view-servers.ts";
import type { Client } from "./client.ts";
import type { CliContext } from "./context.ts";
import { renderTerminal } from "./render.ts";
import { EXIT } from "./terminal.ts";

/** A server that has not answered by then is shown as one that is being connected. */
const PATIENCE_MS = 10_000;
const LOOK_AGAIN_MS = 100;

export function addMcpCommands(
  program: Command,
  withClient: (work: (client: Client) => Promise<number>) => Promise<void>,
  context: () => CliContext,
): void {
  const mcp = program.command("mcp").description("servers of tools (Model Context Protocol): list");
  mcp
    .command("list", { isDefault: true })
    .description("their state, and which tools the owner approved")
    .action(() => withClient((client) => listServers(client, context())));
}
/** @returns failed when the settings name a server that cannot be used now */
export async function listServers(client: Client, { terminal, json, signal }: CliContext): Promise<number> {
  const view = await settled(client, signal);
  terminal.write(
    json
      ? `${JSON.stringify(view)}\n`
      : `${renderTerminal(serverBlocks(view.servers, view.pins), terminal.interactive)}\n`,
  );
  return view.servers.every(({ state }) => state.kind === "connected") ? EXIT.ok : EXIT.failed;
}
/** Without a daemon the servers are being connected for this one command. */
async function settled(client: Client, signal: AbortSignal): Promise<ServersView> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const view = await client.call<ServersView>("GET", "/v1/mcp");
    const waits = view.servers.some(({ state }) => state.kind === "connecting");
    if (!waits || Date.now() > deadline) return view;
    await sleep(LOOK_AGAIN_MS, undefined, { signal });
  }
}
