import { find } from "../commands/scene.ts";
import type { Programs, Rule } from "./rule.ts";

/** One rule for many names. */
export function each(names: string, rule: Rule): Programs {
  return Object.fromEntries(names.split(" ").map((name) => [name, rule]));
}
/** Fetches something and may run it as well: more than installing packages by their names. */
export const ANY_INSTALL: Rule = {
  options: "*",
  operands: ["text"],
  trait: "install",
  changes: true,
  check: (call) => find(call, "opaque", "what it fetches may be anything"),
};
export const ANY_NETWORK: Rule = { options: "*", operands: ["text"], trait: "network", changes: true };
export const ANY_PUBLISH: Rule = { options: "*", operands: ["text"], trait: "publish", changes: true };
/** Packages by their plain names from where the repository says, with options that only say how. */
export const INSTALL: Rule = {
  options:
    "-q --quiet -v --verbose -y --yes --no-interaction --offline --locked --frozen --dev -D --no-dev -U --upgrade --no-cache --prefer-dist --optimize-autoloader",
  operands: ["package"],
  trait: "install",
  changes: true,
};
