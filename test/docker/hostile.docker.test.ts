import { describe, test } from "vitest";
import { probeEngine } from "../../src/sandbox/detect.ts";
import { SANDBOX_IMAGE } from "../../src/sandbox/image.ts";
import { describeHostile } from "../contracts/hostile.ts";

const engine = await probeEngine("/var/run/docker.sock", SANDBOX_IMAGE);
if (engine.kind === "ready") {
  describeHostile({ sandbox: "docker", runs: 2, seed: 2 });
} else if (process.env["SPARKS_REQUIRE_DOCKER"] === "1") {
  throw new Error(`the Docker tests must run here, and the engine is ${engine.kind}`);
} else {
  describe.skip(`a hostile model in docker: the engine is ${engine.kind}`, () => test("is skipped", () => undefined));
}
