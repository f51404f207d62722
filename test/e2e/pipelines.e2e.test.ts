import { describe, test } from "vitest";

import { bubblewrapProblem, createBubblewrapSandbox } from "../../src/sandbox/bubblewrap/bubblewrap.ts";
import { describePipelines, NODE, PYTHON } from "../contracts/pipelines-contract.ts";
import { sandboxOptions, wallClock } from "../support/sandbox-options.ts";

const problem = bubblewrapProblem();
if (problem === null)
  describePipelines(
    "bubblewrap",
    (home, runFolder) => createBubblewrapSandbox(sandboxOptions(home, runFolder), { clock: wallClock }),
    [NODE, PYTHON],
  );
else
  describe.skip(`pipelines in bubblewrap: ${problem.reason}; ${problem.fix}`, () => test("skipped", () => undefined));
