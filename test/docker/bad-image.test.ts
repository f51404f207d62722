import Docker from "dockerode";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDockerSandbox } from "../../src/sandbox/docker/docker.ts";
import { dockerSkip } from "../support/docker-engine.ts";
import { sandboxOptions, wallClock } from "../support/sandbox-options.ts";

const skip = await dockerSkip();
const image = `sparks-test-empty:${process.pid}`;
const limits = { memoryBytes: 256 << 20, cpus: 1, processes: 64, fileBytes: 1 << 20, wallClockMs: 60_000 };

describe.skipIf(skip !== null)("an image in which there is nothing to run", () => {
  const base = mkdtempSync(path.join(tmpdir(), "sparks-image-"));
  const options = { ...sandboxOptions(`image${process.pid}`, path.join(base, "run")), image };
  const docker = new Docker({ socketPath: options.socketPath });
  beforeAll(async () => {
    const [repo, tag] = image.split(":");
    const archive = path.join(base, "empty.tar");
    execFileSync("tar", ["-cf", archive, "-T", "/dev/null"]);
    const said = await docker.importImage(archive, { repo, tag });
    await new Promise((resolve) => docker.modem.followProgress(said, resolve));
  });
  afterAll(async () => {
    await docker.getImage(image).remove({ force: true });
    rmSync(base, { recursive: true });
  });

  test("is told by its name, as what stays so, and nothing is left", async () => {
    const sandbox = createDockerSandbox(options, { clock: wallClock });
    const workspace = path.join(base, "task-1");
    mkdirSync(workspace);
    const never = new AbortController().signal;
    const opening = sandbox.open({ owner: "task-1", workspace, network: "none", limits }, never);
    await expect(opening).rejects.toMatchObject({
      code: "sandbox.unavailable",
      data: {
        reason: expect.stringContaining(`the image ${image} does not start`),
        fix: expect.stringContaining(`pull or build ${image}`),
      },
    });
    expect(await sandbox.live(never)).toBe(0);
  });
});
