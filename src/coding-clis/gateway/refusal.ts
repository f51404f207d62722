import type { ServerResponse } from "node:http";
import type { Refusal, Wire } from "./wire.ts";

/** Says no in the words of the protocol; clients that can be told are told not to try again. */
export function sendRefusal(response: ServerResponse, refusal: Refusal, wire: Wire): void {
  const headers = { "content-type": "application/json", "x-should-retry": "false", connection: "close" };
  response.writeHead(refusal.status, headers);
  response.end(JSON.stringify(wire.refusal(refusal)));
}
