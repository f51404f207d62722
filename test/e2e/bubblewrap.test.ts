import { bubblewrapProblem, createBubblewrapSandbox } from "../../src/sandbox/bubblewrap/bubblewrap.ts";
import { describeAttestation } from "../contracts/sandbox-attestation.ts";
import { describeSandboxAuthority } from "../contracts/sandbox-authority.ts";
import { describeSandbox } from "../contracts/sandbox-contract.ts";
import { describeSandboxDoor } from "../contracts/sandbox-door.ts";
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
describeSandboxAuthority("bubblewrap", {
  skip,
  make: (home, runFolder, egress) =>
    createBubblewrapSandbox(sandboxOptions(home, runFolder, egress), { clock: wallClock }),
});
describeSandboxDoor("bubblewrap", {
  skip,
  make: (home, runFolder, root) =>
    createBubblewrapSandbox({ ...sandboxOptions(home, runFolder), programRoots: [root] }, { clock: wallClock }),
});
describeAttestation("bubblewrap", {
  skip,
  make: (home, runFolder) => createBubblewrapSandbox(sandboxOptions(home, runFolder), { clock: wallClock }),
  unclaimed: [
    "memory of all together",
    ...["/proc/interrupts", "/proc/kallsyms", "/proc/config.gz"],
    ...["open the memory of its own init", "make files without end in /tmp"],
  ],
  guards: process.getuid?.() === 0 ? 16 : 6,
});
