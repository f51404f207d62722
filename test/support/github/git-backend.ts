import { execFileSync, spawn } from "node:child_process";
import type { IncomingMessage, ServerResponse } from "node:http";

/** Runs git in a bare repository of the test's own. */
export function gitIn(folder: string, ...args: string[]): string {
  const env = {
    PATH: process.env["PATH"] ?? "",
    HOME: folder,
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_AUTHOR_NAME: "Grace",
    GIT_AUTHOR_EMAIL: "grace@example.org",
    GIT_COMMITTER_NAME: "Grace",
    GIT_COMMITTER_EMAIL: "grace@example.org",
  };
  return execFileSync("git", ["-C", folder, ...args], {
    encoding: "utf8",
    env,
    stdio: ["ignore", "pipe", "pipe"],
  }).trim();
}

/** Answers as a server of git over HTTP does: git's own CGI program, behind a password. */
export async function serveGit(
  request: IncomingMessage,
  response: ServerResponse,
  { root, path, query }: { readonly root: string; readonly path: string; readonly query: string },
): Promise<void> {
  const child = spawn("git", ["http-backend"], {
    env: {
      PATH: process.env["PATH"] ?? "",
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: "1",
      GIT_CONFIG_NOSYSTEM: "1",
      HOME: root,
      REQUEST_METHOD: request.method ?? "GET",
      PATH_INFO: path,
      QUERY_STRING: query,
      CONTENT_TYPE: request.headers["content-type"] ?? "",
      HTTP_CONTENT_ENCODING: request.headers["content-encoding"] ?? "",
      HTTP_GIT_PROTOCOL: String(request.headers["git-protocol"] ?? ""),
      REMOTE_USER: "x-access-token",
      REMOTE_ADDR: "127.0.0.1",
    },
  });
  request.pipe(child.stdin);
  child.stdin.on("error", () => undefined);
  const chunks: Buffer[] = [];
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) chunks.push(chunk);
  const whole = Buffer.concat(chunks);
  const end = whole.indexOf("\r\n\r\n");
  const head = whole.subarray(0, end).toString("latin1").split("\r\n");
  const headers = head.map((line) => line.split(/:\s*/, 2) as [string, string]);
  const status = Number(headers.find(([name]) => name.toLowerCase() === "status")?.[1]?.slice(0, 3) ?? 200);
  for (const [name, value] of headers) if (name.toLowerCase() !== "status") response.setHeader(name, value);
  response.writeHead(status).end(whole.subarray(end + 4));
}
