import { lookup } from "node:dns/promises";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Sandbox, SandboxSession } from "../../src/core/ports/sandbox.ts";
import type { EgressEvent, EgressOptions } from "../../src/sandbox/options.ts";
import { DEFAULT_REGISTRIES } from "../../src/sandbox/options.ts";
import { hostCertificates } from "../support/sandbox-options.ts";

type NetworkMaker = {
  readonly make: (home: string, runFolder: string, egress: Partial<EgressOptions>) => Sandbox;
  /** Why it cannot be tried here; null when it must work. */
  readonly skip: string | null;
};
const never = new AbortController().signal;
const limits = { memoryBytes: 1 << 30, cpus: 1, processes: 128, fileBytes: 1 << 26, wallClockMs: 300_000 };
const registry = "registry.npmjs.org";
const realRegistry = process.env["SPARKS_TEST_INTERNET"] === "1";

/** What `network: "registries"` promises. With SPARKS_TEST_INTERNET=1 it also installs a package from npm. */
export function describeSandboxNetwork(name: string, { make, skip }: NetworkMaker): void {
  describe.skipIf(skip !== null)(`network of a sandbox by ${name}${skip === null ? "" : `: ${skip}`}`, () => {
    const withSession = async (
      egress: Partial<EgressOptions>,
      use: (session: SandboxSession, events: EgressEvent[]) => Promise<void>,
    ): Promise<void> => {
      const base = await mkdtemp(path.join(tmpdir(), "sparks-net-"));
      const workspace = path.join(base, "w");
      await mkdir(workspace);
      const events: EgressEvent[] = [];
      const more = { ...egress, onEgress: (event: EgressEvent) => void events.push(event) };
      const sandbox = make(`net${process.pid}`, path.join(base, "run"), more);
      const session = await sandbox.open({ owner: "task-net", workspace, network: "registries", limits }, never);
      try {
        await use(session, events);
      } finally {
        await session[Symbol.asyncDispose]();
        await rm(base, { recursive: true, force: true });
      }
    };
    const ask = async (session: SandboxSession, head: string): Promise<string> => {
      const script = `const { port } = new URL(process.env.HTTPS_PROXY);
        const socket = require("node:net").connect(port, "127.0.0.1", () => socket.end(process.argv[1] + "\\r\\nHost: x\\r\\n\\r\\n"));
        socket.on("data", (chunk) => process.stdout.write(chunk)); socket.on("error", (error) => console.log(error.code));`;
      const options = { timeoutMs: 20_000, outputBytes: 10_000, signal: never };
      return (await session.run({ argv: ["node", "-e", script, "--", head] }, options)).stdout.text;
    };

    test("what is not a listed registry on port 443 is refused, and told", async () => {
      await withSession({ registries: [registry, "localhost"] }, async (session, events) => {
        const refusedHosts = [
          "example.com:443",
          `${registry}:22`,
          `${registry}.:443`,
          `x@${registry}:443`,
          "127.0.0.1:443",
          "[::1]:443",
          "169.254.169.254:443",
        ];
        for (const host of refusedHosts)
          expect(`${host} ${await ask(session, `CONNECT ${host} HTTP/1.1`)}`).toMatch(/^\S+ HTTP\/1\.1 4\d\d /);
        expect(await ask(session, `GET http://${registry}/ HTTP/1.1`)).toMatch(/^HTTP\/1\.1 403 /);
        expect(await ask(session, "CONNECT localhost:443 HTTP/1.1")).toContain("this machine itself");
        expect(events.map(({ verdict }) => verdict)).not.toContain("fetched");
        expect(events.length).toBe(refusedHosts.length + 2);
        expect(events.every(({ owner, reason }) => owner === "task-net" && reason !== "")).toBe(true);
      });
    });
    test("there is still no way around the proxy", async () => {
      await withSession({}, async (session) => {
        const script = 'require("node:net").connect(443, "1.1.1.1").on("error", (error) => console.log(error.code))';
        const options = { timeoutMs: 20_000, outputBytes: 1000, signal: never };
        expect((await session.run({ argv: ["node", "-e", script] }, options)).stdout.text).toBe("ENETUNREACH\n");
      });
    });
    test.skipIf(!realRegistry)("npm installs a package (only with SPARKS_TEST_INTERNET=1)", async () => {
      const addresses = (await lookup(registry, { all: true })).map(({ address }) => `${address}/32`);
      const extraCaFile = hostCertificates();
      const own = extraCaFile === undefined ? {} : { extraCaFile };
      const egress = {
        registries: DEFAULT_REGISTRIES,
        allowedRanges: addresses.filter((a) => !a.includes(":")),
        ...own,
      };
      await withSession(egress, async (session, events) => {
        const argv = ["npm", "install", "--no-audit", "--no-fund", "is-number@7.0.0"] as const;
        const result = await session.run({ argv }, { timeoutMs: 120_000, outputBytes: 20_000, signal: never });
        expect(result, `${result.stdout.text}${result.stderr.text}`).toMatchObject({ kind: "exited", code: 0 });
        const read = await session.read("node_modules/is-number/package.json", { maxBytes: 10_000, signal: never });
        expect(read.kind === "read" && Buffer.from(read.content).toString()).toContain('"version": "7.0.0"');
        await expect
          .poll(() => events.filter(({ verdict, host }) => verdict === "fetched" && host === registry).length)
          .toBeGreaterThan(0);
        expect(events.find(({ verdict }) => verdict === "fetched")?.bytesIn).toBeGreaterThan(1000);
      });
    });
  });
}
