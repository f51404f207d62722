import { lookup } from "node:dns/promises";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Sandbox, SandboxSession, SandboxSpec } from "../../src/core/ports/sandbox.ts";
import type { EgressEvent, EgressOptions } from "../../src/sandbox/options.ts";
import { DEFAULT_REGISTRIES } from "../../src/lib/registries.ts";
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
      network: Pick<SandboxSpec, "network" | "hosts"> = { network: "registries" },
    ): Promise<void> => {
      const base = await mkdtemp(path.join(tmpdir(), "sparks-net-"));
      const workspace = path.join(base, "w");
      await mkdir(workspace);
      const events: EgressEvent[] = [];
      const more = { ...egress, onEgress: (event: EgressEvent) => void events.push(event) };
      const sandbox = make(`net${process.pid}`, path.join(base, "run"), more);
      const session = await sandbox.open({ owner: "task-net", workspace, ...network, limits }, never);
      try {
        await use(session, events);
      } finally {
        await session[Symbol.asyncDispose]();
        await rm(base, { recursive: true, force: true });
      }
    };
    const ask = async (session: SandboxSession, head: string): Promise<string> => {
      const script = `const { port } = new URL(process.env.HTTPS_PROXY);
        const socket = require("node:net").connect(port, "127.0.0.1", () => socket[process.argv[1].startsWith("GET") ? "write" : "end"](process.argv[1] + "\\r\\nHost: x\\r\\n\\r\\n"));
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
    test("granted hosts are reached at their port, by TLS or plain HTTP, and nothing else is", async () => {
      const asked: string[] = [];
      const server = createServer((request, response) => {
        asked.push(`${request.method} ${request.headers.host} ${request.url}`);
        if (request.url === "/moved") response.writeHead(302, { location: `http://evil.example.org:${port}/` }).end();
        else response.end("from the granted host");
      }).listen(0, "127.0.0.1");
      await once(server, "listening");
      const { port } = server.address() as AddressInfo;
      const egress = { resolve: async () => ["127.0.0.1"], allowedRanges: ["127.0.0.0/8"], registries: [registry] };
      const hosts = [`api.example.org:${port}`, `*.below.example.org:${port}`];
      try {
        await withSession(
          egress,
          async (session, events) => {
            const get = (host: string, path = "/") => ask(session, `GET http://${host}:${port}${path} HTTP/1.1`);
            expect(await get("api.example.org", "/a?b=c")).toMatch(/^HTTP\/1\.1 200 [^]*from the granted host$/);
            expect(await get("x.y.below.example.org")).toMatch(/^HTTP\/1\.1 200 /);
            expect(await get("api.example.org", "/moved")).toMatch(/^HTTP\/1\.1 302 [^]*evil\.example\.org/);
            for (const host of ["evil.example.org", "below.example.org", registry, "127.0.0.1", "u:p@api.example.org"])
              expect(await get(host), host).toMatch(/^HTTP\/1\.1 4\d\d /);
            expect(await ask(session, `GET http://api.example.org/ HTTP/1.1`)).toMatch(/^HTTP\/1\.1 403 /);
            expect(await ask(session, `CONNECT ${registry}:443 HTTP/1.1`)).toMatch(/^HTTP\/1\.1 403 /);
            expect(await ask(session, `CONNECT api.example.org:${port} HTTP/1.1`)).toMatch(/^HTTP\/1\.1 200 /);
            await expect
              .poll(() => events.filter(({ verdict }) => verdict === "fetched").length)
              .toBeGreaterThanOrEqual(3);
            expect(events.filter(({ host }) => host === "evil.example.org").map(({ verdict }) => verdict)).toEqual([
              "refused",
            ]);
            expect(events.find(({ verdict }) => verdict === "fetched")).toMatchObject({
              host: "api.example.org",
              port,
            });
          },
          { network: "none", hosts },
        );
        expect(asked).toEqual([
          `GET api.example.org:${port} /a?b=c`,
          `GET x.y.below.example.org:${port} /`,
          `GET api.example.org:${port} /moved`,
        ]);
      } finally {
        server.close();
      }
    });
    test("Node's own fetch of plain HTTP, which asks for a tunnel, is judged and limited as any request", async () => {
      const asked: string[] = [];
      const server = createServer((request, response) => {
        asked.push(`${request.method} ${request.headers.host} ${request.url}`);
        request
          .resume()
          .on("end", () => response.end(request.url === "/large" ? Buffer.alloc(300_000, "x") : "answered"));
      }).listen(0, "127.0.0.1");
      await once(server, "listening");
      const { port } = server.address() as AddressInfo;
      const resolve = async (host: string) => [host.startsWith("inner") ? "10.0.0.1" : "127.0.0.1"];
      const egress = { resolve, allowedRanges: ["127.0.0.0/8"], maxResponseBytes: 100_000 };
      const hosts = [`api.example.org:${port}`, `inner.example.org:${port}`];
      try {
        await withSession(
          egress,
          async (session, events) => {
            const script = `const ask = async (url, init) => { try { const answer = await fetch(url, init);
              return answer.status + " " + (await answer.text()).length; } catch (error) { return "cut"; } };
              const at = (host, path) => "http://" + host + ".example.org:${port}" + path;
              const body = "x".repeat(200_000);
              console.log(JSON.stringify([await ask(at("api", "/a?b=c")), await ask(at("api", "/b"), { method: "POST", body }),
                await ask(at("api", "/large")), await ask(at("inner", "/")), await ask(at("evil", "/"))]));`;
            const options = { timeoutMs: 30_000, outputBytes: 10_000, signal: never };
            const argv = ["node", "--input-type=module", "-e", script] as const;
            const { stdout } = await session.run({ argv }, options);
            expect(JSON.parse(stdout.text)).toEqual(["200 8", "200 8", "cut", "cut", "cut"]);
            await expect.poll(() => events.length).toBe(5);
            const verdicts = events.map(({ host, verdict }) => `${host} ${verdict}`);
            expect(verdicts.filter((line) => line === "api.example.org fetched")).toHaveLength(2);
            expect(events.find(({ bytesOut }) => bytesOut > 200_000)).toMatchObject({ verdict: "fetched", port });
            expect(events.map(({ reason }) => reason).join("\n")).toMatch(
              /more than 100000 bytes[^]*inner\.example\.org resolves to 10\.0\.0\.1[^]*evil\.example\.org:\d+ is not among/,
            );
          },
          { network: "none", hosts },
        );
        const to = `api.example.org:${port}`;
        expect(asked).toEqual([`GET ${to} /a?b=c`, `POST ${to} /b`, `GET ${to} /large`]);
      } finally {
        server.closeAllConnections();
        server.close();
      }
    });
    test("what a granted host resolves to is judged on its bytes, and how much and how long it may answer is limited", async () => {
      const server = createServer((request, response) => {
        if (request.url === "/slow") return void response.writeHead(200).write("slow");
        response.end(Buffer.alloc(300_000, "x"));
      }).listen(0, "127.0.0.1");
      await once(server, "listening");
      const { port } = server.address() as AddressInfo;
      const hosts = [`inner.example.org:${port}`, `large.example.org:${port}`];
      const resolve = async (host: string) => [host.startsWith("inner") ? "10.0.0.1" : "127.0.0.1"];
      const egress = { resolve, allowedRanges: ["127.0.0.0/8"], maxResponseBytes: 100_000, openMs: 1500 };
      try {
        await withSession(
          egress,
          async (session, events) => {
            const inner = await ask(session, `GET http://inner.example.org:${port}/ HTTP/1.1`);
            expect(inner).toMatch(/^HTTP\/1\.1 403 [^]*inner\.example\.org resolves to 10\.0\.0\.1/);
            await ask(session, `GET http://large.example.org:${port}/ HTTP/1.1`);
            await ask(session, `GET http://large.example.org:${port}/slow HTTP/1.1`);
            await expect.poll(() => events.length).toBe(3);
            expect(events.map(({ verdict }) => verdict)).toEqual(["refused", "refused", "refused"]);
            expect(events[1]?.reason).toContain("more than 100000 bytes");
            expect(events[2]?.reason).toContain("it was open for");
          },
          { network: "none", hosts },
        );
      } finally {
        server.closeAllConnections();
        server.close();
      }
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
