import { mkdir, mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import type { Config } from "../config/config.ts";
import { announcePin, type PinMessageDependencies } from "../core/chat/approvals/pin-messages.ts";
import { createServerNotices } from "../core/chat/record/server-notices.ts";
import type { Emit } from "../core/events.ts";
import { createPins, type Pins } from "../core/policy/approvals/pins.ts";
import type { McpServer, McpServers } from "../core/ports/mcp.ts";
import type { Sandbox, SandboxLimits } from "../core/ports/sandbox.ts";
import type { Store } from "../core/ports/store.ts";
import { serverTool } from "../core/tools/server-tool.ts";
import type { Tool } from "../core/tools/tool.ts";
import { removeTree } from "../lib/remove-tree.ts";
import { Secret } from "../lib/secret.ts";
import { type Clock, DAY_MS, instant } from "../lib/time.ts";
import type { McpServerOptions } from "../mcp/options.ts";
import { workspaceRoot } from "./sandbox.ts";
import type { Secrets } from "../secrets/secrets.ts";

type McpWorld = {
  readonly version: string;
  readonly home: string;
  readonly clock: Clock;
  readonly random: () => number;
  readonly secrets: Secrets;
  readonly environment: Readonly<Record<string, string | undefined>>;
};
type McpWing = PinMessageDependencies & {
  readonly store: Pick<Store, "pins" | "callMarks">;
  readonly sandbox: Sandbox;
  /** As the settings are now. */
  readonly limits: SandboxLimits;
  readonly emit: Emit;
};
/** Servers of tools. Nothing of it is loaded where the settings name none. */
export type OpenMcp = AsyncDisposable & {
  readonly servers: McpServers;
  readonly pins: Pins;
  /** As they are approved now. */
  tools(): readonly Tool[];
  /** Connects in the background. */
  start(): Promise<void>;
};
/** Older than any task that could still make the same call. */
const MARKS_MS = 180 * DAY_MS;
/** A server's sandbox is made anew once a day. */
const SESSION_MS = DAY_MS;

export async function openMcp(config: Config["mcp"], world: McpWorld, wing: McpWing): Promise<OpenMcp> {
  const { clock } = world;
  const { store, emit } = wing;
  const pins = createPins({
    store: store.pins,
    clock,
    emit,
    announce: (pin, before) => announcePin(wing, pin, before),
  });
  const options = config.servers.map((server) => optionsOf(server, world));
  const servers = await openServers(options, world, wing, pins);
  const confirms = new Map(options.map(({ name, confirm }) => [name, confirm]));
  return {
    servers,
    pins,
    tools: () =>
      // In the order in which they are listed: the last are left out where there are too many.
      config.servers
        .flatMap(({ name }) => pins.usable().filter(({ server }) => server === name))
        .map((pin) =>
          serverTool(
            pin,
            { confirm: confirms.get(pin.server) ?? true },
            { servers, holds: pins.holds, marks: store.callMarks, clock },
          ),
        ),
    async start() {
      await store.callMarks.prune(instant(clock.now() - MARKS_MS));
      const startable = new Set(options.filter(({ problem }) => problem === null).map(({ name }) => name));
      await pins.start(config.servers.filter(({ name }) => startable.has(name)));
      servers.start();
    },
    [Symbol.asyncDispose]: () => servers[Symbol.asyncDispose](),
  };
}
type OpenServers = McpServers & AsyncDisposable & { start(): void };
const NO_SERVERS: OpenServers = {
  list: () => [],
  call: () => Promise.resolve({ kind: "not-reachable", why: "no server of tools is set up" }),
  start: () => undefined,
  [Symbol.asyncDispose]: () => Promise.resolve(),
};
async function openServers(
  options: readonly McpServerOptions[],
  world: McpWorld,
  wing: McpWing,
  pins: Pins,
): Promise<OpenServers> {
  if (options.length === 0) return NO_SERVERS;
  const { createMcpServers } = await import("../mcp/servers.ts");
  const folder = join(world.home, "mcp");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const notice = createServerNotices(wing);
  const seen = async (server: McpServer): Promise<void> => {
    await notice(server);
    if (server.state.kind === "connected") await pins.seen(server);
  };
  return createMcpServers(options, {
    version: world.version,
    clock: world.clock,
    random: world.random,
    sandbox: wing.sandbox,
    limits: () => ({ ...wing.limits, wallClockMs: SESSION_MS }),
    workspace: (owner) => makeWorkspace(workspaceRoot(world.home), owner),
    environment: world.environment,
    folder,
    onChange(server) {
      seen(server).catch((error: unknown) =>
        wing.emit({ kind: "fault", doing: `looking at server ${server.name}`, code: "mcp", detail: String(error) }),
      );
    },
  });
}
async function makeWorkspace(root: string, owner: string): Promise<AsyncDisposable & { readonly folder: string }> {
  await mkdir(root, { recursive: true, mode: 0o700 });
  const folder = await mkdtemp(join(root, `${owner}-`));
  return { folder, [Symbol.asyncDispose]: () => removeTree(folder) };
}

type ServerConfig = Config["mcp"]["servers"][number];
function optionsOf(server: ServerConfig, world: McpWorld): McpServerOptions {
  const missing: string[] = [];
  const secretOf = (variable: string): Secret => {
    const value = world.secrets.get(variable) ?? plain(world.environment[variable]);
    if (value === undefined) missing.push(variable);
    return value ?? new Secret("");
  };
  const reach = reachOf(server, secretOf);
  const { name, allow, confirm, timeoutSeconds, maxResultBytes } = server;
  const unset =
    missing.length === 0
      ? null
      : `the variable ${missing.join(", ")} is not set in the environment, .env or the keyring (sparks secrets set ${missing[0] ?? ""})`;
  const problem = contradictionIn(server) ?? unset;
  return { name, reach, allow, confirm, timeoutMs: timeoutSeconds * 1000, maxResultBytes, problem };
}
/** What of its settings does not go together: such a server is told of and never started. */
export function contradictionIn({
  command,
  url,
  transport,
  trusted,
  env,
  headersEnv,
  hosts,
}: ServerConfig): string | null {
  if (command === undefined && url === undefined) return "its settings name neither a command nor a url";
  if (command !== undefined && url !== undefined) return "its settings name both a command and a url: keep one";
  if (url !== undefined && transport === "stdio") return "its transport is stdio, which needs a command";
  if (command !== undefined && (transport === "http" || transport === "sse"))
    return `its transport is ${transport}, which needs a url`;
  if (url !== undefined && (trusted || env.length > 0)) return "env and trusted are for a server with a command";
  if (hosts.length > 0 && (url !== undefined || trusted))
    return "hosts is for a server in a sandbox: nothing seals this one";
  if (command !== undefined && Object.keys(headersEnv).length > 0) return "headers_env is for a server with a url";
  return null;
}
function reachOf(server: ServerConfig, secretOf: (variable: string) => Secret): McpServerOptions["reach"] {
  const { command, url, transport, trusted, network, hosts } = server;
  const [program, ...args] = command ?? [];
  if (program !== undefined) {
    const env = Object.fromEntries(server.env.map((variable) => [variable, secretOf(variable)]));
    return { kind: "stdio", command: [program, ...args], trusted, env, network, hosts };
  }
  const headers = Object.fromEntries(
    Object.entries(server.headersEnv).map(([header, variable]) => [header, secretOf(variable)]),
  );
  return { kind: transport === "sse" ? "sse" : "http", url: url ?? "", headers };
}
function plain(value: string | undefined): Secret | undefined {
  return value === undefined || value === "" ? undefined : new Secret(value);
}
