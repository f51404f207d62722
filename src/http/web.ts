import type { Page, Web } from "../core/ports/web.ts";
import { type Fetched, type FetchGuard, guardedFetch } from "./guarded-fetch.ts";

const TYPES = [
  "text/html",
  "application/xhtml+xml",
  "text/plain",
  "text/markdown",
  "application/json",
  "application/ld+json",
  "application/xml",
  "text/xml",
  "application/rss+xml",
  "application/atom+xml",
];

export function createWeb(guard: FetchGuard): Web {
  return {
    async page(url, { hosts, signal }) {
      const asked = URL.canParse(url) ? new URL(url).hostname : "";
      const fetched = await guardedFetch(
        { url, types: TYPES, mayFollow: (host) => host === asked || hosts.includes(host), signal },
        guard,
      );
      return pageOf(fetched);
    },
  };
}
async function pageOf(fetched: Fetched): Promise<Page> {
  if (fetched.kind === "elsewhere") return fetched;
  if (fetched.kind !== "fetched") return { kind: "not-had", reason: fetched.reason };
  const { url, status, type, cut, body } = fetched;
  if (status < 200 || status >= 300) return { kind: "not-had", reason: `it answered with status ${status}` };
  const text = decoded(body, type);
  if (!/^(text\/html|application\/xhtml)/.test(type)) return { kind: "page", url, cut, title: null, text: text.trim() };
  const { pageText } = await import("./page/page-text.ts"); // an idle program reads no HTML
  return { kind: "page", url, cut, ...pageText(text, url) };
}
/** By the charset of the answer, or of the page's own head; what is none counts as UTF-8. */
function decoded(body: Uint8Array, type: string): string {
  const head = Buffer.from(body.subarray(0, 2048)).toString("latin1");
  const [, named] = /charset=["']?([\w-]+)/.exec(type) ?? /<meta[^>]{0,200}charset=["']?([\w-]+)/i.exec(head) ?? [];
  try {
    return new TextDecoder(named ?? "utf-8").decode(body).toWellFormed();
  } catch {
    return new TextDecoder().decode(body).toWellFormed();
  }
}
