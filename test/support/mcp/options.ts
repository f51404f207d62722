import { createRequire } from "node:module";
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
export function stdioOptions(
  command: readonly [string, ...string[]],
  more: Partial<McpServerOptions> = {},
): McpServerOptions {
  return {
    name: "tools",
    reach: { kind: "stdio", command, trusted: true, env: {}, network: "none" },
    allow: ["*"],
    confirm: true,
    timeoutMs: 30_000,
    maxResultBytes: 16_000,
    problem: null,
    ...more,
  };
}
