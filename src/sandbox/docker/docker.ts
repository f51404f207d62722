import type Docker from "dockerode";
import { randomBytes } from "node:crypto";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { Fault, isFault } from "../../core/fault.ts";
import type { Guarantee, SandboxLimits, SandboxSession, SandboxSpec } from "../../core/ports/sandbox.ts";
import { removeTree } from "../../lib/remove-tree.ts";
import type { Clock } from "../../lib/time.ts";
import { askEngine } from "./ask-engine.ts";
import { type ContainerBody, containerBody } from "./container-body.ts";
import { egressOf } from "../egress/egress.ts";
import { guardsOf } from "../inspect/guards.ts";
import { engineHardening, type EngineInfo } from "../inspect/host-hardening.ts";
import type { InspectableSandbox } from "../inspect/inspectable.ts";
import {
  commandEnvironment,
  INSIDE,
  NETWORK_DETAIL,
  runnerArguments,
  type SandboxDependencies,
  type SandboxOptions,
} from "../options.ts";
import { imageRemedy } from "./image.ts";
import { createWarmPool, type PoolDesk, type Warm } from "./pool.ts";
import { removeStale } from "../running.ts";
import { type Hello, type Link, openSession } from "../session.ts";
import { engineFault, type Made, removeContainer, removeMade, startContainer } from "./start-container.ts";
import { prepareWorkspace, type Workspace } from "../workspace.ts";
import { watchWorkspace } from "../workspace-watch.ts";
import { openWays, type Ways } from "../ways.ts";

const PATH = "/usr/local/bin:/usr/bin:/bin";
/** Whose a container is that waits for a task; no owner of work has that name. */
const POOL = "pool";
/** The longest that the engine may take to tell of itself. */
const ASK_MS = 10_000;

/**
 * Sandboxes as containers of the engine at `socketPath`. Asks nothing of the engine until something is opened, or its
 * pool is started. A container that waits in the pool is no sandbox yet: `live` leaves it out until it is taken (where
 * another process asks, also afterwards, since its label stays), and `reap` leaves those of this process alone.
 */
export function createDockerSandbox(options: SandboxOptions, { clock }: SandboxDependencies): InspectableSandbox {
  const { socketPath } = options;
  const docker = createLoader(socketPath);
  const engine: Engine = { docker, options, clock };
  const bodies = new WeakMap<SandboxSession, ContainerBody>();
  const { warm } = options;
  const pool =
    warm === undefined
      ? null
      : createWarmPool(warm, { clock, make: (signal) => makeWarm(engine, { ...warm.limits }, warm.maxAgeMs, signal) });
  const list = async (signal: AbortSignal, all: boolean): Promise<Docker.ContainerInfo[]> => {
    const filters = JSON.stringify({ label: [`sparks.home=${options.home}`] });
    try {
      const found = await askEngine(
        socketPath,
        `/containers/json?all=${all}&filters=${encodeURIComponent(filters)}`,
        signal,
      );
      return found as Docker.ContainerInfo[];
    } catch (cause) {
      throw engineFault(cause, options);
    }
  };
  return {
    kind: "docker",
    guarantees: guaranteesOf(options),
    pool,
    async image(signal) {
      const found = await askEngine(socketPath, `/images/${options.image}/json`, signal).catch(() => null);
      signal.throwIfAborted();
      return `docker ${options.image} ${(found as { Id?: string } | null)?.Id ?? "(not found)"}`;
    },
    async open(spec, signal) {
      const workspace = await prepareWorkspace(spec.workspace, options.workspaceRoots);
      const { session, body } =
        (await openWarm(engine, { pool, workspace, spec, signal })) ??
        (await openCold(engine, { workspace, spec, signal }));
      bodies.set(session, body);
      return session;
    },
    async reap(keep, signal) {
      const all = await list(signal, true);
      const dead = all.filter((found) => {
        const owner = ownerOf(found, pool);
        return owner !== null && !keep.has(owner);
      });
      await Promise.all(dead.map(async ({ Id }) => removeContainer((await docker()).getContainer(Id))));
      const kept = all.filter((container) => !dead.includes(container));
      await removeStale(sessionsOf(options), new Set(kept.map(({ Labels }) => Labels["sparks.folder"] ?? "")));
      return dead.length;
    },
    async live(signal) {
      const owners = (await list(signal, false)).map((found) => ownerOf(found, pool));
      return owners.filter((owner) => owner !== null && owner !== POOL).length;
    },
    async guards(session, signal) {
      const body = bodies.get(session);
      if (body === undefined) throw new Error(`${session.id} is no session of this sandbox`);
      return guardsOf(body, await (await docker()).getContainer(session.id).inspect({ abortSignal: signal }));
    },
    async host() {
      return engineHardening((await askEngine(socketPath, "/info", AbortSignal.timeout(ASK_MS))) as EngineInfo);
    },
  };
}

/** The client library is loaded with the first container: an idle program asks the engine without it. */
function createLoader(socketPath: string): () => Promise<Docker> {
  let loading: Promise<Docker> | null = null;
  const load = async () => {
    const { default: Client } = await import("dockerode");
    return new Client({ socketPath });
  };
  return () => (loading ??= load());
}
type Engine = {
  readonly docker: () => Promise<Docker>;
  readonly options: SandboxOptions;
  readonly clock: Pick<Clock, "now">;
};
type Opening = { readonly workspace: Workspace; readonly spec: SandboxSpec; readonly signal: AbortSignal };
type Opened = { readonly session: SandboxSession; readonly body: ContainerBody };

function sessionsOf({ runFolder }: SandboxOptions): string {
  return path.join(runFolder, "d");
}
/** Null: it waits in this process's pool. */
function ownerOf({ Id, Labels }: Docker.ContainerInfo, pool: PoolDesk | null): string | null {
  const owner = pool?.ownerOf(Id.slice(0, 12));
  return owner === undefined ? (Labels["sparks.owner"] ?? "") : owner;
}
/** Takes over the container that waits at this workspace. Undefined: there is none, or it was lost while it waited. */
async function openWarm(
  { options }: Engine,
  { pool, workspace, spec, signal }: Opening & { readonly pool: PoolDesk | null },
): Promise<Opened | undefined> {
  if (spec.door !== undefined || egressOf(spec) !== null) return undefined; // it was made without
  const warm = await pool?.claim(workspace.path, spec);
  if (warm === undefined) return undefined;
  try {
    const session = await converse(warm.link, workspace, helloOf(spec, options), { options, signal });
    return { session, body: warm.body };
  } catch (error) {
    if (isFault(error, "sandbox.lost") && !signal.aborted) return undefined;
    throw engineFault(error, options);
  }
}
async function openCold(engine: Engine, { workspace, spec, signal }: Opening): Promise<Opened> {
  const { options } = engine;
  const made: Made = { ways: await openWays(spec, options, sessionsOf(options)), container: undefined };
  try {
    const { link, body } = await startFor(engine, { ...spec, workspace, signal }, made);
    const session = await converse(link, workspace, helloOf(spec, options, made.ways), { options, signal });
    return { session, body };
  } catch (cause) {
    await removeMade(made).catch(() => undefined); // whoever starts next finds what an engine that is gone keeps
    throw (await imageFault(cause, options, signal)) ?? engineFault(cause, options);
  }
}
/**
 * What ended before its first word, at an engine that is up and has the image, will do so again: the image is no good.
 * Null: something else went wrong.
 */
async function imageFault(
  cause: unknown,
  { image, socketPath }: SandboxOptions,
  signal: AbortSignal,
): Promise<Fault | null> {
  if (!isFault(cause, "sandbox.lost") || signal.aborted) return null;
  const found = await askEngine(socketPath, `/images/${image}/json`, AbortSignal.timeout(ASK_MS)).catch(() => null);
  if (found === null) return null;
  const reason = `the image ${image} does not start what works in a sandbox: ${cause.data.reason}`;
  return new Fault("sandbox.unavailable", { reason, ...imageRemedy(image) }, { cause });
}
/** A container of nobody on an empty folder of its own, whose label says how long it may live at most. */
async function makeWarm(engine: Engine, limits: SandboxLimits, maxAgeMs: number, signal: AbortSignal): Promise<Warm> {
  const { docker, options } = engine;
  const [root] = options.workspaceRoots;
  if (root === undefined) throw new Error("there is no folder for workspaces");
  const empty = path.join(root, `pool-${randomBytes(6).toString("hex")}`);
  await mkdir(empty, { recursive: true, mode: 0o700 });
  const plain = { owner: POOL, network: "none" } as const;
  const made: Made = { ways: await openWays(plain, options, sessionsOf(options)), container: undefined };
  try {
    const workspace = await prepareWorkspace(empty, options.workspaceRoots);
    const longest = { ...limits, wallClockMs: limits.wallClockMs + maxAgeMs };
    const { link, body } = await startFor(engine, { owner: POOL, workspace, limits: longest, signal }, made);
    const memoryBytes = async (abortSignal: AbortSignal): Promise<number> => {
      const wanted = { stream: false as const, "one-shot": true, abortSignal };
      return (await (await docker()).getContainer(link.id).stats(wanted)).memory_stats.usage;
    };
    return { link, body, folder: workspace.path, limits, memoryBytes };
  } catch (cause) {
    await removeMade(made).catch(() => undefined); // whoever starts next finds what an engine that is gone keeps
    await removeTree(empty);
    throw engineFault(cause, options);
  }
}
type Wanted = {
  readonly owner: string;
  readonly workspace: Workspace;
  readonly limits: SandboxLimits;
  readonly signal: AbortSignal;
};
async function startFor(
  { docker, options, clock }: Engine,
  { owner, workspace, limits, signal }: Wanted,
  made: Made,
): Promise<{ readonly link: Link; readonly body: ContainerBody }> {
  const now = clock.now();
  const template = {
    homes: [options.home],
    latest: now,
    limits,
    architecture: process.arch,
    command: [INSIDE.node, ...runnerArguments()],
    runtime: options.runtime,
    image: options.image,
    workspaceRoots: [...options.workspaceRoots, workspace.root],
    runRoots: [sessionsOf(options)],
    programRoots: made.ways.door === undefined ? [] : [made.ways.door.root],
  };
  const who = { home: options.home, owner, image: options.image, now };
  const body = containerBody({
    ...template,
    ...who,
    workspace,
    runFolder: made.ways.folder.path,
    programs: made.ways.door?.programs,
  });
  return { link: await startContainer(await docker(), { body, template, signal }, made), body };
}
const NO_WAYS = { extraCa: false, hello: { egressSocket: null, door: null } };
function helloOf(
  { limits }: SandboxSpec,
  { workspaceBytes }: SandboxOptions,
  ways: Pick<Ways, "extraCa" | "hello"> = NO_WAYS,
): Hello {
  return {
    env: commandEnvironment(PATH, ways.extraCa),
    wallClockMs: limits.wallClockMs,
    watchMemoryBytes: null,
    watchProcesses: limits.processes,
    watchDeletedBytes: workspaceBytes,
    ...ways.hello,
  };
}
function converse(
  link: Link,
  workspace: Workspace,
  hello: Hello,
  { options, signal }: { readonly options: SandboxOptions; readonly signal: AbortSignal },
): Promise<SandboxSession> {
  return openSession(watchWorkspace(link, workspace.path, options.workspaceBytes), hello, signal);
}

function guaranteesOf({ runtime }: SandboxOptions): readonly Guarantee[] {
  return [...GUARANTEES, runtime === "runsc" ? OWN_KERNEL : SHARED_KERNEL];
}
const OWN_KERNEL: Guarantee = {
  name: "own kernel",
  holds: true,
  detail: "gVisor (runsc) answers the programs' system calls, not the host's kernel",
};
const SHARED_KERNEL: Guarantee = {
  name: "own kernel",
  holds: false,
  detail: "containers share the host's kernel; gVisor (runsc), a rootless engine or user namespaces harden it further",
};
const GUARANTEES: readonly Guarantee[] = [
  { name: "read-only root", holds: true, detail: "only the workspace, /tmp and the home can be written" },
  { name: "no network", holds: true, detail: NETWORK_DETAIL },
  {
    name: "no privileges",
    holds: true,
    detail: "a numeric user, no capabilities, no new privileges, own seccomp list",
  },
  { name: "memory", holds: true, detail: "a hard limit of all processes together, no swap" },
  { name: "CPU and processes", holds: true, detail: "a share of CPU time and a count of processes, by cgroup" },
  {
    name: "file size",
    holds: true,
    detail:
      "of each file; what the workspace takes of the disk, and how many files it holds, is watched, and the sandbox ended beyond its limit",
  },
];
