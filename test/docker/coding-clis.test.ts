import { createDockerSandbox } from "../../src/sandbox/docker/docker.ts";
import { describeCodingClis } from "../contracts/coding-clis.ts";
import { dockerSkip } from "../support/docker-engine.ts";
import { sandboxOptions, wallClock } from "../support/sandbox-options.ts";

await describeCodingClis("docker", {
  skip: await dockerSkip(),
  make: (home, runFolder, root) =>
    createDockerSandbox({ ...sandboxOptions(home, runFolder), programRoots: [root] }, { clock: wallClock }),
});
