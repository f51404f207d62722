import type { RequestListener, Server } from "node:http";
import { createServer } from "./node-http.ts";

/** More than any program needs at once, and few beside the file handles that this process may hold. */
export const MOST_GUESTS = 128;
const SILENT_MS = 10_000;

/**
 * An HTTP server for visitors that are not trusted, as what runs in a sandbox. It takes `MOST_GUESTS` connections at once
 * and hangs up on every further one; a connection that has not sent the whole head of a request after `silentMs` is ended.
 */
export function createGuestServer(listener: RequestListener, silentMs = SILENT_MS): Server {
  // Node looks for late ones at this interval only, 30 s if it is not told otherwise.
  const options = { headersTimeout: silentMs, connectionsCheckingInterval: Math.ceil(silentMs / 5) };
  const server = createServer(options, listener);
  server.maxConnections = MOST_GUESTS;
  return server;
}
