import { bold, bullets, code, details, italic, paragraph, type Block, type Inline } from "../../../lib/blocks.ts";
import { counted } from "../../../lib/counted.ts";
import type { Instant } from "../../../lib/time.ts";
import { own } from "../../../lib/own.ts";
import { visible } from "../../../lib/visible.ts";
import type { Approval, ApprovalSubject } from "../../policy/approvals/approval.ts";
import { tellOrigins } from "../../policy/taint.ts";
import { describeGrant, grantOf } from "../../policy/approvals/like.ts";
import type { Task } from "../../tasks/task.ts";
import { WEB_SEARCH } from "../../tools/web-names.ts";
import { decisionText, ceilingText } from "./approval-state.ts";
import { cliTitle, effectBlocks, purseTitle, MOST_COMMAND, MOST_CONTENT, shownCommand } from "./view-effect.ts";
import { questionBlocks, questionLine } from "../interview/view-question.ts";
import { cutText } from "../../../lib/cut-text.ts";
import { utcMinute } from "../../../lib/utc-time.ts";

const RISK_MARK = { low: "🟢 low risk", medium: "🟡 medium risk", high: "🔴 high risk" } as const;
const MOST_HOSTS = 12;
/** Of hosts in one sentence; more stand in the list below. */
const MOST_NAMED = 3;

/** The question as a person reads it: exactly what would run, why it is asked, and what became of it. */
export function approvalBlocks(approval: Approval, task: Task, requester: string): Block[] {
  const { subject, risk, reason, hash, state } = approval;
  if (subject.kind === "ask") return questionBlocks(approval, task);
  const like = grantOf(subject);
  return [
    paragraph(bold(`🔐 Task ${task.id} asks: ${titleOf(subject)}`)),
    paragraph(RISK_MARK[risk], ": ", ...withCode(reason), "."),
    ...(subject.read === undefined
      ? []
      : [
          paragraph(
            bold("⚠️ It has read "),
            `${tellOrigins(subject.read)}: what it wants may be theirs and not yours.`,
          ),
        ]),
    ...(subject.found === undefined
      ? []
      : [bullets(...subject.found.map((found): Inline[] => ["What reads like orders: ", visible(found), "."]))]),
    ...effectBlocks(subject),
    paragraph("For “", visible(task.plan.title), "”, asked by ", requester, ". ", ...reachOf(subject)),
    details(`Bound to ${hash.slice(0, 8)}…: if any of this changes, it is asked again`, bullets(...factsOf(approval))),
    ...(like === null || state.kind !== "pending"
      ? []
      : [paragraph(italic("“Like this” would allow, for this task: "), ...withCode(describeGrant(like)), ".")]),
    paragraph(...(state.kind === "pending" ? waitsUntil(approval.expiresAt) : [bold(decisionText(approval))])),
  ];
}
/** One line, for lists, notifications and the reminder. */
export function approvalLine({ subject }: Pick<Approval, "subject">): string {
  return subject.kind === "ask" ? questionLine(subject) : `${titleOf(subject)}: ${oneLine(subject)}`;
}
function oneLine(subject: ApprovalSubject): string {
  const { kind, command, paths, maxCostUsd } = subject;
  const text =
    kind === "spend"
      ? `up to ${ceilingText(maxCostUsd)} ${purseTitle(subject) ?? "in all"}`
      : (command.length > 0 ? command : paths).join(" ");
  return cutText(visible(text.replaceAll(/\s+/g, " ").trim()), 150);
}
function titleOf(subject: ApprovalSubject): string {
  const { kind, tool } = subject;
  switch (kind) {
    case "run":
      return "run a command";
    case "edit":
      return "change a file";
    case "fetch":
      return tool === WEB_SEARCH ? "search the web" : "read a page of the web";
    case "look":
      return `use ${tool}`;
    case "call":
      return `call ${visible(tool)}`;
    case "remember":
      return "keep something in memory";
    case "deed":
      return own(DEED_TITLES, tool) ?? "do something on the code host";
    case "outsource":
      return `hand work to ${cliTitle(subject)}`;
    case "spend":
      return "spend more";
    case "ask":
      return "know something";
  }
}
/** Of what is asked by itself, and of the tools that reach there. */
const DEED_TITLES: Readonly<Record<string, string>> = {
  "pull request": "open a pull request",
  merge: "merge a pull request",
  gh: "write to the code host",
  git: "push to the code host",
};
/** Words between backticks as code. */
function withCode(text: string): Inline[] {
  return visible(text)
    .split(/`([^`]+)`/)
    .flatMap((part, at): Inline[] => (part === "" ? [] : [at % 2 === 1 ? code(part) : part]));
}
function waitsUntil(at: Instant): Inline[] {
  return [
    bold("It waits until "),
    { kind: "time", at, text: utcMinute(at) },
    bold(". Without an answer it is not run."),
  ];
}
function factsOf({ subject, hash }: Approval): Inline[][] {
  const { tool, directory, hosts, image, commit, maxCostUsd } = subject;
  const purse = purseTitle(subject);
  const of = purse === null ? "" : ` ${purse}`;
  const budget: Inline[] =
    maxCostUsd === null
      ? ["price ceiling of the task: none"]
      : subject.kind === "spend"
        ? [`price ceiling of the task${of}: from ${ceilingText(Number(subject.content))} to ${ceilingText(maxCostUsd)}`]
        : [`price ceiling of the task: ${ceilingText(maxCostUsd)}`];
  const facts: Inline[][] = [];
  if (subject.kind === "deed")
    return [
      ["on ", code(hosts.join(", "))],
      ["commit ", code(commit)],
      ["its hash ", code(hash)],
    ];
  if (subject.kind !== "spend")
    facts.push(
      ["tool ", code(tool), " in ", directory === "" ? "the workspace" : code(directory)],
      networkFact(hosts),
      ["sandbox ", code(image)],
      ["the workspace as it is at commit ", code(commit)],
    );
  return [...facts, budget, ["its hash ", code(hash)]];
}
/** How far it reaches, in a few words; the list stands among the facts. */
function reachOf({ kind, hosts }: ApprovalSubject): Inline[] {
  if (kind === "spend") return [];
  if (kind === "deed")
    return [bold("It is done outside of the sandbox"), ", on the code host, with the owner's token."];
  if (kind === "call") return [bold("It is done outside of the sandbox"), ", by the server of that tool."];
  if (kind === "outsource") return ["It has no network but ", code(hosts.join(", ")), ", where its model is."];
  if (hosts.length === 0) return ["It has no network."];
  const named = hosts.length > MOST_NAMED ? "" : ` (${hosts.map(visible).join(", ")})`;
  return [bold(`It has network: ${counted(hosts.length, "host")}`), `${named}, no others.`];
}
function networkFact(hosts: readonly string[]): Inline[] {
  if (hosts.length === 0) return ["network: none"];
  const more = hosts.length - MOST_HOSTS;
  return [
    "network, these hosts only: ",
    code(hosts.slice(0, MOST_HOSTS).join(", ")),
    ...(more > 0 ? [` and ${more} more, whole in the file beside this`] : []),
  ];
}

/** Everything the approval is bound to, to the last byte; null when the message itself says it all. */
export function wholeSubject({ subject, hash, id }: Approval): string | null {
  const { content, hosts } = subject;
  const [ofCommand, ofContent] = [visible(shownCommand(subject)).length, visible(content).length];
  if (ofCommand <= MOST_COMMAND && ofContent <= MOST_CONTENT && hosts.length <= MOST_HOSTS) return null;
  const { command, paths, directory, image, commit, tool } = subject;
  return [
    `approval ${id}, bound to ${hash}`,
    `tool: ${tool}`,
    `arguments: ${JSON.stringify(command)}`,
    `files: ${JSON.stringify(paths)}`,
    `folder: ${directory === "" ? "the workspace" : directory}`,
    `network: ${hosts.length === 0 ? "none" : hosts.join(", ")}`,
    `sandbox: ${image}`,
    `workspace at: ${commit}`,
    "",
    ...(shownCommand(subject) === "" ? [] : ["--- command", shownCommand(subject)]),
    ...(content === "" ? [] : ["--- content", content]),
  ].join("\n");
}
