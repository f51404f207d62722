import { bubblewrapProblem, createBubblewrapSandbox } from "../../src/sandbox/bubblewrap.ts";
import { describeSandbox } from "../contracts/sandbox-contract.ts";
import { describeSandboxNetwork } from "../contracts/sandbox-network.ts";
import { holderScript, sandboxOptions, wallClock } from "../support/sandbox-options.ts";

const problem = bubblewrapProblem();
const skip = problem === null ? null : `${problem.reason}; ${problem.fix}`;
describeSandbox("bubblewrap", {
  skip,
  make: (home, runFolder) => createBubblewrapSandbox(sandboxOptions(home, runFolder), { clock: wallClock }),
  childScript: (home, runFolder, held) => holderScript("bubblewrap", sandboxOptions(home, runFolder), held),
});
describeSandboxNetwork("bubblewrap", {
  skip,
  make: (home, runFolder, egress) =>
    createBubblewrapSandbox(sandboxOptions(home, runFolder, egress), { clock: wallClock }),
});
