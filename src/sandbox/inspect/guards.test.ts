import { describe, expect, test } from "vitest";
import { instant } from "../../lib/time.ts";
import { exampleBody } from "../docker/template.ts";
import { guardsOf } from "./guards.ts";

const body = exampleBody(
  {
    homes: ["example"],
    latest: instant(0),
    limits: { memoryBytes: 1 << 29, cpus: 1.5, processes: 200, fileBytes: 1 << 30, wallClockMs: 6e4 },
    architecture: "x64",
    command: ["/opt/sparks/node"],
    runtime: "runc",
    image: "sparks-sandbox:1",
    programRoots: [],
    workspaceRoots: ["/srv/work"],
    runRoots: ["/srv/run/d"],
  },
  { uid: 1000, gid: 1001 },
);
const host = body.HostConfig;
const lost = (found: unknown): string[] =>
  guardsOf(body, found)
    .filter(({ holds }) => !holds)
    .map(({ name }) => name);

describe("what the engine made of it", () => {
  const made = (): { Config: Record<string, unknown>; HostConfig: Record<string, unknown> } =>
    structuredClone({ Config: { ...body, HostConfig: undefined }, HostConfig: host }) as never;
  test("is accepted when it is the same, with empty lists as null and labels of the image added", () => {
    const found = made();
    Object.assign(found.HostConfig, { CapAdd: null, Binds: null, GroupAdd: null, Devices: null, PortBindings: null });
    Object.assign(found.Config, { Labels: { ...body.Labels, image: "x" }, Entrypoint: null, Volumes: null });
    Object.assign(found.Config, { Env: [...body.Env, "NODE_VERSION=24", "ENVIRONMENT=production"], Domainname: "" });
    Object.assign(found.HostConfig, {
      RestartPolicy: { Name: "no", MaximumRetryCount: 0 },
      CpuQuota: 0,
      CgroupnsMode: undefined,
    });
    expect(lost(found)).toEqual([]);
  });
  test.each([
    [0, "0"],
    [null, "not kept by this engine; without swap it changes nothing"],
    [60, "60"],
  ])("tells a swappiness of %j as %j", (value, told) => {
    const found = made();
    found.HostConfig["MemorySwappiness"] = value;
    expect(guardsOf(body, found).find(({ name }) => name === "MemorySwappiness")).toMatchObject({ found: told });
  });
  test.each([
    ["Privileged", true],
    ["ReadonlyRootfs", false],
    ["NetworkMode", "bridge"],
    ["CapDrop", []],
    ["CapAdd", ["SYS_ADMIN"]],
    ["SecurityOpt", ["no-new-privileges:true"]],
    ["PidsLimit", null],
    ["Memory", 0],
    ["MemorySwap", -1],
    ["NanoCpus", 0],
    ["Init", false],
    ["IpcMode", "host"],
    ["PidMode", "host"],
    ["UTSMode", "host"],
    ["Devices", [{ PathOnHost: "/dev/kmsg" }]],
    ["Binds", ["/:/host"]],
    ["Ulimits", []],
    ["Tmpfs", {}],
    ["MaskedPaths", []],
    ["GroupAdd", ["0"]],
    ["OomKillDisable", true],
    ["Mounts", []],
    ["PublishAllPorts", true],
    ["OomScoreAdj", 0],
    ["ReadonlyPaths", []],
    ["UsernsMode", "host"],
    ["CgroupParent", "/docker/other"],
    ["DeviceRequests", [{ Count: -1 }]],
    ["Sysctls", { "net.ipv4.ip_forward": "1" }],
    ["Links", ["db:db"]],
    ["MemorySwappiness", 60],
    ["Runtime", "crun-wasm"],
    ["CgroupnsMode", "host"],
    ["RestartPolicy", { Name: "always", MaximumRetryCount: 0 }],
    ["LogConfig", { Type: "json-file", Config: {} }],
    ["CpuQuota", 100_000],
    ["CpuShares", 1024],
  ] as [string, unknown][])("is refused when %s became %j", (name, value) => {
    const found = made();
    found.HostConfig[name] = value;
    expect(lost(found)).toEqual([name]);
  });
  test.each([
    ["User", "0:0"],
    ["Entrypoint", ["/bin/sh"]],
    ["NetworkDisabled", false],
    ["Volumes", { "/data": {} }],
    ["Cmd", ["sleep", "infinity"]],
    ["Env", [...body.Env, "LD_PRELOAD=/x.so"]],
    ["Env", [...body.Env, "ENV=/x.sh"]],
    ["Env", []],
    ["Healthcheck", { Test: ["CMD-SHELL", "curl x"] }],
    ["Healthcheck", null],
    ["StdinOnce", false],
    ["Tty", true],
    ["Labels", {}],
  ])("is refused when the image made %s %j", (name, value) => {
    const found = made();
    found.Config[name] = value;
    expect(lost(found)).toEqual([name]);
  });
});
