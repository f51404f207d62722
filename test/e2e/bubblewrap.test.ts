import { describe, test } from "vitest";
import { bubblewrapProblem, createBubblewrapSandbox } from "../../src/sandbox/bubblewrap.ts";
import { describeSandbox } from "../contracts/sandbox-contract.ts";
import { describeSandboxNetwork } from "../contracts/sandbox-network.ts";
import { holderScript, sandboxOptions, wallClock } from "../support/sandbox-options.ts";

const problem = bubblewrapProblem();
if (problem === null) {
  describeSandbox("bubblewrap", {
    make: (home, runFolder) => createBubblewrapSandbox(sandboxOptions(home, runFolder), { clock: wallClock }),
    childScript: (home, runFolder, workspace) => holderScript("bubblewrap", sandboxOptions(home, runFolder), workspace),
    hardMemory: false,
  });
  describeSandboxNetwork("bubblewrap", (home, runFolder, egress) =>
    createBubblewrapSandbox(sandboxOptions(home, runFolder, egress), { clock: wallClock }),
  );
} else
  describe.skip(`sandbox by bubblewrap: ${problem.reason}; ${problem.fix}`, () => test("skipped", () => undefined));
