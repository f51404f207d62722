import { bold, bullets, code, details, paragraph, type Block, type Inline } from "../../../lib/blocks.ts";
import { parseMarkdown } from "../../../lib/markdown.ts";
import type { Diff } from "../../ports/repositories.ts";
import { duration } from "../../../lib/measure.ts";
import { networkBlocks } from "./view-network.ts";
import { heldBlocks } from "../../pipelines/view-held.ts";
import type { CheckRun, Proof } from "../../tasks/proof.ts";
import type { Outcome, Phase, Task } from "../../tasks/task.ts";

export const PHASE_TEXT: Readonly<Record<Phase, string>> = {
  preparing: "preparing a copy",
  "checking-before": "running the checks before the work",
  working: "working",
  "checking-after": "running the checks on the result",
};
/** A task's state in one line, for lists. */
export function stateLine({ state }: Task): string {
  switch (state.kind) {
    case "planned":
      return "waits for your approval";
    case "cancelled":
      return "cancelled";
    case "queued":
      return "queued";
    case "running":
      return PHASE_TEXT[state.phase];
    case "interrupted":
      return state.approvalId === undefined ? `interrupted: ${state.reason}` : state.reason;
    case "ended":
      return outcomeLine(state.outcome);
  }
}
export function outcomeLine(outcome: Outcome): string {
  switch (outcome.kind) {
    case "done":
      return outcome.verdict.kind === "open"
        ? "done and proved, waits for Apply or Discard"
        : outcome.verdict.kind === "applied"
          ? `applied as ${outcome.verdict.branch}`
          : outcome.verdict.kind === "rolled-back"
            ? "applied, and rolled back"
            : "done, discarded";
    case "not-proved":
      return "not proved";
    case "gave-up":
      return `gave up: ${GAVE_UP[outcome.over]}`;
    case "failed":
      return `failed: ${outcome.reason}`;
    case "denied":
      return outcome.by === "person"
        ? `ended: you denied ${outcome.action}`
        : `ended: nobody allowed ${outcome.action}`;
    case "stopped":
      return `stopped by ${outcome.by}`;
  }
}
const GAVE_UP: Readonly<Record<(Outcome & { kind: "gave-up" })["over"], string>> = {
  steps: "all its steps were used",
  tokens: "all its tokens were used",
  cost: "its money was used up",
  repetition: "it went in circles",
  time: "its time was over",
  output: "its tools had said all that they may",
};
/** The whole task in short: what the terminal and `/task` show. */
export function taskSummaryBlocks(task: Task): Block[] {
  const outcome = task.state.kind === "ended" ? task.state.outcome : null;
  return [
    paragraph(bold(`Task ${task.id}: ${task.plan.title}`)),
    paragraph(`Goal: ${task.goal}`),
    paragraph(`State: ${stateLine(task)}`),
    ...heldBlocks(task.held),
    ...networkBlocks(task.network),
    ...(outcome === null ? [] : outcomeBlocks(task, outcome, null)),
  ];
}
/** How a task ended, with its proof: what was red and is green. */
export function outcomeBlocks(task: Task, outcome: Outcome, diff: Diff | null): Block[] {
  switch (outcome.kind) {
    case "done":
      return [
        ...parseMarkdown(outcome.summary),
        ...diffLines(diff),
        ...proofBlocks(outcome.proof),
        ...verdictBlocks(task, outcome),
      ];
    case "not-proved":
      return [
        paragraph(bold("The checks did not prove it, so it is not called done."), " Your repository was not touched."),
        bullets(...outcome.reasons),
        ...(outcome.summary === "" ? [] : [details("What the model says it did", ...parseMarkdown(outcome.summary))]),
        ...diffLines(diff),
        ...proofBlocks(outcome.proof),
        ...heldBlocks(diff === null ? [] : task.held),
      ];
    case "gave-up":
      return [
        paragraph(`It gave up before it was done: ${GAVE_UP[outcome.over]}. Your repository was not touched.`),
        ...parseMarkdown(outcome.summary),
        ...(outcome.unproved === undefined ? [] : unprovedBlocks(task, outcome.unproved, diff)),
      ];
    case "failed":
      return [paragraph(outcome.reason, " Your repository was not touched.")];
    case "denied":
      return [
        paragraph(
          outcome.by === "person"
            ? "You said no to a step it could not do without: "
            : "A step needed a person's yes, and nobody gave it: ",
          code(outcome.action),
          ". Your repository was not touched.",
        ),
      ];
    case "stopped":
      return [paragraph(`Stopped by ${outcome.by}. The sandbox is gone; your repository was not touched.`)];
  }
}
function unprovedBlocks(
  { id, held }: Task,
  { reasons, proof }: NonNullable<(Outcome & { kind: "gave-up" })["unproved"]>,
  diff: Diff | null,
): Block[] {
  return [
    paragraph(bold("What it had changed until then is kept, and not proved."), ` /diff ${id} shows it.`),
    bullets(...reasons),
    ...diffLines(diff),
    ...proofBlocks(proof),
    ...heldBlocks(diff === null ? [] : held),
  ];
}
function verdictBlocks({ id }: Task, { verdict, commit }: Outcome & { kind: "done" }): Block[] {
  switch (verdict.kind) {
    case "open":
      return [
        paragraph(
          bold("Apply"),
          " writes exactly this, commit ",
          code(commit.slice(0, 12)),
          ", as a branch into your repository; your working tree and current branch stay as they are.",
        ),
      ];
    case "applied":
      return [
        paragraph(
          "✅ Applied by ",
          verdict.by,
          " as branch ",
          code(verdict.branch),
          ". See it with ",
          code(`git log -p -1 ${verdict.branch}`),
          ".",
        ),
      ];
    case "rolled-back":
      return [
        paragraph(
          `↩️ Rolled back by ${verdict.by}: branch `,
          code(verdict.branch),
          ` is removed again. (/retry ${id} does it anew.)`,
        ),
      ];
    case "discarded":
      return [
        paragraph(`🗑 Discarded by ${verdict.by}. Your repository was never touched. (/diff ${id} still shows it.)`),
      ];
  }
}
function proofBlocks({ before, after, base, commit }: Proof): Block[] {
  if (after.length === 0) return [];
  const rows = after.map((run) => [
    [run.checkId],
    [checkCell(before.find((earlier) => earlier.checkId === run.checkId))],
    [checkCell(run)],
  ]);
  return [
    paragraph(bold("Proof")),
    { kind: "table", header: [["check"], ["before"], ["after"]], rows },
    details(
      "Commits and log hashes",
      bullets(
        [code(base.slice(0, 12)), " → ", code(commit?.slice(0, 12) ?? "no change")],
        ...[...before, ...after].map((run): Inline[] => [
          `${run.checkId} at `,
          code(run.commit.slice(0, 12)),
          ` ${run.outcome}, exit ${run.exitCode ?? "none"}, `,
          duration(run.durationMs),
          ", output ",
          code(run.outputHash.slice(0, 16)),
        ]),
      ),
    ),
  ];
}
function checkCell(run: CheckRun | undefined): string {
  if (run === undefined) return "–";
  const mark = run.outcome === "green" ? "🟢" : run.outcome === "red" ? "🔴" : "⚠️";
  const tests = run.passed + run.failed.length;
  return tests === 0 ? `${mark} exit ${run.exitCode ?? "none"}` : `${mark} ${run.passed}/${tests}`;
}
function diffLines(diff: Diff | null): Block[] {
  if (diff === null) return [];
  if (diff.files.length === 0) return [paragraph("No file was changed.")];
  const shown = diff.files.slice(0, 10);
  const more = diff.files.length > shown.length ? ` and ${diff.files.length - shown.length} more files` : "";
  return [
    paragraph(
      bold(`${diff.files.length} file${diff.files.length === 1 ? "" : "s"} changed`),
      `, +${diff.added} −${diff.removed}${more}`,
    ),
    bullets(...shown.map((file): Inline[] => [code(file.path), ` +${file.added} −${file.removed}`])),
  ];
}
