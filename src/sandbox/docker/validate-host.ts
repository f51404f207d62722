import { MASKED_PATHS, READ_ONLY_PATHS } from "./container-body.ts";
import {
  equal,
  fieldProblems,
  including,
  isRecord,
  isTexts,
  off,
  oneOf,
  own,
  type Shape,
  within,
} from "./field-rules.ts";
import { seccompProfile } from "./seccomp.ts";
import { seccompExcess } from "./seccomp-excess.ts";
import type { Place } from "./template.ts";
import { tmpfsWeakness } from "./tmpfs-options.ts";

/** No engine gives a container less than 6 MiB. */
const LEAST_BYTES = 6 * 1024 * 1024;

export const HOST_SHAPE: Shape<Place> = {
  rules: {
    Privileged: off(),
    ReadonlyRootfs: equal(true),
    NetworkMode: equal("none"),
    CapDrop: (value, place) => {
      // engines read the names of capabilities in any case
      const names = isTexts(value) ? value.map((name) => name.toUpperCase()) : value;
      return including<Place>(["ALL"])(names, place);
    },
    CapAdd: off(),
    SecurityOpt: securityProblem,
    PidsLimit: within(1, ({ expected }) => expected.HostConfig.PidsLimit),
    Memory: within(LEAST_BYTES, ({ expected }) => expected.HostConfig.Memory),
    MemorySwap: swapProblem,
    MemorySwappiness: equal(0),
    NanoCpus: within(1_000_000, ({ expected }) => expected.HostConfig.NanoCpus),
    CpuShares: within(2, ({ expected }) => expected.HostConfig.CpuShares),
    OomKillDisable: off(),
    OomScoreAdj: (value, place) => {
      const least = place.expected.HostConfig.OomScoreAdj;
      return within<Place>(least, () => 1000)(value, place);
    },
    Init: equal(true),
    IpcMode: oneOf("private", "none"),
    CgroupnsMode: equal("private"),
    ShmSize: within(1, ({ expected }) => expected.HostConfig.ShmSize),
    Ulimits: ulimitsProblem,
    Tmpfs: tmpfsProblem,
    Mounts: () => null, // checked as a whole
    MaskedPaths: including(MASKED_PATHS),
    ReadonlyPaths: including(READ_ONLY_PATHS),
    RestartPolicy: restartProblem,
    AutoRemove: equal(true),
    LogConfig: logProblem,
    Runtime: (value, { template }) => {
      if (template.runtime === "runsc") return value === "runsc" ? null : 'must be "runsc"';
      return value === undefined || value === "" || value === "runc" || value === "runsc"
        ? null
        : "must be absent, runc or runsc";
    },
    ConsoleSize: (value) =>
      value === undefined || value === null || JSON.stringify(value) === "[0,0]" ? null : "must be absent",
  },
  unused: [
    ..."Annotations Binds BlkioDeviceReadBps BlkioDeviceReadIOps BlkioDeviceWriteBps BlkioDeviceWriteIOps".split(" "),
    ..."BlkioWeight BlkioWeightDevice Cgroup CgroupParent ContainerIDFile CpuCount CpuPercent CpuPeriod".split(" "),
    ..."CpuQuota CpuRealtimePeriod CpuRealtimeRuntime CpusetCpus CpusetMems DeviceCgroupRules".split(" "),
    ..."DeviceRequests Devices Dns DnsOptions DnsSearch ExtraHosts GroupAdd IOMaximumBandwidth".split(" "),
    ..."IOMaximumIOps Isolation KernelMemory KernelMemoryTCP Links MemoryReservation PidMode".split(" "),
    ..."PortBindings PublishAllPorts StorageOpt Sysctls UTSMode UsernsMode VolumeDriver VolumesFrom".split(" "),
  ],
};

/** What an engine counts as memory and swap together: more than the memory is swap, where the kernel knows no swappiness. */
function swapProblem(value: unknown, { host, expected }: Place): string | null {
  const memory = own(host, "Memory");
  const most = expected.HostConfig.MemorySwap; // a Memory that is wrong is told of itself
  const wanted = Number.isSafeInteger(memory) && (memory as number) > 0 && (memory as number) <= most ? memory : most;
  return value === wanted ? null : `must be ${String(wanted)}, as Memory`;
}
const NO_NEW_PRIVILEGES = ["no-new-privileges", "no-new-privileges:true", "no-new-privileges=true"];
const SECCOMP = "seccomp=";
/** Two of a kind are refused, since engines differ in which they take. */
function securityProblem(value: unknown, { template }: Place): string | null {
  if (!isTexts(value)) return "must be a list of texts";
  const profiles = value.filter((one) => one.startsWith(SECCOMP));
  const privileges = value.filter((one) => NO_NEW_PRIVILEGES.includes(one));
  const others = value.filter((one) => !one.startsWith(SECCOMP) && !privileges.includes(one));
  if (others.length > 0) return `must not have ${others.map((one) => one.slice(0, 60)).join(", ")}`;
  if (privileges.length !== 1) return "must have no-new-privileges:true once";
  if (profiles.length !== 1) return "must have one seccomp profile";
  const excess = seccompExcess((profiles[0] ?? "").slice(SECCOMP.length), seccompProfile(template.architecture));
  return excess.length === 0 ? null : `the seccomp profile ${excess.join("; ")}`;
}
const LIMIT_KEYS = ["Name", "Soft", "Hard"];
type Limit = { readonly Soft: number; readonly Hard: number };
/** Limits that the template leaves to the kernel: stricter than without them where they are within what the template holds by other means. */
function furtherLimits({ HostConfig }: Place["expected"]): Record<string, Limit> {
  const upTo = (most: number): Limit => ({ Soft: most, Hard: most });
  const { Memory, PidsLimit } = HostConfig;
  return { nproc: upTo(PidsLimit), as: upTo(Memory), data: upTo(Memory), rss: upTo(Memory), stack: upTo(STACK_BYTES) };
}
/** Linux: the limit of a stack when nobody sets one. */
const STACK_BYTES = 8 * 1024 * 1024;
function isLimit(value: unknown): value is Limit {
  return isRecord(value);
}
function ulimitsProblem(value: unknown, { expected }: Place): string | null {
  if (!Array.isArray(value)) return "must be a list";
  const wanted = new Map<unknown, { Soft: number; Hard: number }>(
    expected.HostConfig.Ulimits.map((one) => [one.Name, one]),
  );
  const seen = new Set<unknown>();
  for (const one of value as unknown[]) {
    if (!isRecord(one) || !Object.keys(one).every((key) => LIMIT_KEYS.includes(key))) return "has an odd entry";
    const most = wanted.get(one["Name"]) ?? own(furtherLimits(expected), String(one["Name"]));
    if (!isLimit(most) || seen.has(one["Name"])) return `must not have ${JSON.stringify(one["Name"])}, or once only`;
    seen.add(one["Name"]);
    const [soft, hard] = [one["Soft"], one["Hard"]];
    const fits = isCount(soft) && isCount(hard) && soft <= hard && soft <= most.Soft && hard <= most.Hard;
    if (!fits) return `must have ${String(one["Name"])} of at most ${most.Soft}:${most.Hard}`;
  }
  const missing = [...wanted.keys()].filter((name) => !seen.has(name));
  return missing.length === 0 ? null : `lacks ${missing.join(", ")}`;
}
function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
function tmpfsProblem(value: unknown, { expected }: Place): string | null {
  if (!isRecord(value)) return "must be an object";
  const wanted = Object.entries(expected.HostConfig.Tmpfs);
  const foreign = Object.keys(value).find((place) => !wanted.some(([known]) => known === place));
  if (foreign !== undefined) return `must not be on ${foreign}`;
  for (const [place, options] of wanted) {
    const given = own(value, place);
    if (typeof given !== "string") return `lacks ${place}`;
    const why = tmpfsWeakness(given, options);
    if (why !== null) return `${place} ${why}`;
  }
  return null;
}
const RESTART: Shape<null> = { rules: { Name: oneOf("no", "", undefined) }, unused: ["MaximumRetryCount"] };
function restartProblem(value: unknown): string | null {
  return value === undefined || value === null || fieldProblems(value, RESTART, null).length === 0
    ? null
    : "must be no";
}
const LOGS: Shape<null> = { rules: { Type: equal("none") }, unused: ["Config"] };
function logProblem(value: unknown): string | null {
  return fieldProblems(value, LOGS, null).length === 0 ? null : "must be none, without settings";
}
