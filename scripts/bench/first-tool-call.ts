// A claimed and a cold Docker sandbox with its first call, later calls, and the end of a call at its deadline, against the
// engine's own create, start and exec of the same image. Rounds take turns, so that all see the same machine.
import Docker from "dockerode";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { SandboxSession } from "../../src/core/ports/sandbox.ts";
import { createDockerSandbox } from "../../src/sandbox/docker/docker.ts";
import { SANDBOX_IMAGE } from "../../src/sandbox/docker/image.ts";
import { systemClock } from "../../src/lib/system-clock.ts";
import { figuresOf, show, showRatio, timed } from "./measure.ts";

const ROUNDS = 20;
const CALLS = 200;
const DEADLINES = 20;
const DEADLINE_MS = 100;
const POOLED = 8;
const folder = mkdtempSync(join(tmpdir(), "sparks-bench-"));
const signal = new AbortController().signal;
const socketPath = "/var/run/docker.sock";
const docker = new Docker({ socketPath });
const limits = { memoryBytes: 512 * 1024 ** 2, cpus: 1, processes: 128, fileBytes: 1024 ** 2, wallClockMs: 600_000 };
const warm = { count: 1, maxAgeMs: 600_000, limits };
const sandbox = createDockerSandbox(
  {
    home: `bench${process.pid}`,
    runFolder: join(folder, "run"),
    image: SANDBOX_IMAGE,
    runtime: "runc",
    programRoots: [],
    workspaceRoots: [folder],
    workspaceBytes: 1024 ** 3,
    socketPath,
    nodePath: process.execPath,
    toolchains: [],
    egress: { registries: [] },
    warm,
  },
  { clock: systemClock },
);
const { pool } = sandbox;
if (pool === null) throw new Error("the Docker sandbox has a pool");
pool.start();
const options = { timeoutMs: 10_000, outputBytes: 1000, signal };
const samples = { raw: [], cold: [], claimed: [], place: [], exec: [], cli: [], call: [], dead: [] } as Record<
  "raw" | "cold" | "claimed" | "place" | "exec" | "cli" | "call" | "dead",
  number[]
>;

async function open(workspace: string): Promise<SandboxSession> {
  const session = await sandbox.open({ owner: "bench", workspace, network: "none", limits }, signal);
  await session.run({ argv: ["true"] }, options);
  return session;
}
async function rawExec(container: Docker.Container): Promise<void> {
  const exec = await container.exec({ Cmd: ["true"], AttachStdout: true, AttachStderr: true });
  const stream = await exec.start({});
  await new Promise((resolve) => stream.once("end", resolve).resume());
  await exec.inspect();
}
function rawContainer(): Promise<Docker.Container> {
  return docker.createContainer({
    Image: SANDBOX_IMAGE,
    Cmd: ["sleep", "600"],
    HostConfig: { NetworkMode: "none", AutoRemove: true },
  });
}
async function full(count: number): Promise<void> {
  while ((await pool?.facts(signal))?.ready !== count) await wait(50);
  await wait(200); // the engine is still busy for a moment
}
async function rawRound(): Promise<number> {
  let container: Docker.Container | undefined;
  const took = await timed(async () => {
    container = await rawContainer();
    await container.start();
    await rawExec(container);
  });
  await container?.remove({ force: true });
  return took;
}
async function coldRound(): Promise<number> {
  let session: SandboxSession | undefined;
  const took = await timed(async () => (session = await open(mkdtempSync(join(folder, "w-")))));
  await session?.[Symbol.asyncDispose]();
  return took;
}
/** The clone happens between the place and the claim, in a folder that is there already. */
async function claimedRound(): Promise<{ place: number; claimed: number }> {
  await full(1);
  const began = performance.now();
  await using given = (await pool?.place()) ?? null;
  const placeTook = performance.now() - began;
  if (given === null) throw new Error("the pool was full and gave no place");
  let session: SandboxSession | undefined;
  const claimed = await timed(async () => (session = await open(given.folder)));
  await session?.[Symbol.asyncDispose]();
  return { place: placeTook, claimed };
}
/** From the deadline to the answer, at which no process of the call may be alive, whatever session it fled to. */
async function deadlineRound(session: SandboxSession, round: number): Promise<number> {
  const mark = String(70_000_000 + process.pid * 100 + round);
  const argv = ["sh", "-c", `setsid sleep ${mark} & sleep ${mark}`] as const;
  const took = await timed(() => session.run({ argv }, { ...options, timeoutMs: DEADLINE_MS }));
  const left = readdirSync("/proc").filter((pid) => /^\d+$/.test(pid) && textOf(`/proc/${pid}/cmdline`).includes(mark));
  if (left.length > 0) throw new Error(`${left.length} processes outlived their deadline`);
  return took - DEADLINE_MS;
}
function textOf(file: string): string {
  try {
    return readFileSync(file, "latin1");
  } catch {
    return "";
  }
}
/** Of the programs inside and the engine's own beside them (shim), what each shares divided by those who share it; null where the kernel does not tell. */
async function pssOf(ids: readonly string[]): Promise<number | null> {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const ours = pids.filter((pid) => {
    const line = `${textOf(`/proc/${pid}/cgroup`)} ${textOf(`/proc/${pid}/cmdline`)}`;
    return ids.some((id) => line.includes(id));
  });
  const kib = ours.map((pid) => Number(/^Pss:\s+(\d+)/m.exec(textOf(`/proc/${pid}/smaps_rollup`))?.[1] ?? Number.NaN));
  const sum = kib.reduce((total, each) => total + (Number.isNaN(each) ? 0 : each), 0);
  return sum === 0 ? null : (sum * 1024) / ids.length;
}

for (let round = 0; round < ROUNDS + 2; round += 1) {
  const { place, claimed } = await claimedRound();
  await full(1);
  const [raw, cold] = [await rawRound(), await coldRound()];
  if (round < 2) continue;
  samples.place.push(place);
  samples.claimed.push(claimed);
  samples.raw.push(raw);
  samples.cold.push(cold);
}
const container = await rawContainer();
await container.start();
{
  await using session = await open(mkdtempSync(join(folder, "w-")));
  for (let call = 0; call < CALLS + 10; call += 1) {
    const exec = call % 4 === 0 ? await timed(() => rawExec(container)) : null;
    const cli = call % 8 === 0 ? await timed(async () => execFileSync("docker", ["exec", container.id, "true"])) : null;
    const ours = await timed(() => session.run({ argv: ["true"] }, options));
    if (call < 10) continue;
    if (exec !== null) samples.exec.push(exec);
    if (cli !== null) samples.cli.push(cli);
    samples.call.push(ours);
  }
  for (let round = 0; round < DEADLINES; round += 1) samples.dead.push(await deadlineRound(session, round));
}
await container.remove({ force: true });
Object.assign(warm, { count: POOLED });
await full(POOLED);
const { memoryBytes } = await pool.facts(signal);
const filters = { label: [`sparks.home=bench${process.pid}`] };
const pss = await pssOf((await docker.listContainers({ filters })).map(({ Id }) => Id));

const figures = {
  raw: figuresOf(samples.raw),
  cold: figuresOf(samples.cold),
  place: figuresOf(samples.place),
  claimed: figuresOf(samples.claimed),
  exec: figuresOf(samples.exec),
  cli: figuresOf(samples.cli),
  call: figuresOf(samples.call),
  dead: figuresOf(samples.dead),
};
show("raw create + start + first exec", figures.raw);
show("cold sandbox: open + first call", figures.cold);
show("a place in the pool", figures.place);
show("warm sandbox: claim + first call", figures.claimed);
show("raw exec in a running container", figures.exec);
show("docker exec in a running container", figures.cli);
show("later call in an open sandbox", figures.call);
show("deadline to dead processes", figures.dead);
const mib = (bytes: number) => `${(bytes / 1024 ** 2).toFixed(1)} MiB`;
console.log(
  `a container that waits holds ${mib(memoryBytes / POOLED)} by its control group${pss === null ? "" : `, ${mib(pss)} as PSS with its shim`} (mean of ${POOLED})`,
);
showRatio("claim + first call against one raw exec, p95", figures.claimed.p95 / figures.exec.p95, "bar: at most 2");
showRatio("claim + first call against raw create to exec, p50", figures.claimed.p50 / figures.raw.p50, "no bar");
showRatio("cold open + first call against the same, p95", figures.cold.p95 / figures.raw.p95, "no bar");
showRatio("later call against a raw exec, p50", figures.call.p50 / figures.exec.p50, "bar: at most 0.2");
showRatio("later call against docker exec, p50", figures.call.p50 / figures.cli.p50, "no bar");
showRatio("deadline to dead, p95, of 500 ms", figures.dead.p95 / 500, "bar: at most 1");
await pool[Symbol.asyncDispose]();
rmSync(folder, { recursive: true, force: true });
