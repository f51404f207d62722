import { z } from "zod";
import type { Search } from "../core/ports/web.ts";
import { parseIpRange } from "../lib/ip-address.ts";
import { oneLine } from "../lib/one-line.ts";
import { parseJson } from "../lib/parse-json.ts";
import type { Secret } from "../lib/secret.ts";
import { guardedFetch } from "./guarded-fetch.ts";

export type SearxngOptions = {
  /** Of the instance, such as `http://127.0.0.1:8888/search`. The owner's word: it may be on this machine. */
  readonly url: string;
  /** Sent as a bearer token; a request that is sent on to another host is given up. */
  readonly key: Secret | undefined;
  readonly timeoutMs: number;
  readonly maxBytes: number;
};
const ANYWHERE = ["0.0.0.0/0", "::/0"].map((range) => parseIpRange(range));
const answer = z.object({
  results: z.array(z.object({ title: z.string(), url: z.string(), content: z.string().nullish() })).max(1000),
});

/** @see https://docs.searxng.org/dev/search_api.html; its settings must list `json` among the formats */
export function createSearxng({ url, key, timeoutMs, maxBytes }: SearxngOptions): Search {
  const place = new URL(url);
  const grants = {
    names: [place.hostname],
    ranges: ANYWHERE,
    ports: [Number(place.port || (place.protocol === "https:" ? 443 : 80))],
  };
  return {
    async find(query, signal) {
      const asked = new URL(place);
      asked.searchParams.set("q", query);
      asked.searchParams.set("format", "json");
      const fetched = await guardedFetch(
        {
          url: asked.href,
          types: ["application/json"],
          mayFollow: () => false,
          signal,
          ...(key === undefined ? {} : { headers: { authorization: `Bearer ${key.reveal()}` } }),
        },
        { grants, timeoutMs, maxBytes },
      );
      if (fetched.kind === "elsewhere") return { kind: "not-had", reason: "the search engine sends on elsewhere" };
      if (fetched.kind !== "fetched") return { kind: "not-had", reason: fetched.reason };
      if (fetched.status !== 200) return { kind: "not-had", reason: `it answered with status ${fetched.status}` };
      const read = answer.safeParse(parseJson(new TextDecoder().decode(fetched.body)));
      if (!read.success) return { kind: "not-had", reason: "its answer is not that of SearXNG" };
      return {
        kind: "found",
        results: read.data.results.map(({ title, url: found, content }) => ({
          title: oneLine(title, 200),
          url: oneLine(found, 500),
          snippet: oneLine(content ?? "", 400),
        })),
      };
    },
  };
}
