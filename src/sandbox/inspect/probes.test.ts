import { describe, expect, test } from "vitest";
import { judgeFacts, parseFacts, type Around, type Facts } from "./probes.ts";

const row = (name: string, hard: string | number): string => `${name.padEnd(25)} ${hard}   ${hard}   units`;
const sealed: Facts = {
  status: {
    Uid: "10001\t10001\t10001\t10001",
    Gid: "10001\t10001\t10001\t10001",
    Groups: "10001 ",
    ...Object.fromEntries(["CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"].map((name) => [name, "0".repeat(16)])),
    NoNewPrivs: "1",
    Seccomp: "2",
  },
  interfaces: [],
  routes: 0,
  name: "EAI_AGAIN",
  far: "ENETUNREACH",
  writes: { "/": "EROFS", "/proc/sys": "ENOENT" },
  scratch: { "/workspace": "written" },
  devices: { null: "character", fd: "other" },
  mounts: [
    ["overlay", "/", "overlay", "ro,relatime"],
    ["/dev/vda", "/workspace", "ext4", "rw,relatime"],
    ["tmpfs", "/tmp", "tmpfs", "rw,nosuid,nodev"],
  ],
  told: { "/proc/kcore": "ENOENT", "/proc/keys": 0 },
  limits: [
    row("Max file size", 1000),
    row("Max core file size", 0),
    row("Max open files", 4096),
    row("Max locked memory", 65_536),
    row("Max msgqueue size", 65_536),
    row("Max processes", 80),
    row("Max data size", 9000),
  ].join("\n"),
  pids: "ENOENT80\n",
  memory: "ENOENT5000\n",
  cgroup: ["0::/"],
  namespaces: { net: "net:[2]", user: "user:[1]" },
  processes: 3,
  environment: ["PATH", "HOME"],
  outOfMemoryScore: 500,
  userMap: ["0", "0", "4294967295"],
};
const around: Around = {
  kind: "docker",
  limits: { memoryBytes: 5000, cpus: 1, processes: 64, fileBytes: 1000, wallClockMs: 1 },
  hostNamespaces: { net: "net:[1]", user: "user:[1]" },
};
const lost = (change: Partial<Facts>, kind: Around["kind"] = "docker"): string[] =>
  judgeFacts({ ...sealed, ...change }, { ...around, kind })
    .filter(({ holds }) => holds === false)
    .map(({ name }) => name);
const status = (change: Record<string, string>): Partial<Facts> => ({ status: { ...sealed.status, ...change } });
const limit = (name: string, value: string): Partial<Facts> => ({
  limits: sealed.limits.replace(new RegExp(`^${name}.*$`, "m"), row(name, value)),
});

describe("what is seen inside", () => {
  test("is in order in a sealed sandbox of either kind", () => {
    expect(lost({})).toEqual([]);
    expect(lost({}, "bubblewrap")).toEqual([]);
    expect(parseFacts(JSON.stringify(sealed))).toEqual(sealed);
  });
  test.each<[string, Partial<Facts>]>([
    ["user", status({ Uid: "10001\t0\t10001\t10001" })],
    ["group", status({ Gid: "0\t0\t0\t0" })],
    ["more groups", status({ Groups: "10001 0" })],
    ["capabilities CapBnd", status({ CapBnd: "00000000a80425fb" })],
    ["no new privileges", status({ NoNewPrivs: "0" })],
    ["system call filter", status({ Seccomp: "0" })],
    ["network interfaces", { interfaces: ["eth0"] }],
    ["routes", { routes: 1 }],
    ["name of a host", { name: "resolved" }],
    ["connection to 1.1.1.1", { far: "connected" }],
    ["writing to /etc", { writes: { "/etc": "written" } }],
    ["writing to /tmp", { scratch: { "/tmp": "ENOSPC" } }],
    ["root", { mounts: [["overlay", "/", "overlay", "rw,relatime"]] }],
    ["root", { mounts: [] }],
    ["other writable disks", { mounts: [...sealed.mounts, ["/dev/vda", "/data", "ext4", "rw"]] }],
    ["temporary places", { mounts: [...sealed.mounts, ["tmpfs", "/tmp", "tmpfs", "rw,nosuid"]] }],
    ["devices", { devices: { sda: "block" } }],
    ["devices", { devices: { kmsg: "character" } }],
    ["size of a file", limit("Max file size", "unlimited")],
    ["core dumps", limit("Max core file size", "1")],
    ["open files", limit("Max open files", "20000")],
    ["processes", { pids: "max\n" }],
    ["memory of all together", { memory: "ENOENT9223372036854771712\n" }],
    ["out-of-memory score", { outOfMemoryScore: 0 }],
    ["namespaces shared with the host", { namespaces: { net: "net:[1]" } }],
    ["its cgroup's path", { cgroup: ["8:pids:/docker/0123"] }],
    ["processes seen", { processes: 200 }],
    ["secrets in the environment", { environment: ["GITHUB_TOKEN"] }],
    ["/proc/interrupts", { told: { "/proc/interrupts": 2252 } }],
  ])("%s is noticed", (name, change) => {
    expect(lost(change)).toContain(name);
  });
  test("what was looked at is told, also where nothing was found", () => {
    const found = (change: Partial<Facts>, name: string) =>
      judgeFacts({ ...sealed, ...change }, around).find((finding) => finding.name === name)?.found;
    expect(found({}, "other writable disks")).toBe("none among 3 mounts");
    expect(found({}, "temporary places")).toBe("nosuid, nodev: /tmp");
    expect(found({ mounts: [["tmpfs", "/tmp", "tmpfs", "rw"]] }, "temporary places")).toBe("not so: /tmp");
  });
  test("a user namespace that is the host's is told as beyond what an engine was asked for", () => {
    const found = judgeFacts(sealed, around).find(({ name }) => name === "user namespace");
    expect(found).toMatchObject({ holds: null, found: "0 0 4294967295" });
  });
});
