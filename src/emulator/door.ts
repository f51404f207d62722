/**
 * Who may use the page and `/local/`. The server listens on loopback, which every web page the person opens can also
 * reach: so the name asked for must be ours (against DNS rebinding), a sent Origin must be ours (against foreign pages), and
 * the key must come with the request.
 */
import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";

export const COOKIE = "sparks_chat";

export function isOwnHost(request: IncomingMessage, port: number): boolean {
  return [`127.0.0.1:${port}`, `localhost:${port}`].includes(request.headers.host ?? "");
}

export function isOwnOrigin(request: IncomingMessage, port: number): boolean {
  const { origin } = request.headers;
  return origin === undefined || origin === `http://127.0.0.1:${port}` || origin === `http://localhost:${port}`;
}

export function hasKey(request: IncomingMessage, key: string): boolean {
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1];
  return isSame(bearer, key) || isSame(cookieOf(request), cookieValue(key));
}

/** The cookie is not the key itself, so that it cannot be used in an address. */
export function cookieValue(key: string): string {
  return createHash("sha256").update(`cookie/${key}`).digest("base64url");
}

function cookieOf(request: IncomingMessage): string | undefined {
  const pairs = (request.headers.cookie ?? "").split(";").map((pair) => pair.trim().split("="));
  return pairs.find(([name]) => name === COOKIE)?.[1];
}

/** Takes the same time wherever the difference is; how long the wanted one is may be known. */
export function isSame(given: string | undefined, wanted: string): boolean {
  if (given === undefined || given === "" || wanted === "") return false;
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
  return one.byteLength === other.byteLength && timingSafeEqual(one, other);
}
