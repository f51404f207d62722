import type { Deed, Risk } from "./intent.ts";

export type Cell = "allow" | "ask" | "deny";
type Row = { readonly levels: readonly [Cell, Cell, Cell, Cell, Cell]; readonly risk: Risk; readonly says: string };

/** What each level does about each thing that is found in a call: levels 1 to 5 from left to right. */
export const TABLE = {
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
  "tainted protected file": {
    levels: ["deny", "ask", "ask", "ask", "ask"],
    risk: "high",
    says: "changes what other machines or agents will run, after reading texts of strangers",
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
  call: {
    levels: ["deny", "ask", "ask", "ask", "ask"],
    risk: "medium",
    says: "is called, and what it is given leaves the sandbox",
  },
  "unasked call": {
    levels: ["deny", "ask", "allow", "allow", "allow"],
    risk: "medium",
    says: "is called without asking, as the settings of its server say",
  },
  "tainted call": {
    levels: ["deny", "ask", "ask", "ask", "ask"],
    risk: "high",
    says: "is called after reading texts of strangers, and what it is given leaves the sandbox",
  },
  "coding cli": {
    levels: ["deny", "ask", "ask", "ask", "ask"],
    risk: "medium",
    says: "works by itself in the workspace, and shows what it reads to a model of its own, for money",
  },
  network: { levels: ["deny", "ask", "ask", "ask", "ask"], risk: "high", says: "needs the network" },
  "granted host": {
    levels: ["deny", "ask", "allow", "allow", "allow"],
    risk: "medium",
    says: "is a host that the settings grant",
  },
  "tainted granted host": {
    levels: ["deny", "ask", "ask", "ask", "ask"],
    risk: "high",
    says: "is a host that the settings grant, and would be reached after reading texts of strangers",
  },
  "granted page": {
    levels: ["allow", "allow", "allow", "allow", "allow"],
    risk: "medium",
    says: "searches with the engine of the settings, or reads a page of a host in `web_hosts`",
  },
  "web page": { levels: ["deny", "ask", "ask", "ask", "allow"], risk: "medium", says: "reads a page of the web" },
  "tainted web page": {
    levels: ["deny", "ask", "ask", "ask", "ask"],
    risk: "high",
    says: "reads a page of the web, or searches, after reading texts of strangers, which that could carry out",
  },
  memory: {
    levels: ["deny", "ask", "allow", "allow", "allow"],
    risk: "low",
    says: "keeps something in memory for later work",
  },
  "tainted memory": {
    levels: ["deny", "ask", "ask", "allow", "allow"],
    risk: "medium",
    says: "keeps something in memory for later work, after reading texts of strangers",
  },
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
} as const satisfies Record<string, Row>;

/** Deeds that nothing here does yet: their rows say what will hold once something does. */
export const NOT_DONE_YET: readonly Deed[] = ["deploy"];
/** What is done with the outcome of work, outside of any sandbox. Where it says ask, a person's own command or button is the answer. */
export const DEEDS = {
  apply: {
    levels: ["deny", "deny", "ask", "allow", "allow"],
    risk: "medium",
    says: "writes the change as a branch into the repository",
  },
  push: { levels: ["deny", "deny", "ask", "allow", "allow"], risk: "medium", says: "pushes a branch to a code host" },
  "tainted push": {
    levels: ["deny", "deny", "ask", "ask", "ask"],
    risk: "high",
    says: "pushes a branch to a code host after reading texts of strangers, which it could carry out",
  },
  "pull request": { levels: ["deny", "deny", "ask", "allow", "allow"], risk: "medium", says: "opens a pull request" },
  "tainted pull request": {
    levels: ["deny", "deny", "ask", "ask", "ask"],
    risk: "high",
    says: "opens a pull request after reading texts of strangers",
  },
  comment: {
    levels: ["deny", "deny", "ask", "allow", "allow"],
    risk: "medium",
    says: "writes a comment or an issue on a code host",
  },
  "tainted comment": {
    levels: ["deny", "deny", "ask", "ask", "ask"],
    risk: "high",
    says: "writes a comment or an issue on a code host after reading texts of strangers, which it could carry out",
  },
  merge: {
    levels: ["deny", "deny", "ask", "ask", "allow"],
    risk: "high",
    says: "merges a pull request, by the rules set",
  },
  "tainted merge": {
    levels: ["deny", "deny", "ask", "ask", "ask"],
    risk: "high",
    says: "merges a pull request after reading texts of strangers",
  },
  deploy: { levels: ["deny", "deny", "ask", "ask", "allow"], risk: "high", says: "deploys" },
  spend: { levels: ["ask", "ask", "ask", "ask", "ask"], risk: "medium", says: "spends more than the limit" },
} as const satisfies Record<Deed, Row>;
