import type { ContainerBody } from "../docker/container-body.ts";

/** One thing that was asked of the engine or the kernel, and what became of it. */
export type Guard = {
  readonly name: string;
  readonly wanted: string;
  readonly found: string;
  readonly holds: boolean;
};

/**
 * What the engine made of the body, field by field: an engine may drop a field that it does not know.
 * @param inspected the engine's answer to inspecting the created container
 */
export function guardsOf(body: ContainerBody, inspected: unknown): Guard[] {
  const found = inspected as { Config?: Record<string, unknown>; HostConfig?: Record<string, unknown> };
  const { Config: config = {}, HostConfig: host = {} } = found;
  const wanted = body.HostConfig;
  const fields = HOST_FIELDS.map((name) => guard(name, fieldOf(wanted, name), host[name]));
  const own = OWN_FIELDS.map((name) => ({
    ...guard(name, fieldOf(body, name), config[name]),
    holds: contains(config[name], fieldOf(body, name)),
  }));
  const swappiness = host["MemorySwappiness"] ?? -1;
  const cgroups = guard("CgroupnsMode", wanted.CgroupnsMode, host["CgroupnsMode"]);
  return [
    ...fields,
    ...own,
    // Engines that know no such setting do not tell it; the path that is seen inside does.
    { ...cgroups, holds: cgroups.holds || host["CgroupnsMode"] === undefined },
    { ...guard("RestartPolicy", wanted.RestartPolicy, host["RestartPolicy"]), holds: isOff(host["RestartPolicy"]) },
    { ...guard("Env", body.Env, config["Env"]), holds: environmentHolds(body.Env, config["Env"]) },
    guard("Mounts", wanted.Mounts.map(brief), listOf(host["Mounts"]).map(brief)),
    guard("Volumes", {}, config["Volumes"]),
    // cgroup v2 knows no such number, and an engine on it drops it; without swap there is nothing to be moved to.
    {
      name: "MemorySwappiness",
      wanted: "0",
      found:
        swappiness === -1 ? "not kept by this engine; without swap it changes nothing" : JSON.stringify(swappiness),
      holds: swappiness === 0 || swappiness === -1,
    },
    ...("Runtime" in wanted ? [guard("Runtime", wanted.Runtime, host["Runtime"])] : []),
  ];
}
const HOST_FIELDS = [
  ...(["Privileged", "ReadonlyRootfs", "NetworkMode", "CapDrop", "CapAdd", "SecurityOpt", "PidsLimit"] as const),
  ...(["Memory", "MemorySwap", "NanoCpus", "OomKillDisable", "OomScoreAdj", "Init", "IpcMode", "PidMode"] as const),
  ...(["UTSMode", "UsernsMode", "CgroupParent", "Devices", "DeviceRequests", "DeviceCgroupRules", "GroupAdd"] as const),
  ...(["Binds", "VolumesFrom", "Links", "Sysctls", "Ulimits", "Tmpfs", "MaskedPaths", "ReadonlyPaths"] as const),
  ...(["ShmSize", "PortBindings", "PublishAllPorts", "ExtraHosts", "Dns", "AutoRemove", "CpuShares"] as const),
  ...([
    "LogConfig",
    "CpuQuota",
    "CpuPeriod",
    "CpusetCpus",
    "Annotations",
    "StorageOpt",
    "Cgroup",
    "VolumeDriver",
  ] as const),
  ...(["DnsOptions", "DnsSearch"] as const),
];
const OWN_FIELDS = [
  ...(["User", "Entrypoint", "NetworkDisabled", "Labels", "Cmd", "WorkingDir", "Tty", "OpenStdin"] as const),
  ...(["StdinOnce", "Healthcheck", "StopSignal", "Domainname"] as const),
];

/** What is not asked for is wanted empty. */
function fieldOf(asked: Readonly<Record<string, unknown>>, name: string): unknown {
  return asked[name];
}
function isOff(policy: unknown): boolean {
  const name = (policy as { Name?: string } | null | undefined)?.Name ?? "";
  return name === "" || name === "no";
}
function guard(name: string, wanted: unknown, found: unknown): Guard {
  return { name, wanted: shown(wanted), found: shown(found), holds: canonical(wanted) === canonical(found) };
}
function shown(value: unknown): string {
  const text = canonical(value);
  return text.length > 160 ? `${text.slice(0, 157)}...` : text;
}
function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
function brief(mount: unknown): unknown {
  const { Type, Source, Target, ReadOnly = false, BindOptions } = mount as Record<string, unknown>;
  return { Type, Source, Target, ReadOnly, BindOptions };
}
/** An engine writes an empty list, map or text as null, and lists of limits in an order of its own. */
function canonical(value: unknown): string {
  if (value === null || value === undefined || value === "" || value === 0) return "none";
  if (Array.isArray(value)) return value.length === 0 ? "none" : `[${value.map(canonical).sort().join()}]`;
  if (typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, inner]) => `${key}:${canonical(inner)}`);
  return entries.length === 0 ? "none" : `{${entries.sort().join()}}`;
}
function contains(found: unknown, wanted: unknown): boolean {
  if (typeof wanted !== "object" || Array.isArray(wanted) || wanted === null)
    return canonical(wanted) === canonical(found);
  const has = (found ?? {}) as Record<string, unknown>;
  return Object.entries(wanted).every(([key, value]) => canonical(has[key]) === canonical(value));
}
/** An image may set more, but nothing that programs load code by. */
function environmentHolds(wanted: readonly string[], found: unknown): boolean {
  const lines = listOf(found).map(String);
  return wanted.every((line) => lines.includes(line)) && loadingVariables(found).length === 0;
}
/** Names of an environment's variables by which programs load code. @param found lines of `NAME=value`, as an engine tells them */
export function loadingVariables(found: unknown): string[] {
  return listOf(found).flatMap((line) => LOADING.exec(String(line))?.[1] ?? []);
}
const LOADING = /^((?:LD_|NODE_OPTIONS|NODE_PATH|PYTHON|PERL5|RUBYOPT|RUBYLIB|BASH_ENV|JAVA_TOOL_OPTIONS)[A-Z_]*|ENV)=/;
