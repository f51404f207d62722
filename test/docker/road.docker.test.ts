import { createHash } from "node:crypto";
import Docker from "dockerode";
import { describe, expect, test } from "vitest";
import { probeEngine } from "../../src/sandbox/detect.ts";
import { SANDBOX_IMAGE } from "../../src/sandbox/image.ts";
import { describeRoad } from "../contracts/road.ts";
import { startApp } from "../support/app.ts";

const SOCKET = "/var/run/docker.sock";
const engine = await probeEngine(SOCKET, SANDBOX_IMAGE);
if (engine.kind === "ready") {
  describeRoad("docker");
  test("a container that is killed in the middle of a task is made anew, and the task ends proved", async () => {
    await using app = await startApp({ sandbox: "docker" });
    await app.says("Fix the failing test in sample");
    await app.presses("Approve");
    const docker = new Docker({ socketPath: SOCKET });
    const home = createHash("sha256").update(app.home).digest("hex").slice(0, 16);
    const label = [`sparks.home=${home}`, "sparks.owner=task-1-work"];
    await app.untilTrue(async () => {
      const [running] = await docker.listContainers({ filters: { label } });
      if (running === undefined) return false;
      await docker.getContainer(running.Id).kill();
      return true;
    }, "the task's container");
    await app.until(/✅ Task 1[^]*Proof/, "the result");
    await app.app().idle();
    expect(await docker.listContainers({ all: true, filters: { label: [`sparks.home=${home}`] } })).toEqual([]);
  });
} else if (process.env["SPARKS_REQUIRE_DOCKER"] === "1") {
  throw new Error(`the Docker tests must run here, and the engine is ${engine.kind}`);
} else {
  describe.skip(`the main road in docker: the engine is ${engine.kind}`, () => test("is skipped", () => undefined));
}
