import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openHouseProxy } from "./house-proxy.ts";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
type House = Disposable & { readonly caFile: string; readonly upstreamProxy: string; readonly asked: string[] };

/** Servers with certificates of a house's own authority, behind the house's proxy, which finds them by whatever of `names`. */
export async function openHouse(names: readonly string[], answer: Answer): Promise<House> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "sparks-house-"));
  const asked: string[] = [];
  const server = createServer({ ...certificate(folder, names) }, (request, response) => {
    asked.push(`${request.method} ${request.headers.host} ${request.url}`);
    answer(request, response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const proxy = await openHouseProxy(port);
  return {
    caFile: join(folder, "ca.pem"),
    upstreamProxy: proxy.url,
    asked,
    [Symbol.dispose]() {
      server.closeAllConnections();
      server.close();
      proxy[Symbol.dispose]();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
/** `ca.pem` in the folder, and a key and a certificate by it for the names. Both are good for two days. */
export function certificate(folder: string, names: readonly string[]): { readonly key: Buffer; readonly cert: Buffer } {
  const openssl = (...args: string[]) => execFileSync("openssl", args, { cwd: folder, stdio: "ignore" });
  const request = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];
  const usage = ["-addext", "keyUsage=critical,keyCertSign,cRLSign"]; // without it strict checkers refuse the authority
  openssl(...request, ...usage, "-subj", "/CN=The house", "-keyout", "ca.key", "-out", "ca.pem");
  const leaf = ["-CA", "ca.pem", "-CAkey", "ca.key", "-subj", "/CN=A server", "-addext", "basicConstraints=CA:FALSE"];
  const alternative = `subjectAltName=${names.map((name) => `DNS:${name}`).join(",")}`;
  openssl(...request, ...leaf, "-addext", alternative, "-keyout", "key.pem", "-out", "cert.pem");
  writeFileSync(join(folder, "ca.key"), "");
  return { key: readFileSync(join(folder, "key.pem")), cert: readFileSync(join(folder, "cert.pem")) };
}
