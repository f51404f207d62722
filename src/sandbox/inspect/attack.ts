import { randomInt } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { isFault } from "../../core/fault.ts";
import type { EscapeAttempt } from "../../core/ports/health.ts";
import type { RunResult, SandboxLimits, SandboxSession } from "../../core/ports/sandbox.ts";
import { attackProxy } from "./attack-proxy.ts";
import { openTargets, type Targets } from "./attack-targets.ts";
import { escapeProgram, judgeAttempts, missingAttempts } from "./attempts.ts";
import type { InspectableSandbox } from "./inspectable.ts";
import { HOME_BYTES, TMP_BYTES } from "../options.ts";

const MIB = 1024 * 1024;
/** Small enough that reaching a limit hurts nobody, large enough that /tmp can be filled before memory ends. */
const ATTACK_LIMITS: SandboxLimits = {
  memoryBytes: 1024 * MIB,
  cpus: 1,
  processes: 128,
  fileBytes: 64 * MIB,
  wallClockMs: 240_000,
};
/** Beyond the number of entries that a temporary place may have. */
const MANY_FILES = 140_000;
/** How long what a sandbox left may take to be gone. */
const GONE_MS = 5000;
export type Attack = {
  readonly sandbox: InspectableSandbox;
  /** An empty folder that may be a workspace. */
  readonly workspace: string;
  readonly signal: AbortSignal;
};

/** Tries to get out of live sandboxes, each limited as `ATTACK_LIMITS` says. Leaves nothing behind but the workspace. */
export async function attack(around: Attack): Promise<EscapeAttempt[]> {
  const before = await around.sandbox.live(around.signal);
  await using targets = await openTargets(around.workspace);
  const inside = await withSession(around, "attack", (session) => attempts(session, targets, around));
  const more = [...(await attackProxy(around, targets, ATTACK_LIMITS)), await orphans(around), await killAll(around)];
  const left = (await around.sandbox.live(around.signal)) - before;
  const isWhole = await targets.isSecretWhole();
  return [
    ...inside,
    ...more,
    tell("reach any server of the host", `${targets.visits()} came`, targets.visits() === 0),
    tell("change a file beside the workspace", isWhole ? "it is as it was" : "done", isWhole),
    tell("leave a sandbox behind", left > 0 ? `${left} are left` : "none is left", left <= 0),
  ];
}
function tell(name: string, happened: string, held: boolean | null): EscapeAttempt {
  return { name, happened, held };
}
async function withSession<Answer>(
  { sandbox, workspace, signal }: Attack,
  owner: string,
  work: (session: SandboxSession) => Promise<Answer>,
): Promise<Answer> {
  await using session = await sandbox.open({ owner, workspace, network: "none", limits: ATTACK_LIMITS }, signal);
  return await work(session);
}
type Script = readonly [string, ...string[]];
function run(session: SandboxSession, argv: Script, around: Attack, timeoutMs = 30_000): Promise<RunResult> {
  return session.run({ argv }, { timeoutMs, outputBytes: 256 * 1024, signal: around.signal });
}

async function attempts(session: SandboxSession, targets: Targets, around: Attack): Promise<EscapeAttempt[]> {
  const given = {
    secret: targets.secret,
    secretPath: targets.secretPath,
    abstract: targets.abstract,
    addresses: targets.addresses,
    hostMark: Buffer.from(await ownName()).toString("hex"),
    hostPid: process.pid,
    files: MANY_FILES,
    tmpBytes: TMP_BYTES,
    homeBytes: HOME_BYTES,
    fileBytes: ATTACK_LIMITS.fileBytes,
    processes: ATTACK_LIMITS.processes,
  };
  const program = await run(session, ["python3", "-c", escapeProgram(), JSON.stringify(given)], around, 180_000);
  const output = program.stdout.text;
  const why =
    program.kind === "not-started" ? "there is no python3 in it" : `the attempts ended before (${program.kind})`;
  return [
    ...judgeAttempts(output, around.sandbox.kind),
    ...missingAttempts(output).map((name) => tell(name, `not tried: ${why}`, null)),
    ...(await linksForTheHost(session, targets, around)),
    await hiddenProcess(session, around),
    await memory(session, around),
  ];
}
/** What the host itself reads and writes for a task must not be led out by links that the task made. */
async function linksForTheHost(session: SandboxSession, targets: Targets, around: Attack): Promise<EscapeAttempt[]> {
  const script = `ln -sfn ${targets.secretPath} file; ln -sfn ${targets.secretPath.replace(/\/[^/]*$/, "")} folder`;
  await run(session, ["sh", "-c", script], around);
  const { signal } = around;
  const read = await session.read("file", { maxBytes: 100, signal });
  const through = await session.read("folder/secret", { maxBytes: 100, signal });
  const written = await session.write("folder/secret", Buffer.from("x"), { signal });
  const said = (answer: typeof read | typeof written): string =>
    answer.kind === "refused" ? `refused: ${answer.why}` : "done";
  return [
    tell("have the host read through a link", said(read), read.kind === "refused"),
    tell("have the host read through a linked folder", said(through), through.kind === "refused"),
    tell("have the host write through a linked folder", said(written), written.kind === "refused"),
  ];
}
/** A process that leaves its group, its session and its parent, and takes no signal but the last. */
async function hiddenProcess(session: SandboxSession, around: Attack): Promise<EscapeAttempt> {
  const mark = newMark();
  const script = `setsid -f env -i sh -c 'trap "" HUP INT TERM; sleep ${mark}'; sleep 60`;
  const result = await run(session, ["sh", "-c", script], around, 700);
  const left = await staying(mark);
  return tell("hide a process from its deadline", left > 0 ? "done" : `${result.kind}, and gone`, left === 0);
}
async function memory(session: SandboxSession, around: Attack): Promise<EscapeAttempt> {
  const hog = "import time\nx=[]\nwhile True:\n  x.append(bytearray(32<<20)); time.sleep(0.002)";
  const result = await run(session, ["python3", "-c", hog], around, 60_000);
  const held = result.kind === "not-started" ? null : result.kind !== "timed-out";
  return tell("take memory without end", result.kind, held);
}
async function orphans(around: Attack): Promise<EscapeAttempt> {
  const mark = newMark();
  await withSession(around, "attack-orphan", async (session) =>
    run(session, ["sh", "-c", `setsid -f sh -c 'trap "" HUP INT TERM; sleep ${mark}'; true`], around),
  );
  const left = await staying(mark);
  return tell("leave a process behind", left > 0 ? "done" : "it ended with its sandbox", left === 0);
}
async function killAll(around: Attack): Promise<EscapeAttempt> {
  const name = "kill all that it can";
  try {
    const result = await withSession(around, "attack-kill", async (session) =>
      run(session, ["sh", "-c", "kill -9 -1; sleep 5"], around, 8000),
    );
    return tell(name, `${result.kind}; its sandbox goes on`, true);
  } catch (error) {
    if (!isFault(error, "sandbox.lost")) throw error;
    return tell(name, "its own sandbox ended, and nothing else", true);
  }
}
/** A number of seconds that no other sleep on this machine has, so that the process can be found from outside. */
function newMark(): string {
  return String(900_000_000 + randomInt(90_000_000));
}
/** How many processes of this machine, in sandboxes or not, still have this argument after a while. */
async function staying(mark: string): Promise<number> {
  const until = performance.now() + GONE_MS;
  for (;;) {
    const count = await withArgument(mark);
    if (count === 0 || performance.now() > until) return count;
    await wait(50);
  }
}
async function withArgument(mark: string): Promise<number> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(pids.map(async (pid) => readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")));
  return lines.filter((line) => line.split("\0").includes(mark)).length;
}
async function ownName(): Promise<Buffer> {
  return readFile("/proc/self/cmdline");
}
