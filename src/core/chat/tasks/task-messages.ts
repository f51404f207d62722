import { bold, code, italic, paragraph, type Block } from "../../../lib/blocks.ts";
import type { Clock } from "../../../lib/time.ts";
import type { Button, Messenger } from "../../ports/messenger.ts";
import type { Model } from "../../ports/model.ts";
import type { PullStore } from "../../ports/pulls.ts";
import type { Diff, Repositories } from "../../ports/repositories.ts";
import type { InboxRow, InboxStore, RepositoryStore, TaskStore } from "../../ports/store.ts";
import type { Topics } from "../../ports/topics.ts";
import { duration } from "../../../lib/measure.ts";
import { shownChange } from "../../tasks/shown-change.ts";
import type { TaskTeller } from "../../tasks/teller.ts";
import { changeOf, type Outcome, type Task } from "../../tasks/task.ts";
import { topicName } from "../../tasks/topic.ts";
import { writeButtonData } from "../desk/button-data.ts";
import { outcomeBlocks, outcomeLine, taskSummaryBlocks } from "./task-view.ts";
import { networkBlocks } from "./view-network.ts";
import { cardBlocks } from "./view-card.ts";
import { diffBlocks } from "./view-diff.ts";
import { pullLine } from "./view-pull.ts";

export type TaskMessageDependencies = {
  readonly messenger: Messenger;
  readonly git: Repositories;
  readonly repositories: RepositoryStore;
  readonly tasks: TaskStore;
  readonly pullStore: Pick<PullStore, "get">;
  readonly inbox: Pick<InboxStore, "get">;
  readonly topics: Topics;
  readonly model: Model;
  readonly clock: Clock;
};
const MOST_INLINE_DIFF = 12_000;
const MOST_FILE = 5_000_000;

/**
 * Tells a chat how a task goes. Each message has a name made of the task, so telling the same thing again, after a crash
 * as well, shows nothing twice.
 */
export function createTaskMessages(deps: TaskMessageDependencies): TaskTeller {
  return {
    moved: (task) => putNote(deps, task, "⚙️", "works in its topic."),
    async card(task, progress) {
      await put(deps, task, "card", cardBlocks(task, progress, deps.clock.now()), {
        anchor: `⚙️ Task ${task.id}: ${task.plan.title}`,
        keyboard: [[taskButton(task, "Stop", "stop", "danger")]],
        silent: true,
      });
    },
    thinking(task, text) {
      if (task.chat !== null) deps.messenger.draft(task.chat, draftOfTask(task.id), { thought: text });
    },
    async steered(task, said, takenAt) {
      if (task.chat === null) return;
      const text =
        takenAt === "too-late"
          ? `📨 Task ${task.id} ended before it could take that up. Say it as a new goal if it still matters.`
          : `📨 Task ${task.id} took that up at step ${takenAt}.`;
      await deps.messenger.put({
        key: steeringKey(said.rowId),
        chat: task.chat,
        anchor: "📨 Passed on",
        silent: takenAt !== "too-late",
        blocks: [paragraph(text)],
      });
      mark(deps, await deps.inbox.get(said.rowId), takenAt === "too-late" ? null : "done");
    },
    async ended(task) {
      if (task.state.kind === "interrupted") return tellInterrupted(deps, task);
      if (task.state.kind !== "ended") return;
      const { outcome, startedAt, endedAt } = task.state;
      if (task.topic === "open") await leaveTopic(deps, task, outcome);
      const asked = rowOf(task);
      if (outcome.kind === "done" && isFresh(deps, endedAt) && asked !== null)
        mark(deps, await deps.inbox.get(asked), "done");
      await put(
        deps,
        task,
        "card",
        [
          paragraph(bold(`⚙️ Task ${task.id}: ${task.plan.title}`)),
          paragraph(`${outcomeMark(task)} ${outcomeLine(outcome)} after `, duration(endedAt - startedAt)),
          ...networkBlocks(task.network),
        ],
        { anchor: `⚙️ Task ${task.id}: ${task.plan.title}`, silent: true },
      );
      const diff = await diffOf(deps, task);
      const pull = pullLine(await deps.pullStore.get(task.id));
      if (diff !== null && diff.text !== "") await putDiffFile(deps, task, diff);
      const open = outcome.kind === "done" && outcome.verdict.kind === "open";
      await put(
        deps,
        task,
        "result",
        [
          paragraph(bold(`${outcomeMark(task)} Task ${task.id}: ${task.plan.title}`)),
          ...(pull === null ? [] : [paragraph(...pull)]),
          ...outcomeBlocks(task, outcome, diff),
        ],
        {
          anchor: `${outcomeMark(task)} Task ${task.id}: ${outcomeLine(outcome)}`,
          ...(open ? { keyboard: resultKeyboard(task, outcome.commit) } : {}),
        },
      );
    },
  };
}
/** Turns name their drafts after their row of the inbox, which does not come so far. */
const FIRST_TASK_DRAFT = 1_000_000_000;
function draftOfTask(taskId: number): number {
  return FIRST_TASK_DRAFT + taskId;
}
/** The task whose model wrote this draft; null for the draft of an answer. */
export function taskOfDraft(draftId: number): number | null {
  return draftId > FIRST_TASK_DRAFT ? draftId - FIRST_TASK_DRAFT : null;
}
const FRESH_MS = 60_000;
/** What is best effort is not done once more when all is told again after a restart. */
function isFresh({ clock }: TaskMessageDependencies, endedAt: number): boolean {
  return clock.now() - endedAt < FRESH_MS;
}
/** The topic's name says how it ended; so does a line where the task was asked for. */
async function leaveTopic(deps: TaskMessageDependencies, task: Task, outcome: Outcome): Promise<void> {
  if (task.chat === null || task.state.kind !== "ended") return;
  if (isFresh(deps, task.state.endedAt)) deps.topics.rename(task.chat, topicName(task, outcomeMark(task)));
  await putNote(deps, task, outcomeMark(task), `– ${outcomeLine(outcome)}. Its topic has the rest.`);
}
async function putNote(deps: TaskMessageDependencies, task: Task, mark: string, says: string): Promise<void> {
  if (task.chat === null) return;
  await deps.messenger.put({
    key: `task:${task.id}:note`,
    chat: { chatId: task.chat.chatId, threadId: null },
    anchor: `${mark} Task ${task.id}`,
    silent: true,
    blocks: [paragraph(`${mark} `, bold(`Task ${task.id}: ${task.plan.title}`), ` ${says}`)],
  });
}
/** The task that a message of ours is about, by its name; null for other messages. */
export function taskOfKey(key: string): number | null {
  const id = /^task:(\d+):/.exec(key)?.[1];
  return id === undefined ? null : Number(id);
}
/** The message that says what became of something said to a task, named after the message it came with. */
export function steeringKey(rowId: number): string {
  return `update:${rowId}:reply`;
}
/** `/diff` and the button: the change in the chat when it is short, else as a file. */
export async function showDiff(deps: TaskMessageDependencies, task: Task): Promise<void> {
  const diff = await diffOf(deps, task);
  if (diff === null || diff.text === "")
    return put(deps, task, "diff:none", [paragraph(`Task ${task.id} has no change to show.`)], {});
  if (diff.text.length > MOST_INLINE_DIFF) return putDiffFile(deps, task, diff);
  await put(deps, task, "diff", diffBlocks(task.id, diff), {});
}
/** `/task <number>`: everything about one task. */
export async function taskBlocks(deps: TaskMessageDependencies, task: Task): Promise<readonly Block[]> {
  const repository = await deps.repositories.get(task.repositoryId);
  return [
    ...taskSummaryBlocks(task),
    paragraph("In ", code(repository?.name ?? "(removed)"), " from ", code(task.base.slice(0, 12)), "."),
  ];
}
/** The message that asked for a task. */
function rowOf({ origin }: Pick<Task, "origin">): number | null {
  const row = /^update:(\d+)$/.exec(origin)?.[1];
  return row === undefined ? null : Number(row);
}
function mark({ messenger }: TaskMessageDependencies, row: InboxRow | null, as: "done" | null): void {
  if (row !== null && row.incoming.kind !== "press" && "messageId" in row.incoming)
    messenger.react(row.incoming.chat.chatId, row.incoming.messageId, as);
}
/** Without a topic a task's messages answer the message that asked for it, so that they can be told apart. */
async function askedBy({ inbox }: TaskMessageDependencies, { origin, topic }: Task): Promise<{ replyTo?: number }> {
  const row = rowOf({ origin });
  if (row === null || topic === "open") return {};
  const asked = (await inbox.get(row))?.incoming;
  return asked === undefined || !("messageId" in asked) ? {} : { replyTo: asked.messageId };
}
async function put(
  deps: TaskMessageDependencies,
  task: Task,
  name: string,
  blocks: readonly Block[],
  options: {
    anchor?: string;
    keyboard?: readonly (readonly Button[])[];
    silent?: boolean;
    file?: { name: string; content: string };
  },
): Promise<void> {
  if (task.chat === null) return;
  const label: Block[] =
    deps.model.about.kind === "recorded"
      ? [paragraph(italic("🎞 Recorded model: a demonstration, not a live answer."))]
      : [];
  await deps.messenger.put({
    key: `task:${task.id}:${name}`,
    chat: task.chat,
    anchor: `Task ${task.id}`,
    ...(await askedBy(deps, task)),
    ...options,
    blocks: [...blocks, ...label],
  });
}
function taskButton(task: Task, text: string, action: string, style?: "success" | "danger"): Button {
  return {
    text,
    data: writeButtonData({ kind: "task", id: task.id, action }),
    ...(style === undefined ? {} : { style }),
  };
}
function resultKeyboard(task: Task, commit: string): readonly (readonly Button[])[] {
  const apply = writeButtonData({ kind: "task", id: task.id, action: "apply", version: shownChange(commit) });
  return [
    [
      { text: "Apply", data: apply, style: "success" },
      taskButton(task, "Open diff", "diff"),
      taskButton(task, "Discard", "discard", "danger"),
    ],
  ];
}
/** What can be done with a task as it stands; a plan's own message has its buttons. */
export function taskKeyboard(task: Task): readonly (readonly Button[])[] {
  const { state } = task;
  switch (state.kind) {
    case "planned":
    case "cancelled":
      return [];
    case "queued":
    case "running":
      return [[taskButton(task, "Stop", "stop", "danger")]];
    case "interrupted":
      return state.approvalId === undefined
        ? [[taskButton(task, "Go on", "resume", "success"), taskButton(task, "Stop", "stop", "danger")]]
        : [[taskButton(task, "Stop", "stop", "danger")]];
    case "ended": {
      const { outcome } = state;
      if (outcome.kind === "done" && outcome.verdict.kind === "open") return resultKeyboard(task, outcome.commit);
      return changeOf(task) !== null ? [[taskButton(task, "Open diff", "diff")]] : [];
    }
  }
}
function outcomeMark({ state }: Task): string {
  if (state.kind !== "ended") return "⏸";
  return state.outcome.kind === "done" ? "✅" : state.outcome.kind === "stopped" ? "⏹" : "❌";
}
async function tellInterrupted(deps: TaskMessageDependencies, task: Task): Promise<void> {
  if (task.state.kind !== "interrupted") return;
  const { at, reason, approvalId } = task.state;
  const short =
    approvalId === undefined ? "⏸ Interrupted; see below." : "⏸ Put away until somebody decides; it costs nothing.";
  await put(deps, task, "card", [paragraph(bold(`⚙️ Task ${task.id}: ${task.plan.title}`)), paragraph(short)], {
    silent: true,
    ...(approvalId === undefined ? {} : { keyboard: [[taskButton(task, "Stop", "stop", "danger")]] }),
  });
  // The question itself says what is waited for.
  if (approvalId !== undefined) return;
  await put(
    deps,
    task,
    `interrupted:${at}`,
    [
      paragraph(bold(`⏸ Task ${task.id} was interrupted.`)),
      paragraph(reason),
      paragraph("What was done so far is kept; Go on continues from there."),
    ],
    {
      anchor: `⏸ Task ${task.id} was interrupted`,
      keyboard: [[taskButton(task, "Go on", "resume", "success"), taskButton(task, "Stop", "stop", "danger")]],
    },
  );
}
async function diffOf(deps: TaskMessageDependencies, task: Task): Promise<Diff | null> {
  const commit = changeOf(task);
  const repository = await deps.repositories.get(task.repositoryId);
  if (commit === null || repository === null) return null;
  return deps.git.diff(repository.mirrorId, task.base, commit, AbortSignal.timeout(30_000));
}
async function putDiffFile(deps: TaskMessageDependencies, task: Task, diff: Diff): Promise<void> {
  const caption = paragraph(
    `The change of task ${task.id}: ${diff.files.length} file${diff.files.length === 1 ? "" : "s"}, +${diff.added} −${diff.removed}`,
  );
  await put(deps, task, "diff-file", [caption], {
    anchor: `task-${task.id}.diff`,
    silent: true,
    file: { name: `task-${task.id}.diff`, content: diff.text.slice(0, MOST_FILE) },
  });
}
