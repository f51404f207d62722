/** Which part of the server an address belongs to. */
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "../lib/node-http.ts";
import type { BotApi } from "./bot-api.ts";
import { sendJson } from "./bot-api.ts";
import type { Context } from "./context.ts";
import { sendBotFile } from "./downloads.ts";
import type { FaultSource } from "./faults.ts";
import { COOKIE, cookieValue, hasKey, isOwnHost, isOwnOrigin, isSame } from "./door.ts";
import type { LocalApi } from "./local-api.ts";
import { CONTENT_SECURITY_POLICY, LOCKED_PAGE, MISSING_PAGE, readPageFile } from "./page-files.ts";

export type ServerParts = {
  readonly context: Context;
  readonly botApi: BotApi;
  readonly localApi: LocalApi;
  readonly faults: FaultSource;
  readonly token: string;
  readonly pageKey: string;
  readonly pageFolder: string;
};
const UNAUTHORIZED = { status: 401, body: { ok: false, error_code: 401, description: "Unauthorized" } };
const NOT_FOUND = { status: 404, body: { ok: false, error_code: 404, description: "Not Found" } };

export function createHttpServer(parts: ServerParts): Server {
  let port: number | undefined;
  const server = createServer((request, response) => {
    port ??= portOf(server);
    route(parts, { request, response, port }).catch((cause: unknown) => {
      if (response.headersSent) response.destroy();
      else
        sendJson(response, {
          status: 500,
          body: { ok: false, error_code: 500, description: `Internal Server Error: ${String(cause)}` },
        });
    });
  });
  // Long polls and event streams stay open for as long as they like.
  server.requestTimeout = 0;
  server.timeout = 0;
  return server;
}

export function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The chat server has no port yet.");
  return address.port;
}

type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse; readonly port: number };

async function route(parts: ServerParts, exchange: Exchange): Promise<void> {
  const { request, response, port } = exchange;
  if (!isOwnHost(request, port)) return plain(response, 403, "This server answers only to 127.0.0.1 and localhost.");
  const url = new URL(request.url ?? "/", `http://127.0.0.1:${port}`);
  const bot = /^\/bot([^/]+)\/(?:test\/)?([A-Za-z]+)\/?$/.exec(url.pathname);
  const file = /^\/file\/bot([^/]+)\/(.+)$/.exec(url.pathname);
  if (bot !== null) {
    if (!isSame(decode(bot[1]), parts.token)) return refuseUnread(exchange, UNAUTHORIZED);
    return parts.botApi.handle(request, response, { method: bot[2] ?? "", query: url.searchParams });
  }
  if (file !== null)
    return isSame(decode(file[1]), parts.token)
      ? sendBotFile(parts, response, decode(file[2]))
      : sendJson(response, UNAUTHORIZED);
  if (url.pathname.startsWith("/bot")) return refuseUnread(exchange, NOT_FOUND);
  return routeLocal(parts, exchange, url);
}

function decode(part: string | undefined): string {
  try {
    return decodeURIComponent(part ?? "");
  } catch {
    return "";
  }
}

/** Takes the body to its end without keeping it: a client that is cut off while it sends sees a broken line, not our answer. */
function refuseUnread({ request, response }: Exchange, answer: typeof NOT_FOUND): void {
  request.resume();
  sendJson(response, answer);
}

async function routeLocal(parts: ServerParts, { request, response, port }: Exchange, url: URL): Promise<void> {
  if (!isOwnOrigin(request, port)) return plain(response, 403, "This chat answers only to its own page.");
  const isGet = request.method === "GET" || request.method === "HEAD";
  const key = url.searchParams.get("key");
  if (isGet && url.pathname === "/" && key !== null && isSame(key, parts.pageKey)) return letIn(parts, response);
  if (!hasKey(request, parts.pageKey)) return locked(response, url);
  if (url.pathname.startsWith("/local/"))
    return parts.localApi.handle(request, response, {
      path: url.pathname.slice("/local/".length),
      query: url.searchParams,
    });
  const name = url.pathname === "/" ? "index.html" : /^\/(?:page\/)?([^/]+)$/.exec(url.pathname)?.[1];
  if (!isGet || name === undefined) return plain(response, 404, "There is nothing at this address.");
  sendPage(parts, response, name);
}

function letIn({ pageKey }: ServerParts, response: ServerResponse): void {
  response.writeHead(303, {
    location: "/",
    "set-cookie": `${COOKIE}=${cookieValue(pageKey)}; HttpOnly; SameSite=Strict; Path=/`,
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
  });
  response.end();
}

function locked(response: ServerResponse, url: URL): void {
  if (url.pathname.startsWith("/local/")) {
    sendJson(response, {
      status: 401,
      body: { error: "Open the address that was printed in the terminal; it lets this browser in." },
    });
  } else html(response, 401, LOCKED_PAGE);
}

function sendPage({ pageFolder }: ServerParts, response: ServerResponse, name: string): void {
  const found = readPageFile(pageFolder, name);
  if (found === undefined) {
    if (name === "index.html") html(response, 503, MISSING_PAGE);
    else plain(response, 404, "There is nothing at this address.");
    return;
  }
  response.writeHead(200, { ...SAFE_HEADERS, "content-type": found.type, "cache-control": "no-cache" });
  response.end(found.body);
}

const SAFE_HEADERS = {
  "content-security-policy": CONTENT_SECURITY_POLICY,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
};

function html(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { ...SAFE_HEADERS, "content-type": "text/html; charset=utf-8" });
  response.end(body);
}

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...SAFE_HEADERS, "content-type": "text/plain; charset=utf-8" });
  response.end(text);
}
