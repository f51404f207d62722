import net from "node:net";
import tls from "node:tls";
import { readAnswer, type Answer } from "./read-answer.ts";
import type { Post } from "./post.ts";

/** After so long without a word it is asked whether the other side is still there. */
const PROBE_MS = 1000;

/** One connection to the server, with at most one request on it. */
type Line = {
  readonly socket: net.Socket;
  readonly came: Buffer[];
  bytes: number;
  /** Below so many bytes the answer cannot be whole. */
  least: number;
  asker: PromiseWithResolvers<Answer> | null;
  /** By `performance.now()`: from then on the server may close it at any moment. */
  until: number;
};
/**
 * Posts JSON over connections that are kept: what nearly every call of the Bot API is, for a quarter of the time that Node's client
 * takes, which is a third of all that is done for a message. Other calls, and all through a proxy, go by `createPost`.
 * Redirects are not followed. A request is never made twice here: whether one that failed was read nobody knows.
 */
export function createWire(apiRoot: string): Post {
  const server = serverAt(apiRoot);
  const idle: Line[] = [];
  return async (url, { headers = {}, body = "", signal, timeoutMs }) => {
    if (typeof body !== "string") throw new Error("Only whole texts go this way");
    if (signal?.aborted === true) throw new Error("The request was aborted");
    const request = requestOf(pathIn(url), { host: server.host, ...headers }, body);
    const line = takeIdle(idle) ?? openLine(server.open(), idle);
    const asker = Promise.withResolvers<Answer>();
    line.asker = asker;
    const abort = () => line.socket.destroy(new Error("The request was aborted"));
    signal?.addEventListener("abort", abort);
    const timer = timeoutMs === undefined ? undefined : setTimeout(abort, timeoutMs);
    line.socket.write(request);
    try {
      const answer = await asker.promise;
      return { json: async () => JSON.parse(answer.body.toString("utf8")) as unknown };
    } finally {
      signal?.removeEventListener("abort", abort);
      clearTimeout(timer);
    }
  };
}
function requestOf(path: string, headers: Readonly<Record<string, string>>, body: string): string {
  // A line that somebody else could end would begin a request of theirs.
  if (/[^\x21-\x7e]/u.test(path)) throw new Error("The address cannot be written");
  let head = `POST ${path} HTTP/1.1\r\n`;
  for (const [name, value] of Object.entries(headers)) head += `${name}: ${value}\r\n`;
  return `${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}
/** The newest first: the others may be let go by the server. */
function takeIdle(idle: Line[]): Line | null {
  for (let line = idle.pop(); line !== undefined; line = idle.pop()) {
    if (line.until > performance.now() && line.socket.writable) {
      line.socket.ref();
      return line;
    }
    line.socket.destroy();
  }
  return null;
}
function openLine(socket: net.Socket, idle: Line[]): Line {
  const line: Line = { socket, came: [], bytes: 0, least: 0, asker: null, until: 0 };
  socket.on("data", (piece: Buffer) => {
    // What nobody asked for answers nothing that will be asked.
    if (line.asker === null) return socket.destroy();
    line.came.push(piece);
    line.bytes += piece.length;
    if (line.bytes >= line.least) hear(line, idle, false);
  });
  socket.on("end", () => hear(line, idle, true));
  socket.on("error", (error) => fail(line, error));
  socket.on("close", () => {
    fail(line, new Error("The connection was closed before its answer came"));
    const at = idle.indexOf(line);
    if (at !== -1) idle.splice(at, 1);
  });
  return line;
}
function fail(line: Line, error: Error): void {
  line.asker?.reject(error);
  line.asker = null;
}
/** Looks whether the answer is whole by now; if so the connection is free for the next. */
function hear(line: Line, idle: Line[], ended: boolean): void {
  const { asker, socket, came } = line;
  if (asker === null) return;
  const [first = Buffer.alloc(0)] = came;
  const all = came.length === 1 ? first : Buffer.concat(came);
  try {
    const answer = readAnswer(all, ended);
    if (answer.kind === "part") {
      line.least = answer.least;
      came.splice(0, came.length, all);
      return;
    }
    line.asker = null;
    asker.resolve(answer);
    setFree(line, idle, ended ? 0 : answer.idleMs);
  } catch (error) {
    socket.destroy(error instanceof Error ? error : undefined);
  }
}
function setFree(line: Line, idle: Line[], idleMs: number | null): void {
  if (idleMs === 0) return void line.socket.destroy();
  line.came.length = 0;
  line.bytes = 0;
  line.least = 0;
  line.until = idleMs === null ? Number.POSITIVE_INFINITY : performance.now() + idleMs;
  // A process that has nothing else to do may end.
  line.socket.unref();
  idle.push(line);
}
function serverAt(apiRoot: string): { readonly host: string; open(): net.Socket } {
  const { protocol, hostname, port, host } = new URL(apiRoot);
  const name = hostname.replaceAll(/^\[|\]$/g, "");
  const kept = { host: name, noDelay: true, keepAlive: true, keepAliveInitialDelay: PROBE_MS };
  if (protocol !== "https:") return { host, open: () => net.connect({ ...kept, port: Number(port || 80) }) };
  const servername = net.isIP(name) === 0 ? { servername: name } : {};
  const secure = { ...kept, ...servername, port: Number(port || 443), ALPNProtocols: ["http/1.1"] };
  return { host, open: () => tls.connect(secure) };
}
function pathIn(url: string): string {
  return url.slice(url.indexOf("/", url.indexOf("://") + 3));
}
