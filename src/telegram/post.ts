import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import type { Connection } from "./connection.ts";

/** As much of `fetch` as a call of the Bot API needs. */
export type Post = (url: string, call: Call) => Promise<{ json(): Promise<unknown> }>;
type Call = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON, or the parts of a form one after the other. */
  readonly body?: string | Readable;
  readonly signal?: Pick<AbortSignal, "aborted" | "addEventListener" | "removeEventListener">;
  readonly timeoutMs?: number;
};
/**
 * Node's own client, asked directly: the one that grammY brings takes as long for a call as all else that is done for a message.
 * Redirects are not followed, which the Bot API does not have. Rejects with the network's errors, which hold the address.
 */
export function createPost(connection: Pick<Connection, "open">): Post {
  return async (url, { method = "GET", headers = {}, body, signal, timeoutMs }) => {
    const ended = Promise.withResolvers<string>();
    const request = connection.open(url, {
      method,
      headers: typeof body === "string" ? { ...headers, "content-length": Buffer.byteLength(body) } : headers,
    });
    const abort = () => request.destroy(new Error("The request was aborted"));
    signal?.addEventListener("abort", abort);
    const timer = timeoutMs === undefined ? undefined : setTimeout(abort, timeoutMs);
    request.on("error", ended.reject);
    request.on("response", (response) => read(response, ended));
    if (signal?.aborted === true) abort();
    else if (body === undefined || typeof body === "string") request.end(body);
    else body.on("error", (error) => request.destroy(error)).pipe(request);
    try {
      const answer = await ended.promise;
      return { json: async () => JSON.parse(answer) as unknown };
    } finally {
      signal?.removeEventListener("abort", abort);
      clearTimeout(timer);
    }
  };
}
/** Piece by piece: an answer is one or two pieces, and an iterator over them takes longer than all else of a call but its sending. */
function read(response: IncomingMessage, { resolve, reject }: PromiseWithResolvers<string>): void {
  let said = "";
  response.setEncoding("utf8");
  response.on("data", (piece: string) => {
    said += piece;
  });
  // One that is cut off before its end has an error instead.
  response.on("end", () => resolve(said));
  response.on("error", reject);
}
