import type { Agent as HttpAgent } from "node:http";
import * as https from "node:https";
import { rootCertificates } from "node:tls";
import { Agent } from "../lib/node-http.ts";
import { isThisMachine } from "../lib/this-machine.ts";

/** The way to models' servers elsewhere. Those on this machine are asked directly. */
export type Outgoing = {
  /** Undefined: Node's own. */
  agentFor(url: URL): HttpAgent | undefined;
};
type OutgoingOptions = {
  /** Such as `http://proxy.example.org:3128`; absent: none. */
  readonly proxy?: string | undefined;
  /** PEM certificates that are trusted beside the usual ones; absent: none. */
  readonly certificates?: string | undefined;
};

export function createOutgoing({ proxy, certificates }: OutgoingOptions): Outgoing {
  if (proxy === undefined && certificates === undefined) return { agentFor: () => undefined };
  const options = {
    keepAlive: true,
    ...(proxy === undefined ? {} : { proxyEnv: { HTTP_PROXY: proxy, HTTPS_PROXY: proxy } }),
  };
  const trusted = certificates === undefined ? {} : { ca: [...rootCertificates, certificates] };
  const plain = new Agent(options);
  const secure = new https.Agent({ ...options, ...trusted });
  return {
    agentFor({ hostname, protocol }) {
      if (isThisMachine(hostname)) return undefined;
      return protocol === "https:" ? secure : plain;
    },
  };
}
