import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Sandbox, SandboxDoor, SandboxSession } from "../../src/core/ports/sandbox.ts";

type DoorMaker = {
  readonly make: (home: string, runFolder: string, programRoot: string) => Sandbox;
  /** Why it cannot be tried here; null when it must work. */
  readonly skip: string | null;
};
const never = new AbortController().signal;
const limits = { memoryBytes: 1 << 29, cpus: 1, processes: 64, fileBytes: 1 << 24, wallClockMs: 300_000 };
const PORT = 8484;

/** What a door promises: its port leads to its socket and nowhere else, and its programs can be run and not changed. */
export function describeSandboxDoor(name: string, { make, skip }: DoorMaker): void {
  describe.skipIf(skip !== null)(`the door of a sandbox by ${name}${skip === null ? "" : `: ${skip}`}`, () => {
    const withFolders = async (use: (place: Place) => Promise<void>): Promise<void> => {
      const base = await mkdtemp(path.join(tmpdir(), "sparks-door-"));
      const root = path.join(base, "programs");
      await mkdir(path.join(root, "greeter"), { recursive: true });
      await writeFile(path.join(root, "greeter", "greet"), "#!/bin/sh\necho hello from a program\n");
      await chmod(path.join(root, "greeter", "greet"), 0o755);
      await mkdir(path.join(base, "w"));
      const sandbox = make(`door${process.pid}`, path.join(base, "run"), root);
      const open = (door?: SandboxDoor) =>
        sandbox.open(
          { owner: "task-door", workspace: path.join(base, "w"), network: "none", limits, ...(door && { door }) },
          never,
        );
      try {
        await use({ base, root, open });
      } finally {
        await rm(base, { recursive: true, force: true });
      }
    };
    type Place = {
      readonly base: string;
      readonly root: string;
      readonly open: (door?: SandboxDoor) => Promise<SandboxSession>;
    };
    const run = async (session: SandboxSession, ...argv: [string, ...string[]]): Promise<string> => {
      const result = await session.run({ argv }, { timeoutMs: 20_000, outputBytes: 10_000, signal: never });
      return `${result.stdout.text}${result.stderr.text}`;
    };
    const knock = (session: SandboxSession, port: number) =>
      run(
        session,
        "node",
        "-e",
        `const s = require("node:net").connect(${port}, "127.0.0.1", () => s.end("knock"));
         s.on("data", (chunk) => process.stdout.write(chunk)); s.on("error", (error) => console.log(error.code));`,
      );

    test("its port leads to who listens at its socket, also while another sandbox is open on the same folder", async () => {
      await withFolders(async ({ root, open }) => {
        const heard: string[] = [];
        const closed: string[] = [];
        await using plain = await open();
        {
          await using session = await open({
            programs: path.join(root, "greeter"),
            port: PORT,
            listen: (socketPath) => echo(socketPath, heard, closed),
          });
          expect(await knock(session, PORT)).toBe("you said knock");
          expect(await run(session, "/opt/sparks/programs/greet")).toBe("hello from a program\n");
          expect(await run(session, "sh", "-c", "echo x >/opt/sparks/programs/greet")).toMatch(/read-only|denied/i);
          expect(await knock(session, PORT + 1)).toBe("ECONNREFUSED\n");
          expect(
            await run(
              session,
              "node",
              "-e",
              "require('node:net').connect(443,'1.1.1.1').on('error',(e)=>console.log(e.code))",
            ),
          ).toBe("ENETUNREACH\n");
          expect(await knock(plain, PORT)).toBe("ECONNREFUSED\n");
          expect(await run(plain, "ls", "/opt/sparks/programs")).toMatch(/No such file/);
        }
        expect(heard).toEqual(["knock"]);
        expect(closed).toEqual(["closed"]);
      });
    });
    test("programs outside of the known folders are not shown, links followed", async () => {
      await withFolders(async ({ base, root, open }) => {
        await symlink(base, path.join(root, "sly"));
        for (const programs of [base, root, path.join(root, "sly"), "/etc", path.join(root, "missing")]) {
          const listen = () => Promise.reject(new Error("it must not come so far"));
          await expect(open({ programs, port: PORT, listen })).rejects.toMatchObject({ code: "sandbox.unavailable" });
        }
      });
    });
  });
}
async function echo(socketPath: string, heard: string[], closed: string[]): Promise<AsyncDisposable> {
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.on("data", (chunk: Buffer) => {
      heard.push(chunk.toString());
      socket.end(`you said ${chunk.toString()}`);
    });
  });
  await new Promise<void>((resolve) => server.listen(socketPath, resolve));
  return {
    async [Symbol.asyncDispose]() {
      closed.push("closed");
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
