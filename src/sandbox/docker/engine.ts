import type { Duplex } from "node:stream";
import { request } from "../../lib/node-http.ts";
import { askEngine, refusalOf } from "./ask-engine.ts";
import type { ContainerBody } from "./container-body.ts";

/** As much of an engine as makes containers. What goes wrong is thrown as `askEngine` throws it. */
export type Engine = {
  createContainer(body: ContainerBody, signal: AbortSignal): Promise<Container>;
  /** Asks nothing of the engine yet. */
  container(id: string): Container;
};
export type Container = {
  readonly id: string;
  inspect(signal?: AbortSignal): Promise<unknown>;
  /** Its streams: what is written is its stdin, what is read holds stdout and stderr with a header each. */
  attach(signal: AbortSignal): Promise<Duplex>;
  start(signal: AbortSignal): Promise<void>;
  /** Kills it first. Its nameless volumes go too. */
  remove(): Promise<void>;
  memoryBytes(signal: AbortSignal): Promise<number>;
};

/**
 * The engine at this socket, asked in the oldest form of its API that it speaks.
 * Our own few calls, as the usual client brings 130 modules for clusters, builds and engines behind SSH with it.
 */
export function createEngine(socketPath: string): Engine {
  const container = (id: string) => containerAt(socketPath, id);
  return {
    container,
    async createContainer(body, signal) {
      const made = await askEngine(socketPath, "/containers/create", signal, { method: "POST", body });
      return container((made as { Id: string }).Id);
    },
  };
}
function containerAt(socketPath: string, id: string): Container {
  const path = `/containers/${id}`;
  return {
    id,
    inspect: (signal) => askEngine(socketPath, `${path}/json`, signal),
    attach: (signal) => openStreams(socketPath, path, signal),
    async start(signal) {
      await askEngine(socketPath, `${path}/start`, signal, { method: "POST" });
    },
    async remove() {
      await askEngine(socketPath, `${path}?force=true&v=true`, undefined, { method: "DELETE" });
    },
    async memoryBytes(signal) {
      const stats = await askEngine(socketPath, `${path}/stats?stream=false&one-shot=true`, signal);
      return (stats as { memory_stats: { usage: number } }).memory_stats.usage;
    },
  };
}
/** The connection stops to be HTTP with the engine's answer (101), and is the streams then. */
function openStreams(socketPath: string, container: string, signal: AbortSignal): Promise<Duplex> {
  const { promise, resolve, reject } = Promise.withResolvers<Duplex>();
  const path = `${container}/attach?stream=true&stdin=true&stdout=true&stderr=true`;
  const headers = { host: "docker", connection: "Upgrade", upgrade: "tcp" };
  request({ socketPath, method: "POST", path, signal, headers })
    .on("upgrade", (_answer, stream, head) => {
      if (head.length > 0) stream.unshift(head);
      resolve(stream);
    })
    .on("response", (answer) => void refusalOf(answer).then(reject, reject))
    .on("error", reject)
    .end();
  return promise;
}
