import { chmod } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import path from "node:path";
import type { Duplex } from "node:stream";
import type { AddressGrants } from "../core/policy/address.ts";
import { type HostGrant, isGranted, readHostGrant } from "../core/policy/host-grant.ts";
import type { SandboxSpec } from "../core/ports/sandbox.ts";
import { parseIpRange } from "../lib/ip-address.ts";
import { serverName } from "./client-hello.ts";
import { requestTarget, sendRequest } from "./egress-http.ts";
import { CONNECT_MS, reach, Refused, type Target } from "./egress-reach.ts";
import type { EgressEvent, EgressOptions } from "./options.ts";
import { checkSocketPath } from "./socket-path.ts";

export type Egress = { readonly name: string; close(): Promise<void> };
type Refusal = { readonly status: number; readonly reason: string };

const SOCKET = "egress.sock";
const IDLE_MS = 120_000;
const DEFAULT_OPEN_MS = 15 * 60_000;
const DEFAULT_MAX_BYTES = 2 * 1024 ** 3;
const MAX_TUNNELS = 64;

type EgressSpec = {
  readonly owner: string;
  readonly registries: boolean;
  /** As `name:port`, beside the registries. */
  readonly hosts: readonly string[];
};
/** The way out that a sandbox is to have; null: none. */
export function egressOf({ owner, network, hosts = [] }: SandboxSpec): EgressSpec | null {
  return network === "none" && hosts.length === 0 ? null : { owner, registries: network === "registries", hosts };
}
/**
 * The only way out of a sandbox: a proxy on a Unix socket in `folder`. It lets out TLS by tunnels (CONNECT) and plain HTTP by requests, to the hosts
 * and ports that are granted and to nothing else, and connects to the very address it has checked. It follows no redirect: a
 * client that does asks anew.
 */
export async function openEgress(options: EgressOptions, spec: EgressSpec, folder: string): Promise<Egress> {
  const socketPath = path.join(folder, SOCKET);
  checkSocketPath(socketPath);
  const proxy = new EgressProxy(options, spec);
  await proxy.listen(socketPath);
  // Commands run as another user; the private folder above keeps everybody else of this machine out.
  await chmod(socketPath, 0o666);
  return { name: SOCKET, close: async () => proxy.close() };
}

class EgressProxy {
  readonly #options: EgressOptions;
  readonly #owner: string;
  readonly #server: Server;
  readonly #open = new Set<Duplex>();
  readonly #granted: readonly HostGrant[];
  readonly #grants: AddressGrants;
  #bytesLeft: number;
  /** Tunnels and requests that are not at an end. */
  #busy = 0;

  constructor(options: EgressOptions, { owner, registries, hosts }: EgressSpec) {
    this.#options = options;
    this.#owner = owner;
    const listed = registries ? options.registries.map((host) => ({ host, port: 443 })) : [];
    this.#granted = [...listed, ...hosts.map(understood)];
    // Who wrote the list of registries knows their names; where they lead is judged all the same.
    this.#grants = {
      names: options.registries,
      ranges: (options.allowedRanges ?? []).map((cidr) => parseIpRange(cidr)),
    };
    this.#bytesLeft = options.maxBytes ?? DEFAULT_MAX_BYTES;
    this.#server = createServer((request, response) => {
      void this.#pass(request, response);
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
    this.#busy += 1;
    client.once("close", () => (this.#busy -= 1));
    try {
      const upstream = await reach(target, this.#options, this.#grants);
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
    if (!isGranted(target.host, target.port, this.#granted))
      return { status: 403, reason: `${target.host}:${target.port} is not among the hosts that are let out` };
    if (this.#busy >= MAX_TUNNELS) return { status: 429, reason: `more than ${MAX_TUNNELS} connections at once` };
    return this.#bytesLeft > 0 ? undefined : { status: 403, reason: "this session has fetched as much as it may" };
  }
  /** A request of plain HTTP, answered from the server that was checked. */
  async #pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const target = requestTarget(request.url ?? "");
    const refusal = this.#refusalOf(target);
    if (refusal !== undefined || target === undefined)
      return this.#answer(response, target ?? hostOf(request), refusal ?? { status: 400, reason: "not understood" });
    this.#busy += 1;
    response.once("close", () => (this.#busy -= 1));
    try {
      const upstream = await reach(target, this.#options, this.#grants);
      this.#track(upstream);
      const most = Math.min(this.#bytesLeft, this.#options.maxResponseBytes ?? this.#bytesLeft);
      const limits = { mostBytes: most, idleMs: IDLE_MS, openMs: this.#options.openMs ?? DEFAULT_OPEN_MS };
      const sent = await sendRequest(request, response, upstream, limits);
      this.#bytesLeft -= sent.out + sent.in;
      this.#report(target, sent.problem === "" ? "fetched" : "refused", sent.problem, sent);
    } catch (error) {
      const status = error instanceof Refused ? 403 : 502;
      this.#answer(response, target, { status, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  #answer(response: ServerResponse, target: Target, { status, reason }: Refusal): void {
    this.#report(target, status === 502 ? "failed" : "refused", reason);
    if (response.headersSent) return void response.destroy();
    response.writeHead(status, { connection: "close", "content-type": "text/plain" }).end(`${reason}\n`);
  }
  #refuse(client: Duplex, { host, port }: Target, refusal: Refusal = { status: 400, reason: "not understood" }): void {
    const { status, reason } = refusal;
    this.#report({ host, port }, status === 502 ? "failed" : "refused", reason);
    client.end(
      `HTTP/1.1 ${status} ${status === 502 ? "Bad Gateway" : "Forbidden"}\r\nConnection: close\r\n\r\n${reason}\n`,
    );
  }

  /** Both ways, once the client has named in its TLS greeting the host that was checked. */
  #join(client: Duplex, upstream: Socket, target: Target, head: Buffer): void {
    let hello: Buffer | undefined = Buffer.alloc(0);
    let problem = "";
    const count = { out: 0, in: 0 };
    const { maxResponseBytes, openMs = DEFAULT_OPEN_MS } = this.#options;
    const stop = (reason: string): void => {
      problem ||= reason;
      client.destroy();
      upstream.destroy();
    };
    const spend = (bytes: number, way: "out" | "in"): void => {
      count[way] += bytes;
      this.#bytesLeft -= bytes;
      if (this.#bytesLeft < 0) stop("this session has fetched as much as it may");
      if (way === "in" && count.in > (maxResponseBytes ?? count.in))
        stop(`it sent more than ${maxResponseBytes} bytes`);
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
    const timer = setTimeout(() => stop(`it was open for ${openMs / 60_000} min`), openMs);
    const ended = (): void => {
      if (hello !== undefined) stop("it ended before its TLS greeting");
    };
    client.once("end", ended);
    client.once("close", () => upstream.destroy());
    upstream.once("close", () => {
      clearTimeout(timer);
      client.destroy();
      this.#report(target, problem === "" ? "fetched" : "refused", problem, count);
    });
    if (client.readableEnded) return ended();
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
function understood(text: string): HostGrant {
  const grant = readHostGrant(text);
  if (typeof grant === "string") throw new Error(`${text} is no grant: it ${grant}`);
  return grant;
}
function hostOf(request: IncomingMessage): Target {
  const url = URL.canParse(request.url ?? "") ? new URL(request.url ?? "") : undefined;
  return { host: url?.hostname ?? "", port: Number(url?.port || 80) };
}
