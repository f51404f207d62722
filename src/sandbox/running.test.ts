import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../test/support/folder.ts";
import { noteRunning, reapRunning, runningOf } from "./running.ts";

/** Begins a program with a child of its own, as the program around a sandbox has. */
async function beginTree(): Promise<{ readonly outer: ChildProcess; readonly pids: readonly number[] }> {
  const outer = spawn("sh", ["-c", "sleep 1000 & echo $!; wait"], { stdio: ["ignore", "pipe", "ignore"] });
  const [line] = (await once(outer.stdout, "data")) as [Buffer];
  return { outer, pids: [outer.pid ?? 0, Number(line.toString())] };
}
async function stateOf(pid: number): Promise<string> {
  const text = await readFile(`/proc/${pid}/stat`, "latin1").catch(() => "");
  return text === "" ? "gone" : (text.slice(text.lastIndexOf(")") + 2)[0] ?? "");
}

test("a note that was cut off hides nothing of the others", async () => {
  using folder = temporaryFolder();
  const { outer, pids } = await beginTree();
  const places = [folder.at("s-000000000001"), folder.at("s-000000000002")] as const;
  try {
    for (const place of places) mkdirSync(place);
    writeFileSync(join(places[0], "running.json"), '{"pid":');
    await noteRunning(places[1], outer.pid ?? 0, "task-2");
    expect(await reapRunning(folder.at("."), new Set())).toBe(2);
    for (const pid of pids) expect(["gone", "Z"]).toContain(await stateOf(pid));
  } finally {
    outer.kill("SIGKILL");
  }
});
test("what is reaped is gone when it returns, with all that it began; what is kept runs on", async () => {
  using folder = temporaryFolder();
  const [reaped, kept] = [await beginTree(), await beginTree()];
  const places = [folder.at("s-000000000001"), folder.at("s-000000000002")] as const;
  try {
    for (const place of places) mkdirSync(place);
    await noteRunning(places[0], reaped.pids[0] ?? 0, "task-1");
    await noteRunning(places[1], kept.pids[0] ?? 0, "task-2");
    expect(await runningOf(folder.at("."))).toHaveLength(2);
    expect(await reapRunning(folder.at("."), new Set(["task-2"]))).toBe(1);
    for (const pid of reaped.pids) expect(["gone", "Z"]).toContain(await stateOf(pid));
    expect(existsSync(places[0])).toBe(false);
    for (const pid of kept.pids) expect(await stateOf(pid)).toBe("S");
    expect(await reapRunning(folder.at("."), new Set())).toBe(1);
    for (const pid of kept.pids) expect(["gone", "Z"]).toContain(await stateOf(pid));
  } finally {
    for (const pid of [...reaped.pids, ...kept.pids])
      try {
        process.kill(pid, "SIGKILL");
      } catch {
        // it is gone, as it should be
      }
  }
});
