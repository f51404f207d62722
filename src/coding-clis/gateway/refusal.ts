import type { ServerResponse } from "node:http";
import type { Refusal, Wire } from "./wire.ts";

/** Says no in the words of the protocol; clients that can be told are told not to try again. */
export function sendRefusal(response: ServerResponse, refusal: Refusal, wire: Wire): void {
  // Closed before all was read, the connection breaks at the client, which then tries again instead of reading the answer.
  const closing = response.req.complete ? { connection: "close" } : {};
  const headers = { "content-type": "application/json", "x-should-retry": "false", ...closing };
  response.writeHead(refusal.status, headers);
  response.end(JSON.stringify(wire.refusal(refusal)));
}
