import { visible } from "../../lib/visible.ts";

/** What a guard says about one thing, and why when it is a no. */
export type Verdict =
  | { readonly verdict: "allow" }
  | {
      readonly verdict: "deny";
      readonly reason: string;
      /** Of a chain: 0 is its first address. */ readonly hop?: number;
    };

export const ALLOWED: Verdict = { verdict: "allow" };
/** @param reason with names of others in it, which are told so that nothing in them is unseen */
export function denied(reason: string): Verdict {
  return { verdict: "deny", reason: visible(reason) };
}
