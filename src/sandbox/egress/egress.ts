import { chmod } from "node:fs/promises";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createGuestServer } from "../../lib/guest-server.ts";
import { STATUS_CODES } from "../../lib/node-http.ts";
import type { Socket } from "node:net";
import path from "node:path";
import type { Duplex } from "node:stream";
import type { AddressGrants } from "../../core/policy/addresses/address.ts";
import { type HostGrant, isGranted, readHostGrant } from "../../core/policy/addresses/host-grant.ts";
import type { SandboxSpec } from "../../core/ports/sandbox.ts";
import { parseIpRange } from "../../lib/ip-address.ts";
import { requestTarget, sendRequest, tunnelledUrl } from "./egress-http.ts";
import { createEgressLimits, type Sent, SPENT } from "./egress-limits.ts";
import { reach, Refused, type Target } from "./egress-reach.ts";
import { firstBytes, joinTls } from "./egress-tunnel.ts";
import type { EgressEvent, EgressOptions } from "../options.ts";
import { checkSocketPath } from "../docker/socket-path.ts";

export type Egress = { readonly name: string; close(): Promise<void> };
type Refusal = { readonly status: number; readonly reason: string };

const SOCKET = "egress.sock";
const MAX_TUNNELS = 64;
/** What came through a tunnel that is not TLS: one request of plain HTTP, over the connection that is already there. */
type PlainTunnel = { readonly target: Target; readonly upstream: Socket; asked: boolean };

type EgressSpec = {
  readonly owner: string;
  readonly registries: boolean;
  /** As `name:port`, beside the registries. */
  readonly hosts: readonly string[];
};
/** The way out that a sandbox is to have; null: none. */
export function egressOf({
  owner,
  network,
  hosts = [],
}: Pick<SandboxSpec, "owner" | "network" | "hosts">): EgressSpec | null {
  return network === "none" && hosts.length === 0 ? null : { owner, registries: network === "registries", hosts };
}
/**
 * The only way out of a sandbox: a proxy on a Unix socket in `folder`. It lets out TLS by tunnels (CONNECT) and plain HTTP by requests, whole or in a
 * tunnel, to the hosts and ports that are granted and to nothing else, and connects to the very address it has checked. It follows
 * no redirect: a client that does asks anew.
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
  readonly #limits: ReturnType<typeof createEgressLimits>;
  readonly #plain = new WeakMap<Duplex, PlainTunnel>();
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
    this.#limits = createEgressLimits(options);
    this.#server = createGuestServer((request, response) => {
      const tunnel = this.#plain.get(request.socket);
      void (tunnel === undefined ? this.#pass(request, response) : this.#passTunnelled(request, response, tunnel));
    });
    this.#server.on("connect", (request, socket, head) => {
      const tunnel = this.#plain.get(socket);
      if (tunnel === undefined) return void this.#tunnel(request, socket, head);
      tunnel.asked = true;
      this.#refuse(socket, tunnel.target, { status: 403, reason: "a tunnel in a tunnel is not let out" });
    });
    this.#server.on("connection", (socket) => this.#track(socket));
    this.#server.on("clientError", (_error, socket) => this.#misunderstood(socket));
    this.#server.maxRequestsPerSocket = 1; // the granted host's connection serves one
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
      await this.#join({ client, upstream, target }, await firstBytes(client, head));
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
    return this.#limits.spent() ? { status: 403, reason: SPENT } : undefined;
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
      if (response.destroyed) return void upstream.destroy();
      await this.#carry({ request, response, upstream, url: new URL(request.url ?? "") }, target);
    } catch (error) {
      const status = error instanceof Refused ? 403 : 502;
      this.#answer(response, target, { status, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  /** The same where the client asked for a tunnel first, as Node's own `fetch` does. */
  async #passTunnelled(request: IncomingMessage, response: ServerResponse, tunnel: PlainTunnel): Promise<void> {
    const { target, upstream } = tunnel;
    tunnel.asked = true;
    const url = tunnelledUrl(request, target);
    const reason = `its request asks for ${request.headers.host?.slice(0, 200) ?? "no host"} instead of ${target.host}`;
    if (url === null) return this.#answer(response, target, { status: 403, reason });
    await this.#carry({ request, response, upstream, url }, target);
  }
  async #carry(passing: Parameters<typeof sendRequest>[0], target: Target): Promise<void> {
    const { failure, ...sent } = await sendRequest(passing, this.#limits);
    if (failure !== "") return this.#answer(passing.response, target, { status: 502, reason: failure, sent });
    this.#report(target, sent.problem === "" ? "fetched" : "refused", sent.problem, sent);
  }
  #answer(response: ServerResponse, target: Target, { status, reason, sent }: Refusal & { sent?: Sent }): void {
    this.#report(target, status === 502 ? "failed" : "refused", reason, sent);
    if (response.headersSent) return void response.destroy();
    response.writeHead(status, { connection: "close", "content-type": "text/plain" }).end(`${reason}\n`);
  }
  #refuse(client: Duplex, { host, port }: Target, refusal: Refusal = { status: 400, reason: "not understood" }): void {
    const { status, reason } = refusal;
    this.#report({ host, port }, status === 502 ? "failed" : "refused", reason);
    client.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\nConnection: close\r\n\r\n${reason}\n`);
  }

  /** What a tunnel carries is told from its first byte: TLS begins with 22, a method with a letter. @see RFC 8446 section 5.1 */
  async #join(tunnel: { client: Duplex; upstream: Socket; target: Target }, first: Buffer | null): Promise<void> {
    const { client, upstream, target } = tunnel;
    if (first === null) {
      upstream.destroy();
      client.destroy();
      return this.#report(target, "refused", "it ended before its TLS greeting");
    }
    client.unshift(first);
    if (/^[A-Z]/u.test(first.toString("latin1", 0, 1)))
      return this.#joinPlain(client, { target, upstream, asked: false });
    const sent = await joinTls({ client, upstream, host: target.host }, this.#limits);
    this.#report(target, sent.problem === "" ? "fetched" : "refused", sent.problem, sent);
  }
  #joinPlain(client: Duplex, tunnel: PlainTunnel): void {
    this.#plain.set(client, tunnel);
    client.once("close", () => {
      tunnel.upstream.destroy();
      if (!tunnel.asked) this.#report(tunnel.target, "refused", "it is neither TLS nor a request of plain HTTP");
    });
    this.#server.emit("connection", client);
    client.resume();
  }
  #misunderstood(socket: Duplex): void {
    if (this.#plain.has(socket)) return void socket.destroy();
    socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
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
