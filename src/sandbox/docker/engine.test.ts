import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../test/support/folder.ts";
import { createEngine } from "./engine.ts";
import { exampleBody } from "./template.ts";

const never = new AbortController().signal;
const body = exampleBody(
  {
    limits: { memoryBytes: 256 << 20, cpus: 1, processes: 64, fileBytes: 1 << 20, wallClockMs: 60_000 },
    architecture: "x64",
    command: ["true"],
    runtime: "runc",
    image: "some:1",
    programRoots: [],
    workspaceRoots: ["/w"],
    runRoots: ["/r"],
  },
  { uid: 10_001, gid: 10_001 },
);
/** An engine that knows one container, `known`. Its streams say a word at once, and then what they are told. */
async function fakeEngine(socketPath: string) {
  const asked: string[] = [];
  const bodies: unknown[] = [];
  const server = createServer(async (request, response) => {
    asked.push(`${request.method} ${request.url}`);
    if (request.url === "/containers/create") {
      bodies.push(await json(request));
      response.writeHead(201).end('{"Id":"known"}');
    } else if (!request.url?.startsWith("/containers/known")) {
      response.writeHead(404).end('{"message":"No such container: gone"}');
    } else if (request.url.includes("/stats")) response.end('{"memory_stats":{"usage":5}}');
    else if (request.url.endsWith("/json")) response.end('{"State":{"Status":"created"}}');
    else response.writeHead(204).end();
  });
  server.on("upgrade", (request, stream) => {
    asked.push(`${request.method} ${request.url} ${request.headers.upgrade}`);
    if (request.url?.startsWith("/containers/known") !== true) {
      stream.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n{"message":"No such container: gone"}');
      return;
    }
    stream.write("HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\nfirst");
    stream.pipe(stream);
  });
  await new Promise<void>((resolve) => server.listen(socketPath, resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { asked, bodies, [Symbol.dispose]: close };
}

test("a container is made of the body as it stands, started, looked at, measured and removed by force", async () => {
  using folder = temporaryFolder();
  using fake = await fakeEngine(folder.at("engine.sock"));
  const container = await createEngine(folder.at("engine.sock")).createContainer(body, never);
  expect(container.id).toBe("known");
  expect(fake.bodies).toEqual([JSON.parse(JSON.stringify(body))]);
  expect(await container.inspect()).toEqual({ State: { Status: "created" } });
  await container.start(never);
  expect(await container.memoryBytes(never)).toBe(5);
  await container.remove();
  expect(fake.asked).toEqual([
    "POST /containers/create",
    "GET /containers/known/json",
    "POST /containers/known/start",
    "GET /containers/known/stats?stream=false&one-shot=true",
    "DELETE /containers/known?force=true&v=true",
  ]);
});
test("the streams of a container are the connection itself, with what came together with the answer", async () => {
  using folder = temporaryFolder();
  using fake = await fakeEngine(folder.at("engine.sock"));
  const stopped = new AbortController();
  const stream = await createEngine(folder.at("engine.sock")).container("known").attach(stopped.signal);
  expect(fake.asked).toEqual(["POST /containers/known/attach?stream=true&stdin=true&stdout=true&stderr=true tcp"]);
  // Whoever asked for them may give up later: the streams are somebody else's then.
  stopped.abort();
  stream.write("second");
  let said = "";
  for await (const piece of stream) if ((said += String(piece)) === "firstsecond") break;
  expect(said).toBe("firstsecond");
});
test("what the engine does not do is thrown with its status and words", async () => {
  using folder = temporaryFolder();
  using _ = await fakeEngine(folder.at("engine.sock"));
  const gone = createEngine(folder.at("engine.sock")).container("gone");
  const refusal = { statusCode: 404, message: "No such container: gone" };
  await expect(gone.start(never)).rejects.toMatchObject(refusal);
  await expect(gone.attach(never)).rejects.toMatchObject(refusal);
  await expect(gone.remove()).rejects.toMatchObject(refusal);
  await expect(gone.attach(AbortSignal.abort())).rejects.toMatchObject({ name: "AbortError" });
  const nobody = createEngine(folder.at("nobody.sock")).container("known");
  await expect(nobody.attach(never)).rejects.toMatchObject({ code: "ENOENT" });
});
