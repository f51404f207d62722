import { execFile } from "node:child_process";
import { access, constants, mkdir, mkdtemp, rm, stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { workspaceRoot } from "./sandbox.ts";
import type { World } from "./world.ts";
import type { HealthFacts } from "../core/health/doctor.ts";
import { faultBlocks } from "../core/chat/render-fault.ts";
import { Fault, isFault } from "../core/fault.ts";
import type { Sandbox } from "../core/ports/sandbox.ts";
import { plainText } from "../lib/blocks-text.ts";
import { MINUTE_MS } from "../lib/time.ts";
import type { InspectableSandbox } from "../sandbox/inspect/inspectable.ts";
import type { OpenStore } from "../store/store.ts";
import type { Bot } from "../telegram/bot.ts";

const MIB = 1024 ** 2;
const run = promisify(execFile);
type Measured = Pick<HealthFacts, "model" | "codingClis"> & {
  readonly sandbox: InspectableSandbox;
  readonly store: OpenStore;
};
export async function measure(
  world: World,
  { sandbox, model, store, codingClis }: Measured,
  bot: Bot | null,
): Promise<HealthFacts> {
  const disk = await statfs(world.home);
  const database = await stat(join(world.home, "sparks.db")).catch(() => ({ size: 0 }));
  return {
    nodeVersion: process.version,
    home: {
      path: world.home,
      freeBytes: disk.bavail * disk.bsize,
      writable: await access(world.home, constants.W_OK).then(
        () => true,
        () => false,
      ),
    },
    store: { integrity: store.check(), bytes: database.size },
    sandbox: {
      kind: sandbox.kind,
      guarantees: sandbox.guarantees,
      probe: await probe(sandbox, world),
      warm: (await sandbox.pool?.facts(AbortSignal.timeout(5000))) ?? null,
    },
    model,
    codingClis,
    gitVersion: await run("git", ["--version"]).then(
      ({ stdout }) => stdout.trim().replace("git version ", ""),
      () => null,
    ),
    chat:
      world.chat === null || bot === null
        ? { kind: "none" }
        : world.chat.local === null
          ? { kind: "telegram", bot: bot.username }
          : { kind: "local", address: world.chat.local.address },
  };
}
async function probe(sandbox: Sandbox, { clock, home, newId }: World): Promise<HealthFacts["sandbox"]["probe"]> {
  const began = clock.now();
  await mkdir(workspaceRoot(home), { recursive: true, mode: 0o700 });
  const workspace = await mkdtemp(join(workspaceRoot(home), "probe-"));
  try {
    const limits = { memoryBytes: 256 * MIB, cpus: 1, processes: 64, fileBytes: MIB, wallClockMs: MINUTE_MS };
    await using session = await sandbox.open(
      { owner: `probe-${newId().slice(0, 8)}`, workspace, network: "none", limits },
      AbortSignal.timeout(20_000),
    );
    const result = await session.run(
      { argv: ["true"] },
      { timeoutMs: 10_000, outputBytes: 1000, signal: AbortSignal.timeout(15_000) },
    );
    return result.kind === "exited" && result.code === 0
      ? { kind: "ran", ms: clock.now() - began }
      : { kind: "failed", reason: `a command ended as ${result.kind}`, fix: null };
  } catch (error) {
    return { kind: "failed", ...whyNot(error) };
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}
/** A fault in words, not as it is written. */
function whyNot(error: unknown): { readonly reason: string; readonly fix: string | null } {
  if (isFault(error, "sandbox.unavailable")) return error.data;
  if (isFault(error, "sandbox.image-missing"))
    return { reason: `the image ${error.data.image} is not there`, fix: error.data.fix };
  if (error instanceof Fault) return { reason: plainText(faultBlocks(error)).replaceAll("\n", " "), fix: null };
  return { reason: error instanceof Error ? error.message : String(error), fix: null };
}
