import { existsSync } from "node:fs";
import type { Guarantee } from "../../core/ports/sandbox.ts";

/** The part of the engine's own account of itself that matters here. */
export type EngineInfo = {
  readonly SecurityOptions?: readonly string[] | null;
  readonly CgroupVersion?: string;
  readonly Runtimes?: Readonly<Record<string, unknown>> | null;
};
/** What hardens an engine's containers beyond what one can be asked for. */
export function engineHardening({ SecurityOptions, CgroupVersion, Runtimes }: EngineInfo): Guarantee[] {
  const names = (SecurityOptions ?? []).map((option) => /name=([a-z]+)/.exec(option)?.[1] ?? "");
  const has = (name: string): boolean => names.includes(name);
  const isMapped = has("userns") || has("rootless");
  return [
    {
      name: "user namespace",
      holds: isMapped,
      detail: isMapped
        ? "a user number in a container is another on the host"
        : "a user number in a container is the same on the host; the engine's userns-remap or rootless mode changes that",
    },
    labels(has("apparmor"), has("selinux")),
    {
      name: "gVisor",
      holds: "runsc" in (Runtimes ?? {}),
      detail: "runsc" in (Runtimes ?? {}) ? "the runtime runsc is there" : "the engine has no runtime runsc",
    },
    cgroups(CgroupVersion === "2"),
  ];
}
/** The same for sandboxes without an engine. */
export function kernelHardening(): Guarantee[] {
  return [
    labels(existsSync("/sys/kernel/security/apparmor"), existsSync("/sys/fs/selinux/enforce")),
    cgroups(existsSync("/sys/fs/cgroup/cgroup.controllers")),
  ];
}
function labels(apparmor: boolean, selinux: boolean): Guarantee {
  const name = "mandatory access control";
  if (apparmor || selinux) return { name, holds: true, detail: apparmor ? "AppArmor" : "SELinux" };
  return { name, holds: false, detail: "neither AppArmor nor SELinux is on" };
}
function cgroups(isNew: boolean): Guarantee {
  const detail = isNew ? "one tree, with an exact count of out-of-memory ends" : "version 1";
  return { name: "cgroups version 2", holds: isNew, detail };
}
