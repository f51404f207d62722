import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/**
 * Every file that can open a connection, and whose address that is. One that a model, a page, a ticket or a repository
 * could have chosen goes through `core/policy/address.ts` and connects to the very answer that was judged there.
 */
const WAYS_OUT: Readonly<Record<string, string>> = {
  "src/sandbox/run-folder.ts": "the list of usual authorities alone, for the sandbox's own file of them",
  "src/sandbox/egress/egress.ts": "what runs in a sandbox: judged",
  "src/sandbox/egress/egress-reach.ts": "the proxy's connections: to the very address that was judged",
  "src/sandbox/egress/egress-http.ts": "the proxy's plain requests, over such a connection",
  "src/sandbox/docker/ask-engine.ts": "the engine's socket",
  "src/sandbox/runner.mjs": "inside the sandbox: a Unix socket to the proxy",
  "src/sandbox/inspect/probes.mjs": "inside the sandbox: looks whether a fixed address can be reached",
  "src/sandbox/inspect/attack-proxy.ts": "inside the sandbox: the text of a program that tries the proxy",
  "src/sandbox/inspect/attack-targets.ts": "listens on addresses of this machine alone, while a sandbox is tried",
  "src/http/guarded-fetch.ts": "pages that a model or a person chose: judged at every hop",
  "src/lib/node-http.ts": "hands Node's own to those of this list",
  "src/http/control.ts": "listens on a Unix socket",
  "src/http/telegram-webhook.ts": "listens",
  "src/lib/guest-server.ts": "listens on a Unix socket",
  "src/llm/http.ts": "the model's server, set by the owner",
  "src/llm/outgoing.ts": "the way to it: proxy and certificates of the settings",
  "src/telegram/connection.ts": "the Bot API server and the proxy on the way to it, set by the owner",
  "src/telegram/wire.ts": "the Bot API server, directly",
  "src/llm/cassette/loopback.ts": "listens on 127.0.0.1",
  "src/emulator/server.ts": "listens on 127.0.0.1",
  "src/cli/client.ts": "a Unix socket of the daemon",
  "src/cli/read-input.ts": "reads a pipe that a person names, as a stream",
};
const MODULE = String.raw`["'](?:(?:node:)?(?:net|http|https|http2|tls|dgram|undici|ws)(?:/[^"']*)?|[^"']*\bnode-http\.ts)["']`;
const OPENS = new RegExp(
  [
    String.raw`^(?:import|export)\b(?! type\b)[^;"']*?\bfrom ${MODULE}`,
    String.raw`^import ${MODULE}`,
    String.raw`\bimport\(\s*${MODULE}`,
    String.raw`\bglobalThis\.fetch\(|\brequire\(|\bcreateRequire\b|\bgetBuiltinModule\b`,
  ].join("|"),
  "m",
);

test("no file opens connections but those that are known to", () => {
  const root = join(import.meta.dirname, "../..");
  const files = globSync("src/**/*.{ts,mjs}", { cwd: root }).filter((file) => !file.endsWith(".test.ts"));
  expect(files.length).toBeGreaterThan(300);
  const opening = files.filter((file) => opens(readFileSync(join(root, file), "utf8")));
  expect(opening.toSorted()).toEqual(Object.keys(WAYS_OUT).toSorted());
});

test.each([
  'import net from "node:net";',
  'import { type Server, createServer } from "http2";',
  'import {\n  request,\n} from "node:https";',
  'import { request } from "./node-http.ts";',
  'import * as http from "../../lib/node-http.ts";',
  'import "undici";',
  'import Pool from "undici/lib/dispatcher/pool.js";',
  'export { request } from "../lib/node-http.ts";',
  'export * from "ws";',
  'const { request } = await import("../lib/node-http.ts");',
  'const { Pool } = await import(\n  "undici/lib/dispatcher/pool.js"\n);',
  'const Pool = createRequire(import.meta.url)("undici/lib/dispatcher/pool.js");',
  'const net = process.getBuiltinModule("node:net");',
])("a file with %j opens connections", (text) => {
  expect(opens(`const before = 1;\n${text}\nconst after = "net";\n`)).toBe(true);
});
test.each([
  'import type { Pool } from "undici";',
  'import type Pool from "undici/lib/dispatcher/pool.js";',
  'import { type Server } from "node:net";',
  'import {\n  type Server,\n  type Socket as Wire,\n} from "node:net";',
  'export type { Server } from "../lib/node-http.ts";',
  'export { type Server } from "../lib/node-http.ts";',
  'import { judge } from "../http/judge.ts";',
  'import { parse } from "./network.ts";',
  'export const from = "net";',
])("a file with %j does not", (text) => {
  expect(opens(`const before = 1;\n${text}\nconst after = "net";\n`)).toBe(false);
});
function opens(text: string): boolean {
  return OPENS.test(onlyValues(text));
}
/** Imports and exports whose names are all types open nothing. */
function onlyValues(text: string): string {
  return text.replaceAll(/^(?:import|export) \{(?:\s*type [\w$]+(?: as [\w$]+)?,?)+\s*\} from "[^"]+";$/gm, "");
}
