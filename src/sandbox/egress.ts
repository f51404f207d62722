import { lookup } from "node:dns/promises";
import { chmod } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { connect, type Socket } from "node:net";
import path from "node:path";
import type { Duplex } from "node:stream";
import { type AddressGrants, checkUrl } from "../core/policy/address.ts";
import { parseIpRange } from "../lib/ip-address.ts";
import { serverName } from "./client-hello.ts";
import type { EgressEvent, EgressOptions } from "./options.ts";
import { checkSocketPath } from "./socket-path.ts";

export type Egress = { readonly name: string; close(): Promise<void> };
type Target = { readonly host: string; readonly port: number };
type Refusal = { readonly status: number; readonly reason: string };

const SOCKET = "egress.sock";
const CONNECT_MS = 15_000;
const IDLE_MS = 120_000;
const TUNNEL_MS = 15 * 60_000;
const DEFAULT_MAX_BYTES = 2 * 1024 ** 3;
const MAX_TUNNELS = 64;

/**
 * The only way out of a sandbox: a proxy on a Unix socket in `folder` that opens tunnels (CONNECT) to the listed
 * registries, port 443, and to nothing else. It connects to the very address it has checked.
 */
export async function openEgress(options: EgressOptions, owner: string, folder: string): Promise<Egress> {
  const socketPath = path.join(folder, SOCKET);
  checkSocketPath(socketPath);
  const proxy = new EgressProxy(options, owner);
  await proxy.listen(socketPath);
  // Commands run as another user; the private folder above keeps everybody else of this machine out.
  await chmod(socketPath, 0o666);
  return { name: SOCKET, close: async () => proxy.close() };
}

/** The guard's no, told apart from a server that does not answer. */
class Refused extends Error {}

class EgressProxy {
  readonly #options: EgressOptions;
  readonly #owner: string;
  readonly #server: Server;
  readonly #open = new Set<Duplex>();
  readonly #grants: AddressGrants;
  #bytesLeft: number;
  #tunnels = 0;

  constructor(options: EgressOptions, owner: string) {
    this.#options = options;
    this.#owner = owner;
    // Who wrote the list of registries knows their names; where they lead is judged all the same.
    this.#grants = {
      names: options.registries,
      ranges: (options.allowedRanges ?? []).map((cidr) => parseIpRange(cidr)),
    };
    this.#bytesLeft = options.maxBytes ?? DEFAULT_MAX_BYTES;
    this.#server = createServer((request, response) => {
      const reason = "only https (CONNECT) to the package registries is let out of the sandbox";
      this.#report(hostOf(request), "refused", reason);
      response.writeHead(403, { connection: "close", "content-type": "text/plain" }).end(`${reason}\n`);
    });
    this.#server.on("connect", (request, socket, head) => void this.#tunnel(request, socket, head));
    this.#server.on("connection", (socket) => this.#track(socket));
    this.#server.headersTimeout = CONNECT_MS;
  }
  async listen(socketPath: string): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen(socketPath, resolve);
    });
  }
  async close(): Promise<void> {
    for (const socket of this.#open) socket.destroy();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
  #track(socket: Duplex): void {
    this.#open.add(socket);
    socket.on("error", () => undefined); // its `close` follows, and that is what is acted upon
    socket.once("close", () => this.#open.delete(socket));
  }

  async #tunnel(request: IncomingMessage, client: Duplex, head: Buffer): Promise<void> {
    const target = parseAuthority(request.url ?? "");
    const refusal = this.#refusalOf(target);
    if (refusal !== undefined || target === undefined)
      return this.#refuse(client, target ?? { host: (request.url ?? "").slice(0, 200), port: 0 }, refusal);
    this.#tunnels += 1;
    client.once("close", () => (this.#tunnels -= 1));
    try {
      const upstream = await this.#reach(target);
      this.#track(upstream);
      if (client.destroyed) return void upstream.destroy();
      client.write("HTTP/1.1 200 Connection established\r\n\r\n");
      this.#join(client, upstream, target, head);
    } catch (error) {
      const status = error instanceof Refused ? 403 : 502;
      this.#refuse(client, target, { status, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  #refusalOf(target: Target | undefined): Refusal | undefined {
    if (target === undefined) return { status: 400, reason: "not a host and a port" };
    if (target.port !== 443) return { status: 403, reason: "only port 443 is let out" };
    if (!this.#options.registries.includes(target.host))
      return { status: 403, reason: `${target.host} is not on the list of registries` };
    if (this.#tunnels >= MAX_TUNNELS) return { status: 429, reason: `more than ${MAX_TUNNELS} connections at once` };
    return this.#bytesLeft > 0 ? undefined : { status: 403, reason: "this session has fetched as much as it may" };
  }
  #refuse(client: Duplex, { host, port }: Target, refusal: Refusal = { status: 400, reason: "not understood" }): void {
    const { status, reason } = refusal;
    this.#report({ host, port }, status === 502 ? "failed" : "refused", reason);
    client.end(
      `HTTP/1.1 ${status} ${status === 502 ? "Bad Gateway" : "Forbidden"}\r\nConnection: close\r\n\r\n${reason}\n`,
    );
  }

  /** @throws Error in words, when no checked address answers */
  async #reach(target: Target): Promise<Socket> {
    const { upstreamProxy, resolve = addressesOf } = this.#options;
    const answers = upstreamProxy === undefined ? await resolve(target.host) : undefined;
    const verdict = checkUrl(`https://${target.host}:${target.port}/`, answers, this.#grants);
    if (verdict.verdict === "deny") throw new Refused(verdict.reason);
    if (upstreamProxy !== undefined) return connectThrough(new URL(upstreamProxy), target);
    let last = new Error(`${target.host} has no address`);
    for (const address of answers ?? []) {
      try {
        return await connectTo(address, target.port);
      } catch (error) {
        last = error as Error;
      }
    }
    throw last;
  }

  /** Both ways, once the client has named in its TLS greeting the host that was checked. */
  #join(client: Duplex, upstream: Socket, target: Target, head: Buffer): void {
    let hello: Buffer | undefined = Buffer.alloc(0);
    let problem = "";
    const count = { out: 0, in: 0 };
    const stop = (reason: string): void => {
      problem ||= reason;
      client.destroy();
      upstream.destroy();
    };
    const spend = (bytes: number, way: "out" | "in"): void => {
      count[way] += bytes;
      this.#bytesLeft -= bytes;
      if (this.#bytesLeft < 0) stop("this session has fetched as much as it may");
    };
    const greet = (chunk: Buffer): void => {
      hello = Buffer.concat([hello ?? Buffer.alloc(0), chunk]);
      const name = serverName(hello);
      if (name === undefined && hello.length < 20_000) return;
      if (name !== target.host) return stop(`its TLS greeting asks for ${name ?? "no host"} instead of ${target.host}`);
      upstream.write(hello);
      hello = undefined;
      client.pipe(upstream).pipe(client);
    };
    client.on("data", (chunk: Buffer) => {
      spend(chunk.length, "out");
      if (hello !== undefined && problem === "") greet(chunk);
    });
    upstream.on("data", (chunk: Buffer) => spend(chunk.length, "in"));
    upstream.setTimeout(IDLE_MS, () => stop(`nothing came for ${IDLE_MS / 1000} s`));
    const timer = setTimeout(() => stop(`it was open for ${TUNNEL_MS / 60_000} min`), TUNNEL_MS);
    client.once("close", () => upstream.destroy());
    upstream.once("close", () => {
      clearTimeout(timer);
      client.destroy();
      this.#report(target, problem === "" ? "fetched" : "refused", problem, count);
    });
    if (head.length > 0) client.unshift(head);
  }
  #report(target: Target, verdict: EgressEvent["verdict"], reason: string, count = { out: 0, in: 0 }): void {
    const event = { owner: this.#owner, ...target, verdict, reason, bytesOut: count.out, bytesIn: count.in };
    this.#options.onEgress?.(event);
  }
}

/** Names only: what is an address, holds user info or a trailing dot is none. */
export function parseAuthority(authority: string): Target | undefined {
  const [, host, port] = /^([a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?):(\d{1,5})$/i.exec(authority) ?? [];
  return host === undefined ? undefined : { host: host.toLowerCase(), port: Number(port) };
}
function hostOf(request: IncomingMessage): Target {
  const url = URL.canParse(request.url ?? "") ? new URL(request.url ?? "") : undefined;
  return { host: url?.hostname ?? "", port: Number(url?.port || 80) };
}
async function addressesOf(host: string): Promise<readonly string[]> {
  return (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);
}
async function connectTo(host: string, port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, autoSelectFamily: false });
    socket.setTimeout(CONNECT_MS, () => socket.destroy(new Error(`${host} did not answer in ${CONNECT_MS} ms`)));
    socket.once("error", reject);
    socket.once("connect", () => {
      socket.removeListener("error", reject);
      socket.setTimeout(0);
      resolve(socket);
    });
  });
}
/** The host's own proxy resolves names itself, so behind it only the name is checked. */
async function connectThrough(proxy: URL, { host, port }: Target): Promise<Socket> {
  const socket = await connectTo(proxy.hostname.replace(/^\[|\]$/g, ""), Number(proxy.port || 80));
  const login = decodeURIComponent(proxy.username) + ":" + decodeURIComponent(proxy.password);
  const authorization =
    proxy.username === "" ? "" : `Proxy-Authorization: Basic ${Buffer.from(login).toString("base64")}\r\n`;
  socket.write(`CONNECT ${host}:${port} HTTP/1.1\r\nHost: ${host}:${port}\r\n${authorization}\r\n`);
  const answer = await firstLines(socket);
  if (/^HTTP\/1\.[01] 200 /.test(answer)) return socket;
  socket.destroy();
  throw new Error(`the host's proxy answered ${answer.split("\r\n")[0] ?? ""}`);
}
async function firstLines(socket: Socket): Promise<string> {
  let text = Buffer.alloc(0);
  return new Promise((resolve, reject) => {
    const done = (error?: Error): void => {
      socket.removeAllListeners("data");
      socket.pause();
      socket.setTimeout(0);
      if (error === undefined) resolve(text.toString("latin1"));
      else reject(error);
    };
    socket.setTimeout(CONNECT_MS, () => done(new Error("the host's proxy did not answer")));
    socket.once("close", () => done(new Error("the host's proxy closed the connection")));
    socket.on("data", (chunk: Buffer) => {
      text = Buffer.concat([text, chunk]);
      const end = text.indexOf("\r\n\r\n");
      if (end < 0 && text.length < 16_384) return;
      if (end >= 0 && end + 4 < text.length) socket.unshift(text.subarray(end + 4));
      done();
    });
  });
}
