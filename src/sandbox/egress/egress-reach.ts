import { lookup } from "node:dns/promises";
import { connect, type Socket } from "node:net";
import { type AddressGrants, checkUrl } from "../../core/policy/addresses/address.ts";
import type { EgressOptions } from "../options.ts";

export type Target = { readonly host: string; readonly port: number };
/** The guard's no, told apart from a server that does not answer. */
export class Refused extends Error {}
const CONNECT_MS = 15_000;

/**
 * Connects to a host whose name and port are granted, at the very address that was checked; through the host's own proxy where there is one.
 * @throws Refused when what it resolves to may not be reached; Error in words when nothing answers
 */
export async function reach(
  target: Target,
  { upstreamProxy, resolve = addressesOf }: Pick<EgressOptions, "upstreamProxy" | "resolve">,
  grants: AddressGrants,
): Promise<Socket> {
  const answers = upstreamProxy === undefined ? await resolve(target.host) : undefined;
  const verdict = checkUrl(`https://${target.host}:${target.port}/`, answers, { ...grants, ports: [target.port] });
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
async function addressesOf(host: string): Promise<readonly string[]> {
  return (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);
}
async function connectTo(host: string, port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, autoSelectFamily: false });
    const late = (): void => void socket.destroy(new Error(`${host} did not answer in ${CONNECT_MS} ms`));
    socket.setTimeout(CONNECT_MS, late);
    // Heard also once it is connected: its `close` follows, and that is what is acted upon then.
    socket.on("error", reject);
    socket.once("connect", () => {
      socket.setTimeout(0, late);
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
/** Up to the empty line; what comes after it stays to be read, and the socket is paused. @throws Error in words, the socket destroyed */
async function firstLines(socket: Socket): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const late = (): void => fail("the host's proxy did not answer");
  const closed = (): void => fail("the host's proxy closed the connection");
  let text = Buffer.alloc(0);
  function take(chunk: Buffer): void {
    text = Buffer.concat([text, chunk]);
    const end = text.indexOf("\r\n\r\n");
    if (end < 0 && text.length < 16_384) return;
    socket.off("data", take).pause();
    if (end >= 0 && end + 4 < text.length) socket.unshift(text.subarray(end + 4));
    resolve(text.toString("latin1"));
  }
  function fail(why: string): void {
    socket.destroy();
    reject(new Error(why));
  }
  socket.setTimeout(CONNECT_MS, late).once("close", closed).on("data", take);
  try {
    return await promise;
  } finally {
    socket.off("data", take).off("close", closed).setTimeout(0, late);
  }
}
