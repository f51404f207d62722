/** Pages of the web, got by the host and never by a sandbox. */
export interface Web {
  /**
   * Gets one page, by a guard that judges each address on the way. Redirects are followed within its host and those of `hosts`.
   * Never throws for what a page or server does.
   */
  page(url: string, options: { readonly hosts: readonly string[]; readonly signal: AbortSignal }): Promise<Page>;
}
export type Page =
  | {
      readonly kind: "page";
      readonly url: string;
      readonly title: string | null;
      /** Readable text, valid UTF-8; of a page of HTML without its marks. */
      readonly text: string;
      /** There was more than was read. */
      readonly cut: boolean;
    }
  /** It sends on to another host, which was not asked for. */
  | { readonly kind: "elsewhere"; readonly url: string }
  | { readonly kind: "not-had"; readonly reason: string };
/** A search engine that the owner chose. */
export interface Search {
  /** Never throws for what the engine does. */
  find(query: string, signal: AbortSignal): Promise<SearchResults>;
}
export type SearchResults =
  | { readonly kind: "found"; readonly results: readonly SearchResult[] }
  | { readonly kind: "not-had"; readonly reason: string };
/** One line each, valid UTF-8. */
type SearchResult = { readonly title: string; readonly url: string; readonly snippet: string };
