import { readFileSync } from "node:fs";
import type { Clock } from "../lib/time.ts";
import type { WarmOptions } from "./docker/pool-plan.ts";

export type SandboxOptions = {
  /** A short hash that tells this installation's sandboxes from another's. Letters and digits, at most 32. */
  readonly home: string;
  /** A private folder of this installation (made with mode 0700): sockets, what is running, a copy of Node. */
  readonly runFolder: string;
  readonly image: string;
  /** Absent: the engine's default, where it names its runtimes otherwise. */
  readonly runtime: Runtime | undefined;
  /** Absolute folders; every workspace is below one of them, links resolved. */
  readonly workspaceRoots: readonly string[];
  /** What one workspace may take of the disk; the sandbox ends when it is seen to take more. */
  readonly workspaceBytes: number;
  readonly socketPath: string;
  /** The Node that runs the runner where there is no image: `process.execPath`. */
  readonly nodePath: string;
  readonly egress: EgressOptions;
  /** Absolute folders; what is shown as programs is below one of them, links resolved. */
  readonly programRoots: readonly string[];
  /** Folders of language toolchains outside /usr that bubblewrap shows read-only; see `findToolchains`. */
  readonly toolchains: readonly string[];
  /** Containers to hold ready; absent: none. Bubblewrap has none, since opening it takes some milliseconds. */
  readonly warm?: WarmOptions;
};
/** runsc is gVisor, a kernel of its own between the programs and the host's. */
export type Runtime = "runc" | "runsc";
export type EgressOptions = {
  /** Host names, exact; port 443 only. */
  readonly registries: readonly string[];
  /** PEM certificates that commands with network trust as well, where a proxy of the house re-signs TLS. */
  readonly extraCaFile?: string;
  /** Special address ranges that a registry may nevertheless be in, such as a house mirror: `10.1.2.0/24`. */
  readonly allowedRanges?: readonly string[];
  /** The host's own way out, `http://host:port`; asked with CONNECT to the checked name. */
  readonly upstreamProxy?: string;
  /** All addresses of a host's name, asked once a tunnel; the machine's own resolver when absent. Rejects when it has none. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
  readonly onEgress?: (event: EgressEvent) => void;
  /** Of one session, both directions together. Default 2 GiB. */
  readonly maxBytes?: number;
  /** Of what one connection or request answers. Default: as much as the session may. */
  readonly maxResponseBytes?: number;
  /** How long one connection or request may last. Default 15 minutes. */
  readonly openMs?: number;
};
export type EgressEvent = {
  readonly owner: string;
  readonly host: string;
  readonly port: number;
  readonly verdict: "fetched" | "refused" | "failed";
  /** Why it was refused or failed, in words; empty when fetched. */
  readonly reason: string;
  readonly bytesOut: number;
  readonly bytesIn: number;
};
export type SandboxDependencies = { readonly clock: Clock };

/** Both adapters hold it alike. */
export const NETWORK_DETAIL =
  "no interface but loopback; the registries and hosts that were granted by name and port, only through the filtering proxy, whose socket is all there is to reach";

/** The user that commands run as where the workspace's owner cannot be taken: 0, or a host that runs as 0. */
export const AGENT_ID = 10_001;
export const TMP_BYTES = 512 * 1024 * 1024;
export const HOME_BYTES = 256 * 1024 * 1024;
/** Where things of ours are inside, in both adapters. */
export const INSIDE = {
  workspace: "/workspace",
  home: "/home/agent",
  run: "/run/sparks",
  node: "/opt/sparks/node",
  programs: "/opt/sparks/programs",
};

export function runnerArguments(): readonly string[] {
  const source = readFileSync(new URL("./runner.mjs", import.meta.url), "utf8");
  // A program of the same user could open Node's debugger by SIGUSR1, and have the runner do its will.
  return ["--disable-sigusr1", "--max-old-space-size=128", "--input-type=module", "--eval", source];
}

/** What every command finds set. `PATH` is the adapter's. */
export function commandEnvironment(path: string, extraCa: boolean): Readonly<Record<string, string>> {
  const base = { PATH: path, HOME: INSIDE.home, TMPDIR: "/tmp", LANG: "C.UTF-8", USER: "agent", LOGNAME: "agent" };
  if (!extraCa) return base;
  const bundle = `${INSIDE.run}/ca.pem`;
  const names = ["NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE", "PIP_CERT", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"];
  const more = ["CARGO_HTTP_CAINFO", "GIT_SSL_CAINFO", "npm_config_cafile"];
  return { ...base, ...Object.fromEntries([...names, ...more].map((name) => [name, bundle])) };
}
