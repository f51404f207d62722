import path from "node:path";
import type { SandboxLimits } from "../../core/ports/sandbox.ts";
import type { Instant } from "../../lib/time.ts";
import { HOME_BYTES, INSIDE, type Runtime, TMP_BYTES } from "../options.ts";
import { seccompProfile } from "./seccomp.ts";

export type ContainerSpec = {
  readonly home: string;
  readonly owner: string;
  readonly image: string;
  readonly workspace: { readonly path: string; readonly uid: number; readonly gid: number };
  readonly limits: SandboxLimits;
  /** Host folder with `hosts`, and with network also the egress socket and the certificates. Seen read-only. */
  readonly runFolder: string;
  /** Host folder of programs, seen read-only; absent: none. */
  readonly programs?: string | undefined;
  readonly command: readonly string[];
  readonly architecture: string;
  /** What starts it; absent: the engine's own choice, where that names its runtimes otherwise. */
  readonly runtime: Runtime | undefined;
  readonly now: Instant;
};

/** Besides what Docker masks itself: what tells of the host's hardware, kernel and other programs. */
export const MASKED_PATHS: readonly string[] = [
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
export const READ_ONLY_PATHS: readonly string[] = [
  "/proc/bus",
  "/proc/fs",
  "/proc/irq",
  "/proc/sys",
  "/proc/sysrq-trigger",
];

export type ContainerBody = ReturnType<typeof containerBody>;
/**
 * The one description of a container that Sparks ever asks an engine for.
 * /tmp and the home may execute and hold up to 128 Ki entries, since compilers, test runners and package managers build
 * and run there (go test, pip, npm's cache); they are small, without devices or set-user-id, their bytes count as
 * memory, and what runs from them is no more than what the workspace could run.
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
    MemorySwappiness: 0,
    NanoCpus: Math.round(limits.cpus * 1e9),
    CpuShares: 512,
    OomKillDisable: false,
    OomScoreAdj: 500,
    Init: true,
    IpcMode: "private",
    CgroupnsMode: "private" as const,
    PidMode: "",
    UTSMode: "",
    UsernsMode: "",
    CgroupParent: "",
    ShmSize: SHARED_BYTES,
    Devices: [],
    DeviceRequests: [],
    DeviceCgroupRules: [],
    GroupAdd: [],
    Binds: [],
    VolumesFrom: [],
    Links: [],
    Sysctls: {},
    PortBindings: {},
    PublishAllPorts: false,
    ExtraHosts: [],
    Dns: [],
    Ulimits: [
      { Name: "nofile", Soft: 1024, Hard: 4096 },
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
      ...(spec.programs === undefined ? [] : [bind(spec.programs, INSIDE.programs, true)]),
    ],
    MaskedPaths: [...MASKED_PATHS],
    ReadonlyPaths: [...READ_ONLY_PATHS],
    RestartPolicy: { Name: "no" },
    AutoRemove: true,
    LogConfig: { Type: "none", Config: {} },
    ...(spec.runtime === undefined ? {} : { Runtime: spec.runtime }),
  };
}
/** Of /dev/shm: enough for the semaphores and small buffers of test runners; what shares more can use /tmp. */
const SHARED_BYTES = 16 * 1024 * 1024;
/** The runner's and init's threads, which are ours and not the command's. */
export const RUNNER_PROCESSES = 16;
function bind(source: string, target: string, readOnly: boolean) {
  const options = { Propagation: "rprivate" as const, NonRecursive: true };
  return { Type: "bind" as const, Source: source, Target: target, ReadOnly: readOnly, BindOptions: options };
}
