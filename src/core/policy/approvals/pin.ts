import { createHash } from "node:crypto";
import { canonicalJson } from "../../../lib/canonical-json.ts";
import type { Instant } from "../../../lib/time.ts";
import type { OfferedTool } from "../../ports/mcp.ts";

/** A tool of a server exactly as the owner was shown it. Only what is approved is ever shown to a model, or called. */
export type Pin = {
  readonly id: number;
  readonly server: string;
  readonly tool: OfferedTool;
  /** What the settings let its server's sandbox reach, as `name:port`, sorted; absent: no hosts. */
  readonly hosts?: readonly string[];
  /** SHA-256, hex, of the canonical JSON of server, tool and hosts. */
  readonly hash: string;
  readonly askedAt: Instant;
  readonly state: PinState;
};
type Decided = { readonly by: number; readonly byName: string; readonly at: Instant };
/** asked → approved | refused, and between these as the owner likes; asked → replaced, when the server, or its settings, say something else by now. */
export type PinState =
  | { readonly kind: "asked" }
  | ({ readonly kind: "approved" } & Decided)
  | ({ readonly kind: "refused" } & Decided)
  | { readonly kind: "replaced"; readonly at: Instant };

/** @param hosts in any order */
export function pinHash(server: string, tool: OfferedTool, hosts: readonly string[]): string {
  const bound = { server, tool, ...hostsField(hosts) };
  return createHash("sha256").update(canonicalJson(bound)).digest("hex");
}
/** The same set of hosts is the same field. */
export function hostsField(hosts: readonly string[]): Pick<Pin, "hosts"> {
  return hosts.length === 0 ? {} : { hosts: [...new Set(hosts)].toSorted() };
}
/** What one call is bound to: what it is given, and the tool as it was approved. */
export function callContent(args: unknown, hash: string): string {
  return JSON.stringify({ arguments: args, pin: hash }, null, 2);
}
/** The pin that a call was bound to, from `callContent`; null for anything else. */
export function pinOf(content: string): string | null {
  try {
    const given: unknown = JSON.parse(content);
    if (typeof given !== "object" || given === null || !("pin" in given)) return null;
    return typeof given.pin === "string" ? given.pin : null;
  } catch {
    return null;
  }
}
