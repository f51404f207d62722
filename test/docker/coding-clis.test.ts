import { probeEngine } from "../../src/sandbox/detect.ts";
import { createDockerSandbox } from "../../src/sandbox/docker.ts";
import { describeCodingClis } from "../contracts/coding-clis.ts";
import { sandboxOptions, wallClock } from "../support/sandbox-options.ts";

const { socketPath, image } = sandboxOptions("probe", "/nonexistent");
const required = process.env["SPARKS_REQUIRE_DOCKER"] === "1";
const ready = required || (await probeEngine(socketPath, image)).kind === "ready";
await describeCodingClis("docker", {
  skip: ready ? null : `no engine answers, or it has no image ${image}: sh scripts/sandbox-image.sh`,
  make: (home, runFolder, root) =>
    createDockerSandbox({ ...sandboxOptions(home, runFolder), programRoots: [root] }, { clock: wallClock }),
});
