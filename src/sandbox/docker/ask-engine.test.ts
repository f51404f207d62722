import { createServer, type RequestListener } from "node:http";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../test/support/folder.ts";
import { askEngine } from "./ask-engine.ts";
import { probeEngine } from "../detect.ts";

async function engine(socketPath: string, answer: RequestListener): Promise<Disposable> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(socketPath, resolve));
  return {
    [Symbol.dispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}
const never = new AbortController().signal;

test("what the engine answers is given, and its trouble with its status and words", async () => {
  using folder = temporaryFolder();
  const socket = folder.at("engine.sock");
  await expect(askEngine(socket, "/info", never)).rejects.toMatchObject({ code: "ENOENT" });
  using _ = await engine(socket, ({ url }, response) => {
    if (url === "/info") response.end('{"Runtimes":{"runc":{}}}');
    else response.writeHead(404).end('{"message":"no such image: x"}');
  });
  expect(await askEngine(socket, "/info", never)).toEqual({ Runtimes: { runc: {} } });
  await expect(askEngine(socket, "/images/x/json", never)).rejects.toMatchObject({
    statusCode: 404,
    message: "no such image: x",
  });
  await expect(askEngine(socket, "/info", AbortSignal.abort())).rejects.toThrow();
  expect(await probeEngine(socket, "x")).toEqual({ kind: "no-image" });
});
test("an engine that is ready tells its runtimes; one that is silent, or speaks nonsense, is none", async () => {
  using folder = temporaryFolder();
  {
    using _ = await engine(folder.at("a.sock"), (_request, response) => response.end('{"Runtimes":{"runsc":{}}}'));
    expect(await probeEngine(folder.at("a.sock"), "x:1")).toEqual({ kind: "ready", runtimes: ["runsc"] });
  }
  {
    using _ = await engine(folder.at("b.sock"), () => undefined);
    expect(await probeEngine(folder.at("b.sock"), "x:1", 50)).toMatchObject({ kind: "silent" });
  }
  using _ = await engine(folder.at("c.sock"), (_request, response) => response.end("<html>"));
  expect(await probeEngine(folder.at("c.sock"), "x:1")).toMatchObject({ kind: "silent" });
});
