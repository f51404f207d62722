import { createDockerSandbox } from "../../src/sandbox/docker/docker.ts";
import { describeMcpInSandbox } from "../contracts/mcp-in-sandbox.ts";
import { dockerSkip } from "../support/docker-engine.ts";
import { sandboxOptions, wallClock } from "../support/sandbox-options.ts";

describeMcpInSandbox("docker", {
  skip: await dockerSkip(),
  make: (home, runFolder) => createDockerSandbox(sandboxOptions(home, runFolder), { clock: wallClock }),
});
