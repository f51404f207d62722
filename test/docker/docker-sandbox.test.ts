import { createDockerSandbox } from "../../src/sandbox/docker.ts";
import { probeEngine } from "../../src/sandbox/detect.ts";
import { describeSandboxAuthority } from "../contracts/sandbox-authority.ts";
import { describeSandbox } from "../contracts/sandbox-contract.ts";
import { describeSandboxDoor } from "../contracts/sandbox-door.ts";
import { describeSandboxNetwork } from "../contracts/sandbox-network.ts";
import { holderScript, sandboxOptions, wallClock } from "../support/sandbox-options.ts";

const { socketPath, image } = sandboxOptions("probe", "/nonexistent");
const required = process.env["SPARKS_REQUIRE_DOCKER"] === "1";
const reasons = {
  ready: null,
  "no-image": `no image ${image}: sh scripts/sandbox-image.sh`,
  silent: "no engine answers",
};
const skip = required ? null : reasons[(await probeEngine(socketPath, image)).kind];
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
