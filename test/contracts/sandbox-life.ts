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
  test("a program that stops its runner is ended by the host, with all that it left", async () => {
    await using opened = await bench.sandbox.open(await spec({ owner: "task-stop" }), never);
    const result = await opened.run(
      { argv: ["sh", "-c", `setsid sleep 900${process.pid} & kill -STOP -1; sleep 60`] },
      { ...defaults, timeoutMs: 500 },
    );
    expect(result.kind).toBe("timed-out");
    await expect(opened.run({ argv: ["true"] }, defaults)).rejects.toMatchObject({ code: "sandbox.lost" });
    await opened[Symbol.asyncDispose]();
    await expect.poll(async () => statesOf(`900${process.pid}`), { timeout: 5000 }).toEqual([]);
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
    ["a sandbox that has stopped its runner is gone, at the latest when the next start reaps", "kill -STOP -1", true],
  ])("when the host process is killed, %s", async (_title, trick, mayReap) => {
    const homeOfChild = `${bench.home}${mayReap ? "d" : "c"}`;
    const folder = path.join(bench.base, `child-${mayReap}`);
    const mark = `${mayReap ? 8 : 7}00${process.pid}`;
    const script = path.join(import.meta.dirname, `child-${bench.name}-${process.pid}.tmp.ts`);
    const command = `setsid sleep ${mark} & echo up; sleep 0.2; ${trick}; sleep ${mark}`;
    await writeFile(script, bench.childScript(homeOfChild, folder, { workspace: await newWorkspace(), command }));
    const child = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "inherit"] });
    try {
      await once(child.stdout, "data");
      const watcher = bench.make(homeOfChild, folder);
      expect(await watcher.live(never)).toBe(1);
      await expect.poll(async () => statesOf(mark)).toContain(mayReap ? "T" : "S");
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
  const found: string[] = [];
  for (const pid of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
    const words = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
    const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
    if (words.split("\0").includes(argument)) found.push(/^State:\t(\S)/m.exec(status)?.[1] ?? "?");
  }
  return found;
}
