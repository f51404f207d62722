import { describe, test } from "vitest";

import { probeEngine } from "../../src/sandbox/detect.ts";
import { createDockerSandbox } from "../../src/sandbox/docker.ts";
import { describePipelines, GO, NODE, PYTHON, RUST } from "../contracts/pipelines-contract.ts";
import { sandboxOptions, wallClock } from "../support/sandbox-options.ts";

const { socketPath, image } = sandboxOptions("probe", "/nonexistent");
const engine = await probeEngine(socketPath, image);
const missing =
  engine.kind === "no-image" ? `no image ${image}: sh scripts/sandbox-image.sh` : "no Docker engine answers";
if (engine.kind === "ready")
  describePipelines(
    "docker",
    (home, runFolder) => createDockerSandbox(sandboxOptions(home, runFolder), { clock: wallClock }),
    [NODE, PYTHON, GO, RUST],
  );
else if (process.env["SPARKS_REQUIRE_DOCKER"] === "1")
  test("a Docker engine with the image is required here", () => {
    throw new Error(missing);
  });
else describe.skip(`pipelines in docker: ${missing}`, () => test("skipped", () => undefined));
