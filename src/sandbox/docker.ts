import Docker from "dockerode";
import path from "node:path";
import type { Duplex } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { Fault } from "../core/fault.ts";
import type { Guarantee, SandboxSession, SandboxSpec } from "../core/ports/sandbox.ts";
import { type ContainerBody, containerBody } from "./container-body.ts";
import { createContainer } from "./create-container.ts";
import { type Demux, createDemux } from "./demux.ts";
import { type Egress, openEgress } from "./egress.ts";
import { guardsOf } from "./guards.ts";
import { engineHardening, type EngineInfo } from "./host-hardening.ts";
import { MAKE_IMAGE } from "./image.ts";
import type { InspectableSandbox } from "./inspectable.ts";
import {
  commandEnvironment,
  INSIDE,
  runnerArguments,
  type SandboxDependencies,
  type SandboxOptions,
} from "./options.ts";
import { makeRunFolder, type RunFolder } from "./run-folder.ts";
import { removeStale } from "./running.ts";
import { type Link, openSession } from "./session.ts";
import type { ContainerTemplate } from "./template.ts";
import { prepareWorkspace } from "./workspace.ts";
import { watchWorkspace } from "./workspace-watch.ts";

const PATH = "/usr/local/bin:/usr/bin:/bin";

/** Sandboxes as containers of the engine at `socketPath`. Asks nothing of the engine until something is opened. */
export function createDockerSandbox(options: SandboxOptions, { clock }: SandboxDependencies): InspectableSandbox {
  const docker = new Docker({ socketPath: options.socketPath });
  const sessions = path.join(options.runFolder, "d");
  const bodies = new WeakMap<SandboxSession, ContainerBody>();
  const list = async (signal: AbortSignal, all: boolean): Promise<Docker.ContainerInfo[]> => {
    const filters = { label: [`sparks.home=${options.home}`] };
    try {
      return await docker.listContainers({ all, filters, abortSignal: signal });
    } catch (cause) {
      throw engineFault(cause, options);
    }
  };
  return {
    kind: "docker",
    guarantees: guaranteesOf(options),
    async image(signal) {
      const found = await docker
        .getImage(options.image)
        .inspect()
        .catch(() => null);
      signal.throwIfAborted();
      return `docker ${options.image} ${found?.Id ?? "(not found)"}`;
    },
    async open(spec, signal) {
      const workspace = await prepareWorkspace(spec.workspace, options.workspaceRoots);
      const networked = spec.network === "registries";
      const folder = await makeRunFolder(sessions, networked ? options.egress.extraCaFile : undefined);
      const made: Made = { folder, egress: undefined, container: undefined };
      try {
        if (networked) made.egress = await openEgress(options.egress, spec.owner, folder.path);
        const template: ContainerTemplate = {
          limits: spec.limits,
          architecture: process.arch,
          command: [INSIDE.node, ...runnerArguments()],
          runtime: options.runtime,
          image: options.image,
          workspaceRoots: [...options.workspaceRoots, workspace.root],
          runRoots: [sessions],
        };
        const body = containerBody({
          ...template,
          home: options.home,
          owner: spec.owner,
          image: options.image,
          workspace,
          runFolder: folder.path,
          now: clock.now(),
        });
        const session = await start({ docker, body, template }, made, { options, spec, signal });
        bodies.set(session, body);
        return session;
      } catch (cause) {
        await remove(made);
        throw engineFault(cause, options);
      }
    },
    async reap(keep, signal) {
      const all = await list(signal, true);
      const dead = all.filter(({ Labels }) => !keep.has(Labels["sparks.owner"] ?? ""));
      await Promise.all(dead.map(async ({ Id }) => removeContainer(docker.getContainer(Id))));
      const kept = all.filter((container) => !dead.includes(container));
      await removeStale(sessions, new Set(kept.map(({ Labels }) => Labels["sparks.folder"] ?? "")));
      return dead.length;
    },
    async live(signal) {
      return (await list(signal, false)).length;
    },
    async guards(session, signal) {
      const body = bodies.get(session);
      if (body === undefined) throw new Error(`${session.id} is no session of this sandbox`);
      return guardsOf(body, await docker.getContainer(session.id).inspect({ abortSignal: signal }));
    },
    async host() {
      return engineHardening((await docker.info()) as EngineInfo);
    },
  };
}

type Made = { readonly folder: RunFolder; egress: Egress | undefined; container: Docker.Container | undefined };
type Opening = { readonly options: SandboxOptions; readonly spec: SandboxSpec; readonly signal: AbortSignal };

type Plan = { readonly docker: Docker; readonly body: ContainerBody; readonly template: ContainerTemplate };

async function start({ docker, body, template }: Plan, made: Made, opening: Opening): Promise<SandboxSession> {
  const { options, spec, signal } = opening;
  await createContainer(docker, { body, template, signal }, (container) => (made.container = container));
  const container = made.container;
  if (container === undefined) throw new Error("a container was made and not handed over");
  const attach = { stream: true, stdin: true, stdout: true, stderr: true, hijack: true };
  const stream = await container.attach({ ...attach, abortSignal: signal });
  const demux = createDemux();
  stream.pipe(demux.input);
  await container.start({ abortSignal: signal });
  const extraCa = made.egress !== undefined && options.egress.extraCaFile !== undefined;
  const hello = {
    env: commandEnvironment(PATH, extraCa),
    wallClockMs: spec.limits.wallClockMs,
    watchMemoryBytes: null,
    egressSocket: made.egress === undefined ? null : `${INSIDE.run}/${made.egress.name}`,
  };
  const link = linkTo(container, stream as Duplex, demux, made);
  return openSession(watchWorkspace(link, workspaceOf(body), options.workspaceBytes), hello, signal);
}
function workspaceOf({ HostConfig }: ContainerBody): string {
  const mount = HostConfig.Mounts.find(({ Target }) => Target === INSIDE.workspace);
  if (mount === undefined) throw new Error("the template mounts no workspace");
  return mount.Source;
}
function linkTo(container: Docker.Container, stream: Duplex, demux: Demux, made: Made): Link {
  const ended = new Promise<string>((resolve) => {
    stream.once("close", () => resolve(`the container ended${demux.complaint()}`));
    stream.once("error", (error) => resolve(`the engine's stream broke: ${error.message}`));
  });
  return {
    id: container.id.slice(0, 12),
    input: stream,
    output: demux.output,
    ended,
    async destroy() {
      stream.destroy();
      await remove(made);
    },
  };
}
async function remove({ container, egress, folder }: Made): Promise<void> {
  if (container !== undefined) await removeContainer(container);
  await egress?.close();
  await folder.remove();
}
/** Killing and removing, again while the engine is busy doing so itself (409); gone (404) is what is wanted. */
async function removeContainer(container: Docker.Container): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    try {
      await container.remove({ force: true, v: true });
    } catch (error) {
      if (statusOf(error) === 404) return;
      if (statusOf(error) !== 409) throw error;
    }
    await wait(20 + attempt * 4);
  }
}

function statusOf(error: unknown): number | undefined {
  return (error as { statusCode?: number } | null)?.statusCode;
}
function engineFault(cause: unknown, { image, socketPath }: SandboxOptions): unknown {
  if (cause instanceof Fault || (cause as Error | null)?.name === "AbortError") return cause;
  const { code, message = "" } = cause as { code?: string; message?: string };
  if (statusOf(cause) === 404 && /no such image/i.test(message))
    return new Fault("sandbox.image-missing", { image, fix: MAKE_IMAGE }, { cause });
  if (code === "ENOSPC" || /no space left/i.test(message)) return new Fault("disk.full", { path: "/" }, { cause });
  if (["ECONNREFUSED", "ENOENT", "EACCES", "ECONNRESET", "EPIPE"].includes(code ?? ""))
    return new Fault("sandbox.unreachable", { socket: socketPath }, { cause });
  const status = statusOf(cause);
  if (status === undefined) return cause;
  const fix = "look at the engine's log (journalctl -u docker), then try again";
  return new Fault("sandbox.unavailable", { reason: `the engine answered ${status}: ${message}`, fix }, { cause });
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
  { name: "no network", holds: true, detail: "no interface but loopback; registries only through the filtering proxy" },
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
    detail: "of each file; what the workspace takes of the disk is watched, and the sandbox ended beyond its limit",
  },
];
