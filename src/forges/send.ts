/** How requests leave: the rim joins this to the one guarded way out. */
export type Send = (request: HostRequest) => Promise<HostAnswer>;
export type HostRequest = {
  readonly method: "GET" | "POST" | "PUT" | "PATCH";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly types: readonly string[];
  readonly mostBytes: number;
  /** False: to wherever a server said, by the rules for any address of the web. */
  readonly trusted: boolean;
  readonly signal: AbortSignal;
};
export type HostAnswer =
  | {
      readonly kind: "answered";
      readonly status: number;
      /** Names in small letters. */
      readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
      readonly body: Uint8Array;
    }
  /** It sends on to another address, to which nothing was sent. */
  | { readonly kind: "elsewhere"; readonly url: string }
  /** `reason` is ours and names no address. */
  | { readonly kind: "failed"; readonly reason: string };
