import { z } from "zod";
import { Fault } from "../core/fault.ts";
import { parseJson } from "../lib/parse-json.ts";
import type { Secret } from "../lib/secret.ts";
import { type Clock, instant, SECOND_MS } from "../lib/time.ts";
import { visible } from "../lib/visible.ts";
import type { HostAnswer, HostRequest, Send } from "./send.ts";

const HOST = "GitHub";
const VERSION = "2022-11-28";
const JSON_TYPE = "application/vnd.github+json";
/** Diffs, and logs as other servers keep them, which may say nothing of what they are. */
const TEXT_TYPES = [
  "text/plain",
  "application/vnd.github.diff",
  "application/vnd.github.v3.diff",
  "text/x-diff",
  "application/octet-stream",
  "",
];
const MOST_BYTES = 8 * 1024 * 1024;
const MOST_REASON = 300;
/** What one page of a list holds at most. */
const PAGE = 100;
/** Of one list. What would be more is told, never passed over. */
const MOST_PAGES = 10;

type GithubClientOptions = {
  /** `https://api.github.com`, or `https://ghe.example.com/api/v3`; without a slash at the end. */
  readonly apiUrl: string;
  readonly token: Secret;
  /** Where the token is kept, for people. */
  readonly variable: string;
};
/** One request: what is asked for, and what it is called when it fails: "open the pull request", "pull request 12". */
type Ask = {
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly doing: string;
  readonly what: string;
  readonly signal: AbortSignal;
};
/** A path below a repository's own, with what it is for. */
export type OfRepository = (path: string, about: Omit<Ask, "path">) => Ask;
/** `whole` is false where there was more than is ever read. */
type Listed<Item> = { readonly items: readonly Item[]; readonly whole: boolean };
/** GitHub's REST API, as far as it is used: what it answers is checked, and what goes wrong is a fault. */
export interface GithubClient {
  get<Found>(schema: z.ZodType<Found>, ask: Ask): Promise<Found>;
  /** As `get`, but null where there is no such thing. */
  find<Found>(schema: z.ZodType<Found>, ask: Ask): Promise<Found | null>;
  /**
   * The pages of a list, in their order, until there are no more or what was read is enough.
   * @param schema of a page; it gives an item for each that the page holds, since their count tells whether it is the last
   */
  list<Item>(
    schema: z.ZodType<readonly Item[]>,
    ask: Ask,
    isEnough?: (items: readonly Item[]) => boolean,
  ): Promise<Listed<Item>>;
  change<Found>(
    schema: z.ZodType<Found>,
    ask: Ask & { readonly method: "POST" | "PUT" | "PATCH"; readonly body: object },
  ): Promise<Found>;
  /** The text itself, at most so many bytes of it: its beginning, or its end. */
  text(
    ask: Ask & { readonly accept: string; readonly mostBytes: number; readonly keep: "head" | "tail" },
  ): Promise<string>;
}
type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;
type Answered = Extract<HostAnswer, { kind: "answered" }>;

export function createGithubClient(
  { apiUrl, token, variable }: GithubClientOptions,
  { send, clock }: { readonly send: Send; readonly clock: Pick<Clock, "now"> },
): GithubClient {
  async function request(ask: Ask, more: Partial<HostRequest> & { readonly accept?: string }): Promise<HostAnswer> {
    ask.signal.throwIfAborted();
    const { accept = JSON_TYPE, ...rest } = more;
    const url = new URL(`${apiUrl}${ask.path}`);
    for (const [name, value] of Object.entries(ask.query ?? {})) url.searchParams.set(name, String(value));
    return send({
      method: "GET",
      url: url.href,
      headers: {
        accept,
        authorization: `Bearer ${token.reveal()}`,
        "x-github-api-version": VERSION,
        ...(rest.body === undefined ? {} : { "content-type": "application/json" }),
      },
      types: ["application/json"],
      mostBytes: MOST_BYTES,
      trusted: true,
      signal: ask.signal,
      ...rest,
    });
  }
  async function answered(ask: Ask, more: Parameters<typeof request>[1]): Promise<Answered> {
    const answer = await request(ask, more);
    if (answer.kind === "failed") throw unreachable(ask, answer.reason);
    if (answer.kind === "elsewhere")
      throw new Fault("forge.refused", { host: HOST, doing: ask.doing, reason: "the repository was moved or renamed" });
    return answer;
  }
  function faultOf(answer: Answered, { doing, what }: Ask): Fault {
    const { status, headers } = answer;
    const reason = reasonOf(answer);
    if (status === 401) return new Fault("forge.unauthorized", { host: HOST, variable });
    if (status === 404 || status === 410) return new Fault("forge.not-found", { host: HOST, what });
    if (status === 429 || (status === 403 && isRateLimit(headers, reason)))
      return new Fault("forge.rate-limited", { host: HOST, retryAt: retryAt(headers, clock.now()) });
    if (status >= 500)
      return new Fault("forge.unreachable", { host: HOST, reason: `it answers with status ${status}` });
    return new Fault("forge.refused", { host: HOST, doing, reason: reason === "" ? `status ${status}` : reason });
  }
  function read<Found>(schema: z.ZodType<Found>, answer: Answered, ask: Ask): Found | null {
    if (answer.status === 404) return null;
    if (answer.status < 200 || answer.status > 299) throw faultOf(answer, ask);
    const shaped = schema.safeParse(parsed(answer.body));
    if (shaped.success) return shaped.data;
    throw unreachable(ask, `its answer about ${ask.what} is not that of ${HOST}`);
  }
  async function found<Found>(
    schema: z.ZodType<Found>,
    ask: Ask,
    more: Parameters<typeof request>[1],
  ): Promise<Found | null> {
    return read(schema, await answered(ask, more), ask);
  }
  function missing({ what }: Ask): Fault {
    return new Fault("forge.not-found", { host: HOST, what });
  }
  return {
    find: (schema, ask) => found(schema, ask, {}),
    async get(schema, ask) {
      const got = await found(schema, ask, {});
      if (got === null) throw missing(ask);
      return got;
    },
    async list<Item>(schema: z.ZodType<readonly Item[]>, ask: Ask, isEnough?: (items: readonly Item[]) => boolean) {
      const items: Item[] = [];
      for (let page = 1; page <= MOST_PAGES; page += 1) {
        const answer = await answered({ ...ask, query: { ...ask.query, per_page: PAGE, page } }, {});
        const shown = read(schema, answer, ask);
        if (shown === null) throw missing(ask);
        items.push(...shown);
        if (!isFollowed(answer, shown.length) || isEnough?.(items) === true) return { items, whole: true };
      }
      return { items, whole: false };
    },
    async change(schema, { method, body, ...ask }) {
      const done = await found(schema, ask, { method, body: JSON.stringify(body) });
      if (done === null) throw missing(ask);
      return done;
    },
    async text({ accept, mostBytes, keep, ...ask }) {
      const most = keep === "head" ? mostBytes : MOST_BYTES;
      let answer = await request(ask, { accept, types: TEXT_TYPES, mostBytes: most });
      // Logs are kept elsewhere, at an address that is open for a minute: it is told nothing of the token.
      if (answer.kind === "elsewhere")
        answer = await send({
          method: "GET",
          url: answer.url,
          headers: {},
          types: TEXT_TYPES,
          mostBytes: most,
          trusted: false,
          signal: ask.signal,
        });
      if (answer.kind !== "answered")
        throw unreachable(ask, answer.kind === "failed" ? answer.reason : "it sends on too often");
      if (answer.status !== 200) throw faultOf(answer, ask);
      const bytes = keep === "head" ? answer.body.subarray(0, mostBytes) : answer.body.subarray(-mostBytes);
      return new TextDecoder().decode(bytes).toWellFormed();
    },
  };
}
/** A server that gives less a page than was asked for says that there is a next one. */
function isFollowed({ headers }: Answered, count: number): boolean {
  return count >= PAGE || /;\s*rel="next"/.test(String(headers["link"] ?? ""));
}
function unreachable({ signal }: Ask, reason: string): Fault {
  signal.throwIfAborted();
  return new Fault("forge.unreachable", { host: HOST, reason });
}
function parsed(body: Uint8Array): unknown {
  return parseJson(new TextDecoder().decode(body));
}
const problem = z.object({
  message: z.string().default(""),
  errors: z.array(z.union([z.string(), z.object({ message: z.string().exactOptional() })])).default([]),
});
/** Its own words, on one line: they are shown to people and models as what they are, a stranger's. */
function reasonOf({ body }: Answered): string {
  const read = problem.safeParse(parsed(body));
  if (!read.success) return "";
  const { message, errors } = read.data;
  const more = errors.map((error) => (typeof error === "string" ? error : (error.message ?? "")));
  const text = [message, ...more].filter((part) => part !== "").join("; ");
  return visible(text.replaceAll(/\s+/g, " ").trim()).slice(0, MOST_REASON).toWellFormed();
}
/** @see https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api */
function isRateLimit(headers: Headers, reason: string): boolean {
  return headers["x-ratelimit-remaining"] === "0" || headers["retry-after"] !== undefined || /rate limit/i.test(reason);
}
function retryAt(headers: Headers, now: number) {
  const after = Number(headers["retry-after"] ?? Number.NaN);
  if (Number.isFinite(after)) return instant(now + after * SECOND_MS);
  const reset = Number(headers["x-ratelimit-reset"] ?? Number.NaN);
  return Number.isFinite(reset) ? instant(reset * SECOND_MS) : null;
}
