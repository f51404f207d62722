import type { ClientRequest, IncomingMessage, OutgoingHttpHeaders } from "node:http";
import https from "node:https";
import * as http from "../lib/node-http.ts";

/** How the Bot API server is reached: directly, or through a proxy of the network one is in. */
export type Connection = {
  /** A request to this server that is yet to be ended. The address may be in its errors. */
  open(url: string, options: { method: string; headers: OutgoingHttpHeaders }): ClientRequest;
  /** GET without following redirects. @throws the network's errors, which hold the address */
  get(url: string, signal: AbortSignal): Promise<IncomingMessage>;
};
/** @param proxy such as `http://proxy.example.org:3128`; null: none */
export function createConnection(apiRoot: string, proxy: string | null): Connection {
  const root = new URL(apiRoot);
  const secure = root.protocol === "https:";
  // Taken apart once: to do so for each call would take longer than to ask it.
  const server = { hostname: root.hostname.replaceAll(/^\[|\]$/g, ""), port: root.port };
  const options = {
    keepAlive: true,
    ...(proxy === null ? {} : { proxyEnv: { HTTP_PROXY: proxy, HTTPS_PROXY: proxy } }),
  };
  const agent = secure ? new https.Agent(options) : new http.Agent(options);
  return {
    open: (url, { method, headers }) =>
      (secure ? https : http).request({ ...server, path: pathIn(url), method, headers, agent }),
    get(url, signal) {
      const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
      const request = (secure ? https : http).get(url, { agent, signal }, resolve);
      request.on("error", reject);
      return promise;
    },
  };
}
/** What of an address goes into the first line of a request. */
export function pathIn(url: string): string {
  return url.slice(url.indexOf("/", url.indexOf("://") + 3));
}
