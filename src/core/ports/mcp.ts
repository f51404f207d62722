import type { Instant } from "../../lib/time.ts";
import type { JsonObject } from "./model.ts";

/** Servers of tools that the settings name, spoken to by the Model Context Protocol. What they say is of strangers. */
export interface McpServers {
  /** Each server as it is now, in the order of the settings. */
  list(): readonly McpServer[];
  /**
   * Calls a tool, once. Whatever goes wrong is an answer. `signal` gives it up, and the server is told so.
   * @param tool its name at the server
   */
  call(server: string, tool: string, args: JsonObject, signal: AbortSignal): Promise<McpAnswer>;
}
export type McpServer = {
  /** Lower-case letters, digits and `-`. */
  readonly name: string;
  readonly state: McpState;
  /** `sandbox`: a process in a sealed sandbox; `host`: a process of this machine; `network`: elsewhere. */
  readonly runs: "sandbox" | "host" | "network";
  /** What its sandbox reaches, as `name:port`, besides the registries. */
  readonly hosts: readonly string[];
  /** Each call asks a person. */
  readonly confirm: boolean;
  /** What it offered last and the settings allow. */
  readonly tools: readonly OfferedTool[];
  /** What it offers and is not used, with the reason: told, never called. Names with unseen characters made visible. */
  readonly ignored: readonly { readonly tool: string; readonly why: string }[];
};
export type McpState =
  | { readonly kind: "connecting" }
  | { readonly kind: "connected"; readonly since: Instant }
  /** Tried again at `retryAt`. `why` is for people: no address, no secret. */
  | {
      readonly kind: "unreachable";
      readonly since: Instant;
      readonly why: string;
      /** The last lines its program wrote of its own accord, for people only: words of a stranger. */
      readonly complaint: readonly string[];
      readonly retryAt: Instant;
    }
  /** Not tried: the settings are such that it cannot be. */
  | { readonly kind: "refused"; readonly why: string };
/** Exactly what a server said of a tool; a change of any of it is another tool. */
export type OfferedTool = {
  /** Letters, digits, `_`, `-`, `.`, `/`; at most 80. */
  readonly name: string;
  readonly description: string;
  /** JSON Schema of an object. */
  readonly schema: JsonObject;
};
export type McpAnswer =
  /** `ok` is false when the tool says that it failed. `text` is at most as long as the settings allow. */
  | { readonly kind: "answered"; readonly ok: boolean; readonly text: string }
  | { readonly kind: "not-reachable"; readonly why: string }
  | { readonly kind: "timed-out"; readonly afterMs: number }
  /** It answered with something that is no answer to a call. */
  | { readonly kind: "garbled"; readonly why: string }
  | { readonly kind: "stopped" };
