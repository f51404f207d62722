import { createHmac } from "node:crypto";
import type { Secret } from "../lib/secret.ts";

const LIMIT_MS = 15_000;
/**
 * Posts JSON to a webhook. With a secret, `X-Sparks-Signature: sha256=<hex>` is the HMAC of the body, as GitHub signs its own.
 * @returns false when it was not taken: no answer in 15 s, or a status that is none of 2xx
 */
export function createHookPost({
  url,
  secret,
}: {
  readonly url: string;
  readonly secret: Secret | undefined;
}): (body: string, signal: AbortSignal) => Promise<boolean> {
  return async (body, signal) => {
    const signature =
      secret === undefined
        ? {}
        : { "x-sparks-signature": `sha256=${createHmac("sha256", secret.reveal()).update(body).digest("hex")}` };
    try {
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json", ...signature },
        body,
        redirect: "error",
        signal: AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)]),
      });
      await response.body?.cancel();
      return response.ok;
    } catch {
      return false;
    }
  };
}
