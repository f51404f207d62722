import { bubblewrapProblem, createBubblewrapSandbox } from "../../src/sandbox/bubblewrap/bubblewrap.ts";
import { describeCodingClis } from "../contracts/coding-clis.ts";
import { sandboxOptions, wallClock } from "../support/sandbox-options.ts";

const problem = bubblewrapProblem();
await describeCodingClis("bubblewrap", {
  skip: problem === null ? null : `${problem.reason}; ${problem.fix}`,
  make: (home, runFolder, root) =>
    createBubblewrapSandbox({ ...sandboxOptions(home, runFolder), programRoots: [root] }, { clock: wallClock }),
});
