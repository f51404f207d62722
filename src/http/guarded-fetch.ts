import { lookup } from "node:dns/promises";
import type { IncomingMessage } from "node:http";
import { request as tlsRequest } from "node:https";
import { isIP } from "node:net";
import { pipeline, type Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { request as plainRequest } from "../lib/node-http.ts";
import { type AddressGrants, checkUrl } from "../core/policy/addresses/address.ts";

export type FetchGuard = {
  readonly grants: AddressGrants;
  /** All addresses of a host, in the order they are to be tried; none: there is no such host. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
  /** All of it together: names, connections, redirects, the body. */
  readonly timeoutMs: number;
  /** Of a body, unpacked; more is not read. */
  readonly maxBytes: number;
};
export type FetchWish = {
  readonly url: string;
  /** Only with these: a body of another type is not read. By its beginning, in small letters. */
  readonly types: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  /** GET when absent. What changes something is never sent on: a redirect of it is "elsewhere". */
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly body?: string;
  /** May a redirect lead to this host? */
  readonly mayFollow: (host: string) => boolean;
  readonly signal: AbortSignal;
};
export type Fetched =
  | {
      readonly kind: "fetched";
      /** Where it was found in the end. */
      readonly url: string;
      readonly status: number;
      readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
      /** Small letters, with its parameters: `text/html; charset=utf-8`. */
      readonly type: string;
      readonly body: Uint8Array;
      /** There was more than was read. */
      readonly cut: boolean;
    }
  /** It sends on to a host that may not be followed to. */
  | { readonly kind: "elsewhere"; readonly url: string }
  /** The guard's no. */
  | { readonly kind: "refused"; readonly reason: string }
  /** It could not be had; `reason` is ours and names no address but the one asked for. */
  | { readonly kind: "failed"; readonly reason: string };

const MAX_REDIRECTS = 5;
const REDIRECTS = [301, 302, 303, 307, 308];
/** The type was not asked for, and nothing more was read. */
class WrongType extends Error {}

/**
 * Gets what an address leads to that a model, a page or a person chose. Each hop is judged on its own, the connection
 * goes to the very address that was judged, and nothing of this machine goes along: no cookies, no credentials, no proxy.
 */
export async function guardedFetch(wish: FetchWish, guard: FetchGuard): Promise<Fetched> {
  const deadline = AbortSignal.timeout(guard.timeoutMs);
  const signal = AbortSignal.any([wish.signal, deadline]);
  let url = wish.url;
  try {
    for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
      const answers = await whileOpen(resolveHost(url, guard), signal);
      const verdict = checkUrl(url, answers, guard.grants);
      if (verdict.verdict === "deny") return { kind: "refused", reason: verdict.reason };
      const place = new URL(url);
      const response = await ask(place, answers, { wish, signal });
      const next = redirectOf(response, url);
      if (next === null) return await read(response, { url, wish, guard, signal });
      response.destroy();
      if ((wish.method ?? "GET") !== "GET" || !wish.mayFollow(hostOf(next)))
        return { kind: "elsewhere", url: next.href };
      url = next.href;
    }
    return { kind: "failed", reason: `it sends on more than ${MAX_REDIRECTS} times` };
  } catch (error) {
    if (wish.signal.aborted) return { kind: "failed", reason: "it was stopped" };
    if (deadline.aborted) return { kind: "failed", reason: `it took longer than ${guard.timeoutMs / 1000} s` };
    if (error instanceof WrongType) return { kind: "failed", reason: error.message };
    return { kind: "failed", reason: reasonOf(error) };
  }
}
function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (/^E(NOTFOUND|AI_AGAIN)$/.test(code)) return "there is no host of that name";
  if (/CERT|TLS|SSL/.test(code)) return `its certificate cannot be trusted (${code})`;
  if (/^Z_|^ERR_Z/.test(code)) return "its body is packed in a way that cannot be read";
  return `it does not answer as a web server does${code === "" ? "" : ` (${code})`}`;
}
/** A name server that never answers holds nobody up. */
async function whileOpen<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise: stopped, reject } = Promise.withResolvers<never>();
  const stop = () => reject(new Error("stopped"));
  signal.addEventListener("abort", stop, { once: true });
  try {
    if (signal.aborted) stop();
    return await Promise.race([promise, stopped]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

/** An address needs no resolving, and what is no address at all is the check's to refuse. */
async function resolveHost(text: string, { resolve = addressesOf }: FetchGuard): Promise<readonly string[]> {
  if (!URL.canParse(text)) return [];
  const host = hostOf(new URL(text));
  return isIP(host) === 0 ? resolve(host) : [host];
}
async function addressesOf(host: string): Promise<readonly string[]> {
  return (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);
}
function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, "$1").replace(/\.$/, "");
}
/** Relative to where it came from; never with a name or password. */
function redirectOf({ statusCode = 0, headers }: IncomingMessage, from: string): URL | null {
  if (!REDIRECTS.includes(statusCode) || headers.location === undefined) return null;
  return URL.canParse(headers.location, from) ? new URL(headers.location, from) : null;
}

type Asking = { readonly wish: FetchWish; readonly signal: AbortSignal };
/** @returns the head of the answer, from the first of the addresses that takes the connection */
async function ask(url: URL, addresses: readonly string[], asking: Asking): Promise<IncomingMessage> {
  let last: unknown = new Error("no address");
  for (const address of addresses) {
    try {
      return await askAt(url, address, asking);
    } catch (error) {
      if (asking.signal.aborted || !mayTryElsewhere(asking.wish, error)) throw error;
      last = error;
    }
  }
  throw last;
}
/** What changes something may have been done although no answer came: only where nothing was sent is it sent once more. */
function mayTryElsewhere({ method = "GET" }: FetchWish, error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return method === "GET" || /^E(CONNREFUSED|HOSTUNREACH|NETUNREACH|ADDRNOTAVAIL)$/.test(code);
}
function askAt(url: URL, address: string, { wish, signal }: Asking): Promise<IncomingMessage> {
  const secure = url.protocol === "https:";
  const host = hostOf(url);
  const options = {
    host: address,
    port: Number(url.port || (secure ? 443 : 80)),
    path: `${url.pathname}${url.search}`,
    // What the connection goes to is an address; whose certificate it must show is the host's.
    ...(secure && isIP(host) === 0 ? { servername: host } : {}),
    headers: {
      host: url.host,
      "user-agent": "Sparks (an engineering agent)",
      accept: wish.types.join(", "),
      "accept-encoding": "gzip, br",
      ...(wish.body === undefined ? {} : { "content-length": String(Buffer.byteLength(wish.body)) }),
      ...wish.headers,
    },
    method: wish.method ?? "GET",
    agent: false,
    maxHeaderSize: 32 * 1024,
    signal,
  };
  return new Promise((resolve, reject) => {
    const request = (secure ? tlsRequest : plainRequest)(options, resolve);
    request.on("error", reject);
    request.end(wish.body);
  });
}

type Reading = Asking & { readonly url: string; readonly guard: FetchGuard };
async function read(response: IncomingMessage, { url, wish, guard, signal }: Reading): Promise<Fetched> {
  const type = (response.headers["content-type"] ?? "").toLowerCase();
  const status = response.statusCode ?? 0;
  const readable = wish.types.some(
    (known) => type === known || type.startsWith(`${known};`) || type.startsWith(`${known} `),
  );
  if (status >= 200 && status < 300 && !readable) {
    response.destroy();
    throw new WrongType(`it is ${type === "" ? "of no stated type" : type.slice(0, 80)}, which is not read here`);
  }
  const body = unpacked(response);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stop = () => body.destroy(new Error("stopped"));
  signal.addEventListener("abort", stop, { once: true });
  try {
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      chunks.push(chunk);
      size += chunk.byteLength;
      if (size > guard.maxBytes) break;
    }
  } finally {
    signal.removeEventListener("abort", stop);
    response.destroy();
  }
  signal.throwIfAborted();
  const whole = Buffer.concat(chunks);
  const cut = size > guard.maxBytes;
  return {
    kind: "fetched",
    url,
    status,
    headers: response.headers,
    type,
    body: whole.subarray(0, guard.maxBytes),
    cut,
  };
}
const UNPACKERS = { gzip: createGunzip, "x-gzip": createGunzip, br: createBrotliDecompress, deflate: createInflate };
function unpacked(response: IncomingMessage): Readable {
  const encoding = (response.headers["content-encoding"] ?? "identity").toLowerCase().trim();
  if (encoding === "identity" || encoding === "") return response;
  const known = Object.entries(UNPACKERS).find(([name]) => name === encoding)?.[1];
  if (known === undefined) throw new WrongType("it is packed in a way that was not asked for");
  // An end before its time reaches the reader through what unpacks it.
  return pipeline(response, known(), () => undefined);
}
