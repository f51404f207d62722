import {
  type CallToolResult,
  Client,
  SdkError,
  SSEClientTransport,
  StreamableHTTPClientTransport,
  type Tool,
  type Transport,
} from "@modelcontextprotocol/client";
import { ServerProblem, tellProblem } from "./problem.ts";

/** A server that answered: long-lived, until `ended`. */
export type McpClient = {
  listTools(signal: AbortSignal): Promise<readonly Tool[]>;
  callTool(name: string, args: Record<string, unknown>, signal: AbortSignal): Promise<CallToolResult>;
  /** Resolves with why, where that is known, once the connection is over. Never rejects. */
  readonly ended: Promise<string | null>;
  close(): Promise<void>;
};
/** Of `tools/list`. */
const MOST_PAGES = 20;
// The signals that are handed in end things; the library's own timers, of real time, never do.
const NO_TIMEOUT = { timeout: 2 ** 31 - 1 };

/**
 * Connects and shakes hands. Offers the server nothing that it could ask of us: no sampling, no elicitation, no roots.
 * @param onToolsChanged called when the server says that its tools are others now
 * @throws what the transport or the handshake throws
 */
export async function connectClient(
  transport: Transport,
  { version, onToolsChanged, signal }: { version: string; onToolsChanged: () => void; signal: AbortSignal },
): Promise<McpClient> {
  const client = new Client({ name: "sparks", version });
  const ended = Promise.withResolvers<string | null>();
  let last: unknown = null;
  Object.assign(client, {
    onerror(error: Error) {
      // What we know of it goes before what the library makes of it.
      if (!(last instanceof ServerProblem)) last = error;
    },
    onclose: () => ended.resolve(last === null ? null : tellProblem(last)),
  } satisfies Pick<Client, "onerror" | "onclose">);
  client.setNotificationHandler("notifications/tools/list_changed", onToolsChanged);
  try {
    await client.connect(transport, { ...NO_TIMEOUT, signal });
  } catch (error) {
    await transport.close();
    // How its program ended says more than that the connection did.
    throw last instanceof ServerProblem && error instanceof SdkError && !signal.aborted ? last : error;
  }
  return {
    async listTools(stop) {
      const tools: Tool[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const params = cursor === undefined ? {} : { cursor };
        const list = await client.request({ method: "tools/list", params }, { ...NO_TIMEOUT, signal: stop });
        tools.push(...list.tools);
        cursor = list.nextCursor;
        if (cursor === undefined) break;
      }
      return tools;
    },
    callTool: (name, args, stop) => client.callTool({ name, arguments: args }, { ...NO_TIMEOUT, signal: stop }),
    ended: ended.promise,
    close: () => client.close(),
  };
}
type HttpOptions = {
  readonly url: string;
  readonly fetch: NonNullable<ConstructorParameters<typeof SSEClientTransport>[1]>["fetch"];
};
/** One attempt each: whether and when to try again is decided in one place. */
export function createHttpTransport({ url, fetch }: HttpOptions): Transport {
  return new StreamableHTTPClientTransport(new URL(url), {
    ...(fetch === undefined ? {} : { fetch }),
    reconnectionOptions: {
      initialReconnectionDelay: 1000,
      maxReconnectionDelay: 30_000,
      reconnectionDelayGrowFactor: 2,
      maxRetries: 3,
    },
  });
}
export function createSseTransport({ url, fetch }: HttpOptions): Transport {
  return new SSEClientTransport(new URL(url), fetch === undefined ? {} : { fetch });
}
