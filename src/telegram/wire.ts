import { createRequire } from "node:module";
import type { Dispatcher, Pool } from "undici";
import { pathIn } from "./connection.ts";
import type { Post } from "./post.ts";

/** Requests at the same time, each on a connection of its own; more wait. */
const MOST_CONNECTIONS = 32;

/**
 * Posts JSON through undici, for two fifths of the time that Node's own client takes: that is what nearly every call of the Bot API is, and a
 * third of all that is done for a message. Other calls, and all through a proxy, go by `createPost`.
 * Redirects are not followed. A request is never made twice here: whether one that failed was read nobody knows.
 */
export function createWire(apiRoot: string): Post {
  let opened: Pool | null = null;
  return async (url, { headers = {}, body = "", signal, timeoutMs }) => {
    if (typeof body !== "string") throw new Error("Only whole texts go this way");
    const pool = (opened ??= openPool(apiRoot));
    const answer = Promise.withResolvers<string>();
    let abort = answer.reject;
    let stopped: Error | null = null;
    const stop = (): void => {
      stopped = new Error("The request was aborted");
      abort(stopped);
    };
    signal?.addEventListener("abort", stop);
    const timer = timeoutMs === undefined ? undefined : setTimeout(stop, timeoutMs);
    const told = listen(answer, (controller) => {
      abort = (reason: Error) => controller.abort(reason);
      // It waited for a connection until then: sent now, it would come after what was made in its place.
      if (stopped !== null) abort(stopped);
    });
    if (signal?.aborted === true) stop();
    else pool.dispatch({ method: "POST", path: pathIn(url), headers: { ...headers }, body }, told);
    try {
      const said = await answer.promise;
      return { json: async () => JSON.parse(said) as unknown };
    } finally {
      signal?.removeEventListener("abort", stop);
      clearTimeout(timer);
    }
  };
}
/**
 * Loaded with the first request, which is one of the start, and this part alone: the whole has a browser's fetch, sockets, caches and mocks beside it,
 * some 40 ms and 12 MB.
 */
function openPool(apiRoot: string): Pool {
  const Connections = createRequire(import.meta.url)("undici/lib/dispatcher/pool.js") as typeof Pool;
  // How long a call may take is the caller's to say: a poll is answered after half a minute.
  const patience = { headersTimeout: 0, bodyTimeout: 0 };
  return new Connections(new URL(apiRoot).origin, { connections: MOST_CONNECTIONS, pipelining: 1, ...patience });
}
/** Gathers what is answered. @param begun told what ends the request, once it may be ended */
function listen(
  { resolve, reject }: PromiseWithResolvers<string>,
  begun: (controller: Dispatcher.DispatchController) => void,
): Dispatcher.DispatchHandler {
  const came: Buffer[] = [];
  return {
    onRequestStart: begun,
    onResponseData: (_controller, piece) => void came.push(piece),
    onResponseEnd: () => resolve(came.length === 1 ? String(came[0]) : Buffer.concat(came).toString()),
    onResponseError: (_controller, error) => reject(error),
  };
}
