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
const nowhere = async () => ({ folder: "/nowhere", async [Symbol.asyncDispose]() {} });
test("a program whose engine is gone says how it ended, its sandbox kept by that engine, its workspace removed", async () => {
  let removed = false;
  const workspace = async () => ({ folder: "/nowhere", [Symbol.asyncDispose]: async () => void (removed = true) });
  const program = await startSandboxProgram(
    { owner: "mcp-tools", command: ["serve"], env: {}, network: "none", hosts: [], limits, workspace },
    sandboxOfGoneEngine(),
    { signal: new AbortController().signal, complain: () => undefined },
  );
  expect(await program.ended).toBe("its sandbox is gone; what could not be removed of it goes at the next start");
  await program.end();
  expect(removed).toBe(true);
});
const NOTHING = { text: "", bytes: 0, truncated: false };
test("what a sealed program complains of is heard, and is no message of its own", async () => {
  const heard: string[] = [];
  const session = {
    ...scriptedSession(() => null),
    run: async (_: unknown, { onOutput }: { onOutput?: (stream: "stdout" | "stderr", text: string) => void }) => {
      onOutput?.("stderr", "Cannot find module\n");
      return { kind: "exited" as const, code: 1, stdout: NOTHING, stderr: NOTHING, durationMs: 1 };
    },
  };
  const program = await startSandboxProgram(
    { owner: "mcp-tools", command: ["serve"], env: {}, network: "none", hosts: [], limits, workspace: nowhere },
    { ...sandboxOfGoneEngine(), open: async () => session },
    { signal: new AbortController().signal, complain: (text) => heard.push(text) },
  );
  program.onText = (text) => heard.push(`message ${text}`);
  await program.ended;
  expect(heard).toEqual(["Cannot find module\n"]);
});
test("a server whose engine is gone is told as lost, and closing it ends well", async () => {
  const reach = { kind: "stdio", command: ["serve"], trusted: false, env: {}, network: "none", hosts: [] } as const;
  await using world = startServers([stdioOptions(["serve"], { reach })], { sandbox: sandboxOfGoneEngine() });
  expect((await world.until(isLost)).state).toMatchObject({ why: expect.stringMatching(/^its sandbox is gone; /) });
});
