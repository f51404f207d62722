import { mkdtemp, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { McpServer } from "../../../src/core/ports/mcp.ts";
import type { Sandbox } from "../../../src/core/ports/sandbox.ts";
import type { McpServerOptions } from "../../../src/mcp/options.ts";
import { createMcpServers, type OpenMcpServers } from "../../../src/mcp/servers.ts";
import { createHandClock, type HandClock } from "../hand-clock.ts";
import { temporaryFolder } from "../folder.ts";

const MIB = 1024 * 1024;
export type McpWorld = AsyncDisposable & {
  readonly servers: OpenMcpServers;
  readonly clock: HandClock;
  readonly folder: string;
  /** The first server, once it is so. */
  until(isSo: (server: McpServer) => boolean): Promise<McpServer>;
  call(tool: string, args?: Record<string, unknown>): ReturnType<OpenMcpServers["call"]>;
};
type StartOptions = {
  readonly sandbox?: Sandbox;
  readonly environment?: NodeJS.ProcessEnv;
  /** Puts what a sandboxed server is made of into its workspace. */
  readonly fill?: (folder: string) => void;
};
/** Servers that are started, on a clock that stands. */
export function startServers(
  options: readonly McpServerOptions[],
  { sandbox = noSandbox, environment = process.env, fill = () => undefined }: StartOptions = {},
): McpWorld {
  const place = temporaryFolder();
  const clock = createHandClock(1000);
  const waiting = new Set<() => void>();
  const servers = createMcpServers(options, {
    version: "0",
    clock,
    random: () => 0,
    sandbox,
    limits: () => ({ memoryBytes: 512 * MIB, cpus: 1, processes: 64, fileBytes: 16 * MIB, wallClockMs: 600_000 }),
    async workspace(owner) {
      const folder = await mkdtemp(join(dirname(place.path), `${owner}-`));
      fill(folder);
      return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
    },
    environment,
    folder: place.path,
    onChange: () => waiting.forEach((look) => look()),
  });
  servers.start();
  return {
    servers,
    clock,
    folder: place.path,
    async until(isSo) {
      for (;;) {
        const next = Promise.withResolvers<void>();
        waiting.add(next.resolve);
        const [server] = servers.list();
        if (server !== undefined && isSo(server)) return server;
        await next.promise;
        waiting.delete(next.resolve);
      }
    },
    call: (tool, args = {}) => servers.call("tools", tool, args, new AbortController().signal),
    async [Symbol.asyncDispose]() {
      await servers[Symbol.asyncDispose]();
      place[Symbol.dispose]();
    },
  };
}
export const isConnected = (server: McpServer): boolean => server.state.kind === "connected";
export const isLost = (server: McpServer): boolean => server.state.kind === "unreachable";
const noSandbox: Sandbox = {
  kind: "bubblewrap",
  guarantees: [],
  image: async () => "none",
  open: async () => Promise.reject(new Error("a test of servers on this machine opens no sandbox")),
  reap: async () => 0,
  live: async () => 0,
};
