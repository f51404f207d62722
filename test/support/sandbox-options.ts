import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DEFAULT_REGISTRIES } from "../../src/lib/registries.ts";
import type { EgressOptions, SandboxOptions } from "../../src/sandbox/options.ts";
import { SANDBOX_IMAGE } from "../../src/sandbox/docker/image.ts";
import { instant, type Clock } from "../../src/lib/time.ts";

export const wallClock: Clock = {
  now: () => instant(Date.now()),
  sleep: async () => Promise.reject(new Error("a sandbox never sleeps by this clock")),
};
export function sandboxOptions(home: string, runFolder: string, egress: Partial<EgressOptions> = {}): SandboxOptions {
  return {
    home,
    runFolder,
    image: SANDBOX_IMAGE,
    runtime: "runc",
    workspaceRoots: [tmpdir(), dirname(runFolder), join(dirname(runFolder), "workspaces")],
    programRoots: [],
    workspaceBytes: 256 * 1024 * 1024,
    socketPath: "/var/run/docker.sock",
    nodePath: process.execPath,
    toolchains: [],
    egress: {
      registries: DEFAULT_REGISTRIES,
      ...egress,
    },
  };
}
/** The certificates of this machine, which a network that re-signs TLS has added its own to. */
export function hostCertificates(): string | undefined {
  return ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt"].find((file) => existsSync(file));
}
export type Held = { readonly workspace: string; readonly command: string };
/** Text of a program that opens one session, says `open` once its shell command has said something, and lives until it is killed. */
export function holderScript(maker: "docker" | "bubblewrap", options: SandboxOptions, held: Held): string {
  const { workspace, command } = held;
  const name = maker === "docker" ? "createDockerSandbox" : "createBubblewrapSandbox";
  const source = new URL(`../../src/sandbox/${maker}/${maker}.ts`, import.meta.url).href;
  const limits = { memoryBytes: 256 << 20, cpus: 1, processes: 50, fileBytes: 1 << 20, wallClockMs: 600_000 };
  return `import { ${name} } from ${JSON.stringify(source)};
    const sandbox = ${name}(${JSON.stringify(options)}, { clock: { now: () => Date.now() } });
    const spec = ${JSON.stringify({ owner: "task-held", workspace, network: "none", limits })};
    const never = new AbortController().signal;
    const session = await sandbox.open(spec, never);
    void session.run({ argv: ["sh", "-c", ${JSON.stringify(command)}] },
      { timeoutMs: 600000, outputBytes: 1000, signal: never, onOutput: () => console.log("open") });
    setInterval(() => {}, 1000);`;
}
