import { describe, test } from "vitest";
import { probeEngine } from "../../src/sandbox/detect.ts";
import { imageRemedy } from "../../src/sandbox/docker/image.ts";
import { sandboxOptions } from "./sandbox-options.ts";

/** Longer than the program waits: here an engine that has much to do is one. */
const ANSWER_MS = 10_000;

/**
 * Why nothing can run in Docker on this machine; null when it can.
 * @throws Error with SPARKS_REQUIRE_DOCKER=1 when nothing can
 */
export async function dockerSkip(): Promise<string | null> {
  const { socketPath, image } = sandboxOptions("probe", "/nonexistent");
  const engine = await probeEngine(socketPath, image, ANSWER_MS);
  if (engine.kind === "ready") return null;
  const why =
    engine.kind === "no-image" ? `no image ${image}: ${imageRemedy(image).fix}` : `no engine answers: ${engine.reason}`;
  if (process.env["SPARKS_REQUIRE_DOCKER"] === "1") throw new Error(`the Docker tests must run here: ${why}`);
  return why;
}
/** Says in the list of tests what is skipped, and why, where nothing can run in Docker. */
export async function describeWithDocker(what: string, body: () => void): Promise<void> {
  const skip = await dockerSkip();
  if (skip === null) body();
  else describe.skip(`${what}: ${skip}`, () => test("is skipped", () => undefined));
}
