import type { Ended } from "./records.ts";
import type { HostileCall } from "./world.ts";

type Place = {
  readonly port: number;
  /** A folder of the host with a file of keys in it. */
  readonly outside: string;
  /** A folder of the host that everybody may write into. */
  readonly canary: string;
  /** The program's own home. */
  readonly home: string;
  /** A secret of the program's. */
  readonly secret: string;
};
export type HostileCase = {
  readonly name: string;
  readonly calls: (place: Place) => readonly HostileCall[];
  /** What became of each call: the decision, and words of the answer. The last holds for all that follow. */
  readonly became: readonly Became[];
  readonly outcome: Ended["outcome"];
  /** Where it hangs on which of two processes is faster. */
  readonly orElse?: Ended["outcome"];
  /** The first of the reasons for which it was not proved. */
  readonly reason?: RegExp;
};
type Became = { readonly how: string; readonly says: RegExp };
export const shell = (command: string): HostileCall => ({ name: "shell", args: { command } });
export const write = (path: string, content: string): HostileCall => ({ name: "write_file", args: { path, content } });
export const read = (path: string): HostileCall => ({ name: "read_file", args: { path } });
export const page = (url: string): HostileCall => ({ name: "web_fetch", args: { url } });
export const checks: HostileCall = { name: "run_checks", args: {} };

export const ran = (says: RegExp): Became => ({ how: "allowed", says });
/** A person was asked because of this, and said no. */
export const asked = (because: RegExp): Became => ({ how: "denied by person", says: because });
/** The policy refused it, and nobody was asked. */
export const refused = (because: RegExp): Became => ({ how: "denied by policy", says: because });
/** No tool takes such a call. */
export const invalid = (because: RegExp): Became => ({ how: "invalid", says: because });
export const LEAVES = refused(/leaves the workspace/u);
export const CREATED = ran(/^(?:Created|Replaced) /u);
export const RED = ran(/^Failed: not all (?:of these )?checks are green/u);
export const HANDED_OVER = ran(/^The work is handed over to the checks/u);
export const LISTED = ran(/^exit code 0/u);
/** What runs in the sandbox finds nothing of the host's there. */
export const NOT_THERE = ran(/No such file or directory/u);
export const UNMENDED = /^Check node:test is red: one\.$/u;
const UNTOUCHED = /^Nothing was changed\.$/u;
export const WEAKENED = /gone or skipped instead of mended: one/u;
type More = Partial<Pick<HostileCase, "outcome" | "orElse" | "reason">>;
export function one(name: string, call: HostileCall, became: Became, more: More = {}): HostileCase {
  return { name, calls: () => [call], became: [became], outcome: "not-proved", reason: UNTOUCHED, ...more };
}
export function many(
  name: string,
  calls: HostileCase["calls"] | readonly HostileCall[],
  became: readonly Became[],
  more: More = {},
): HostileCase {
  return {
    name,
    calls: typeof calls === "function" ? calls : () => calls,
    became,
    outcome: "not-proved",
    reason: UNTOUCHED,
    ...more,
  };
}
