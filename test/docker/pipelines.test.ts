import { createDockerSandbox } from "../../src/sandbox/docker/docker.ts";
import { describePipelines, GO, NODE, PYTHON, RUST } from "../contracts/pipelines-contract.ts";
import { describeWithDocker } from "../support/docker-engine.ts";
import { sandboxOptions, wallClock } from "../support/sandbox-options.ts";

await describeWithDocker("pipelines in docker", () =>
  describePipelines(
    "docker",
    (home, runFolder) => createDockerSandbox(sandboxOptions(home, runFolder), { clock: wallClock }),
    [NODE, PYTHON, GO, RUST],
  ),
);
