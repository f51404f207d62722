import { expect, test } from "vitest";
import { stdioOptions } from "../../test/support/mcp/options.ts";
import { isLost, startServers } from "../../test/support/mcp/world.ts";
import { scriptedSession } from "../../test/support/scripted-session.ts";
import { Fault } from "../core/fault.ts";
import type { Sandbox } from "../core/ports/sandbox.ts";
import { startSandboxProgram } from "./sandbox-program.ts";

/** A sandbox whose engine goes away under each session: the running program is lost, and nothing can be removed. */
function sandboxOfGoneEngine(): Sandbox {
  return {
    kind: "docker",
    guarantees: [],
    image: async () => "none",
    open: async () => ({
      ...scriptedSession(() => null),
      run: async () => Promise.reject(new Fault("sandbox.lost", { container: "c1", reason: "the engine is gone" })),
      [Symbol.asyncDispose]: async () => Promise.reject(new Error("connect ECONNREFUSED /var/run/docker.sock")),
    }),
    reap: async () => 0,
    live: async () => 0,
  };
}
const limits = { memoryBytes: 1, cpus: 1, processes: 1, fileBytes: 1, wallClockMs: 1000 };
test("a program whose engine is gone says how it ended, its sandbox kept by that engine, its workspace removed", async () => {
  let removed = false;
  const workspace = async () => ({ folder: "/nowhere", [Symbol.asyncDispose]: async () => void (removed = true) });
  const program = await startSandboxProgram(
    { owner: "mcp-tools", command: ["serve"], env: {}, network: "none", hosts: [], limits, workspace },
    sandboxOfGoneEngine(),
    new AbortController().signal,
  );
  expect(await program.ended).toBe("its sandbox is gone; what could not be removed of it goes at the next start");
  await program.end();
  expect(removed).toBe(true);
});
test("a server whose engine is gone is told as lost, and closing it ends well", async () => {
  const reach = { kind: "stdio", command: ["serve"], trusted: false, env: {}, network: "none", hosts: [] } as const;
  await using world = startServers([stdioOptions(["serve"], { reach })], { sandbox: sandboxOfGoneEngine() });
  expect((await world.until(isLost)).state).toMatchObject({ why: expect.stringMatching(/^its sandbox is gone; /) });
});
