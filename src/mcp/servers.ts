import type { Transport } from "@modelcontextprotocol/client";
import type { McpServer, McpServers } from "../core/ports/mcp.ts";
import type { Sandbox, SandboxLimits } from "../core/ports/sandbox.ts";
import { createRedactor, type Redactor } from "../lib/redact.ts";
import { LEAVING_SHAPES } from "../lib/secret-shapes.ts";
import type { Secret } from "../lib/secret.ts";
import type { Clock } from "../lib/time.ts";
import { createHttpTransport, createSseTransport } from "./client.ts";
import { createGuardedFetch } from "./guarded-fetch.ts";
import { startHostProgram } from "./host-program.ts";
import { createLineTransport } from "./line-transport.ts";
import type { McpServerOptions } from "./options.ts";
import { startSandboxProgram, type Workspace } from "./sandbox-program.ts";
import { createServer, type ServerDependencies } from "./server.ts";

export type McpDependencies = {
  readonly version: string;
  readonly clock: Clock;
  readonly random: () => number;
  readonly sandbox: Sandbox;
  readonly limits: () => SandboxLimits;
  /** Makes an empty workspace for a sandboxed server. */
  readonly workspace: (owner: string) => Promise<Workspace>;
  /** Of this machine, for servers that run on it: PATH, HOME. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where servers that run on this machine start: a folder with nothing of anybody's in it. */
  readonly folder: string;
  readonly onChange: (server: McpServer) => void;
};
/** Connects in the background from `start` on; closing it ends all that it started. */
export type OpenMcpServers = McpServers & AsyncDisposable & { start(): void };

export function createMcpServers(servers: readonly McpServerOptions[], deps: McpDependencies): OpenMcpServers {
  const open: ServerDependencies["open"] = (options, heard) => openTransport(options, deps, heard);
  const all = new Map(
    servers.map((options) => [options.name, createServer(options, { ...deps, open, redact: redactorOf(options) })]),
  );
  return {
    list: () => [...all.values()].map((server) => server.view()),
    start() {
      for (const server of all.values()) server.start();
    },
    async call(name, tool, args, signal) {
      const server = all.get(name);
      if (server === undefined) return { kind: "not-reachable", why: "the settings name no such server" };
      return server.call(tool, args, signal);
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([...all.values()].map((server) => server[Symbol.asyncDispose]()));
    },
  };
}
function openTransport(
  { name, reach }: McpServerOptions,
  deps: McpDependencies,
  heard: Parameters<ServerDependencies["open"]>[1],
): Transport {
  if (reach.kind !== "stdio") {
    const http = { url: reach.url, fetch: createGuardedFetch(new URL(reach.url), reach.headers) };
    return reach.kind === "http" ? createHttpTransport(http) : createSseTransport(http);
  }
  const { command, network, hosts, trusted } = reach;
  const env = revealed(reach.env);
  if (trusted)
    return createLineTransport(
      async () =>
        startHostProgram(
          { command, env: { ...hostEnvironment(deps.environment), ...env }, folder: deps.folder },
          heard.complain,
        ),
      deps.clock,
    );
  const program = {
    owner: `mcp-${name}`,
    command,
    env,
    network,
    hosts,
    limits: deps.limits(),
    workspace: deps.workspace,
  };
  return createLineTransport(async () => startSandboxProgram(program, deps.sandbox, heard), deps.clock);
}
function redactorOf({ reach }: McpServerOptions): Redactor {
  return createRedactor(Object.values(revealed(reach.kind === "stdio" ? reach.env : reach.headers)), LEAVING_SHAPES);
}
function revealed(env: Readonly<Record<string, Secret>>): Record<string, string> {
  return Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value.reveal()]));
}
function hostEnvironment(environment: McpDependencies["environment"]): Record<string, string> {
  return Object.fromEntries(
    ["PATH", "HOME"].flatMap((name) => {
      const value = environment[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
