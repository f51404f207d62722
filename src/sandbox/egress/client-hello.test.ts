import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { connect } from "node:tls";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { serverName } from "./client-hello.ts";

async function helloFor(servername: string | undefined): Promise<Buffer> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const client = connect({ host: "127.0.0.1", port, ...(servername === undefined ? {} : { servername }) });
  client.on("error", () => undefined);
  const [socket] = (await once(server, "connection")) as [Socket];
  const [hello] = (await once(socket, "data")) as [Buffer];
  client.destroy();
  server.close();
  return hello;
}
test("the name in a real greeting is found, from no fewer bytes than the whole", async () => {
  const hello = await helloFor("Registry.Example.org");
  expect(serverName(hello)).toBe("registry.example.org");
  for (let length = 0; length < hello.length; length += 1)
    expect(serverName(hello.subarray(0, length))).toBeUndefined();
});
test("a greeting without a name has none", async () => {
  expect(serverName(await helloFor(undefined))).toBeNull();
});
test("what is no TLS has none, whatever the bytes, and nothing is thrown", () => {
  expect(serverName(Buffer.from("GET / HTTP/1.1\r\n\r\n"))).toBeNull();
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 9, maxLength: 200 }), (bytes) => {
      const hello = Buffer.from(bytes);
      hello.set([0x16, 3, 1, 0, hello.length - 5, 1]);
      expect([null, "string"]).toContain(serverName(hello) === null ? null : typeof serverName(hello));
    }),
  );
});
