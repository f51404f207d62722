import type { IncomingMessage, ServerResponse } from "node:http";
import { mkdirSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Sandbox } from "../../src/core/ports/sandbox.ts";
import type { EgressEvent, EgressOptions } from "../../src/sandbox/options.ts";
import { temporaryFolder } from "../support/folder.ts";
import { openHouse } from "../support/private-authority.ts";

type Maker = {
  readonly make: (home: string, runFolder: string, egress: Partial<EgressOptions>) => Sandbox;
  /** Why it cannot be tried here; null when it must work. */
  readonly skip: string | null;
};
const never = new AbortController().signal;
const limits = { memoryBytes: 1 << 30, cpus: 1, processes: 128, fileBytes: 1 << 26, wallClockMs: 300_000 };
const NPM = "registry.npmjs.org";
const PYPI = "pypi.org";
const API = "api.example.org";
const HEAD = "0123456789abcdef0123456789abcdef01234567";

/** What each program asks for, as its own server would answer it. */
function answer({ headers, url = "" }: IncomingMessage, response: ServerResponse): void {
  if (headers.host === NPM) return void response.end(JSON.stringify(PACKAGE));
  if (headers.host === PYPI) {
    response.setHeader("content-type", "text/html");
    return void response.end(
      `<a href="https://${PYPI}/files/demo-1.2.3-py3-none-any.whl">demo-1.2.3-py3-none-any.whl</a>`,
    );
  }
  if (url.startsWith("/repository.git/HEAD")) return void response.end("ref: refs/heads/main\n");
  if (url.startsWith("/repository.git/info/refs")) return void response.end(`${HEAD}\trefs/heads/main\n`);
  response.end("from the house");
}
const PACKAGE = {
  name: "demo",
  "dist-tags": { latest: "1.2.3" },
  versions: { "1.2.3": { name: "demo", version: "1.2.3", dist: { tarball: `https://${NPM}/demo/-/demo-1.2.3.tgz` } } },
};
const COMMANDS: readonly (readonly [name: string, command: string, says: string])[] = [
  ["curl", `curl -sS -m 20 https://${API}/`, "from the house"],
  ["node", `node -e 'fetch("https://${API}/").then((a) => a.text()).then(console.log)'`, "from the house"],
  ["git", `git ls-remote https://${API}/repository.git`, HEAD],
  ["python", `python3 -c 'import urllib.request as u; print(u.urlopen("https://${API}/").read())'`, "from the house"],
  ["npm", "npm view demo version --fetch-retries=0", "1.2.3"],
  ["pip", "pip --disable-pip-version-check --retries 0 index versions demo", "demo (1.2.3)"],
];

/** What `extraCaFile` promises: with it programs trust a house's own authority as well, and without it they do not. */
export function describeSandboxAuthority(name: string, { make, skip }: Maker): void {
  describe.skipIf(skip !== null)(`certificates in a sandbox by ${name}${skip === null ? "" : `: ${skip}`}`, () => {
    const runAll = async (egress: Partial<EgressOptions>): Promise<Map<string, string>> => {
      using base = temporaryFolder();
      mkdirSync(base.at("w"));
      const sandbox = make(`ca${process.pid}`, base.at("run"), egress);
      const spec = { owner: "task-ca", workspace: base.at("w"), network: "registries", hosts: [`${API}:443`] } as const;
      await using session = await sandbox.open({ ...spec, limits }, never);
      const said = new Map<string, string>();
      for (const [program, command] of [...COMMANDS, COUNT]) {
        const options = { timeoutMs: 60_000, outputBytes: 20_000, signal: never };
        const result = await session.run({ argv: ["sh", "-c", `${command} 2>&1`] }, options);
        said.set(program, result.stdout.text);
      }
      return said;
    };
    test("curl, Node, git, Python, npm and pip trust the house's authority, and the usual ones still", async () => {
      using house = await openHouse([API, NPM, PYPI], answer);
      const events: EgressEvent[] = [];
      const { upstreamProxy, caFile: extraCaFile } = house;
      const onEgress = (event: EgressEvent) => void events.push(event);
      const said = await runAll({ upstreamProxy, extraCaFile, registries: [NPM, PYPI], onEgress });
      for (const [program, , says] of COMMANDS) expect(`${program}: ${said.get(program)}`).toContain(says);
      expect(Number(said.get("count"))).toBeGreaterThan(100);
      expect(new Set(events.map(({ host, verdict }) => `${host} ${verdict}`))).toEqual(
        new Set([API, NPM, PYPI].map((host) => `${host} fetched`)),
      );
    });
    test("without the setting none of them does, and nothing is asked for", async () => {
      using house = await openHouse([API, NPM, PYPI], answer);
      const said = await runAll({ upstreamProxy: house.upstreamProxy, registries: [NPM, PYPI] });
      for (const [program, , says] of COMMANDS) {
        expect(`${program}: ${said.get(program)}`).not.toContain(says);
        expect(`${program}: ${said.get(program)}`).toMatch(/certificate|self.signed|fetch failed|No matching|ERROR/iu);
      }
      expect(house.asked).toEqual([]);
    });
    test.each([
      ["is not there", undefined],
      ["holds no certificate", "nothing of the kind"],
    ])("a file that %s is told, and nothing is opened", async (_, text) => {
      using base = temporaryFolder();
      const extraCaFile = base.at("house.pem");
      if (text !== undefined) writeFileSync(extraCaFile, text);
      mkdirSync(base.at("w"));
      const sandbox = make(`ca${process.pid}`, base.at("run"), { extraCaFile });
      const spec = { owner: "task-ca", workspace: base.at("w"), network: "registries", limits } as const;
      await expect(sandbox.open(spec, never)).rejects.toMatchObject({
        code: "sandbox.unavailable",
        data: { fix: expect.stringContaining("sandbox.extra_ca_file") as string },
      });
      expect(await sandbox.live(never)).toBe(0);
    });
  });
}
const COUNT = ["count", 'grep -c "BEGIN CERTIFICATE" "$SSL_CERT_FILE" || true', ""] as const;
