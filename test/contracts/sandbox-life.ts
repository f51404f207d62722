import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { isFault } from "../../src/core/fault.ts";
import { defaults, limits, never, type SandboxBench } from "./sandbox-bench.ts";

/** What a sandbox promises of its own life: each way it ends, and that nothing is left of it. */
export function testLife(bench: SandboxBench): void {
  const { newWorkspace, run, spec } = bench;

  test("closing removes it, twice is harmless, and calls after it are faults", async () => {
    const opened = await bench.sandbox.open(await spec({ owner: "task-close" }), never);
    const before = await bench.sandbox.live(never);
    const running = opened.run({ argv: ["sleep", "60"] }, defaults).catch((error: unknown) => error);
    await opened[Symbol.asyncDispose]();
    await opened[Symbol.asyncDispose]();
    expect(isFault(await running, "sandbox.lost")).toBe(true);
    expect(await bench.sandbox.live(never)).toBe(before - 1);
    await expect(opened.run({ argv: ["true"] }, defaults)).rejects.toMatchObject({ code: "sandbox.lost" });
    await expect(opened.read("x", { maxBytes: 1, signal: never })).rejects.toMatchObject({ code: "sandbox.lost" });
  });
  test("a workspace that takes more of the disk than it may ends its sandbox, and says so", async () => {
    const opened = await spec({ owner: "task-full" });
    await using full = await bench.sandbox.open(opened, never);
    const script = "for n in 1 2 3 4 5 6; do head -c 60000000 /dev/zero > big$n; done; sleep 60";
    const lost = full.run({ argv: ["sh", "-c", script] }, { ...defaults, timeoutMs: 60_000 });
    await expect(lost).rejects.toMatchObject({
      code: "sandbox.lost",
      data: { reason: "its workspace took more than 256 MiB of the disk" },
    });
    await rm(opened.workspace, { recursive: true });
  });
  test("files that are deleted and held open count as well", async () => {
    await using full = await bench.sandbox.open(await spec({ owner: "task-deleted" }), never);
    const script = `import os, time
held = []
for n in range(6):
    held.append(open("big", "wb"))
    os.unlink("big")
    held[-1].write(b"x" * 60_000_000)
    held[-1].flush()
time.sleep(60)`;
    const lost = full.run({ argv: ["python3", "-c", script] }, { ...defaults, timeoutMs: 60_000 });
    await expect(lost).rejects.toMatchObject({
      code: "sandbox.lost",
      data: { reason: "deleted files that it held open took more than 256 MiB of the disk" },
    });
  });
  test("its wall clock ends it", async () => {
    await using opened = await bench.sandbox.open(await spec({ limits: { ...limits, wallClockMs: 1200 } }), never);
    await expect(opened.run({ argv: ["sleep", "60"] }, defaults)).rejects.toMatchObject({ code: "sandbox.lost" });
  });
  test("a program that kills all it can loses the sandbox, and only that", async () => {
    await using opened = await bench.sandbox.open(await spec({ owner: "task-kill" }), never);
    const ended = opened.run({ argv: ["sh", "-c", "kill -9 -1; sleep 60"] }, defaults);
    await expect(ended).rejects.toMatchObject({ code: "sandbox.lost" });
    expect(await run(["true"])).toMatchObject({ kind: "exited", code: 0 });
  });
  test("a program stops neither the runner nor its deadline, by any signal", async () => {
    await using opened = await bench.sandbox.open(await spec({ owner: "task-stop" }), never);
    const stops = "for s in STOP TSTP TTIN TTOU; do kill -$s -1 2>&1; done";
    const result = await opened.run(
      { argv: ["sh", "-c", `trap "" TSTP TTIN TTOU; ${stops}; sleep 60`] },
      { ...defaults, timeoutMs: 500 },
    );
    expect(result.kind).toBe("timed-out");
    expect(result.stdout.text).toMatch(/not permitted/);
    expect(result.durationMs).toBeLessThan(4500);
    expect(await opened.run({ argv: ["echo", "alive"] }, defaults)).toMatchObject({ stdout: { text: "alive\n" } });
  });
  test("a runner that is stopped from outside is ended by the host, with all that it left", async () => {
    await using opened = await bench.sandbox.open(await spec({ owner: "task-outside" }), never);
    const mark = `900${process.pid}`;
    const running = opened.run({ argv: ["sh", "-c", `sleep ${mark} & sleep 60`] }, { ...defaults, timeoutMs: 2000 });
    await expect.poll(async () => statesOf(mark)).toEqual(["S"]);
    process.kill(await runnerOf(mark), "SIGSTOP");
    expect((await running).kind).toBe("timed-out");
    await expect(opened.run({ argv: ["true"] }, defaults)).rejects.toMatchObject({ code: "sandbox.lost" });
    await opened[Symbol.asyncDispose]();
    await expect.poll(async () => statesOf(mark), { timeout: 5000 }).toEqual([]);
  });
  test("opening can be stopped and leaves nothing", async () => {
    const before = await bench.sandbox.live(never);
    await expect(bench.sandbox.open(await spec(), AbortSignal.abort())).rejects.toThrow(/abort|lost/i);
    expect(await bench.sandbox.live(never)).toBe(before);
  });
  test("reaping takes what is not kept, and leaves other homes alone", async () => {
    const elsewhere = bench.make(`${bench.home}b`, path.join(bench.base, "other"));
    await using other = await elsewhere.open(await spec({ owner: "task-9" }), never);
    await using gone = await bench.sandbox.open(await spec({ owner: "task-gone" }), never);
    await using kept = await bench.sandbox.open(await spec({ owner: "task-kept" }), never);
    const mark = `600${process.pid}`;
    await gone.run({ argv: ["sh", "-c", `setsid sleep ${mark} >/dev/null 2>&1 &`] }, defaults);
    expect(await bench.sandbox.reap(new Set(["task-1", "task-kept"]), never)).toBe(1);
    expect(await statesOf(mark)).toEqual([]);
    await expect(gone.run({ argv: ["true"] }, defaults)).rejects.toMatchObject({ code: "sandbox.lost" });
    for (const left of [other, kept, bench.session])
      expect(await left.run({ argv: ["true"] }, defaults)).toMatchObject({ kind: "exited", code: 0 });
  });
  test.each([
    ["its sandbox is gone within seconds", ":", false],
    ["one that tried to stop its runner is gone as well", "kill -STOP -1", false],
    ["one whose runner was stopped from outside is gone, at the latest when the next start reaps", ":", true],
  ])("when the host process is killed, %s", async (title, trick, mayReap) => {
    const homeOfChild = `${bench.home}c${title.length}`;
    const folder = path.join(bench.base, `child-${title.length}`);
    const mark = `${title.length}00${process.pid}`;
    const script = path.join(import.meta.dirname, `child-${bench.name}-${process.pid}.tmp.ts`);
    const command = `setsid sleep ${mark} & echo up; sleep 0.2; ${trick}; sleep ${mark}; :`;
    await writeFile(script, bench.childScript(homeOfChild, folder, { workspace: await newWorkspace(), command }));
    const child = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "inherit"] });
    try {
      await once(child.stdout, "data");
      const watcher = bench.make(homeOfChild, folder);
      expect(await watcher.live(never)).toBe(1);
      await expect.poll(async () => statesOf(mark)).toEqual(["S", "S"]);
      if (mayReap) process.kill(await runnerOf(mark), "SIGSTOP");
      child.kill("SIGKILL");
      await once(child, "exit");
      if (mayReap) await watcher.reap(new Set(), never);
      await expect.poll(async () => watcher.live(never), { timeout: 5000 }).toBe(0);
      await expect.poll(async () => statesOf(mark), { timeout: 5000 }).toEqual([]);
    } finally {
      child.kill("SIGKILL");
      await rm(script);
    }
  });
}
/** The states of all processes of this machine, in sandboxes or not, that have this argument. */
async function statesOf(argument: string): Promise<string[]> {
  const all = await Promise.all((await pidsOf(argument)).map((pid) => statusOf(pid, "State")));
  return all.map((state) => state.charAt(0));
}
async function pidsOf(argument: string): Promise<string[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const words = await Promise.all(pids.map(wordsOf));
  return pids.filter((_, index) => words[index]?.includes(argument));
}
/** The runner above a process that it started, as this machine counts: the nearest program given as text. */
async function runnerOf(argument: string): Promise<number> {
  for (let pid of await pidsOf(argument))
    for (; Number(pid) > 1; pid = await statusOf(pid, "PPid"))
      if ((await wordsOf(pid)).includes("--input-type=module")) return Number(pid);
  throw new Error(`nothing that a runner started has the argument ${argument}`);
}
async function wordsOf(pid: string): Promise<string[]> {
  return (await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")).split("\0");
}
async function statusOf(pid: string, name: string): Promise<string> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return new RegExp(`^${name}:\\t(\\S+)`, "m").exec(status)?.[1] ?? "?";
}
