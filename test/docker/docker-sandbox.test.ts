import { describe, test } from "vitest";
import { createDockerSandbox } from "../../src/sandbox/docker.ts";
import { probeEngine } from "../../src/sandbox/detect.ts";
import { describeSandbox } from "../contracts/sandbox-contract.ts";
import { describeSandboxNetwork } from "../contracts/sandbox-network.ts";
import { holderScript, sandboxOptions, wallClock } from "../support/sandbox-options.ts";

const { socketPath, image } = sandboxOptions("probe", "/nonexistent");
const engine = await probeEngine(socketPath, image);
const missing =
  engine.kind === "no-image" ? `no image ${image}: sh scripts/sandbox-image.sh` : "no Docker engine answers";
if (engine.kind === "ready") {
  describeSandbox("docker", {
    make: (home, runFolder) => createDockerSandbox(sandboxOptions(home, runFolder), { clock: wallClock }),
    childScript: (home, runFolder, workspace) => holderScript("docker", sandboxOptions(home, runFolder), workspace),
    hardMemory: true,
  });
  describeSandboxNetwork("docker", (home, runFolder, egress) =>
    createDockerSandbox(sandboxOptions(home, runFolder, egress), { clock: wallClock }),
  );
} else if (process.env["SPARKS_REQUIRE_DOCKER"] === "1")
  test("a Docker engine with the image is required here", () => {
    throw new Error(missing);
  });
else describe.skip(`sandbox by docker: ${missing}`, () => test("skipped", () => undefined));
