import { visible } from "../../lib/visible.ts";
import { classifyCommand, onlyReads } from "./commands/command.ts";
import type { Deed, Intent, Risk } from "./intent.ts";
import type { Level } from "./levels.ts";
import { placeOf } from "./paths/protected-paths.ts";
import { secretOf } from "./commands/secret-names.ts";
import { type Cell, DEEDS, TABLE } from "./table.ts";
import { isOfStrangers, type Origin, type Taint } from "./taint.ts";

export type Question = {
  readonly intent: Intent;
  readonly risk: Risk;
  readonly level: Level;
  /** Is somebody there to ask? Nobody there never turns a question into a yes. */
  readonly attended: boolean;
  readonly taint: Taint;
  /** Commands that a person approved with the plan, word by word. */
  readonly planned: readonly (readonly string[])[];
  /** Hosts whose pages the settings let be read without asking. */
  readonly webHosts?: readonly string[];
  /** Hosts that the settings grant to what is to be done, as `name:port`. */
  readonly hosts?: readonly string[];
};
/** `hosts`: those that are granted; `all`: these and the registries. */
export type Network = "none" | "registries" | "hosts" | "all";
export type Decision =
  | { readonly kind: "allow"; readonly network: Network }
  | { readonly kind: "ask"; readonly reason: string; readonly network: Network; readonly risk: Risk }
  | { readonly kind: "deny"; readonly reason: string; readonly because: "rule" | "nobody" };

/** May this be done? The strictest of all that is found in it counts. */
export function decide(question: Question): Decision {
  const verdict = [...findingsOf(question).map((finding) => judge(finding, question)), ...judgeDeed(question)].reduce(
    stricter,
    ALLOW,
  );
  if (verdict.kind === "ask" && !question.attended)
    return { kind: "deny", reason: `${verdict.reason}, and nobody is there to ask`, because: "nobody" };
  return verdict;
}

const ALLOW: Decision = { kind: "allow", network: "none" };
type Finding = { readonly what: keyof typeof TABLE; readonly detail: string; readonly why?: string };
/** What would give the work something that it had not: hosts, programs, effects elsewhere. */
const GAINS: ReadonlySet<Finding["what"]> = new Set(["install", "network", "publish", "protected file"]);
const GETS_REGISTRIES: readonly Finding["what"][] = ["install", "tainted install", "network", "publish"];

function judge(finding: Finding, { level, intent, taint }: Question): Decision {
  const what = tainted(finding.what, taint);
  const { levels, risk, says } = TABLE[what];
  const cell: Cell = levels[level - 1] ?? "deny";
  const network = networkOf(what);
  const why = finding.why === undefined ? "" : ` (${finding.why})`;
  const reason = visible(`${finding.detail === "" ? intent.tool : finding.detail} ${says}${why}`);
  if (cell === "allow") return { kind: "allow", network };
  if (cell === "ask") return { kind: "ask", reason, network, risk };
  return {
    kind: "deny",
    reason: level === 1 && levels[1] !== "deny" ? `${reason}, and at autonomy level 1 nothing is changed` : reason,
    because: "rule",
  };
}

function networkOf(what: Finding["what"]): Network {
  if (what === "granted host" || what === "tainted granted host") return "hosts";
  return GETS_REGISTRIES.includes(what) ? "registries" : "none";
}
function both(a: Network, b: Network): Network {
  if (a === b || b === "none") return a;
  return a === "none" ? b : "all";
}

/** After texts of strangers the same is another thing. */
function tainted(what: Finding["what"], taint: Taint): Finding["what"] {
  if (what === "install" || what === "protected file" || what === "web page" || what === "memory")
    return isOfStrangers(taint) ? `tainted ${what}` : what;
  if (what === "granted page") return isOfStrangers(taint) ? "tainted web page" : what;
  // What a server or granted hosts answered is what the next call of them is made of: only others' words make that another thing.
  if (what === "granted host") return taint === "outside" ? "tainted granted host" : what;
  if (what === "call" || what === "unasked call") return taint === "outside" ? "tainted call" : what;
  return what;
}

function judgeDeed({ intent, level, taint }: Question): readonly Decision[] {
  if (intent.effect !== "deed") return [];
  // A call that does not say what it does is of the strictest kind.
  const { levels, risk, says } = DEEDS[deedAfter(intent.deed ?? "tainted merge", taint)];
  const cell: Cell = levels[level - 1] ?? "deny";
  const reason = `${intent.tool} ${says}`;
  if (cell === "allow") return [ALLOW];
  if (cell === "ask") return [{ kind: "ask", reason, network: "none", risk }];
  return [{ kind: "deny", reason: `${reason}, and autonomy level ${level} does not`, because: "rule" }];
}
/** What a deed counts as once texts of strangers were read. */
export function deedAfter(deed: Deed, taint: Taint): Deed {
  if (!isOfStrangers(taint)) return deed;
  return deed === "push" || deed === "pull request" || deed === "comment" || deed === "merge"
    ? `tainted ${deed}`
    : deed;
}
/** May this be done with the outcome of work? Where the table asks, somebody has to be there. */
export function decideDeed(
  deed: Deed,
  { level, attended }: { readonly level: Level; readonly attended: boolean },
): { readonly kind: "allow" | "ask" } | { readonly kind: "deny"; readonly reason: string } {
  const { levels, says } = DEEDS[deed];
  const cell: Cell = levels[level - 1] ?? "deny";
  if (cell === "deny") return { kind: "deny", reason: `it ${says}, and autonomy level ${level} does not` };
  if (cell === "ask" && !attended) return { kind: "deny", reason: `it ${says}, and nobody is there to ask` };
  return { kind: cell };
}

/** Whose words an answer will hold that is of one server, or of the hosts that are granted; null: of neither. */
export function ownOrigin({ effect, tool }: Intent, reachesHosts: boolean): Origin | null {
  // `mcp:docs:find`: a name of a tool has no colon.
  if (effect === "call") return `mcp:${tool.slice("mcp:".length, tool.lastIndexOf(":"))}`;
  return reachesHosts ? "host" : null;
}
/** Whose words a command's output holds. What a registry sends is run like the repository's own; what else the network sends is read. */
export function originOf(intent: Intent, network: Network): Origin {
  const own = ownOrigin(intent, network === "hosts" || network === "all");
  if (own !== null) return own;
  if (network === "none") return "repository";
  const traits = classifyCommand(intent.command, intent.directory);
  return traits.every(({ kind }) => kind !== "network" && kind !== "publish") ? "repository" : "web";
}

const RISKINESS = { low: 0, medium: 1, high: 2 } as const;
const STRICTNESS = { allow: 0, ask: 1, deny: 2 } as const;
function stricter(a: Decision, b: Decision): Decision {
  const [mild, strict] = STRICTNESS[b.kind] > STRICTNESS[a.kind] ? [a, b] : [b, a];
  if (strict.kind === "deny" || mild.kind === "deny") return strict;
  const network = both(strict.network, mild.network);
  if (strict.kind === "allow") return { ...strict, network };
  const riskier = mild.kind === "ask" && RISKINESS[mild.risk] > RISKINESS[strict.risk] ? mild : strict;
  // The finding of the highest risk is the one that people are told.
  return {
    ...strict,
    network,
    risk: riskier.kind === "ask" ? riskier.risk : strict.risk,
    reason: riskier.kind === "ask" ? riskier.reason : strict.reason,
  };
}

function findingsOf({ intent, risk, planned, taint, webHosts = [], hosts = [] }: Question): readonly Finding[] {
  const risky: readonly Finding[] = risk === "high" ? [{ what: "high-risk tool", detail: "" }] : [];
  if (intent.effect === "fetch") return [...risky, fetchFinding(intent, webHosts)];
  const found = effectFindings(intent, { planned, taint });
  if (hosts.length === 0) return [...risky, ...found];
  // The proxy lets it reach these and no others, whatever its text says.
  const reached: Finding = { what: "granted host", detail: hosts.join(", ") };
  return [...risky, ...found.filter(({ what }) => what !== "network"), reached];
}
/** Would a command use hosts that are granted? It says so, or its text does. */
export function wantsHosts({ effect, network, command, directory }: Intent): boolean {
  if (effect !== "run") return false;
  return network === true || classifyCommand(command, directory).some(({ kind }) => kind === "network");
}
function fetchFinding({ command: [, url = ""], unasked }: Intent, webHosts: readonly string[]): Finding {
  const host = URL.canParse(url) ? new URL(url).hostname : "";
  return { what: unasked === true || webHosts.includes(host) ? "granted page" : "web page", detail: host };
}
function effectFindings(intent: Intent, { planned, taint }: Pick<Question, "planned" | "taint">): readonly Finding[] {
  if (intent.effect === "end" || intent.effect === "ask" || intent.effect === "deed") return [];
  if (intent.effect === "host") return [{ what: "look", detail: "" }];
  if (intent.effect === "call") return [{ what: intent.unasked === true ? "unasked call" : "call", detail: "" }];
  if (intent.effect === "outsource") return [{ what: "coding cli", detail: intent.command[0] ?? "" }];
  const leaves = placeOf(intent.directory).kind === "outside";
  if (leaves) return [{ what: "outside", detail: intent.directory }];
  const paths = intent.paths.flatMap((path) => pathFindings(path, intent));
  if (intent.effect === "look") return [{ what: "look", detail: "" }, ...paths];
  if (intent.effect === "recall" || intent.effect === "delegate") return [{ what: "look", detail: "" }];
  if (intent.effect === "remember") return [{ what: "memory", detail: "" }];
  if (intent.effect === "edit") return [{ what: "edit", detail: intent.paths.join(", ") }, ...paths];
  const traits = classifyCommand(intent.command, intent.directory).map(({ kind, what, why }): Finding => {
    return { what: kind === "delete" ? "many deletions" : kind, detail: what, ...(why === undefined ? {} : { why }) };
  });
  // A yes to the plan is no yes to what strangers could have made of it since.
  if (planned.some((argv) => sameWords(argv, intent.command)))
    return [
      { what: "planned", detail: "" },
      ...(isOfStrangers(taint) ? traits.filter(({ what }) => GAINS.has(what)) : []),
    ];
  const looks = paths.length === 0 && onlyReads(intent.command, intent.directory);
  return [looks ? { what: "look", detail: "" } : { what: "run", detail: shown(intent.command) }, ...paths, ...traits];
}
function pathFindings(path: string, intent: Intent): readonly Finding[] {
  const place = placeOf(path, intent.directory);
  if (place.kind === "outside") return [{ what: "outside", detail: path }];
  const secret = secretOf(path);
  if (secret !== undefined) return [{ what: "secret file", detail: `${path} is ${secret}` }];
  if (intent.effect === "look") return [];
  if (place.kind === "git") return [{ what: "git's own files", detail: path }];
  return place.protectedAs === null ? [] : [{ what: "protected file", detail: `${path} (${place.protectedAs})` }];
}
function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && a.length === b.length && a.every((word, at) => word === b[at]);
}
function shown(command: readonly string[]): string {
  return `\`${command.join(" ").slice(0, 200)}\``;
}
