import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Finding } from "../../core/ports/health.ts";
import type { SandboxLimits } from "../../core/ports/sandbox.ts";
import { RUNNER_PROCESSES } from "../docker/container-body.ts";
import { INSIDE } from "../options.ts";

/** The program that looks around inside; it prints one JSON object. */
export function probeProgram(): string {
  return readFileSync(new URL("./probes.mjs", import.meta.url), "utf8");
}
const words = z.record(z.string(), z.string());
const facts = z.object({
  status: words,
  interfaces: z.array(z.string()),
  routes: z.number(),
  name: z.string(),
  far: z.string(),
  writes: words,
  scratch: words,
  devices: words,
  mounts: z.array(z.tuple([z.string(), z.string(), z.string(), z.string()])),
  told: z.record(z.string(), z.union([z.string(), z.number()])),
  limits: z.string(),
  pids: z.string(),
  memory: z.string(),
  cgroup: z.array(z.string()),
  namespaces: words,
  processes: z.number(),
  environment: z.array(z.string()),
  outOfMemoryScore: z.number(),
  userMap: z.array(z.string()),
});
export type Facts = z.infer<typeof facts>;
export function parseFacts(text: string): Facts {
  return facts.parse(JSON.parse(text));
}
export type Around = {
  readonly kind: "docker" | "bubblewrap";
  readonly limits: SandboxLimits;
  /** The host's own namespaces, as `/proc/self/ns` names them. */
  readonly hostNamespaces: Readonly<Record<string, string>>;
};

/** What should be seen from inside against what is. */
export function judgeFacts(found: Facts, around: Around): Finding[] {
  return [
    ...identity(found),
    ...network(found),
    ...places(found),
    ...devices(found),
    ...limitsOf(found, around),
    ...hidden(found, around),
  ];
}
function finding(name: string, wanted: string, found: string, holds: boolean | null): Finding {
  return { name, wanted, found: found === "" ? "none" : found, holds };
}
const NOTHING = "0000000000000000";
function identity({ status }: Facts): Finding[] {
  const numbers = (name: string): string[] => (status[name] ?? "").trim().split(/\s+/);
  const isNot0 = (name: string): boolean => numbers(name).every((one) => Number(one) > 0);
  return [
    finding("user", "not 0", numbers("Uid").join(" "), isNot0("Uid")),
    finding("group", "not 0", numbers("Gid").join(" "), isNot0("Gid")),
    finding("more groups", "none is 0", numbers("Groups").join(" "), !numbers("Groups").includes("0")),
    ...["CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"].map((name) =>
      finding(`capabilities ${name}`, "none", status[name] ?? "?", status[name] === NOTHING),
    ),
    finding("no new privileges", "1", status["NoNewPrivs"] ?? "?", status["NoNewPrivs"] === "1"),
    finding("system call filter", "2", status["Seccomp"] ?? "?", status["Seccomp"] === "2"),
  ];
}
function network({ interfaces, routes, name, far }: Facts): Finding[] {
  return [
    finding("network interfaces", "only loopback", interfaces.join(" "), interfaces.length === 0),
    finding("routes", "none", String(routes), routes === 0),
    finding("name of a host", "not resolved", name, name !== "resolved"),
    finding("connection to 1.1.1.1", "refused", far, far !== "connected"),
  ];
}
/** File systems that are the kernel's own or live in memory. */
const KERNELS = /^(?:proc|sysfs|tmpfs|devpts|mqueue|cgroup2?|devtmpfs)$/;
function places({ writes, scratch, mounts }: Facts): Finding[] {
  const root = mounts.findLast(([, place]) => place === "/");
  const open = mounts.filter(([, , type, options]) => !KERNELS.test(type) && options.split(",")[0] === "rw");
  const writable = open.map(([, place]) => place).filter((place) => place !== INSIDE.workspace);
  const temporary = mounts.filter(([, place]) => ["/tmp", INSIDE.home].includes(place));
  const loose = temporary.filter(([, , , options]) => {
    const flags = options.split(",");
    return !(flags.includes("nosuid") && flags.includes("nodev"));
  });
  const named = (some: typeof mounts): string => some.map(([, place]) => place).join(", ");
  return [
    finding("root", "read-only", root?.[3].split(",")[0] ?? "?", root?.[3].split(",")[0] === "ro"),
    finding(
      "other writable disks",
      "none",
      writable.join(" ") || `none among ${mounts.length} mounts`,
      writable.length === 0,
    ),
    finding(
      "temporary places",
      "nosuid, nodev",
      loose.length > 0 ? `not so: ${named(loose)}` : `nosuid, nodev: ${named(temporary)}`,
      loose.length === 0,
    ),
    ...Object.entries(writes).map(([place, said]) =>
      finding(`writing to ${place}`, "refused", said, said !== "written"),
    ),
    ...Object.entries(scratch).map(([place, said]) =>
      finding(`writing to ${place}`, "written", said, said === "written"),
    ),
  ];
}
const DEVICES = new Set(["console", "full", "null", "ptmx", "random", "tty", "urandom", "zero"]);
function devices({ devices }: Facts): Finding[] {
  const odd = Object.entries(devices).filter(
    ([name, kind]) => kind === "block" || (kind === "character" && !DEVICES.has(name)),
  );
  return [finding("devices", "only harmless ones", odd.map(([name]) => name).join(" "), odd.length === 0)];
}
function limitsOf(found: Facts, { kind, limits }: Around): Finding[] {
  const line = (name: string): number => {
    const [, hard = "?"] = new RegExp(`^${name}\\s+\\S+\\s+(\\S+)`, "m").exec(found.limits) ?? [];
    return hard === "unlimited" ? Infinity : Number(hard);
  };
  const atMost = (name: string, value: number, most: number): Finding =>
    finding(name, `at most ${most}`, String(value), value <= most);
  const group = (text: string): number => Number(/\d+/.exec(text)?.[0] ?? Infinity);
  const processes = limits.processes + RUNNER_PROCESSES;
  const common = [
    atMost("size of a file", line("Max file size"), limits.fileBytes),
    atMost("core dumps", line("Max core file size"), 0),
    atMost("open files", line("Max open files"), 4096),
    atMost("locked memory", line("Max locked memory"), 65_536),
  ];
  if (kind === "docker")
    return [
      ...common,
      atMost("message queues", line("Max msgqueue size"), 65_536),
      atMost("processes", group(found.pids), processes),
      atMost("memory of all together", group(found.memory), limits.memoryBytes),
      finding("out-of-memory score", "at least 500", String(found.outOfMemoryScore), found.outOfMemoryScore >= 500),
    ];
  return [
    ...common,
    atMost("processes", line("Max processes"), processes),
    finding("memory of one process", "limited", String(line("Max data size")), Number.isFinite(line("Max data size"))),
    finding("memory of all together", "a hard limit", "watched 20 times a second", null),
  ];
}
const SECRETIVE = /TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIAL|API_?KEY|PRIVATE|LD_PRELOAD|SSH_/i;
function hidden(found: Facts, { kind, hostNamespaces }: Around): Finding[] {
  const shared = Object.entries(found.namespaces).filter(([name, link]) => hostNamespaces[name] === link);
  const names = shared.map(([name]) => name).filter((name) => name !== "user");
  const paths = new Set(found.cgroup.map((line) => line.split(":").slice(2).join(":")));
  const secrets = found.environment.filter((name) => SECRETIVE.test(name));
  return [
    finding("namespaces shared with the host", "none", names.join(" "), names.length === 0),
    finding(
      "user namespace",
      "its own",
      found.userMap.join(" "),
      shared.some(([name]) => name === "user") ? null : true,
    ),
    finding(
      "its cgroup's path",
      "/",
      [...paths].join(" "),
      [...paths].every((path) => path === "/"),
    ),
    finding("processes seen", "its own", String(found.processes), found.processes <= 12),
    finding("secrets in the environment", "none", secrets.join(" "), secrets.length === 0),
    ...Object.entries(found.told).map(([place, said]) => {
      const isHidden = typeof said === "string" || said === 0;
      return finding(
        place,
        "hidden",
        isHidden ? String(said) : "told",
        isHidden || (kind === "bubblewrap" ? null : false),
      );
    }),
  ];
}
