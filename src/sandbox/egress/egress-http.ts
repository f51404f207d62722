import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { request as ask } from "../../lib/node-http.ts";
import type { Socket } from "node:net";
import { type EgressLimits, overTime, type Sent } from "./egress-limits.ts";
import type { Target } from "./egress-reach.ts";

/** A request, where its answer goes, the checked connection it is to take, and the whole address it is for. */
type Passing = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly upstream: Socket;
  readonly url: URL;
};

/** What a request to a proxy asks for: the whole address of plain HTTP, by name and without a login. */
export function requestTarget(text: string): Target | undefined {
  if (!/^http:\/\/[^/?#@\\]+(?:[/?]|$)/iu.test(text) || !URL.canParse(text)) return undefined;
  const { hostname, port } = new URL(text);
  return { host: hostname, port: Number(port || 80) };
}
/**
 * The whole address of a request that came through a tunnel to `target`, where it has only a path.
 * @returns null when it asks for another host than the tunnel was granted for, or for a proxy's services
 */
export function tunnelledUrl({ url = "", headers }: IncomingMessage, { host, port }: Target): URL | null {
  const origin = `http://${host}:${port}`;
  const asked = `http://${headers.host ?? ""}`;
  const same = requestTarget(asked)?.host === host && requestTarget(asked)?.port === port;
  return same && url.startsWith("/") && URL.canParse(origin + url) ? new URL(origin + url) : null;
}

/** Passes a request on over a connection to the checked server, and its answer back as it is: a redirect is the client's to follow. */
export async function sendRequest(
  passing: Passing,
  limits: EgressLimits,
): Promise<Sent & { readonly failure: string }> {
  const { request, response, upstream } = passing;
  let problem = "";
  let failure = "";
  const count = { out: 0, in: 0 };
  const begun = upstream.bytesWritten;
  const stop = (reason: string): void => {
    problem ||= reason;
    upstream.destroy();
    response.destroy(); // or the piece that was too much would still be passed on
  };
  const spend = (bytes: number, way: "out" | "in"): void => {
    count[way] += bytes;
    const over = limits.spend(bytes, way === "in" ? count.in : 0);
    if (over !== "") stop(over);
  };
  const timer = overTime(upstream, limits, stop);
  upstream.on("data", (chunk: Buffer) => spend(chunk.length, "in"));
  // Before it is passed on: what is over the limit does not leave.
  request.on("data", (chunk: Buffer) => spend(chunk.length, "out"));
  response.on("error", () => undefined); // its `close` follows
  response.once("close", () => upstream.destroy());
  try {
    await answered(passing);
  } catch (error) {
    if (problem === "") failure = error instanceof Error ? error.message : String(error);
  }
  clearTimeout(timer);
  // Its head, which the request's body does not show.
  spend(Math.max(0, upstream.bytesWritten - begun - count.out), "out");
  upstream.destroy();
  return { ...count, problem, failure };
}
/** @throws Error in words, when the server gave no answer */
async function answered({ request, response, upstream, url }: Passing): Promise<void> {
  // One that is gone already says so no more.
  if (upstream.destroyed) throw new Error("the server closed the connection");
  await new Promise<void>((resolve, reject) => {
    const outgoing = ask({
      createConnection: () => upstream,
      method: request.method ?? "GET",
      path: `${url.pathname}${url.search}`,
      headers: { ...passedOn(request.headers), ...framingOf(request), host: url.host, connection: "close" },
    });
    outgoing.on("error", reject);
    // What came through the host's own proxy was paused when that had said yes.
    outgoing.once("socket", () => upstream.resume());
    outgoing.once("response", (answer) => {
      response.writeHead(answer.statusCode ?? 502, { ...passedOn(answer.headers), connection: "close" });
      answer.pipe(response);
      answer.once("error", () => response.destroy());
    });
    response.once("close", resolve);
    request.pipe(outgoing);
  });
}

/**
 * How the end of a request's body is told, where it has one. It never depends on the method: what Node sends unframed, as the
 * body of a GET, the server would read as the next request. @see RFC 9112 section 6
 * @throws Error in words, when the body is coded otherwise than in chunks
 */
function framingOf({ headers }: IncomingMessage): IncomingHttpHeaders {
  const { "content-length": length, "transfer-encoding": coding } = headers;
  if (coding === undefined) return length === undefined ? {} : { "content-length": length };
  if (coding.toLowerCase() !== "chunked") throw new Error(`a request coded as ${coding.slice(0, 60)} is not passed on`);
  return { "transfer-encoding": "chunked" };
}

/** What is said to the next hop alone. @see RFC 9110 section 7.6.1 */
const HOP_BY_HOP = /^(connection|keep-alive|te|trailer|transfer-encoding|upgrade|expect|proxy-.*)$/u;
function passedOn(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const named = (headers.connection ?? "").split(",").map((name) => name.trim().toLowerCase());
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !HOP_BY_HOP.test(name) && !named.includes(name)),
  );
}
