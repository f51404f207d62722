import type { IncomingMessage, ServerResponse } from "node:http";
import { openLoopbackServer, readBody } from "../../../src/llm/cassette/loopback.ts";
import { serveGit } from "./git-backend.ts";
import { type FakeRepository, makeRepository } from "./repository.ts";
import { type Answer, ROUTES } from "./routes.ts";

/** What is done to the next request that fits. */
type GithubFault = {
  readonly method: string;
  readonly path: RegExp;
  readonly does:
    | {
        readonly kind: "answers";
        readonly status: number;
        readonly headers?: Readonly<Record<string, string>>;
        readonly json: unknown;
      }
    /** The connection is cut: before anything was done, or after. */
    | { readonly kind: "cuts"; readonly when: "before" | "after" }
    | { readonly kind: "waits"; readonly for: Promise<unknown> };
};
/** GitHub as far as it is used: its REST API and git over HTTP, as strict as the real one about who asks for what. */
export interface FakeGithub extends AsyncDisposable {
  readonly apiUrl: string;
  readonly webUrl: string;
  /** "GET /repos/ada/shop/pulls", "git POST /ada/shop.git/git-receive-pack": in their order. */
  readonly requests: readonly string[];
  /** What the real one would have refused although it came from us. */
  readonly problems: readonly string[];
  repository(slug: string): FakeRepository;
  faults: GithubFault[];
}
export type FakeGithubOptions = { readonly root: string; readonly token: string; readonly slugs: readonly string[] };

export async function openFakeGithub({ root, token, slugs }: FakeGithubOptions): Promise<FakeGithub> {
  const repositories = new Map(slugs.map((slug) => [slug, makeRepository(root, slug)]));
  const requests: string[] = [];
  const problems: string[] = [];
  const state = { faults: [] as GithubFault[], baseUrl: "" };
  const server = await openLoopbackServer(0, async (request, response) => {
    const url = new URL(request.url ?? "/", state.baseUrl);
    if (url.pathname.startsWith("/api/v3")) return api(request, response, url);
    if (url.pathname.startsWith("/blobs/")) return blob(request, response, url);
    return git(request, response, url);
  });
  state.baseUrl = `http://127.0.0.1:${server.port}`;

  async function api(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const [method, path] = [request.method ?? "GET", url.pathname.slice("/api/v3".length)];
    requests.push(`${method} ${path}`);
    const body = await readBody(request);
    const at = state.faults.findIndex((fault) => fault.method === method && fault.path.test(path));
    const [fault] = at === -1 ? [] : state.faults.splice(at, 1);
    if (fault?.does.kind === "waits") await fault.does.for;
    if (fault?.does.kind === "cuts" && fault.does.when === "before") return void response.destroy();
    if (fault?.does.kind === "answers") {
      const { status, headers = {}, json } = fault.does;
      return void response
        .writeHead(status, { "content-type": "application/json", ...headers })
        .end(JSON.stringify(json));
    }
    const answer = allowed(request) ?? answerTo({ method, path, url, body, accept: request.headers.accept ?? "" });
    if (fault?.does.kind === "cuts") return void response.destroy();
    sendAnswer(response, answer);
  }
  function allowed({ headers }: IncomingMessage): Answer | null {
    if (headers["user-agent"] === undefined) problems.push("a request without a User-Agent");
    if (headers["x-github-api-version"] !== "2022-11-28") problems.push("a request without the version of the API");
    if (headers.authorization === `Bearer ${token}`) return null;
    return { status: 401, json: { message: "Bad credentials", documentation_url: "https://docs.github.com/rest" } };
  }
  function answerTo({
    method,
    path,
    url,
    body,
    accept,
  }: {
    method: string;
    path: string;
    url: URL;
    body: string;
    accept: string;
  }): Answer {
    const [, owner = "", name = "", rest = ""] = /^\/repos\/([^/]+)\/([^/]+)(\/.*)?$/.exec(path) ?? [];
    const repository = repositories.get(`${owner}/${name}`);
    if (repository === undefined) return { status: 404, json: { message: "Not Found" } };
    for (const route of ROUTES) {
      const match = route.method === method ? route.path.exec(rest) : null;
      if (match === null) continue;
      const json = body === "" ? {} : (JSON.parse(body) as Record<string, unknown>);
      return route.answer({ repository, match, query: url.searchParams, body: json, accept, baseUrl: state.baseUrl });
    }
    problems.push(`there is no ${method} ${path}`);
    return { status: 404, json: { message: "Not Found" } };
  }
  function blob({ headers }: IncomingMessage, response: ServerResponse, { pathname }: URL): void {
    if (headers.authorization !== undefined) problems.push("the token was sent to where logs are kept");
    const [, , owner, name, job] = pathname.split("/");
    const run = repositories.get(`${owner}/${name}`)?.runs.find(({ id }) => id * 10 === Number(job));
    response.writeHead(run === undefined ? 404 : 200, { "content-type": "text/plain" }).end(run?.log ?? "");
  }
  async function git(request: IncomingMessage, response: ServerResponse, { pathname, search }: URL): Promise<void> {
    requests.push(`git ${request.method} ${pathname}`);
    const basic = `Basic ${Buffer.from(`x-access-token:${token}`).toString("base64")}`;
    if (request.headers.authorization !== basic) {
      if (request.headers.authorization !== undefined) problems.push("git came with a wrong password");
      return void response.writeHead(401, { "www-authenticate": 'Basic realm="GitHub"' }).end();
    }
    const [, owner = "", name = ""] = pathname.split("/");
    if (!repositories.has(`${owner}/${name.replace(/\.git$/, "")}`)) return void response.writeHead(404).end();
    await serveGit(request, response, { root, path: pathname, query: search.slice(1) });
  }
  return {
    apiUrl: `${state.baseUrl}/api/v3`,
    webUrl: state.baseUrl,
    requests,
    problems,
    get faults() {
      return state.faults;
    },
    set faults(faults) {
      state.faults = faults;
    },
    repository(slug) {
      const found = repositories.get(slug);
      if (found === undefined) throw new Error(`there is no ${slug}`);
      return found;
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
function sendAnswer(response: ServerResponse, { status, json, text, to, more = false }: Answer): void {
  const next = more ? { link: '<https://api.github.com/next>; rel="next"' } : {};
  const limits = { ...next, "x-ratelimit-limit": "5000", "x-ratelimit-remaining": "4999" };
  if (to !== undefined) return void response.writeHead(status, { ...limits, location: to }).end();
  if (text !== undefined)
    return void response
      .writeHead(status, { ...limits, "content-type": "application/vnd.github.diff; charset=utf-8" })
      .end(text);
  response
    .writeHead(status, { ...limits, "content-type": "application/json; charset=utf-8" })
    .end(JSON.stringify(json));
}
