import { timingSafeEqual } from "node:crypto";
import { createServer } from "../lib/node-http.ts";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { Fault } from "../core/fault.ts";

export type WebhookOptions = {
  readonly host: string;
  readonly port: number;
  /** Path of the address that Telegram was given. */
  readonly path: string;
  /** What Telegram says with each update, `[A-Za-z0-9_-]{1,256}`. */
  readonly secret: string;
  /** Resolves when the update is kept; what rejects is delivered again by Telegram. */
  readonly onUpdate: (update: unknown) => Promise<void>;
};
// Far more than an update holds.
const MOST_BYTES = 1024 * 1024;

/**
 * Takes updates that Telegram brings. The secret is compared, in a time that tells nothing, before the body is read; anything but a POST to
 * the path with it is refused without a word.
 * @throws Fault telegram.unreachable when the port cannot be had
 */
export async function openTelegramWebhook(
  options: WebhookOptions,
): Promise<AsyncDisposable & { readonly port: number }> {
  const listener = getRequestListener(createApp(options).fetch);
  const server = createServer((request, response) => void listener(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) =>
      reject(
        new Fault("telegram.unreachable", {
          reason: `${options.host}:${options.port} cannot be listened on: ${error.message}`,
        }),
      ),
    );
    server.listen(options.port, options.host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : options.port,
    async [Symbol.asyncDispose]() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      });
    },
  };
}
function createApp({ path, secret, onUpdate }: WebhookOptions): Hono {
  const app = new Hono();
  app.onError((_error, context) => context.body(null, 500));
  app.notFound((context) => context.body(null, 404));
  app.post(
    path,
    async (context, next) => {
      if (!same(context.req.header("x-telegram-bot-api-secret-token") ?? "", secret)) return context.body(null, 401);
      return next();
    },
    bodyLimit({ maxSize: MOST_BYTES, onError: (context) => context.body(null, 413) }),
    async (context) => {
      const update: unknown = await context.req.json().catch(() => null);
      if (typeof update !== "object" || update === null || !("update_id" in update)) return context.body(null, 400);
      await onUpdate(update);
      return context.body(null, 200);
    },
  );
  return app;
}
function same(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
