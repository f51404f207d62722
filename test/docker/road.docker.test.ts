import { createHash } from "node:crypto";
import Docker from "dockerode";
import { expect, test } from "vitest";
import { describeRoad } from "../contracts/road.ts";
import { startApp } from "../support/app.ts";
import { describeWithDocker } from "../support/docker-engine.ts";
import { beginWork } from "../support/sample-work.ts";

const SOCKET = "/var/run/docker.sock";

await describeWithDocker("the main road in docker", () => {
  describeRoad("docker");
  test("a container that is killed in the middle of a task is made anew, and the task ends proved", async () => {
    const docker = new Docker({ socketPath: SOCKET });
    const ours = { label: [""] };
    {
      await using app = await startApp({ sandbox: "docker" });
      ours.label = [`sparks.home=${createHash("sha256").update(app.home).digest("hex").slice(0, 16)}`];
      await beginWork(app);
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
});
