import {
  bold,
  bullets,
  code,
  codeBlock,
  details,
  italic,
  paragraph,
  type Block,
  type Inline,
} from "../../../lib/blocks.ts";
import { counted } from "../../../lib/counted.ts";
import type { Instant } from "../../../lib/time.ts";
import { utf8Length } from "../../../lib/cap-text.ts";
import { own } from "../../../lib/own.ts";
import { visible } from "../../../lib/visible.ts";
import type { Approval, ApprovalSubject } from "../../policy/approvals/approval.ts";
import { tellOrigins } from "../../policy/taint.ts";
import { describeGrant, grantOf } from "../../policy/approvals/like.ts";
import type { Task } from "../../tasks/task.ts";
import { CODING_CLI_TITLES } from "../../ports/coding-clis.ts";
import { decisionText, ceilingText } from "./approval-state.ts";
import { questionBlocks, questionLine } from "../interview/view-question.ts";
import { cutText } from "../../../lib/cut-text.ts";
import { utcMinute } from "../../../lib/utc-time.ts";

const RISK_MARK = { low: "🟢 low risk", medium: "🟡 medium risk", high: "🔴 high risk" } as const;
/** What is longer stands whole in a file beside the question. */
const MOST_COMMAND = 1500;
const MOST_CONTENT = 2500;
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
function oneLine({ kind, command, paths, maxCostUsd }: ApprovalSubject): string {
  const text =
    kind === "spend" ? `up to ${ceilingText(maxCostUsd)} in all` : (command.length > 0 ? command : paths).join(" ");
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
      return "read a page of the web";
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
function effectBlocks(subject: ApprovalSubject): Block[] {
  if (subject.kind === "outsource") return outsourceBlocks(subject);
  const command = visible(shownCommand(subject));
  const language = subject.command.length > 0 ? "sh" : "";
  return [
    ...(command === "" ? [] : [codeBlock(fits(command, MOST_COMMAND), language)]),
    ...(subject.content === "" || subject.kind === "spend"
      ? []
      : subject.kind === "deed"
        ? [details("In these words", codeBlock(fits(visible(subject.content), MOST_CONTENT), "markdown"))]
        : subject.kind === "call"
          ? [codeBlock(fits(visible(subject.content), MOST_CONTENT), "json")]
          : subject.kind === "remember"
            ? [codeBlock(fits(visible(subject.content), MOST_CONTENT))]
            : [details(`What would be written (${utf8Length(subject.content)} bytes)`, contentBlock(subject))]),
  ];
}
/** Who does it, and all that it is told. */
function outsourceBlocks(subject: ApprovalSubject): Block[] {
  const [, model = ""] = subject.command;
  return [
    paragraph(bold(cliTitle(subject)), " with the model ", code(visible(model)), " is told:"),
    codeBlock(fits(visible(subject.content), MOST_CONTENT), ""),
  ];
}
function cliTitle({ command: [name = ""] }: ApprovalSubject): string {
  return own(CODING_CLI_TITLES, name) ?? visible(name);
}
/** A replacement as lines taken and lines given; anything else as it is. */
function contentBlock({ tool, content }: ApprovalSubject): Block {
  const replaced = tool === "edit_file" ? replacementOf(content) : null;
  if (replaced === null) return codeBlock(fits(visible(content), MOST_CONTENT), tool === "patch" ? "diff" : "");
  const lines = (mark: string, text: string) =>
    visible(text)
      .split("\n")
      .map((line) => `${mark} ${line}`);
  const all = replaced.everywhere ? ["@@ every place where this stands @@"] : [];
  const shown = [...all, ...lines("-", replaced.old), ...lines("+", replaced.text)].join("\n");
  // The marks make it longer than it stands in the content, though never twice as long: what fits there fits here.
  return codeBlock(fits(shown, 2 * MOST_CONTENT + 100), "diff");
}
function replacementOf(content: string): { old: string; text: string; everywhere: boolean } | null {
  try {
    const given: unknown = JSON.parse(content);
    if (!Array.isArray(given)) return null;
    const [old, text, everywhere]: unknown[] = given;
    return typeof old === "string" && typeof text === "string" ? { old, text, everywhere: everywhere === true } : null;
  } catch {
    return null;
  }
}
function shownCommand({ command, paths }: ApprovalSubject): string {
  const [program = "", flag = "", script] = command;
  if (command.length === 3 && /^(sh|bash)$/.test(program) && flag === "-c" && script !== undefined) return script;
  return command.length > 0 ? command.map(quoted).join(" ") : paths.join("\n");
}
/** As it would have to be typed, so that blanks inside a word are seen. */
function quoted(word: string): string {
  return /^[\w@%+=:,./^~-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
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
function fits(text: string, most: number): string {
  return text.length <= most
    ? text
    : `${text.slice(0, most).toWellFormed()}\n[… goes on: whole in the file beside this …]`;
}
function factsOf({ subject, hash }: Approval): Inline[][] {
  const { tool, directory, hosts, image, commit, maxCostUsd } = subject;
  const budget: Inline[] =
    maxCostUsd === null
      ? ["price ceiling of the task: none"]
      : subject.kind === "spend"
        ? [`price ceiling of the task: from ${ceilingText(Number(subject.content))} to ${ceilingText(maxCostUsd)}`]
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
