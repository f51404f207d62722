import { afterAll, beforeAll, describe } from "vitest";
import { createSandboxBench, type SandboxMaker } from "./sandbox-bench.ts";
import { testFiles } from "./sandbox-files.ts";
import { testLife } from "./sandbox-life.ts";
import { testPrograms } from "./sandbox-programs.ts";
import { testWalls } from "./sandbox-walls.ts";

/** What every sandbox promises. The session is shared by tests that leave it as they found it. */
export function describeSandbox(name: string, maker: SandboxMaker): void {
  const { skip } = maker;
  describe.skipIf(skip !== null)(`sandbox by ${name}${skip === null ? "" : `: ${skip}`}`, () => {
    const bench = createSandboxBench(name, maker);
    beforeAll(() => bench.open());
    afterAll(() => bench.close());

    testPrograms(bench);
    testWalls(bench);
    testFiles(bench);
    testLife(bench);
  });
}
