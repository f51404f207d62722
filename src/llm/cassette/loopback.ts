import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "../../lib/node-http.ts";
import type { AddressInfo } from "node:net";

export interface LoopbackServer extends AsyncDisposable {
  readonly port: number;
}

/**
 * An HTTP server on 127.0.0.1. Closing it ends what is open.
 * @param port 0 for any free one
 * @param handle what it throws is answered with status 500 and its message
 */
export async function openLoopbackServer(
  port: number,
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<LoopbackServer> {
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else sendError(response, { status: 500, code: "server_error", message: String(error) });
    });
  });
  const listening = Promise.withResolvers<void>();
  server.once("error", listening.reject);
  server.listen(port, "127.0.0.1", listening.resolve);
  await listening.promise;
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      const closed = Promise.withResolvers<void>();
      server.close(() => closed.resolve());
      server.closeAllConnections();
      await closed.promise;
    },
  };
}

export async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
}

export function sendError(response: ServerResponse, error: { status: number; code: string; message: string }): void {
  const { status, code, message } = error;
  sendJson(response, status, { error: { message, type: "invalid_request_error", param: null, code } });
}
