import { probeEngine } from "../../src/sandbox/detect.ts";
import { createDockerSandbox } from "../../src/sandbox/docker.ts";
import { describeMcpInSandbox } from "../contracts/mcp-in-sandbox.ts";
import { sandboxOptions, wallClock } from "../support/sandbox-options.ts";

const { socketPath, image } = sandboxOptions("probe", "/nonexistent");
const required = process.env["SPARKS_REQUIRE_DOCKER"] === "1";
const engine = await probeEngine(socketPath, image);
describeMcpInSandbox("docker", {
  skip: required || engine.kind === "ready" ? null : `the engine is ${engine.kind}`,
  make: (home, runFolder) => createDockerSandbox(sandboxOptions(home, runFolder), { clock: wallClock }),
});
