import type { Secret } from "../lib/secret.ts";

/** One server of the settings. */
export type McpServerOptions = {
  readonly name: string;
  readonly reach:
    | {
        readonly kind: "stdio";
        readonly command: readonly [string, ...string[]];
        /** Runs as a process of this machine, with this machine's rights, instead of in a sandbox. */
        readonly trusted: boolean;
        /** All it finds set besides PATH and HOME. */
        readonly env: Readonly<Record<string, Secret>>;
        /** Of its sandbox. */
        readonly network: "none" | "registries";
        /** As `name:port`, beside the registries. */
        readonly hosts: readonly string[];
      }
    | {
        readonly kind: "http" | "sse";
        readonly url: string;
        readonly headers: Readonly<Record<string, Secret>>;
      };
  /** Names of tools as the server gives them, or "*". */
  readonly allow: readonly string[];
  readonly confirm: boolean;
  /** For one call, and for the answer to anything else it is asked. */
  readonly timeoutMs: number;
  /** Of one answer's text, in bytes of UTF-8. */
  readonly maxResultBytes: number;
  /** Why it cannot be used at all, for people. */
  readonly problem: string | null;
};
