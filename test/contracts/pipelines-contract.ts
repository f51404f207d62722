/** Zero-configuration CI, whole: a repository that nobody described is found out, run in a real sandbox, and read. */
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { detect } from "../../src/core/pipelines/detect/detect.ts";
import type { RunReport } from "../../src/core/pipelines/pipeline.ts";
import { planPipeline } from "../../src/core/pipelines/plan/plan.ts";
import { runPipeline } from "../../src/core/pipelines/run/run-pipeline.ts";
import type { Sandbox } from "../../src/core/ports/sandbox.ts";
import { checkRunOf } from "../../src/core/tasks/check-run.ts";
import { judge } from "../../src/core/tasks/judge.ts";
import { folderTree } from "../support/tree.ts";

type Mend = { readonly file: string; readonly from: string; readonly to: string };
export type Repository = {
  readonly name: string;
  readonly folder: URL;
  /** Of the one test that fails. */
  readonly failing: { readonly name: string; readonly place: string };
  readonly passing: number;
  readonly mend: Mend;
};
const repos = new URL("../fixtures/repos/", import.meta.url);
export const NODE: Repository = {
  name: "Node, node:test",
  folder: new URL("../../samples/sample", import.meta.url),
  failing: { name: "gives BULK20 from one hundred euros on", place: "test/cart.test.js:26" },
  passing: 6,
  mend: { file: "src/discount.js", from: "totalCents > rule.from", to: "totalCents >= rule.from" },
};
export const PYTHON: Repository = {
  name: "Python, unittest",
  folder: new URL("python-unittest", repos),
  failing: { name: "test_spaces", place: "tests/test_slug.py:11" },
  passing: 1,
  mend: { file: "slug.py", from: '"_"', to: '"-"' },
};
export const GO: Repository = {
  name: "Go",
  folder: new URL("go-module", repos),
  failing: { name: "TestHalfOdd", place: "money/money_test.go:13" },
  passing: 1,
  mend: { file: "money/money.go", from: "return cents / 2", to: "return (cents + 1) / 2" },
};
export const RUST: Repository = {
  name: "Rust, a workspace",
  folder: new URL("rust-workspace", repos),
  failing: { name: "odd", place: "core/src/lib.rs:16" },
  passing: 1,
  mend: { file: "core/src/lib.rs", from: "    cents / 2", to: "    (cents + 1) / 2" },
};
const limits = {
  memoryBytes: 1 << 30,
  cpus: 2,
  processes: 512,
  fileBytes: 256 << 20,
  wallClockMs: 170_000,
};
const COMMIT = "0".repeat(40);

export function describePipelines(
  name: string,
  makeSandbox: (home: string, runFolder: string) => Sandbox,
  repositories: readonly Repository[],
): void {
  describe(`pipelines in ${name}`, () => {
    let home = "";
    let sandbox: Sandbox;
    beforeAll(async () => {
      home = await mkdtemp(join(tmpdir(), "pipelines-"));
      sandbox = makeSandbox(`pipelines${process.pid}`, join(home, "run"));
    });
    afterAll(() => rm(home, { recursive: true, force: true }));

    async function run(workspace: string, mend: Mend | null): Promise<RunReport> {
      const signal = new AbortController().signal;
      await using session = await sandbox.open({ owner: "run-1", workspace, network: "none", limits }, signal);
      if (mend !== null) {
        const read = await session.read(mend.file, { maxBytes: 1 << 20, signal });
        if (read.kind !== "read") throw new Error(`${mend.file}: ${read.why}`);
        const text = new TextDecoder().decode(read.content);
        if (!text.includes(mend.from)) throw new Error(`${mend.file} does not hold ${mend.from}`);
        await session.write(mend.file, new TextEncoder().encode(text.replace(mend.from, mend.to)), { signal });
      }
      // What is run comes from the repository as it was, never from what the sandbox may have written.
      const source = folderTree(join(home, "source"));
      const pipeline = await planPipeline(await detect(source), source);
      return await runPipeline(pipeline, session, { signal, onStep: () => {} }, { commit: COMMIT });
    }

    test.each(repositories)(
      "$name: the failing test is found in its place, and mending it is proved",
      async (repository) => {
        const workspace = join(home, "workspace");
        await Promise.all([
          cp(repository.folder, join(home, "source"), { recursive: true }),
          cp(repository.folder, workspace, { recursive: true }),
        ]);
        try {
          const red = await run(workspace, null);
          const tests = red.steps.flatMap((step) => step.tests);
          const failed = tests.filter((each) => each.status !== "passed");
          expect(failed.map((each) => ({ name: each.name, place: `${each.file}:${each.line}` }))).toEqual([
            repository.failing,
          ]);
          expect({ outcome: red.outcome, passing: tests.length - failed.length }).toEqual({
            outcome: "failed",
            passing: repository.passing,
          });

          const green = await run(workspace, repository.mend);
          expect(green.outcome).toBe("passed");
          const runs = (report: RunReport) => report.steps.map((step) => checkRunOf(step, COMMIT));
          expect(judge(runs(red), runs(green))).toEqual({ proved: true, reasons: [], notes: [] });
          expect(judge(runs(red), runs(red)).proved).toBe(false);
        } finally {
          await sandbox.reap(new Set(), new AbortController().signal);
          await Promise.all([
            rm(join(home, "source"), { recursive: true, force: true }),
            rm(workspace, { recursive: true, force: true }),
          ]);
        }
      },
    );
  });
}
