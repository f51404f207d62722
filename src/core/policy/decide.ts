import { classifyCommand, onlyReads } from "./command.ts";
import type { Intent, Risk } from "./intent.ts";
import { placeOf } from "./protected-paths.ts";
import { secretOf } from "./secret-names.ts";

/** 1 looks only; 2 asks before each change; 3 acts in the sandbox and asks before anything leaves it; 4 may install packages; 5 asks least. */
export type Level = 1 | 2 | 3 | 4 | 5;
/** What the work has read so far: the requester's words, the repository, or texts of strangers (a ticket, a web page). */
export type Taint = "none" | "repository" | "outside";
export type Question = {
  readonly intent: Intent;
  readonly risk: Risk;
  readonly level: Level;
  /** Is somebody there to ask? Nobody there never turns a question into a yes. */
  readonly attended: boolean;
  readonly taint: Taint;
  /** Commands that a person approved with the plan, word by word. */
  readonly planned: readonly (readonly string[])[];
};
export type Network = "none" | "registries";
export type Decision =
  | { readonly kind: "allow"; readonly network: Network }
  | { readonly kind: "ask"; readonly reason: string; readonly network: Network; readonly risk: Risk }
  | { readonly kind: "deny"; readonly reason: string; readonly because: "rule" | "nobody" };

/** May this be done? The strictest of all that is found in it counts. */
export function decide(question: Question): Decision {
  const verdict = findingsOf(question)
    .map((finding) => judge(finding, question))
    .reduce(stricter, ALLOW);
  if (verdict.kind === "ask" && !question.attended)
    return { kind: "deny", reason: `${verdict.reason}, and nobody is there to ask`, because: "nobody" };
  return verdict;
}

const ALLOW: Decision = { kind: "allow", network: "none" };
type Finding = { readonly what: keyof typeof TABLE; readonly detail: string; readonly why?: string };
type Cell = "allow" | "ask" | "deny";
/** What each level does about each finding: levels 1 to 5 from left to right. */
const TABLE = {
  look: { levels: ["allow", "allow", "allow", "allow", "allow"], risk: "low", says: "reading" },
  planned: { levels: ["allow", "allow", "allow", "allow", "allow"], risk: "low", says: "part of the approved plan" },
  edit: { levels: ["deny", "ask", "allow", "allow", "allow"], risk: "low", says: "changes a file" },
  run: { levels: ["deny", "ask", "allow", "allow", "allow"], risk: "low", says: "runs a command" },
  "high-risk tool": { levels: ["deny", "ask", "ask", "ask", "allow"], risk: "high", says: "is a tool of high risk" },
  "protected file": {
    levels: ["deny", "ask", "ask", "ask", "allow"],
    risk: "high",
    says: "changes what other machines or agents will run",
  },
  "many deletions": { levels: ["deny", "ask", "ask", "allow", "allow"], risk: "medium", says: "deletes much at once" },
  install: {
    levels: ["deny", "ask", "ask", "allow", "allow"],
    risk: "medium",
    says: "installs packages over the network",
  },
  "tainted install": {
    levels: ["deny", "ask", "ask", "ask", "ask"],
    risk: "high",
    says: "installs packages after reading texts of strangers",
  },
  network: { levels: ["deny", "ask", "ask", "ask", "ask"], risk: "high", says: "needs the network" },
  publish: { levels: ["deny", "ask", "ask", "ask", "ask"], risk: "high", says: "sends something out of the sandbox" },
  opaque: { levels: ["deny", "ask", "ask", "ask", "ask"], risk: "medium", says: "is not known to be harmless" },
  secret: { levels: ["deny", "ask", "ask", "ask", "ask"], risk: "high", says: "may read keys or passwords" },
  "outside read": {
    levels: ["deny", "ask", "ask", "ask", "ask"],
    risk: "medium",
    says: "looks outside of the workspace",
  },
  wipe: { levels: ["deny", "ask", "ask", "ask", "ask"], risk: "high", says: "deletes everything there is" },
  privilege: {
    levels: ["deny", "deny", "deny", "deny", "deny"],
    risk: "high",
    says: "asks for rights that nothing in the sandbox has",
  },
  "secret file": {
    levels: ["deny", "deny", "deny", "deny", "deny"],
    risk: "high",
    says: "and is neither shown nor changed; a template of it may be",
  },
  "git's own files": {
    levels: ["deny", "deny", "deny", "deny", "deny"],
    risk: "high",
    says: "writes into .git, which only git commands may",
  },
  outside: { levels: ["deny", "deny", "deny", "deny", "deny"], risk: "high", says: "leaves the workspace" },
} as const satisfies Record<string, { levels: readonly [Cell, Cell, Cell, Cell, Cell]; risk: Risk; says: string }>;
const GETS_REGISTRIES: readonly Finding["what"][] = ["install", "tainted install", "network", "publish"];

function judge(finding: Finding, { level, intent, taint }: Question): Decision {
  const what = finding.what === "install" && taint === "outside" ? "tainted install" : finding.what;
  const { levels, risk, says } = TABLE[what];
  const cell: Cell = levels[level - 1] ?? "deny";
  const network = GETS_REGISTRIES.includes(what) ? "registries" : "none";
  const why = finding.why === undefined ? "" : ` (${finding.why})`;
  const reason = `${finding.detail === "" ? intent.tool : finding.detail} ${says}${why}`;
  if (cell === "allow") return { kind: "allow", network };
  if (cell === "ask") return { kind: "ask", reason, network, risk };
  return {
    kind: "deny",
    reason: level === 1 && levels[1] !== "deny" ? `${reason}, and at autonomy level 1 nothing is changed` : reason,
    because: "rule",
  };
}

const RISKINESS = { low: 0, medium: 1, high: 2 } as const;
const STRICTNESS = { allow: 0, ask: 1, deny: 2 } as const;
function stricter(a: Decision, b: Decision): Decision {
  const [mild, strict] = STRICTNESS[b.kind] > STRICTNESS[a.kind] ? [a, b] : [b, a];
  if (strict.kind === "deny" || mild.kind === "deny") return strict;
  const network = mild.network === "none" ? strict.network : "registries";
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

function findingsOf({ intent, risk, planned }: Question): readonly Finding[] {
  const risky: readonly Finding[] = risk === "high" ? [{ what: "high-risk tool", detail: "" }] : [];
  return [...risky, ...effectFindings(intent, planned)];
}
function effectFindings(intent: Intent, planned: Question["planned"]): readonly Finding[] {
  if (intent.effect === "end") return [];
  const leaves = placeOf(intent.directory).kind === "outside";
  if (leaves) return [{ what: "outside", detail: intent.directory }];
  const paths = intent.paths.flatMap((path) => pathFindings(path, intent));
  if (intent.effect === "look") return [{ what: "look", detail: "" }, ...paths];
  if (intent.effect === "edit") return [{ what: "edit", detail: intent.paths.join(", ") }, ...paths];
  if (planned.some((argv) => sameWords(argv, intent.command))) return [{ what: "planned", detail: "" }];
  const traits = classifyCommand(intent.command, intent.directory).map(({ kind, what, why }): Finding => {
    return { what: kind === "delete" ? "many deletions" : kind, detail: what, ...(why === undefined ? {} : { why }) };
  });
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
