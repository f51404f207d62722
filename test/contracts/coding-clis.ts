import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { INSIDE } from "../../src/sandbox/options.ts";
import { createCodingClis } from "../../src/coding-clis/clis.ts";
import type { CodingCliEnd, CodingCliName } from "../../src/core/ports/coding-clis.ts";
import type { EmptyPurse, Purse } from "../../src/core/ports/model.ts";
import type { Sandbox } from "../../src/core/ports/sandbox.ts";
import { modelWay } from "../support/model-way.ts";
import { Secret } from "../../src/lib/secret.ts";
import {
  type Answer,
  type CodingProvider,
  openCodingProvider,
  type ProviderOptions,
} from "../support/coding-provider.ts";
import { isAside, missingProgram, PROGRAMS, TOOLS } from "../support/coding-programs.ts";

type Maker = {
  readonly make: (home: string, runFolder: string, programRoot: string) => Sandbox;
  /** Why it cannot be tried here; null when it must work. */
  readonly skip: string | null;
};
const REAL = "sk-canary-4f1d9c2b7a6e5d3c8b0a";
const MODEL = "m-1";
/** Enough for some requests as they are, and for the worst case of one. */
const CAP_USD = 0.25;
const limits = { memoryBytes: 2 * 1024 ** 3, cpus: 2, processes: 512, fileBytes: 1 << 30, wallClockMs: 300_000 };
const BASES: Readonly<Record<CodingCliName, string>> = { claude_code: "", codex: "/v1", opencode: "/v1" };
/** What would show the key, if it were anywhere: all environments, all files that can be read. */
const LOOK = `{ env; cat /proc/[0-9]*/environ /proc/[0-9]*/cmdline | tr '\\0' '\\n'; cat /run/sparks/*; find /tmp /home /workspace /opt/sparks/programs -type f -size -4M -exec cat {} +; } >/dev/shm/found 2>/dev/null; mv /dev/shm/found found.txt`;

/** What real coding CLIs do in a sandbox, with a provider that is strict. */
export async function describeCodingClis(name: string, { make, skip }: Maker): Promise<void> {
  for (const cli of ["claude_code", "codex", "opencode"] as const) {
    const why = skip ?? (await missingProgram(cli));
    describe.skipIf(why !== null)(`${cli} in a sandbox by ${name}${why === null ? "" : `: ${why}`}`, () => {
      const work = async (
        answer: (at: number) => Answer,
        use: (done: Done) => Promise<void>,
        more: {
          readonly capUsd?: number;
          readonly usage?: ProviderOptions["usage"];
          readonly onAsked?: (stop: () => void) => void;
        } = {},
      ): Promise<void> => {
        const base = await mkdtemp(join(tmpdir(), "sparks-cli-"));
        const workspace = join(base, "w");
        await mkdir(workspace);
        const stop = new AbortController();
        await using provider = await openCodingProvider({
          key: REAL,
          model: MODEL,
          ...(more.usage && { usage: more.usage }),
          // A first short question for a title is not part of the work.
          answer: ({ body }, _at) => {
            if (isAside(body)) return { kind: "say", text: "A title" };
            const said = answer(worked++);
            more.onAsked?.(() => stop.abort());
            return said;
          },
        });
        let worked = 0;
        const sandbox = make(`cli${process.pid}`, join(base, "run"), PROGRAMS);
        try {
          const { end, printed, doing } = await runIn(sandbox, { cli, provider, workspace, stop, ...more });
          await use({ end, printed, doing, provider, workspace });
        } finally {
          await rm(base, { recursive: true, force: true });
        }
      };
      test("changes a file, is paid for, and finds the real key nowhere", async () => {
        await work(
          (at) =>
            at === 0
              ? TOOLS[cli](`${LOOK}; echo made by a machine > made.txt`)
              : { kind: "say", text: "I made made.txt." },
          async ({ end, printed, doing, provider, workspace }) => {
            expect(end, printed).toMatchObject({ ok: true, problem: null, empty: null, said: "I made made.txt." });
            expect(await readFile(join(workspace, "made.txt"), "utf8")).toBe("made by a machine\n");
            expect(provider.faults).toEqual([]);
            expect(provider.asked.length).toBeGreaterThanOrEqual(2);
            expect(end.requests).toBe(provider.asked.length);
            expect(end.costUsd).toBeCloseTo(end.requests * 0.00182, 6);
            expect(doing.join("\n")).toContain("made.txt");
            const found = await readFile(join(workspace, "found.txt"), "utf8");
            expect(found).toContain("sparks-run-");
            for (const text of [found, printed]) expect(text).not.toContain(REAL);
          },
        );
      });
      test("ends when the money does, and says which purse was empty", async () => {
        await work(
          (at) => TOOLS[cli](`echo ${at} >> count.txt`),
          async ({ end, provider }) => {
            expect(end.ok).toBe(false);
            expect(end.empty).toMatchObject({ purse: "task" });
            expect(end.costUsd).toBeLessThanOrEqual(CAP_USD);
            expect(provider.asked.length).toBeLessThan(8);
          },
          { capUsd: CAP_USD, usage: { input: 1000, cached: 0, output: 4000 } },
        );
      });
      test("tries again when its server is busy, or breaks off", async () => {
        const trouble: Answer[] = [
          { kind: "status", status: 429, message: "slow down" },
          { kind: "status", status: cli === "claude_code" ? 529 : 503, message: "overloaded" },
          { kind: "cut", text: "I beg" },
        ];
        await work(
          (at) => trouble[at] ?? { kind: "say", text: "All is well." },
          async ({ end, printed }) =>
            expect(end, printed).toMatchObject({ ok: true, said: expect.stringContaining("All is well.") as string }),
        );
      });
      test("is stopped in the middle, with all its processes", async () => {
        await work(
          () => TOOLS[cli]("sleep 1000"),
          async ({ end }) => expect(end).toMatchObject({ ok: false, problem: "it was stopped" }),
          { onAsked: (stop) => setTimeout(stop, 1) },
        );
      });
    });
  }
}
type Done = {
  readonly end: CodingCliEnd;
  readonly printed: string;
  readonly doing: readonly string[];
  readonly provider: CodingProvider;
  readonly workspace: string;
};
type Running = {
  readonly cli: CodingCliName;
  readonly provider: CodingProvider;
  readonly workspace: string;
  readonly stop: AbortController;
  readonly capUsd?: number;
};
async function runIn(sandbox: Sandbox, { cli, provider, workspace, stop, capUsd = 100 }: Running) {
  const clis = createCodingClis({
    programs: PROGRAMS,
    shownAt: INSIDE.programs,
    architecture: process.arch,
    redact: (text) => text,
    fetchBy: modelWay(),
    clis: [
      {
        name: cli,
        model: MODEL,
        baseUrl: `${provider.origin}${BASES[cli]}`,
        keyVariable: "X_KEY",
        key: new Secret(REAL),
        ceilingUsd: capUsd,
        maxOutputTokens: 4096,
        priceOf: () => ({ input: 1, cached: 0.1, output: 10 }),
      },
    ],
  });
  expect(clis.list()[0]?.problem).toBeNull();
  const run = clis.begin({ name: cli, model: null, goal: "Make made.txt, please.", purse: purseOf(capUsd) });
  const never = new AbortController().signal;
  const spec = { owner: "task-cli", workspace, network: "none" as const, limits, door: run.door };
  await using session = await sandbox.open(spec, never);
  const doing: string[] = [];
  const result = await session.run(
    { argv: run.argv, env: run.env, stdin: run.stdin },
    {
      timeoutMs: 90_000,
      outputBytes: 200_000,
      signal: stop.signal,
      onOutput: (stream, text) => {
        if (stream === "stdout") doing.push(...run.hear(text));
      },
    },
  );
  return { end: run.end(result), printed: `${result.stdout.text}\n${result.stderr.text}`, doing };
}
function purseOf(capUsd: number): Purse {
  let spent = 0;
  return {
    async reserve(worstUsd) {
      const usd = worstUsd ?? 0;
      const empty: EmptyPurse = { kind: "empty", purse: "task", name: "", spentUsd: spent, capUsd, fillsAt: null };
      if (spent + usd > capUsd) return empty;
      spent += usd;
      return { kind: "set-aside", settle: async (real) => void (spent += real - usd) };
    },
  };
}
