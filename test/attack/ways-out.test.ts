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
  "src/coding-clis/gateway/gateway.ts": "listens on a Unix socket",
  "src/llm/http.ts": "the model's server, set by the owner",
  "src/llm/outgoing.ts": "the way to it: proxy and certificates of the settings",
  "src/telegram/connection.ts": "the Bot API server and the proxy on the way to it, set by the owner",
  "src/telegram/wire.ts": "the Bot API server, directly",
  "src/llm/cassette/loopback.ts": "listens on 127.0.0.1",
  "src/emulator/server.ts": "listens on 127.0.0.1",
  "src/cli/client.ts": "a Unix socket of the daemon",
};
const OPENS =
  /^import (?!type\b)[^;]*?\bfrom "(?:(?:node:)?(?:net|http|https|http2|tls|dgram|undici|ws)|[./]+lib\/node-http\.ts)"|\bimport\("(?:node:)?(?:net|http|https|http2|tls|dgram|undici|ws)"\)|\bglobalThis\.fetch\(|\b(?:r|createR)equire\(|\bgetBuiltinModule\(/m;

test("no file opens connections but those that are known to", () => {
  const root = join(import.meta.dirname, "../..");
  const files = globSync("src/**/*.{ts,mjs}", { cwd: root }).filter((file) => !file.endsWith(".test.ts"));
  expect(files.length).toBeGreaterThan(300);
  const opening = files.filter((file) => OPENS.test(onlyValues(readFileSync(join(root, file), "utf8"))));
  expect(opening.toSorted()).toEqual(Object.keys(WAYS_OUT).toSorted());
});
/** Imports whose names are all types open nothing. */
function onlyValues(text: string): string {
  return text.replaceAll(/^import \{(?: *type [\w$]+(?: as [\w$]+)?,?)+ *\} from "[^"]+";$/gm, "");
}
