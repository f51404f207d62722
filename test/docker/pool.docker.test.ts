import Docker from "dockerode";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import type { SandboxSession } from "../../src/core/ports/sandbox.ts";
import type { WorkspacePlace } from "../../src/core/ports/workspaces.ts";
import { createRepositories } from "../../src/git/repositories.ts";
import { createWorkspaces } from "../../src/git/workspaces.ts";
import { instant } from "../../src/lib/time.ts";
import { createDockerSandbox } from "../../src/sandbox/docker/docker.ts";
import type { InspectableSandbox } from "../../src/sandbox/inspect/inspectable.ts";
import type { SandboxOptions } from "../../src/sandbox/options.ts";
import type { WarmPool } from "../../src/sandbox/docker/pool.ts";
import { usualMask } from "../support/masks.ts";
import { dockerSkip } from "../support/docker-engine.ts";
import { sandboxOptions, wallClock } from "../support/sandbox-options.ts";

const { socketPath } = sandboxOptions("probe", "/nonexistent");
const skip = await dockerSkip();
const never = new AbortController().signal;
const limits = { memoryBytes: 256 << 20, cpus: 1, processes: 64, fileBytes: 1 << 20, wallClockMs: 600_000 };
const call = { timeoutMs: 20_000, outputBytes: 1000, signal: never };
const WAIT = { timeout: 30_000 };

describe.skipIf(skip !== null)("the pool of containers", () => {
  const docker = new Docker({ socketPath });
  const base = mkdtempSync(join(tmpdir(), "sparks-pool-"));
  let homes = 0;
  const opened: AsyncDisposable[] = [];
  afterEach(async () => {
    for (const each of opened.splice(0).toReversed()) await each[Symbol.asyncDispose]();
  });
  afterAll(() => rmSync(base, { recursive: true, force: true }));

  function optionsOf(count: number, maxAgeMs = 600_000): SandboxOptions {
    homes += 1;
    const folder = join(base, String(homes));
    mkdirSync(join(folder, "workspaces"), { recursive: true });
    const options = sandboxOptions(`pool${process.pid}n${homes}`, join(folder, "run"));
    return { ...options, workspaceRoots: [join(folder, "workspaces")], warm: { count, maxAgeMs, limits } };
  }
  function poolOf(sandbox: InspectableSandbox): WarmPool {
    if (sandbox.pool === null) throw new Error("it has no pool");
    return sandbox.pool;
  }
  async function start(
    options: SandboxOptions,
    clock = wallClock,
  ): Promise<{ sandbox: InspectableSandbox; pool: WarmPool }> {
    const sandbox = createDockerSandbox(options, { clock });
    const pool = poolOf(sandbox);
    opened.push(pool);
    pool.start();
    await full(pool);
    return { sandbox, pool };
  }
  async function full(pool: WarmPool): Promise<void> {
    await expect
      .poll(async () => {
        const { ready, wanted } = await pool.facts(never);
        return ready === wanted;
      }, WAIT)
      .toBe(true);
  }
  async function placeIn(pool: WarmPool): Promise<WorkspacePlace> {
    const place = await pool.place();
    if (place === null) throw new Error("none is ready");
    opened.push(place);
    return place;
  }
  async function open(sandbox: InspectableSandbox, workspace: string, owner = "task-1"): Promise<SandboxSession> {
    const session = await sandbox.open({ owner, workspace, network: "none", limits }, never);
    opened.push(session);
    return session;
  }
  /** Oldest first. */
  async function containers({ home }: SandboxOptions): Promise<string[]> {
    const filters = { label: [`sparks.home=${home}`] };
    return (await docker.listContainers({ all: true, filters })).map(({ Id }) => Id.slice(0, 12)).toReversed();
  }
  async function shell(session: SandboxSession, script: string): Promise<string> {
    const result = await session.run({ argv: ["sh", "-c", script] }, call);
    expect(result).toMatchObject({ kind: "exited", code: 0 });
    return result.stdout.text;
  }

  test("the one that waited longest is taken, once, with what the host put into its folder, and replaced", async () => {
    const options = optionsOf(2);
    const { sandbox, pool } = await start(options);
    const waiting = await containers(options);
    const place = await placeIn(pool);
    expect(readdirSync(place.folder)).toEqual([]);
    expect(await sandbox.live(never)).toBe(0);
    writeFileSync(join(place.folder, "goal.txt"), "from the host\n");
    const session = await open(sandbox, place.folder);
    expect(session.id).toBe(waiting[0]);
    expect(await sandbox.live(never)).toBe(1);
    expect(await shell(session, "cat goal.txt; id -u; echo inside > made.txt")).toMatch(/^from the host\n[1-9]\d*\n$/);
    expect(existsSync(join(place.folder, "made.txt"))).toBe(true);
    const guards = await sandbox.guards(session, never);
    expect(guards.length).toBeGreaterThan(40);
    expect(guards.filter(({ holds }) => !holds)).toEqual([]);

    const second = await open(sandbox, place.folder);
    expect(waiting).not.toContain(second.id);
    await full(pool);
    const now = await containers(options);
    expect(now).toHaveLength(4);
    await second[Symbol.asyncDispose]();
    await session[Symbol.asyncDispose]();
    expect(await sandbox.live(never)).toBe(0);
    await place[Symbol.asyncDispose]();
    expect(existsSync(place.folder)).toBe(false);
    const left = await containers(options);
    expect(left).toHaveLength(2);
    expect(left).not.toContain(session.id);
  });
  test("a place that nobody opened, or asked with other limits, takes its container away with it", async () => {
    const options = optionsOf(1);
    const { sandbox, pool } = await start(options);
    const [first = ""] = await containers(options);
    const unused = await placeIn(pool);
    await unused[Symbol.asyncDispose]();
    expect(await containers(options)).not.toContain(first);
    await full(pool);
    const [next = ""] = await containers(options);
    const place = await placeIn(pool);
    const spec = { owner: "task-2", workspace: place.folder, network: "none" as const };
    const small = await sandbox.open({ ...spec, limits: { ...limits, processes: 32 } }, never);
    opened.push(small);
    expect(small.id).not.toBe(next);
    expect(await shell(small, "pwd")).toBe("/workspace\n");
    expect(await containers(options)).not.toContain(next);
  });
  test("with a network a fresh one is made, and the one that waits stays for the work without", async () => {
    const options = optionsOf(1);
    const { sandbox, pool } = await start(options);
    const [waiting] = await containers(options);
    const place = await placeIn(pool);
    const spec = { owner: "task-3", workspace: place.folder, limits };
    const online = await sandbox.open({ ...spec, network: "registries" }, never);
    opened.push(online);
    expect(online.id).not.toBe(waiting);
    expect(await shell(online, "echo installed > out; echo $HTTPS_PROXY")).toMatch(/^http:\/\/127/);
    const session = await open(sandbox, place.folder);
    expect(session.id).toBe(waiting);
    expect(await shell(session, "cat out; echo $HTTPS_PROXY")).toBe("installed\n\n");
  });
  test("of many at once each gets another one, and who finds none ready gets a fresh one", async () => {
    const options = optionsOf(3);
    const { sandbox, pool } = await start(options);
    const waiting = await containers(options);
    const taken = await Promise.all([1, 2, 3, 4].map(async () => pool.place()));
    const folders = taken.flatMap((place) => (place === null ? [] : [place.folder]));
    for (const place of taken) if (place !== null) opened.push(place);
    expect(taken[3]).toBeNull();
    expect(new Set(folders).size).toBe(3);
    const sessions = await Promise.all(folders.map(async (folder, at) => open(sandbox, folder, `task-${at}`)));
    expect(sessions.map(({ id }) => id)).toEqual(waiting);
    for (const session of sessions) expect(await shell(session, "ls -A")).toBe("");
  });
  test("one that was killed while it waited is replaced; killed after its place was given, a fresh one is made there", async () => {
    const options = optionsOf(1);
    const { sandbox, pool } = await start(options);
    const [first = ""] = await containers(options);
    await docker.getContainer(first).kill();
    await expect.poll(async () => (await containers(options)).filter((id) => id !== first), WAIT).toHaveLength(1);
    await full(pool);
    const [second = ""] = await containers(options);
    expect(readdirSync(options.workspaceRoots[0] ?? "")).toHaveLength(1);
    const place = await placeIn(pool);
    writeFileSync(join(place.folder, "kept"), "");
    await docker.getContainer(second).kill();
    const session = await open(sandbox, place.folder);
    expect(session.id).not.toBe(second);
    expect(await shell(session, "ls")).toBe("kept\n");
  });
  test("one that waited too long is not handed out, and replaced", async () => {
    const options = optionsOf(1);
    let ageMs = 0;
    const clock = { ...wallClock, now: () => instant(Date.now() + ageMs) };
    const { pool } = await start(options, clock);
    const [first = ""] = await containers(options);
    ageMs = 600_000;
    expect(await pool.place()).toBeNull();
    await expect.poll(async () => (await containers(options)).filter((id) => id !== first), WAIT).toHaveLength(1);
    await full(pool);
    expect(await containers(options)).not.toContain(first);
    await placeIn(pool);
  });
  test("it survives an engine that goes away with all its containers and comes back", async () => {
    const engine = await proxyTo(socketPath, join(base, "engine.sock"));
    opened.push(engine);
    const options = { ...optionsOf(2), socketPath: engine.path };
    const { sandbox, pool } = await start(options);
    const before = await containers(options);
    const place = await placeIn(pool);
    await engine.goAway();
    await expect.poll(async () => containers(options), WAIT).toEqual([]);
    await expect
      .poll(async () => pool.facts(never), WAIT)
      .toMatchObject({
        ready: 0,
        problem: expect.stringContaining("sandbox.unreachable") as string,
      });
    await expect(open(sandbox, place.folder)).rejects.toMatchObject({ code: "sandbox.unreachable" });
    await engine.comeBack();
    await full(pool);
    expect((await pool.facts(never)).problem).toBeNull();
    const after = await containers(options);
    expect(after.filter((id) => before.includes(id))).toEqual([]);
    expect(after).toHaveLength(2);
    expect(await shell(await open(sandbox, place.folder), "pwd")).toBe("/workspace\n");
  });
  test("reaping takes what is in use and not what waits; what waits takes little memory", async () => {
    const options = optionsOf(1);
    const { sandbox, pool } = await start(options);
    const place = await placeIn(pool);
    const session = await open(sandbox, place.folder, "task-gone");
    await full(pool);
    expect(await sandbox.reap(new Set(["task-gone"]), never)).toBe(0);
    expect(await sandbox.reap(new Set(), never)).toBe(1);
    await expect(session.run({ argv: ["true"] }, call)).rejects.toMatchObject({ code: "sandbox.lost" });
    const facts = await pool.facts(never);
    expect(facts).toMatchObject({ ready: 1, wanted: 1, problem: null });
    expect(facts.memoryBytes).toBeGreaterThan(1 << 20);
    expect(facts.memoryBytes).toBeLessThan(64 << 20);
  });
  test("closing it leaves no container and no folder, and gives no more places", async () => {
    const options = optionsOf(2);
    const { pool } = await start(options);
    const place = await placeIn(pool);
    await pool[Symbol.asyncDispose]();
    expect(await containers(options)).toEqual([]);
    expect(readdirSync(options.workspaceRoots[0] ?? "")).toEqual([]);
    expect(readdirSync(join(options.runFolder, "d"))).toEqual([]);
    await place[Symbol.asyncDispose]();
    expect(await pool.place()).toBeNull();
  });
  test("when the program is killed they end by themselves, and the next start clears their folders away", async () => {
    const options = optionsOf(2);
    const script = join(import.meta.dirname, `child-pool-${process.pid}.tmp.ts`);
    const source = new URL("../../src/sandbox/docker/docker.ts", import.meta.url).href;
    writeFileSync(
      script,
      `import { createDockerSandbox } from ${JSON.stringify(source)};
      const sandbox = createDockerSandbox(${JSON.stringify(options)}, { clock: { now: () => Date.now() } });
      sandbox.pool.start();
      setInterval(async () => (await sandbox.pool.facts(new AbortController().signal)).ready === 2 && console.log("full"), 50);`,
    );
    const child = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "inherit"] });
    try {
      await once(child.stdout, "data");
      expect(await containers(options)).toHaveLength(2);
      child.kill("SIGKILL");
      await expect.poll(async () => containers(options), WAIT).toEqual([]);
      const [workspaces = "", runs] = [options.workspaceRoots[0], join(options.runFolder, "d")];
      const longAgo = new Date(Date.now() - 120_000); // a young one may be of a sandbox that is being opened
      for (const name of readdirSync(runs)) utimesSync(join(runs, name), longAgo, longAgo);
      expect([readdirSync(workspaces).length, readdirSync(runs).length]).toEqual([2, 2]);
      await createDockerSandbox(options, { clock: wallClock }).reap(new Set(), never);
      const git = createRepositories({
        folder: join(options.runFolder, "mirrors"),
        environment: process.env,
        maskOf: usualMask,
      });
      const onStay = (_folder: string, error: unknown): never => {
        throw error;
      };
      expect(await createWorkspaces({ folder: workspaces, onStay }, git).sweep()).toBe(2);
      expect([readdirSync(workspaces), readdirSync(runs)]).toEqual([[], []]);
    } finally {
      child.kill("SIGKILL");
      rmSync(script);
    }
  });
});

/** An engine that can go away: then the socket is not there, and all that went through it is cut. */
async function proxyTo(engine: string, path: string) {
  const ways = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (client) => {
    const upstream = connect({ path: engine, allowHalfOpen: true });
    for (const one of [client, upstream]) {
      ways.add(one);
      one.once("close", () => ways.delete(one));
      one.on("error", () => undefined);
    }
    client.pipe(upstream).pipe(client);
  });
  const comeBack = async (): Promise<void> => {
    server.listen(path);
    await once(server, "listening");
  };
  const goAway = async (): Promise<void> => {
    if (!server.listening) return;
    const closed = once(server, "close");
    server.close();
    for (const way of ways) way.destroy();
    await closed;
  };
  await comeBack();
  return { path, comeBack, goAway, [Symbol.asyncDispose]: goAway };
}
