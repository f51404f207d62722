import { createDockerSandbox } from "../../src/sandbox/docker/docker.ts";
import { describeSandboxAuthority } from "../contracts/sandbox-authority.ts";
import { describeSandbox } from "../contracts/sandbox-contract.ts";
import { describeSandboxDoor } from "../contracts/sandbox-door.ts";
import { describeSandboxNetwork } from "../contracts/sandbox-network.ts";
import { dockerSkip } from "../support/docker-engine.ts";
import { holderScript, sandboxOptions, wallClock } from "../support/sandbox-options.ts";

const skip = await dockerSkip();
describeSandbox("docker", {
  skip,
  make: (home, runFolder) => createDockerSandbox(sandboxOptions(home, runFolder), { clock: wallClock }),
  childScript: (home, runFolder, held) => holderScript("docker", sandboxOptions(home, runFolder), held),
});
describeSandboxNetwork("docker", {
  skip,
  make: (home, runFolder, egress) => createDockerSandbox(sandboxOptions(home, runFolder, egress), { clock: wallClock }),
});
describeSandboxAuthority("docker", {
  skip,
  make: (home, runFolder, egress) => createDockerSandbox(sandboxOptions(home, runFolder, egress), { clock: wallClock }),
});
describeSandboxDoor("docker", {
  skip,
  make: (home, runFolder, root) =>
    createDockerSandbox({ ...sandboxOptions(home, runFolder), programRoots: [root] }, { clock: wallClock }),
});
