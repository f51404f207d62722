import { chmod, rm } from "node:fs/promises";
import type { Server } from "node:http";
import { createServer } from "../lib/node-http.ts";
import type { Operations } from "../core/chat/desk/operations.ts";
import type { Redactor } from "../lib/redact.ts";

/**
 * The daemon's own socket, for `sparks …` on the same machine: HTTP over a Unix socket that only its owner may open.
 * Errors are `{ error: { code, text } }`; streams are one JSON value a line, the last `{ "result": … }` or `{ "error": … }`.
 */
export async function openControl(options: {
  socketPath: string;
  version: string;
  operations: Operations;
  /** Takes secrets out of what is answered. */
  redact: Redactor;
}): Promise<AsyncDisposable> {
  await rm(options.socketPath, { force: true });
  // Most days nobody asks: what answers is loaded with the first question.
  let listener: ReturnType<typeof load> | null = null;
  const load = async () => (await import("./control-app.ts")).createControlListener(options);
  const server = createServer((request, response) => {
    listener ??= load();
    void listener.then((answer) => answer(request, response));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.socketPath, resolve);
  });
  await chmod(options.socketPath, 0o600);
  return {
    async [Symbol.asyncDispose]() {
      await closeServer(server);
      await rm(options.socketPath, { force: true });
    },
  };
}
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
