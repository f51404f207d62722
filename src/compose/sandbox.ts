import { createHash } from "node:crypto";
import { join, resolve } from "node:path";
import { sandboxLimits, warmOptions } from "./limits.ts";
import type { World } from "./world.ts";
import type { Config } from "../config/config.ts";
import type { Emit, Event } from "../core/events.ts";
import { DAY_MS, instant, type Instant, MINUTE_MS } from "../lib/time.ts";
import { detectSandbox } from "../sandbox/detect.ts";
import type { InspectableSandbox } from "../sandbox/inspect/inspectable.ts";
import { AGENT_ID, INSIDE, runnerArguments } from "../sandbox/options.ts";
import { findToolchains } from "../sandbox/toolchains.ts";
import { type ContainerTemplate, exampleBody } from "../sandbox/docker/template.ts";
import type { EgressEvent } from "../sandbox/options.ts";
import { linkProblems } from "../sandbox/docker/validate-links.ts";
import { problemsOf } from "../sandbox/docker/validate-body.ts";

/** A short name of a home, by which its sandboxes are told from those of others. */
function homeName(home: string): string {
  return createHash("sha256").update(resolve(home)).digest("hex").slice(0, 16);
}
export function workspaceRoot(home: string): string {
  return join(home, "workspaces");
}
/** Folders of programs that a sandbox may be shown. */
export function programRoot(home: string): string {
  return join(home, "programs");
}
function sandboxRunFolder(home: string): string {
  return join(home, "run");
}

function egressEvent({ owner, host, port, verdict, reason, bytesIn, bytesOut }: EgressEvent): Event {
  const about = { owner, host, port, bytes: bytesIn + bytesOut, reason };
  return { kind: "sandbox.egress", ...about, allowed: verdict === "fetched" };
}
export async function openSandbox(live: () => Config, world: World, emit: Emit): Promise<InspectableSandbox> {
  const { sandbox } = live();
  return detectSandbox(
    sandbox,
    {
      home: homeName(world.home),
      runFolder: sandboxRunFolder(world.home),
      image: sandbox.image,
      workspaceRoots: [workspaceRoot(world.home)],
      programRoots: [programRoot(world.home)],
      workspaceBytes: sandbox.workspaceMib * 1024 ** 2,
      socketPath: sandbox.socket,
      nodePath: process.execPath,
      toolchains: findToolchains(world.environment["PATH"] ?? ""),
      warm: warmOptions(live),
      egress: {
        registries: sandbox.registries,
        allowedRanges: sandbox.allowedPrivateCidrs,
        maxBytes: sandbox.egressMib * 1024 ** 2,
        maxResponseBytes: sandbox.egressResponseMib * 1024 ** 2,
        openMs: sandbox.egressMinutes * MINUTE_MS,
        ...(sandbox.extraCaFile === undefined ? {} : { extraCaFile: sandbox.extraCaFile }),
        ...(sandbox.upstreamProxy === undefined ? {} : { upstreamProxy: sandbox.upstreamProxy }),
        onEgress: (event) => emit(egressEvent(event)),
      },
    },
    { clock: world.clock },
  );
}

/** The container that would be asked for with this configuration, and the judge of others. No engine is asked. */
export type TemplateDesk = {
  readonly body: ReturnType<typeof exampleBody>;
  problemsOf(body: unknown): readonly { readonly field: string; readonly why: string }[];
};
/** @param now by the machine's clock */
export function openTemplate(config: Config, home: string, now: Instant): TemplateDesk {
  const template: ContainerTemplate = {
    latest: instant(now + DAY_MS), // of another machine, whose clock may be ahead
    limits: sandboxLimits(() => config),
    architecture: process.arch,
    command: [INSIDE.node, ...runnerArguments()],
    runtime: config.sandbox.runtime === "runsc" ? "runsc" : "runc",
    image: config.sandbox.image,
    ...rootsOf(resolve(home)),
  };
  return {
    body: exampleBody(template, ownUser()),
    problemsOf(given) {
      const homes = [resolve(home), ...otherHome(given)].map(rootsOf);
      const held: ContainerTemplate = {
        ...template,
        image: null, // another home has another name for it; an engine asked for real gets no other than the configured
        homes: homes.flatMap((one) => one.homes),
        workspaceRoots: homes.flatMap(({ workspaceRoots }) => workspaceRoots),
        runRoots: homes.flatMap(({ runRoots }) => runRoots),
        programRoots: homes.flatMap(({ programRoots }) => programRoots),
      };
      return [...problemsOf(given, held), ...linkProblems(given, held)];
    },
  };
}
function rootsOf(home: string): Pick<ContainerTemplate, "homes" | "workspaceRoots" | "runRoots" | "programRoots"> {
  return {
    homes: [homeName(home)],
    workspaceRoots: [workspaceRoot(home)],
    runRoots: [join(sandboxRunFolder(home), "d")],
    programRoots: [programRoot(home)],
  };
}
function ownUser(): { readonly uid: number; readonly gid: number } {
  const [uid, gid] = [process.getuid?.() ?? 0, process.getgid?.() ?? 0];
  return uid === 0 || gid === 0 ? { uid: AGENT_ID, gid: AGENT_ID } : { uid, gid };
}
/** A body of another home says so by its label, which is a hash of that home's path. */
function otherHome(body: unknown): string[] {
  type Loose = { Labels?: Record<string, unknown> | null; HostConfig?: { Mounts?: unknown } | null } | null | undefined;
  const { Labels, HostConfig } = (body as Loose) ?? {};
  const mounts: unknown[] = Array.isArray(HostConfig?.Mounts) ? HostConfig.Mounts : [];
  return mounts.flatMap((mount) => {
    const source = (mount as { Source?: unknown } | null)?.Source;
    const found = typeof source === "string" ? /^(\/.*)\/workspaces\/[^/]+$/.exec(source)?.[1] : undefined;
    return found !== undefined && resolve(found) === found && Labels?.["sparks.home"] === homeName(found)
      ? [found]
      : [];
  });
}
