import type { Kind, Rule } from "./rule.ts";

type Option =
  | { readonly kind: "flag" }
  | { readonly kind: "tells" }
  /** `attached`: only after `=`, or not at all. */
  | { readonly kind: "value"; readonly of: Kind; readonly attached: boolean };
export type Options = ReadonlyMap<string, Option>;

/** @returns a rule's options by name; `-#` stands for any number */
export function optionsOf(rule: Rule): Options {
  return new Map((rule.options ?? "").split(" ").filter(Boolean).map(readOption));
}
function readOption(text: string): [string, Option] {
  if (text.endsWith("!")) return [text.slice(0, -1), { kind: "tells" }];
  const found = /^([^=?]+)([=?])(\w*)$/.exec(text);
  if (found === null) return [text, { kind: "flag" }];
  const [, name = "", mark, kind] = found;
  return [name, { kind: "value", of: kind === "" ? "text" : (kind as Kind), attached: mark === "?" }];
}
