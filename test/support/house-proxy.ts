import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";

/** A proxy that leads each tunnel asked of it, by whatever name, to one port of this machine. */
export async function openHouseProxy(port: number): Promise<Disposable & { readonly url: string }> {
  const proxy = createServer((client) => {
    client.on("error", () => undefined);
    client.once("data", () => {
      const upstream = connect(port, "127.0.0.1", () => {
        client.write("HTTP/1.1 200 OK\r\n\r\n");
        client.pipe(upstream).pipe(client);
      });
      upstream.on("error", () => client.destroy());
      client.once("close", () => upstream.destroy());
    });
  }).listen(0, "127.0.0.1");
  await once(proxy, "listening");
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    [Symbol.dispose]: () => void proxy.close(),
  };
}
