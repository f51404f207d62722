import { describe, expect, test } from "vitest";
import { CONTAINER_SPEC } from "../../../test/support/container-spec.ts";
import { containerBody } from "./container-body.ts";

const body = containerBody(CONTAINER_SPEC);
const host = body.HostConfig;
type Profile = { defaultAction: string; syscalls: { names: string[]; action: string; args?: { value: number }[] }[] };
const profile = JSON.parse((host.SecurityOpt[1] ?? "").replace("seccomp=", "")) as Profile;

describe("the container body", () => {
  test("runs as the workspace's owner by number, and never as 0", () => {
    expect(body.User).toBe("1000:1001");
    for (const [uid, gid] of [
      [0, 5],
      [5, 0],
      [-1, 5],
      [Number.NaN, 5],
    ] as const)
      expect(() => containerBody({ ...CONTAINER_SPEC, workspace: { path: "/w", uid, gid } })).toThrow(RangeError);
  });
  test("has a read-only root, one writable bind, and nothing else of the host but our own files read-only", () => {
    expect(host.ReadonlyRootfs).toBe(true);
    expect(host.Mounts.map(({ Source, Target, ReadOnly }) => [Source, Target, ReadOnly])).toEqual([
      ["/srv/work/7", "/workspace", false],
      ["/srv/run/d/s-0123456789ab", "/run/sparks", true],
      ["/srv/run/d/s-0123456789ab/hosts", "/etc/hosts", true],
    ]);
    expect(
      host.Mounts.every(({ BindOptions }) => BindOptions.NonRecursive && BindOptions.Propagation === "rprivate"),
    ).toBe(true);
    expect([host.Binds, host.Devices, host.GroupAdd]).toEqual([[], [], []]);
    expect(body.Volumes).toEqual({});
  });
  test("has no network and no privileges", () => {
    expect([body.NetworkDisabled, host.NetworkMode]).toEqual([true, "none"]);
    expect([host.Privileged, host.CapDrop, host.CapAdd]).toEqual([false, ["ALL"], []]);
    expect(host.SecurityOpt[0]).toBe("no-new-privileges:true");
    expect([host.IpcMode, host.PidMode, host.UTSMode, host.CgroupnsMode]).toEqual(["private", "", "", "private"]);
  });
  test("allows only listed system calls, and none that traces, mounts or makes namespaces", () => {
    expect(profile.defaultAction).toBe("SCMP_ACT_ERRNO");
    const allowed = profile.syscalls.filter(({ action }) => action === "SCMP_ACT_ALLOW");
    const free = new Set(allowed.filter(({ args }) => args === undefined).flatMap(({ names }) => names));
    for (const name of ["read", "execve", "futex", "fchmodat2", "statx"]) expect(free).toContain(name);
    const refused =
      "ptrace process_vm_readv process_vm_writev pidfd_getfd unshare setns mount umount2 pivot_root chroot keyctl add_key bpf " +
      "perf_event_open userfaultfd io_uring_setup clone clone3 socket mknod personality kexec_load init_module reboot";
    expect(refused.split(" ").filter((name) => free.has(name))).toEqual([]);
    const families = allowed.filter(({ names }) => names[0] === "socket").map(({ args = [] }) => args[0]?.value);
    expect(families).toEqual([1, 2, 10, 16]);
  });
  test("is limited in memory without swap, CPU, processes, files and core dumps", () => {
    expect([host.Memory, host.MemorySwap, host.NanoCpus]).toEqual([1 << 29, 1 << 29, 1_500_000_000]);
    expect([host.PidsLimit, host.MemorySwappiness]).toEqual([216, 0]);
    expect([host.OomKillDisable, host.OomScoreAdj, host.ShmSize]).toEqual([false, 500, 1 << 24]);
    const ulimits = Object.fromEntries(host.Ulimits.map(({ Name, Soft, Hard }) => [Name, [Soft, Hard]]));
    expect(ulimits).toMatchObject({ core: [0, 0], fsize: [1 << 30, 1 << 30], nofile: [1024, 4096] });
  });
  test("has small fresh places for temporary files and the home, without set-user-id and devices", () => {
    for (const [place, flags] of Object.entries(host.Tmpfs)) {
      expect(["/tmp", "/home/agent"]).toContain(place);
      expect(flags).toMatch(/nosuid,nodev,size=\d+,nr_inodes=/);
    }
    expect(host.Tmpfs["/home/agent"]).toContain("uid=1000,gid=1001,mode=0700");
  });
  test("ends with its bot, reaps its orphans, is removed by the engine, and logs nothing there", () => {
    expect([body.OpenStdin, body.StdinOnce, body.Tty, host.Init, host.AutoRemove]).toEqual([
      true,
      true,
      false,
      true,
      true,
    ]);
    expect([host.RestartPolicy.Name, host.LogConfig.Type]).toEqual(["no", "none"]);
    expect(body.Entrypoint).toEqual([]);
  });
  test("masks what tells of the host", () => {
    for (const place of [
      "/proc/kcore",
      "/proc/keys",
      "/proc/cmdline",
      "/proc/config.gz",
      "/sys/firmware",
      "/sys/block",
    ])
      expect(host.MaskedPaths).toContain(place);
  });
  test("says whose it is and when it is over", () => {
    expect(body.Labels).toEqual({
      "sparks.home": "abc123",
      "sparks.owner": "task-7",
      "sparks.folder": "s-0123456789ab",
      "sparks.created": "1700000000",
      "sparks.expires": "1700000060",
    });
  });
});
