import type { Duplex } from "node:stream";
import type { Socket } from "node:net";
import { serverName } from "./client-hello.ts";
import { type EgressLimits, IDLE_MS, overTime, type Sent } from "./egress-limits.ts";

/** The first bytes that a client sends through its tunnel. @returns null when it ends, or says nothing for too long */
export async function firstBytes(client: Duplex, head: Buffer): Promise<Buffer | null> {
  if (head.length > 0) return head;
  if (client.readableEnded || client.destroyed) return null;
  return new Promise((resolve) => {
    const done = (bytes: Buffer | null): void => {
      clearTimeout(timer);
      client.pause();
      client.removeListener("data", done).removeListener("end", ended).removeListener("close", ended);
      resolve(bytes);
    };
    const ended = (): void => done(null);
    const timer = setTimeout(ended, IDLE_MS);
    client.once("data", done).once("end", ended).once("close", ended);
  });
}
type Tunnel = { readonly client: Duplex; readonly upstream: Socket; readonly host: string };

/** Joins both ways, once the client has named in its TLS greeting the host that was checked. Ends when either side does. */
export async function joinTls({ client, upstream, host }: Tunnel, limits: EgressLimits): Promise<Sent> {
  let hello: Buffer | undefined = Buffer.alloc(0);
  let problem = "";
  const count = { out: 0, in: 0 };
  const stop = (reason: string): void => {
    problem ||= reason;
    client.destroy();
    upstream.destroy();
  };
  const spend = (bytes: number, way: "out" | "in"): void => {
    count[way] += bytes;
    const over = limits.spend(bytes, way === "in" ? count.in : 0);
    if (over !== "") stop(over);
  };
  const greet = (chunk: Buffer): void => {
    hello = Buffer.concat([hello ?? Buffer.alloc(0), chunk]);
    const name = serverName(hello);
    if (name === undefined && hello.length < 20_000) return;
    if (name !== host) return stop(`its TLS greeting asks for ${name ?? "no host"} instead of ${host}`);
    upstream.write(hello);
    hello = undefined;
    client.pipe(upstream).pipe(client);
  };
  client.on("data", (chunk: Buffer) => {
    spend(chunk.length, "out");
    if (hello !== undefined && problem === "") greet(chunk);
  });
  upstream.on("data", (chunk: Buffer) => spend(chunk.length, "in"));
  const timer = overTime(upstream, limits, stop);
  client.once("end", () => {
    if (hello !== undefined) stop("it ended before its TLS greeting");
  });
  client.once("close", () => upstream.destroy());
  client.resume();
  await new Promise((resolve) => upstream.once("close", resolve));
  clearTimeout(timer);
  client.destroy();
  return { ...count, problem };
}
