import { type IncomingHttpHeaders, type IncomingMessage, request as ask, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Target } from "./egress-reach.ts";

type Limits = { readonly mostBytes: number; readonly idleMs: number; readonly openMs: number };
export type Sent = {
  readonly out: number;
  readonly in: number;
  /** Why it was cut; empty when it was not. */ readonly problem: string;
};

/** What a request to a proxy asks for: the whole address of plain HTTP, by name and without a login. */
export function requestTarget(text: string): Target | undefined {
  if (!/^http:\/\/[^/?#@\\]+(?:[/?]|$)/iu.test(text) || !URL.canParse(text)) return undefined;
  const { hostname, port } = new URL(text);
  return { host: hostname, port: Number(port || 80) };
}

/**
 * Passes a request on over a connection to the checked server, and its answer back as it is: a redirect is the client's to follow.
 * @throws Error in words, when the server gave no answer
 */
export async function sendRequest(
  request: IncomingMessage,
  response: ServerResponse,
  upstream: Socket,
  { mostBytes, idleMs, openMs }: Limits,
): Promise<Sent> {
  const url = new URL(request.url ?? "");
  let problem = "";
  const stop = (reason: string): void => {
    problem ||= reason;
    upstream.destroy();
  };
  const timer = setTimeout(() => stop(`it was open for ${openMs / 60_000} min`), openMs);
  upstream.setTimeout(idleMs, () => stop(`nothing came for ${idleMs / 1000} s`));
  upstream.on("data", () => {
    if (upstream.bytesRead > mostBytes) stop(`it sent more than ${mostBytes} bytes`);
  });
  response.once("close", () => upstream.destroy());
  try {
    await new Promise<void>((resolve, reject) => {
      const outgoing = ask({
        createConnection: () => upstream,
        method: request.method ?? "GET",
        path: `${url.pathname}${url.search}`,
        headers: { ...passedOn(request.headers), host: url.host, connection: "close" },
      });
      outgoing.once("error", reject);
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
  } catch (error) {
    if (problem === "") throw error;
    response.destroy();
  } finally {
    clearTimeout(timer);
    upstream.destroy();
  }
  return { out: upstream.bytesWritten, in: upstream.bytesRead, problem };
}

/** What is said to the next hop alone. @see RFC 9110 section 7.6.1 */
const HOP_BY_HOP = /^(connection|keep-alive|te|trailer|transfer-encoding|upgrade|expect|proxy-.*)$/u;
function passedOn(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const named = (headers.connection ?? "").split(",").map((name) => name.trim().toLowerCase());
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !HOP_BY_HOP.test(name) && !named.includes(name)),
  );
}
