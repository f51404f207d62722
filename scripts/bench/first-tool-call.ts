// Opening a Docker sandbox and its first call, and later calls, against the engine's own create, start and exec of the same image.
import Docker from "dockerode";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDockerSandbox } from "../../src/sandbox/docker.ts";
import { SANDBOX_IMAGE } from "../../src/sandbox/image.ts";
import { systemClock } from "../../src/lib/system-clock.ts";
import { figuresOf, show, showRatio, timed } from "./measure.ts";

const ROUNDS = 20;
const CALLS = 200;
const folder = mkdtempSync(join(tmpdir(), "sparks-bench-"));
const signal = new AbortController().signal;
const docker = new Docker({ socketPath: "/var/run/docker.sock" });
const sandbox = createDockerSandbox(
  {
    home: "bench",
    runFolder: join(folder, "run"),
    image: SANDBOX_IMAGE,
    runtime: "runc",
    workspaceRoots: [folder],
    workspaceBytes: 1024 ** 3,
    socketPath: "/var/run/docker.sock",
    nodePath: process.execPath,
    toolchains: [],
    egress: { registries: [] },
  },
  { clock: systemClock },
);
const limits = { memoryBytes: 512 * 1024 ** 2, cpus: 1, processes: 128, fileBytes: 1024 ** 2, wallClockMs: 600_000 };
const options = { timeoutMs: 10_000, outputBytes: 1000, signal };
const open = () =>
  sandbox.open({ owner: "bench", workspace: mkdtempSync(join(folder, "w-")), network: "none", limits }, signal);

async function rawExec(container: Docker.Container): Promise<void> {
  const exec = await container.exec({ Cmd: ["true"], AttachStdout: true, AttachStderr: true });
  const stream = await exec.start({});
  await new Promise((resolve) => stream.once("end", resolve).resume());
  await exec.inspect();
}
const samples = { raw: [] as number[], ours: [] as number[], exec: [] as number[], call: [] as number[] };
for (let round = 0; round < ROUNDS + 2; round += 1) {
  let container: Docker.Container | undefined;
  const raw = await timed(async () => {
    container = await docker.createContainer({
      Image: SANDBOX_IMAGE,
      Cmd: ["sleep", "60"],
      HostConfig: { NetworkMode: "none" },
    });
    await container.start();
    await rawExec(container);
  });
  await container?.remove({ force: true });
  let session: Awaited<ReturnType<typeof open>> | undefined;
  const ours = await timed(async () => {
    session = await open();
    await session.run({ argv: ["true"] }, options);
  });
  await session?.[Symbol.asyncDispose]();
  if (round < 2) continue;
  samples.raw.push(raw);
  samples.ours.push(ours);
}
const container = await docker.createContainer({
  Image: SANDBOX_IMAGE,
  Cmd: ["sleep", "120"],
  HostConfig: { NetworkMode: "none" },
});
await container.start();
{
  await using session = await open();
  for (let call = 0; call < CALLS + 10; call += 1) {
    const exec = call % 4 === 0 ? await timed(() => rawExec(container)) : null;
    const ours = await timed(() => session.run({ argv: ["true"] }, options));
    if (call < 10) continue;
    if (exec !== null) samples.exec.push(exec);
    samples.call.push(ours);
  }
}
await container.remove({ force: true });
const figures = {
  raw: figuresOf(samples.raw),
  ours: figuresOf(samples.ours),
  exec: figuresOf(samples.exec),
  call: figuresOf(samples.call),
};
show("raw create + start + first exec", figures.raw);
show("sandbox open + first call", figures.ours);
show("raw exec in a running container", figures.exec);
show("later call in an open sandbox", figures.call);
showRatio(
  "open + first call against raw create to exec, p95",
  figures.ours.p95 / figures.raw.p95,
  "no bar: there is no warm pool yet",
);
showRatio(
  "open + first call against one raw exec, p95",
  figures.ours.p95 / figures.exec.p95,
  "bar, with a warm container: at most 2",
);
showRatio("later call against a raw exec, p50", figures.call.p50 / figures.exec.p50, "bar: at most 0.2");
rmSync(folder, { recursive: true, force: true });
