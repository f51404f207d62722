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
    const docker = new Docker({ socketPath: SOCKET });
    const ours = { label: [""] };
    {
      await using app = await startApp({ sandbox: "docker" });
      ours.label = [`sparks.home=${createHash("sha256").update(app.home).digest("hex").slice(0, 16)}`];
      await app.says("Fix the failing test in sample");
      await app.presses("Approve");
      const live = async () => app.app().sandbox.live(AbortSignal.timeout(5000));
      await app.untilTrue(async () => (await live()) === 1, "the task's container");
      // Which one is the task's only the program knows, so those that wait are killed with it.
      for (const { Id } of await docker.listContainers({ filters: ours })) await docker.getContainer(Id).kill();
      await app.until(/✅ Task 1[^]*Proof/, "the result");
      await app.app().idle();
      expect(await live()).toBe(0);
    }
    expect(await docker.listContainers({ all: true, filters: ours })).toEqual([]);
  });
} else if (process.env["SPARKS_REQUIRE_DOCKER"] === "1") {
  throw new Error(`the Docker tests must run here, and the engine is ${engine.kind}`);
} else {
  describe.skip(`the main road in docker: the engine is ${engine.kind}`, () => test("is skipped", () => undefined));
}
