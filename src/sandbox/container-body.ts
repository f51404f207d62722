import path from "node:path";
import type { SandboxLimits } from "../core/ports/sandbox.ts";
import type { Instant } from "../lib/time.ts";
import { HOME_BYTES, INSIDE, TMP_BYTES } from "./options.ts";
import { seccompProfile } from "./seccomp.ts";

export type ContainerSpec = {
  readonly home: string;
  readonly owner: string;
  readonly image: string;
  readonly workspace: { readonly path: string; readonly uid: number; readonly gid: number };
  readonly limits: SandboxLimits;
  /** Host folder with `hosts`, and with network also the egress socket and the certificates. Seen read-only. */
  readonly runFolder: string;
  readonly command: readonly string[];
  readonly architecture: string;
  readonly now: Instant;
};

/** Besides what Docker masks itself: what tells of the host's hardware, kernel and other programs. */
const MASKED = [
  ..."acpi asound kcore keys key-users latency_stats timer_list timer_stats sched_debug scsi interrupts kallsyms modules"
    .split(" ")
    .map((name) => `/proc/${name}`),
  ..."cmdline config.gz diskstats partitions swaps slabinfo vmallocinfo kpagecount kpageflags kpagecgroup"
    .split(" ")
    .map((name) => `/proc/${name}`),
  ..."firmware devices/virtual/powercap devices/virtual/dmi class/dmi block kernel"
    .split(" ")
    .map((name) => `/sys/${name}`),
];
const READ_ONLY = ["/proc/bus", "/proc/fs", "/proc/irq", "/proc/sys", "/proc/sysrq-trigger"];

export type ContainerBody = ReturnType<typeof containerBody>;
/**
 * The one description of a container that Sparks ever asks an engine for.
 * /tmp and the home may execute, since compilers, test runners and package managers build and run there; they are small,
 * without devices or set-user-id, and what runs from them is no more than what the workspace could run.
 */
export function containerBody(spec: ContainerSpec) {
  const { workspace, limits } = spec;
  return {
    Image: spec.image,
    User: userOf(workspace),
    WorkingDir: INSIDE.workspace,
    Entrypoint: [],
    Cmd: [...spec.command],
    Env: ["PATH=/usr/local/bin:/usr/bin:/bin", `HOME=${INSIDE.home}`, "TMPDIR=/tmp", "LANG=C.UTF-8"],
    Hostname: "sandbox",
    NetworkDisabled: true,
    Tty: false,
    // The runner is the main process and reads stdin: when this program is gone the engine closes it and it ends.
    OpenStdin: true,
    StdinOnce: true,
    AttachStdin: true,
    AttachStdout: true,
    AttachStderr: true,
    Healthcheck: { Test: ["NONE"] },
    StopSignal: "SIGKILL",
    Volumes: {},
    ExposedPorts: {},
    Labels: {
      "sparks.home": spec.home,
      "sparks.owner": spec.owner,
      "sparks.folder": path.basename(spec.runFolder),
      "sparks.created": String(Math.floor(spec.now / 1000)),
      "sparks.expires": String(Math.ceil((spec.now + limits.wallClockMs) / 1000)),
    },
    HostConfig: hostConfig(spec),
  };
}
function userOf({ uid, gid }: ContainerSpec["workspace"]): string {
  if (!(uid > 0) || !(gid > 0)) throw new RangeError(`a sandbox never runs as ${uid}:${gid}`);
  return `${uid}:${gid}`;
}
function hostConfig(spec: ContainerSpec) {
  const { workspace, limits } = spec;
  const owned = `uid=${workspace.uid},gid=${workspace.gid}`;
  return {
    Privileged: false,
    ReadonlyRootfs: true,
    NetworkMode: "none",
    CapDrop: ["ALL"],
    CapAdd: [],
    SecurityOpt: ["no-new-privileges:true", `seccomp=${JSON.stringify(seccompProfile(spec.architecture))}`],
    PidsLimit: limits.processes + RUNNER_PROCESSES,
    Memory: limits.memoryBytes,
    MemorySwap: limits.memoryBytes,
    NanoCpus: Math.round(limits.cpus * 1e9),
    CpuShares: 512,
    OomKillDisable: false,
    OomScoreAdj: 500,
    Init: true,
    IpcMode: "private",
    CgroupnsMode: "private" as const,
    PidMode: "",
    UTSMode: "",
    ShmSize: 64 * 1024 * 1024,
    Devices: [],
    GroupAdd: [],
    Binds: [],
    PortBindings: {},
    PublishAllPorts: false,
    ExtraHosts: [],
    Dns: [],
    Ulimits: [
      { Name: "nofile", Soft: 4096, Hard: 8192 },
      { Name: "core", Soft: 0, Hard: 0 },
      { Name: "fsize", Soft: limits.fileBytes, Hard: limits.fileBytes },
      { Name: "memlock", Soft: 65_536, Hard: 65_536 },
      { Name: "msgqueue", Soft: 65_536, Hard: 65_536 },
    ],
    Tmpfs: {
      "/tmp": `rw,exec,nosuid,nodev,size=${TMP_BYTES},nr_inodes=128k,mode=1777`,
      [INSIDE.home]: `rw,exec,nosuid,nodev,size=${HOME_BYTES},nr_inodes=128k,${owned},mode=0700`,
    },
    Mounts: [
      bind(workspace.path, INSIDE.workspace, false),
      bind(spec.runFolder, INSIDE.run, true),
      // Without a network Docker leaves this file empty, and `localhost` would have no address.
      bind(`${spec.runFolder}/hosts`, "/etc/hosts", true),
    ],
    MaskedPaths: MASKED,
    ReadonlyPaths: READ_ONLY,
    RestartPolicy: { Name: "no" },
    AutoRemove: true,
    LogConfig: { Type: "none", Config: {} },
  };
}
/** The runner's and init's threads, which are ours and not the command's. */
export const RUNNER_PROCESSES = 16;
function bind(source: string, target: string, readOnly: boolean) {
  const options = { Propagation: "rprivate" as const, NonRecursive: true };
  return { Type: "bind" as const, Source: source, Target: target, ReadOnly: readOnly, BindOptions: options };
}

/**
 * What the engine made of the body differs from what was asked: an engine may drop a field that it does not know.
 * @returns the names of guards that do not hold; empty when all do
 */
export function weakened(body: ContainerBody, inspected: unknown): string[] {
  const found = inspected as { Config?: Record<string, unknown>; HostConfig?: Record<string, unknown> };
  const wanted = body.HostConfig;
  const names = GUARDS.filter((name) => !same(wanted[name], found.HostConfig?.[name]));
  const config = (["User", "Entrypoint", "NetworkDisabled", "Labels"] as const).filter(
    (name) => !contains(found.Config?.[name], body[name]),
  );
  const mounts = same(wanted.Mounts.map(brief), listOf(found.HostConfig?.["Mounts"]).map(brief)) ? [] : ["Mounts"];
  const volumes = Object.keys(found.Config?.["Volumes"] ?? {}).length === 0 ? [] : ["Volumes"];
  return [...names, ...config, ...mounts, ...volumes];
}
const GUARDS = [
  ...(["Privileged", "ReadonlyRootfs", "NetworkMode", "CapDrop", "CapAdd", "SecurityOpt", "PidsLimit"] as const),
  ...(["Memory", "MemorySwap", "NanoCpus", "OomKillDisable", "OomScoreAdj", "Init", "IpcMode", "PidMode"] as const),
  ...(["UTSMode", "Devices", "GroupAdd", "Binds", "Ulimits", "Tmpfs", "MaskedPaths", "ReadonlyPaths"] as const),
  ...(["ShmSize", "PortBindings", "PublishAllPorts", "AutoRemove"] as const),
];
function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
function brief(mount: unknown): unknown {
  const { Type, Source, Target, ReadOnly = false } = mount as Record<string, unknown>;
  return { Type, Source, Target, ReadOnly };
}
/** An engine writes an empty list or map as null, and lists of limits in an order of its own. */
function canonical(value: unknown): string {
  if (value === null || value === undefined) return "none";
  if (Array.isArray(value)) return value.length === 0 ? "none" : `[${value.map(canonical).sort().join()}]`;
  if (typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, inner]) => `${key}:${canonical(inner)}`);
  return entries.length === 0 ? "none" : `{${entries.sort().join()}}`;
}
function same(wanted: unknown, found: unknown): boolean {
  return canonical(wanted) === canonical(found);
}
function contains(found: unknown, wanted: unknown): boolean {
  if (typeof wanted !== "object" || Array.isArray(wanted) || wanted === null) return same(wanted, found);
  return Object.entries(wanted).every(([key, value]) => (found as Record<string, unknown> | null)?.[key] === value);
}
