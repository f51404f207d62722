import type { FetchLike } from "@modelcontextprotocol/client";
import type { Secret } from "../lib/secret.ts";
import { ServerProblem } from "./problem.ts";

/** Of one answer, and of one event of a stream of them. */
const MOST_BYTES = 8 * 1024 * 1024;

/**
 * Asks the one server the owner named and nobody else: another origin is refused, redirects are not followed, the headers of
 * the settings go to that origin only, and an answer that does not end is cut off.
 */
export function createGuardedFetch(server: URL, headers: Readonly<Record<string, Secret>>): FetchLike {
  return async (address, init) => {
    const url = new URL(address);
    if (url.origin !== server.origin) throw new ServerProblem("it sends its clients elsewhere, which is not followed");
    const sent = new Headers(init?.headers);
    for (const [name, value] of Object.entries(headers)) sent.set(name, value.reveal());
    const response = await fetch(url, { ...init, headers: sent, redirect: "manual" });
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel();
      throw new ServerProblem("it redirects, which is not followed: set the address it redirects to");
    }
    if (response.body === null) return response;
    const { status, statusText } = response;
    return new Response(response.body.pipeThrough(createMeter()), { status, statusText, headers: response.headers });
  };
}
/** Fails once there are more bytes than may be without the blank line that ends an event. */
function createMeter(): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let bytes = 0;
  let last = 0;
  return new TransformStream({
    transform(chunk, controller) {
      for (const byte of chunk) {
        if (byte === CARRIAGE_RETURN) continue;
        bytes = byte === LINE_FEED && last === LINE_FEED ? 0 : bytes + 1;
        last = byte;
      }
      if (bytes > MOST_BYTES) controller.error(new ServerProblem("its answer does not end"));
      else controller.enqueue(chunk);
    },
  });
}
const CARRIAGE_RETURN = 13;
const LINE_FEED = 10;
