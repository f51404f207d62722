import { HttpError, type RawApi, type Transformer } from "grammy";
import type { Post } from "./post.ts";

/** Of what every message asks, and none of it can carry a file. */
const PLAIN: ReadonlySet<string> = new Set<keyof RawApi>([
  "answerCallbackQuery",
  "deleteMessage",
  "editMessageText",
  "getUpdates",
  "sendChatAction",
  "sendMessage",
  "sendMessageDraft",
  "setMessageReaction",
]);
const HEADERS = { "content-type": "application/json" };

/**
 * Makes calls that are plain JSON without grammY's way through forms, two signals and a timer of each, which takes a third of a call.
 * What they answer, and how they fail, is the same.
 */
export function createPlainCalls(
  { apiRoot, token, timeoutMs }: { readonly apiRoot: string; readonly token: string; readonly timeoutMs: number },
  post: Post,
): Transformer {
  const root = `${apiRoot}/bot${token}/`;
  return async (call, method, payload, signal) => {
    if (!PLAIN.has(method)) return call(method, payload, signal);
    try {
      const answer = await post(root + method, {
        method: "POST",
        headers: HEADERS,
        body: JSON.stringify(payload),
        timeoutMs,
        // grammY's type of a signal is that of an older polyfill; at run time it is Node's own.
        ...(signal === undefined ? {} : { signal: signal as unknown as AbortSignal }),
      });
      return (await answer.json()) as Awaited<ReturnType<typeof call>>;
    } catch (error) {
      throw new HttpError(`Network request for '${method}' failed!`, error);
    }
  };
}
