import { mkdtemp, readdir, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SecurityReport } from "../../src/core/ports/health.ts";
import { createAttestation } from "../../src/sandbox/inspect/attest.ts";
import type { InspectableSandbox } from "../../src/sandbox/inspect/inspectable.ts";

export type Attested = {
  readonly make: (home: string, runFolder: string) => InspectableSandbox;
  readonly skip: string | null;
  /** What this kind says of itself that it cannot give, of probes and of attempts. */
  readonly unclaimed: readonly string[];
  /** The fewest guards that are seen from outside. */
  readonly guards: number;
};
const MIB = 1024 * 1024;
const limits = { memoryBytes: 512 * MIB, cpus: 1, processes: 128, fileBytes: 64 * MIB, wallClockMs: 600_000 };

/** A live sandbox is what it is said to be, and nothing gets out of it. */
export function describeAttestation(name: string, { make, skip, unclaimed, guards }: Attested): void {
  describe.skipIf(skip !== null)(`attestation of ${name}${skip === null ? "" : `: ${skip}`}`, () => {
    let base = "";
    let report: SecurityReport;
    const signal = AbortSignal.timeout(170_000);
    beforeAll(async () => {
      base = await realpath(await mkdtemp(path.join(tmpdir(), "sparks-attest-")));
      const sandbox = make(`attest${process.pid}`, path.join(base, "run"));
      const attest = createAttestation(sandbox, { limits, workspaceRoot: path.join(base, "workspaces"), settings: [] });
      report = await attest({ attack: true, signal });
    }, 170_000);
    afterAll(() => rm(base, { recursive: true, force: true }));

    test("every guard is kept, seen from outside and from inside", () => {
      expect([...report.guards, ...report.probes].filter(({ holds }) => holds === false)).toEqual([]);
      expect(report.guards.length).toBeGreaterThanOrEqual(guards);
      expect(report.probes.length).toBeGreaterThan(55);
    });
    test("no attempt gets out, and each was really made", () => {
      const attempts = report.attempts ?? [];
      expect(attempts.filter(({ held }) => held === false)).toEqual([]);
      expect(
        attempts.filter(
          ({ happened }) => /not tried|Error|no answer/.test(happened) && !/ValueError: not allowed/.test(happened),
        ),
      ).toEqual([]);
      expect(attempts.length).toBeGreaterThan(100);
      const names = attempts.map(({ name }) => name);
      expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
      expect(report.ok).toBe(true);
    });
    test("what it cannot give it says", () => {
      const open = report.probes.filter(({ holds }) => holds === null).map(({ name }) => name);
      const told = (report.attempts ?? []).filter(({ held }) => held === null).map(({ name }) => name);
      expect(new Set([...open, ...told])).toEqual(new Set(unclaimed));
      expect(report.host.length).toBeGreaterThan(1);
    });
    test("nothing is left of it", async () => {
      expect(await readdir(path.join(base, "workspaces"))).toEqual([]);
    });
  });
}
