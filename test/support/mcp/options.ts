import { createRequire } from "node:module";
import { cpSync, existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { McpServerOptions } from "../../../src/mcp/options.ts";

const require = createRequire(import.meta.url);
const folder = import.meta.dirname;
/** The command of a server of `server.mjs`. */
export function misbehaving(kind: string, stateFile = ""): readonly [string, ...string[]] {
  return [process.execPath, join(folder, "server.mjs"), kind, stateFile];
}
const REFERENCE = {
  everything: require.resolve("@modelcontextprotocol/server-everything/package.json"),
  filesystem: require.resolve("@modelcontextprotocol/server-filesystem/package.json"),
};
/** A reference server of the protocol's authors. */
export function referenceServer(name: keyof typeof REFERENCE, ...args: string[]): readonly [string, ...string[]] {
  return [process.execPath, join(dirname(REFERENCE[name]), "dist/index.js"), ...args];
}
/** Copies the reference servers with all they need into a folder, as an installation would. */
export function installReferenceServers(into: string): void {
  const modules = join(folder, "../../../node_modules");
  const done = new Set<string>();
  const install = (name: string): void => {
    const from = join(modules, name);
    if (done.has(name) || !existsSync(from)) return;
    done.add(name);
    cpSync(from, join(into, "node_modules", name), { recursive: true, dereference: true });
    const described = JSON.parse(readFileSync(join(from, "package.json"), "utf8")) as {
      readonly dependencies?: Readonly<Record<string, string>>;
    };
    Object.keys(described.dependencies ?? {}).forEach(install);
  };
  for (const name of Object.keys(REFERENCE)) install(`@modelcontextprotocol/server-${name}`);
}
/** The same as `referenceServer`, where `installReferenceServers` put it: relative to the workspace. */
export function installedServer(name: keyof typeof REFERENCE, ...args: string[]): readonly [string, ...string[]] {
  return ["node", `node_modules/@modelcontextprotocol/server-${name}/dist/index.js`, ...args];
}
export function stdioOptions(
  command: readonly [string, ...string[]],
  more: Partial<McpServerOptions> = {},
): McpServerOptions {
  return {
    name: "tools",
    reach: { kind: "stdio", command, trusted: true, env: {}, network: "none", hosts: [] },
    allow: ["*"],
    confirm: true,
    timeoutMs: 30_000,
    maxResultBytes: 16_000,
    problem: null,
    ...more,
  };
}
