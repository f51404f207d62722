import { describe, expect, test } from "vitest";
import type { Sandbox } from "../../src/core/ports/sandbox.ts";
import { temporaryFolder } from "../support/folder.ts";
import { installedServer, installReferenceServers, stdioOptions } from "../support/mcp/options.ts";
import { isConnected, startServers } from "../support/mcp/world.ts";

type Options = {
  /** Why it cannot run here; null when it can. */
  readonly skip: string | null;
  readonly make: (home: string, runFolder: string) => Sandbox;
};

/** Servers of the protocol's authors, sealed: what they are told goes in a piece at a time, for as long as they run. */
export function describeMcpInSandbox(name: string, { skip, make }: Options): void {
  describe.skipIf(skip !== null)(
    `servers of the protocol's authors in ${name}${skip === null ? "" : `: ${skip}`}`,
    () => {
      test("everything: words, a sum and an image over one stream, and it is gone when it is closed", async () => {
        using run = temporaryFolder();
        const sandbox = make(`mcp${process.pid}`, run.path);
        const never = new AbortController().signal;
        {
          await using world = startServers([sealed(installedServer("everything", "stdio"))], {
            sandbox,
            fill: installReferenceServers,
          });
          const { tools } = await world.until(isConnected);
          expect(tools.map((tool) => tool.name)).toContain("echo");
          expect(await sandbox.live(never)).toBe(1);
          const long = "ü".repeat(60_000);
          for (const message of ["hello", long.slice(0, 4000), "again"])
            expect(await world.call("echo", { message })).toEqual({
              kind: "answered",
              ok: true,
              text: `Echo: ${message}`,
            });
          const at = await Promise.all([1, 2, 3, 4].map((a) => world.call("get-sum", { a, b: 40 })));
          expect(at).toMatchObject([41, 42, 43, 44].map((sum) => ({ text: expect.stringContaining(String(sum)) })));
          expect(await world.call("get-tiny-image")).toMatchObject({
            text: expect.stringMatching(/\[image, image\/png/u),
          });
        }
        expect(await sandbox.live(never)).toBe(0);
      });
      test("files: its own workspace is all it sees", async () => {
        using run = temporaryFolder();
        const sandbox = make(`mcp${process.pid}`, run.path);
        await using world = startServers([sealed(installedServer("filesystem", "/workspace"))], {
          sandbox,
          fill: installReferenceServers,
        });
        await world.until(isConnected);
        expect(await world.call("write_file", { path: "/workspace/a.txt", content: "one" })).toMatchObject({
          ok: true,
        });
        expect(await world.call("read_text_file", { path: "/workspace/a.txt" })).toMatchObject({
          ok: true,
          text: "one",
        });
        expect(await world.call("read_text_file", { path: `${run.path}/x` })).toMatchObject({ ok: false });
      });
    },
  );
}
function sealed(command: readonly [string, ...string[]]) {
  return stdioOptions(command, {
    reach: { kind: "stdio", command, trusted: false, env: {}, network: "none", hosts: [] },
  });
}
