import { readFileSync, readlinkSync } from "node:fs";
import type { SandboxLimits } from "../../core/ports/sandbox.ts";
import { RUNNER_PROCESSES } from "../docker/container-body.ts";
import type { Guard } from "../inspect/guards.ts";

/**
 * What the kernel says of a sandbox's processes from outside: of the one that runs the runner, the last in a line of
 * only children. What this user may not see of it is left out; the probes inside look at the same.
 * @param pid the process that was started
 */
export function bubblewrapGuards(pid: number, limits: SandboxLimits): Guard[] {
  const inner = lastChild(pid);
  const status = textOf(`/proc/${inner}/status`);
  const field = (name: string): string => new RegExp(`^${name}:\\s+(.*)$`, "m").exec(status)?.[1] ?? "";
  const guard = (name: string, wanted: string, found: string): Guard => ({
    name,
    wanted,
    found,
    holds: found === wanted,
  });
  const users = field("Uid").split(/\s+/);
  return [
    { name: "user", wanted: "not 0", found: users.join(" "), holds: users.every((one) => Number(one) > 0) },
    ...["CapEff", "CapPrm", "CapBnd"].map((name) => guard(name, "0".repeat(16), field(name))),
    guard("NoNewPrivs", "1", field("NoNewPrivs")),
    guard("Seccomp", "2", field("Seccomp")),
    ...namespaces(inner),
    ...kernelLimits(inner, limits),
  ];
}
function lastChild(pid: number): number {
  const [child] = textOf(`/proc/${pid}/task/${pid}/children`).trim().split(/\s+/);
  return child === undefined || child === "" ? pid : lastChild(Number(child));
}
function namespaces(pid: number): Guard[] {
  return ["mnt", "pid", "net", "ipc", "uts", "user", "cgroup"].flatMap((name) => {
    const own = linkOf(`/proc/${pid}/ns/${name}`);
    const ours = linkOf(`/proc/self/ns/${name}`);
    if (own === null || ours === null) return [];
    return [{ name: `namespace ${name}`, wanted: "not the host's", found: own, holds: own !== ours }];
  });
}
function kernelLimits(pid: number, limits: SandboxLimits): Guard[] {
  const text = textOf(`/proc/${pid}/limits`);
  if (text === "") return [];
  const wanted: readonly (readonly [string, number])[] = [
    ["Max file size", limits.fileBytes],
    ["Max processes", limits.processes + RUNNER_PROCESSES],
    ["Max core file size", 0],
    ["Max open files", 4096],
    ["Max locked memory", 65_536],
  ];
  return wanted.map(([name, most]) => {
    const found = new RegExp(`^${name}\\s+\\S+\\s+(\\S+)`, "m").exec(text)?.[1] ?? "?";
    return { name, wanted: `at most ${most}`, found, holds: Number(found) <= most };
  });
}
function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
function linkOf(place: string): string | null {
  try {
    return readlinkSync(place);
  } catch {
    return null;
  }
}
