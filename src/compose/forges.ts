import type { Config } from "../config/config.ts";
import type { CodeHost } from "../core/ports/code-host.ts";
import { createPulls, type Pulls } from "../core/pulls/pulls.ts";
import type { PullDependencies } from "../core/pulls/scene.ts";
import type { Delivery } from "../core/tasks/delivery.ts";
import { createGithub } from "../forges/github.ts";
import { createGithubClient } from "../forges/github-client.ts";
import type { HostAnswer, HostRequest, Send } from "../forges/send.ts";
import { guardedFetch } from "../http/guarded-fetch.ts";
import { parseIpRange } from "../lib/ip-address.ts";
import type { Secret } from "../lib/secret.ts";
import { type Clock, SECOND_MS } from "../lib/time.ts";

type Settings = Config["forges"];
type KeyOf = (variable: string) => Secret | undefined;
type Forges = {
  /** Null: none is set up, and nothing is pushed anywhere. */
  readonly host: CodeHost | null;
  /** For the host's git alone, each for its own origin. */
  readonly tokens: readonly { readonly origin: string; readonly token: Secret }[];
};
const ANYWHERE = ["0.0.0.0/0", "::/0"].map((range) => parseIpRange(range));
const TIMEOUT_MS = 30 * SECOND_MS;

/** Where there is no code host nothing is brought anywhere. */
const NO_DELIVERY: Delivery = {
  expect: () => Promise.resolve(),
  wake: () => undefined,
  remoteOf: () => Promise.resolve(null),
};
/** What brings proved work to the code host, where there is one. */
export function openPulls(
  { github }: Settings,
  host: CodeHost | null,
  deps: Omit<PullDependencies, "host">,
): { readonly pulls: Pulls | null; readonly delivery: Delivery } {
  if (host === null) return { pulls: null, delivery: NO_DELIVERY };
  const { pollSeconds, mergeMethod, mergeApprovals } = github;
  const pulls = createPulls({ pollMs: pollSeconds * SECOND_MS, mergeMethod, mergeApprovals }, { ...deps, host });
  return { pulls, delivery: pulls };
}
/** The code host of the settings, where there is a token for it. */
export function openForges({ github }: Settings, keyOf: KeyOf, clock: Pick<Clock, "now">): Forges {
  const { enabled, tokenVariable, gitOver } = github;
  const token = enabled ? keyOf(tokenVariable) : undefined;
  if (token === undefined) return { host: null, tokens: [] };
  const [apiUrl, webUrl] = [withoutSlash(github.apiUrl), withoutSlash(github.webUrl)];
  const client = createGithubClient({ apiUrl, token, variable: tokenVariable }, { send: openSend(apiUrl), clock });
  return {
    host: createGithub({ webUrl, gitOver }, client),
    tokens: [{ origin: new URL(webUrl).origin, token }],
  };
}
function withoutSlash(url: string): string {
  return url.replace(/\/+$/, "");
}
/** The API is where the owner said, which may be a private address; where it sends on to is judged as any page of the web. */
function openSend(apiUrl: string): Send {
  const place = new URL(apiUrl);
  const grants = {
    names: [place.hostname],
    ranges: ANYWHERE,
    ports: [Number(place.port || (place.protocol === "https:" ? 443 : 80))],
  };
  return async (request) => {
    const { url, trusted, mostBytes, method, headers, types, signal, body } = request;
    if (trusted && new URL(url).host !== place.host) throw new Error("a request with the token left for another host");
    const fetched = await guardedFetch(
      {
        url,
        method,
        headers,
        types,
        // What it sends on to, to be read without the token, may send on once more.
        mayFollow: () => !trusted,
        signal,
        ...(body === undefined ? {} : { body }),
      },
      { grants: trusted || isSameMachine(url, place) ? grants : {}, timeoutMs: TIMEOUT_MS, maxBytes: mostBytes },
    );
    return answerOf(fetched);
  };
}
/** A server of one's own keeps its logs itself. */
function isSameMachine(url: HostRequest["url"], { host }: URL): boolean {
  return URL.canParse(url) && new URL(url).host === host;
}
function answerOf(fetched: Awaited<ReturnType<typeof guardedFetch>>): HostAnswer {
  switch (fetched.kind) {
    case "fetched":
      return { kind: "answered", status: fetched.status, headers: fetched.headers, body: fetched.body };
    case "elsewhere":
      return fetched;
    case "refused":
    case "failed":
      return { kind: "failed", reason: fetched.reason };
  }
}
