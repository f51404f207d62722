import Docker from "dockerode";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { ContainerBody } from "../../src/sandbox/docker/container-body.ts";
import { instant } from "../../src/lib/time.ts";
import { guardsOf } from "../../src/sandbox/inspect/guards.ts";
import { applied, attackRows } from "../support/container-rows.ts";
import { createContainer } from "../../src/sandbox/docker/create-container.ts";
import { exampleBody, type ContainerTemplate } from "../../src/sandbox/docker/template.ts";
import { dockerSkip } from "../support/docker-engine.ts";
import { sandboxOptions } from "../support/sandbox-options.ts";

const { socketPath, image } = sandboxOptions("probe", "/nonexistent");
const skip = await dockerSkip();
/** What an engine of this version drops, or reads as what the template says, or does not have to do with its walls. */
const UNSEEN = new Set(
  (
    "user-absent network-endpoints mac-address cap-drop-text capabilities-old swappiness-default swappiness-absent " +
    "ipc-mode-empty ipc-mode-absent mount-makes-its-source exposed read-only-absent annotations kernel-memory " +
    "stop-timeout stop-timeout-for-ever on-build shell image-none name label-other label-of-ours-odd case-PRIVILEGED unknown-field proto " +
    "env-GITHUB_TOKEN env-AWS_SECRET_ACCESS_KEY env-HTTPS_PROXY env-DOCKER_HOST env-PATH env-NOTHING env-ld_preload " +
    "entrypoint-absent entrypoint-null entrypoint-empty-text entrypoint-of-an-empty-word " + // the image has none either
    "env-tz-with-a-way-out user-empty cpu-realtime blkio " +
    "fresh-CpusetMems-36 fresh-Annotations-57 fresh-KernelMemoryTCP-62 fresh-ExposedPorts-77 fresh-OnBuild-79 fresh-Shell-80 " +
    "fresh-MacAddress-82 fresh-Platform-83 fresh-ArgsEscaped-84"
  ).split(" "),
);

describe.skipIf(skip !== null)("making a container", () => {
  const docker = new Docker({ socketPath });
  const base = mkdtempSync(join(tmpdir(), "sparks-create-"));
  mkdirSync(join(base, "workspaces/task-1"), { recursive: true });
  mkdirSync(join(base, "run/s-000000000000"), { recursive: true });
  writeFileSync(join(base, "run/s-000000000000/hosts"), "127.0.0.1 localhost\n");
  const signal = new AbortController().signal;
  const template: ContainerTemplate = {
    homes: ["example"],
    latest: instant(0),
    limits: { memoryBytes: 256 << 20, cpus: 1, processes: 64, fileBytes: 1 << 20, wallClockMs: 60_000 },
    architecture: process.arch,
    command: ["sleep", "1"],
    runtime: "runc",
    image,
    programRoots: [],
    workspaceRoots: [join(base, "workspaces")],
    runRoots: [join(base, "run")],
  };
  const body = exampleBody(template, { uid: 10_001, gid: 10_001 });
  const made: Docker.Container[] = [];
  const make = async (given: ContainerBody, held = template) =>
    createContainer(docker, { body: given, template: held, signal }, (container) => made.push(container));
  const count = async (): Promise<number> =>
    (await docker.listContainers({ all: true, filters: { label: ["sparks.home=example"] } })).length;
  afterAll(async () => {
    for (const container of made) await container.remove({ force: true, v: true });
    rmSync(base, { recursive: true });
  });

  test("the engine keeps every guard of the template", async () => {
    const guards = await make(body);
    expect(guards.length).toBeGreaterThan(40);
    expect(guards.filter(({ holds }) => !holds)).toEqual([]);
  });
  test("the engine never hears of a body that is weaker", async () => {
    const before = await count();
    const weak = { ...body, HostConfig: { ...body.HostConfig, Privileged: true } };
    await expect(make(weak)).rejects.toMatchObject({
      code: "sandbox.unavailable",
      data: { reason: expect.stringContaining("HostConfig.Privileged") as string },
    });
    expect(await count()).toBe(before);
  });
  test("what the engine makes of a weaker body is seen in what it tells, were it ever made", async () => {
    const unseen: string[] = [];
    const rows = attackRows(base).filter(({ verdict }) => verdict === "deny");
    let made = 0;
    for (const row of rows) {
      const changed = applied(JSON.parse(JSON.stringify(body)), row) as Docker.ContainerCreateOptions;
      const container = await docker.createContainer(changed).catch(() => null);
      if (container === null) continue; // the engine itself refuses it
      made += 1;
      const guards = guardsOf(body, await container.inspect());
      if (guards.every(({ holds }) => holds)) unseen.push(row.id);
      await container.remove({ force: true, v: true });
    }
    expect(made).toBeGreaterThan(100);
    expect(unseen.filter((id) => !UNSEEN.has(id))).toEqual([]);
  });
  test.each([
    ["a VOLUME", "VOLUME /data", "declares a VOLUME, which could be written beside the workspace"],
    [
      "ENV that loads code",
      "ENV PYTHONPATH=/data",
      "sets ENV PYTHONPATH, and by variables of that kind programs load code",
    ],
  ])("an image with %s is refused before anything of it runs, and that is the reason", async (_, changes, why) => {
    const source = await docker.createContainer({ Image: image, Cmd: ["true"] });
    const named = "sparks-test-image:1";
    await source.commit({ repo: "sparks-test-image", tag: "1", changes });
    await source.remove();
    try {
      await expect(make({ ...body, Image: named }, { ...template, image: named })).rejects.toMatchObject({
        data: { reason: `the image ${named} ${why}` },
      });
      expect((await made.at(-1)?.inspect())?.State.Status).toBe("created");
    } finally {
      await made.pop()?.remove({ force: true, v: true });
      await docker.getImage(named).remove();
    }
  });
  test("an image with other ENV is taken", async () => {
    const source = await docker.createContainer({ Image: image, Cmd: ["true"] });
    const named = "sparks-test-image:2";
    await source.commit({ repo: "sparks-test-image", tag: "2", changes: "ENV ENVIRONMENT=production" });
    await source.remove();
    try {
      expect((await make({ ...body, Image: named }, { ...template, image: named })).length).toBeGreaterThan(40);
    } finally {
      await made.pop()?.remove({ force: true, v: true });
      await docker.getImage(named).remove();
    }
  });
});
