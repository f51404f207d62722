import { readFileSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { expect, test } from "vitest";
import { createWire } from "../../src/telegram/wire.ts";
import { temporaryFolder } from "../support/folder.ts";
import { certificate } from "../support/private-authority.ts";

test("over TLS only a server is talked to whose certificate is trusted and is for its name", async () => {
  using folder = temporaryFolder();
  let asked = 0;
  let connections = 0;
  const server = createServer(certificate(folder.path, ["localhost"]), (_, response) => {
    asked += 1;
    response.end('{"ok":true}');
  }).on("secureConnection", () => (connections += 1));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const ask = (root: string, wire = createWire(root)) => wire(`${root}/bot1:t/getMe`, { body: "{}" });
  try {
    const root = `https://localhost:${port}`;
    await expect(ask(root)).rejects.toThrow(/certificate/);
    setDefaultCACertificates([...getCACertificates(), readFileSync(folder.at("ca.pem"), "utf8")]);
    await expect(ask(`https://127.0.0.1:${port}`)).rejects.toThrow(/altnames/);
    expect(asked).toBe(0);
    connections = 0;
    const wire = createWire(root);
    for (let count = 1; count <= 3; count += 1) {
      const answer = await ask(root, wire);
      expect(await answer.json()).toEqual({ ok: true });
    }
    expect(asked).toBe(3);
    expect(connections).toBeLessThanOrEqual(2);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
