import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { startApp } from "../support/app.ts";

/** A proxy as companies have them: takes requests for whole addresses, and counts them. */
async function openProxy() {
  const asked: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const { url = "", method = "GET", headers } = incoming;
    asked.push(url);
    const onward = request(url, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on("error", () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => void server.close(resolve));
    },
  };
}

test("with a proxy set, every request to the Bot API server goes through it, polls too", async () => {
  await using proxy = await openProxy();
  await using app = await startApp({ pairing: true, config: `[telegram]\nproxy = "${proxy.url}"` });
  await app.says(/[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(app.announced.join("\n"))?.[0] ?? "");
  await app.until(/Paired/);
  await app.says("/whoami");
  await app.until(/owner/);
  const methods = new Set(proxy.asked.map((url) => /\/bot[^/]+\/(\w+)$/.exec(url)?.[1]));
  for (const method of ["getMe", "getUpdates", "sendMessage"]) expect(methods).toContain(method);
  const through = proxy.asked.filter((url) => !url.endsWith("getUpdates")).length;
  expect(through).toBe(app.emulator.requests.filter(({ method }) => method !== "getUpdates").length);
});
