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
} from "../../lib/blocks.ts";
import { utf8Length } from "../../lib/cap-text.ts";
import type { Approval, ApprovalSubject } from "../policy/approval.ts";
import { describeGrant, grantOf } from "../policy/like.ts";
import type { Button } from "../ports/messenger.ts";
import type { Task } from "../tasks/task.ts";
import { writeButtonData } from "./button-data.ts";

const RISK_MARK = { low: "🟢 low risk", medium: "🟡 medium risk", high: "🔴 high risk" } as const;
/** What is longer stands whole in a file beside the question. */
const MOST_COMMAND = 1500;
const MOST_CONTENT = 2500;
const MOST_HOSTS = 12;

/** The question as a person reads it: exactly what would run, why it is asked, and what became of it. */
export function approvalBlocks(approval: Approval, task: Task, requester: string): Block[] {
  const { subject, risk, reason, hash } = approval;
  const like = grantOf(subject);
  return [
    paragraph(bold(`🔐 Task ${task.id} asks: ${titleOf(subject)}`)),
    paragraph(RISK_MARK[risk], " · ", reason, "."),
    ...effectBlocks(subject),
    bullets(...factsOf(approval, task, requester)),
    ...(like === null || approval.state.kind !== "pending"
      ? []
      : [paragraph(italic("“Like this” would allow, for this task: "), describeGrant(like), ".")]),
    paragraph(bold(decisionText(approval)), " ", code(`#${hash.slice(0, 8)}`)),
  ];
}
/** One line, for lists, notifications and the reminder. */
export function approvalLine({ subject }: Pick<Approval, "subject">): string {
  return `${titleOf(subject)}: ${oneLine(subject)}`;
}
function oneLine({ kind, command, paths, maxCostUsd }: ApprovalSubject): string {
  const text = kind === "spend" ? `up to ${usd(maxCostUsd)} in all` : (command.length > 0 ? command : paths).join(" ");
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length > 150 ? `${line.slice(0, 149).toWellFormed()}…` : line;
}
function titleOf({ kind, tool }: ApprovalSubject): string {
  switch (kind) {
    case "run":
      return "run a command";
    case "edit":
      return "change a file";
    case "look":
      return `use ${tool}`;
    case "spend":
      return "spend more";
  }
}
function effectBlocks(subject: ApprovalSubject): Block[] {
  const command = shownCommand(subject);
  return [
    ...(command === "" ? [] : [codeBlock(fits(command, MOST_COMMAND), "sh")]),
    ...(subject.content === "" || subject.kind === "spend"
      ? []
      : [details(`What would be written (${utf8Length(subject.content)} bytes)`, contentBlock(subject))]),
  ];
}
/** A replacement as lines taken and lines given; anything else as it is. */
function contentBlock({ tool, content }: ApprovalSubject): Block {
  const replaced = tool === "edit_file" ? replacementOf(content) : null;
  if (replaced === null) return codeBlock(fits(content, MOST_CONTENT));
  const lines = (mark: string, text: string) => text.split("\n").map((line) => `${mark} ${line}`);
  const all = replaced.everywhere ? ["@@ every place where this stands @@"] : [];
  return codeBlock(
    fits([...all, ...lines("-", replaced.old), ...lines("+", replaced.text)].join("\n"), MOST_CONTENT),
    "diff",
  );
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
function fits(text: string, most: number): string {
  return text.length <= most
    ? text
    : `${text.slice(0, most).toWellFormed()}\n[… goes on: whole in the file beside this …]`;
}
function factsOf({ subject, hash }: Approval, task: Task, requester: string): Inline[][] {
  const { tool, directory, hosts, image, commit, maxCostUsd } = subject;
  const budget: Inline[] =
    maxCostUsd === null
      ? ["price ceiling of the task: none"]
      : subject.kind === "spend"
        ? [`price ceiling of the task: from ${usd(Number(subject.content))} to ${usd(maxCostUsd)}`]
        : [`price ceiling of the task: ${usd(maxCostUsd)}`];
  const facts: Inline[][] = [["for “", task.plan.title, "”, asked by ", requester]];
  if (subject.kind !== "spend")
    facts.push(
      ["tool ", code(tool), " in ", directory === "" ? "the workspace" : code(directory)],
      networkFact(hosts),
      ["sandbox ", code(image)],
      ["workspace at ", code(commit.slice(0, 12))],
    );
  return [...facts, budget, ["bound to ", code(hash.slice(0, 16)), ": anything else is asked again"]];
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
function usd(amount: number | null): string {
  return amount === null ? "no limit" : `$${amount.toFixed(2)}`;
}

/** Everything the approval is bound to, to the last byte; null when the message itself says it all. */
export function wholeSubject({ subject, hash, id }: Approval): string | null {
  const { content, hosts } = subject;
  if (shownCommand(subject).length <= MOST_COMMAND && content.length <= MOST_CONTENT && hosts.length <= MOST_HOSTS)
    return null;
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

export function approvalKeyboard({ id, state, subject }: Approval): readonly (readonly Button[])[] {
  const data = (action: string) => writeButtonData({ kind: "approval", id, action });
  if (state.kind === "expired") return [[{ text: "Ask again", data: data("again"), style: "primary" }]];
  if (state.kind !== "pending") return [];
  if (subject.kind === "spend")
    return [
      [
        {
          text: `Raise by ${usd((subject.maxCostUsd ?? 0) - Number(subject.content))}`,
          data: data("approve"),
          style: "success",
        },
      ],
      [{ text: "End", data: data("deny"), style: "danger" }],
    ];
  const like: Button[] = [{ text: "Approve like this for this task", data: data("like"), style: "primary" }];
  return [
    [{ text: "Approve once", data: data("approve"), style: "success" }],
    ...(grantOf(subject) === null ? [] : [like]),
    [
      { text: "Deny", data: data("deny"), style: "danger" },
      { text: "Deny and say why", data: data("why") },
    ],
  ];
}
function decisionText({ state, subject }: Approval): string {
  const like = grantOf(subject);
  switch (state.kind) {
    case "pending":
      return "It waits. Nobody answering never means yes.";
    case "approved":
      return `🕓 Approved by ${state.byName}, waiting to be taken up.`;
    case "used":
      return state.scope === "task" && like !== null
        ? `✅ Approved by ${state.byName} and taken up. For the rest of this task this needs no new question: ${describeGrant(like)}.`
        : `✅ Approved once by ${state.byName} and taken up.`;
    case "denied":
      return `⛔ Denied by ${state.byName}${state.words === null ? "" : `: “${state.words}”`}. ${subject.kind === "spend" ? "Nothing more is spent." : "It was not run."}`;
    case "expired":
      return "⌛ Expired without an answer: not approved, not run. The task waits with all it has done.";
    case "void":
      return `↪️ Void: ${state.why}. It was not run.`;
  }
}
