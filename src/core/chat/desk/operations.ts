import type { Clock } from "../../../lib/time.ts";
import { findRows, readSought } from "../../activity/filter.ts";
import type { Emit } from "../../events.ts";
import type { ChatRef } from "../../incoming.ts";
import type { DoctorReport, SecurityReport } from "../../ports/health.ts";
import type { Persona } from "../../personas/persona.ts";
import type { Pin } from "../../policy/approvals/pin.ts";
import type { Pins } from "../../policy/approvals/pins.ts";
import type { McpServer, McpServers } from "../../ports/mcp.ts";
import type { Planner } from "../../planning/planner.ts";
import type { Diff, MirrorState, Repositories } from "../../ports/repositories.ts";
import type { Repository, TaskStore } from "../../ports/store.ts";
import type { ActivityRow } from "../../ports/activity.ts";
import type { ActivityStore, Verified } from "../../ports/store.ts";
import type { TaskRunner } from "../../tasks/runner.ts";
import { changeOf, type Task } from "../../tasks/task.ts";
import { planOf, type PlanDependencies } from "../interview/plan-of.ts";
import { checksOf, type CheckHosts, survey } from "../../tasks/survey.ts";
import type { Verdicts } from "../../tasks/verdict.ts";
import type { Ci, CiOptions, CiResult } from "../tasks/ci.ts";
import type { Desk } from "./desk.ts";
import type { MessageFeed } from "./message-feed.ts";
import type { People } from "../people/people.ts";
import type { RepositoryBook } from "../repository-book.ts";
import { createTerminalChat, type TerminalChat } from "./terminal-chat.ts";

/** What whoever sits at the machine can ask for, over the daemon's socket or in one process. Plain values in and out. */
export interface Operations {
  listRepositories(): Promise<readonly Repository[]>;
  addRepository(
    source: string,
    name: string | null,
    signal: AbortSignal,
  ): Promise<{ repository: Repository; state: MirrorState; known: boolean }>;
  removeRepository(name: string): Promise<boolean>;
  /** `which` is a registered name or an absolute path; a path that is not registered is mirrored for this run. */
  ci(which: string, options: CiOptions): Promise<CiResult>;
  /** Plans and starts a task without an interview; what leaves the sandbox still waits for a person. */
  dispatch(request: Dispatch, signal: AbortSignal): Promise<Dispatched>;
  listTasks(limit: number): Promise<readonly Task[]>;
  getTask(id: number): Promise<Task | null>;
  stopTask(id: number): Promise<boolean>;
  resumeTask(id: number): Promise<boolean>;
  applyTask(id: number): ReturnType<Verdicts["apply"]>;
  discardTask(id: number): ReturnType<Verdicts["discard"]>;
  diff(id: number, signal: AbortSignal): Promise<Diff | null>;
  listSparks(): readonly Persona[];
  servers(): ServersView;
  doctor(): Promise<DoctorReport>;
  /** Looks at a live sandbox, and tries to get out of one when asked to. */
  security(options: { readonly attack: boolean; readonly signal: AbortSignal }): Promise<SecurityReport>;
  /** The record: the newest, what follows a row, or what holds some words. */
  log(asked: LogQuestion): Promise<readonly ActivityRow[]>;
  /** Follows the hashes over the whole record. */
  verifyLog(): Promise<Verified>;
  /** The owner's own conversation, from the machine; null while nobody is paired. */
  conversation(): Promise<TerminalChat | null>;
}
/** Servers of tools as they are now, and what the owner said to their tools. */
export type ServersView = { readonly servers: readonly McpServer[]; readonly pins: readonly Pin[] };
type LogQuestion = {
  readonly limit: number;
  readonly after?: number;
  readonly taskId?: number;
  readonly words?: string;
};
type Dispatch = { readonly goal: string; readonly repository: string; readonly spark: string | null };
export type Dispatched =
  | { readonly kind: "started"; readonly task: Task }
  | { readonly kind: "unclear"; readonly questions: readonly string[] }
  | { readonly kind: "talk"; readonly text: string }
  | { readonly kind: "refused"; readonly reason: string };
export type OperationsDependencies = Omit<PlanDependencies, "tasks"> & {
  readonly activity: Pick<ActivityStore, "read" | "search" | "verify">;
  readonly book: RepositoryBook;
  readonly ci: Ci;
  readonly clock: Clock;
  readonly doctor: () => Promise<DoctorReport>;
  readonly security: Operations["security"];
  readonly emit: Emit;
  readonly desk: Desk;
  readonly feed: MessageFeed;
  readonly git: Repositories;
  readonly checkHosts: CheckHosts;
  readonly mcp: { readonly servers: Pick<McpServers, "list">; readonly pins: Pick<Pins, "list"> };
  readonly newId: () => string;
  readonly people: People;
  readonly personas: readonly Persona[];
  readonly planner: Planner;
  readonly runner: TaskRunner;
  readonly tasks: TaskStore;
  readonly verdicts: Verdicts;
};
const MACHINE = "the person at the machine";

export function createOperations(deps: OperationsDependencies): Operations {
  const { book, tasks } = deps;
  return {
    listRepositories: () => book.list(),
    addRepository: (source, name, signal) => book.add(source, name, signal),
    async removeRepository(name) {
      const repository = await book.find(name);
      if (repository !== null) await book.remove(repository);
      return repository !== null;
    },
    async ci(which, options) {
      const known = (await book.find(which)) ?? (await book.list()).find((repository) => repository.source === which);
      return deps.ci.run(known ?? passing(deps, which), options);
    },
    dispatch: (request, signal) => dispatch(deps, request, signal),
    listTasks: (limit) => tasks.list({ limit }),
    getTask: (id) => tasks.get(id),
    stopTask: (id) => deps.runner.stop(id, MACHINE),
    resumeTask: (id) => deps.runner.resume(id),
    applyTask: (id) => deps.verdicts.apply(id, MACHINE, null),
    discardTask: (id) => deps.verdicts.discard(id, MACHINE),
    diff: (id, signal) => taskDiff(deps, id, signal),
    listSparks: () => deps.personas,
    servers: () => ({ servers: deps.mcp.servers.list(), pins: deps.mcp.pins.list() }),
    doctor: deps.doctor,
    security: deps.security,
    async log({ words, after, ...asked }) {
      if (words === undefined) return deps.activity.read({ ...asked, ...(after === undefined ? {} : { after }) });
      return (await findRows(deps.activity, readSought(words), { ...asked, before: null })).rows.toReversed();
    },
    verifyLog: () => deps.activity.verify(),
    async conversation() {
      const owner = await deps.people.ownerChat();
      return owner === null ? null : createTerminalChat(deps, owner);
    },
  };
}
/** A repository that is only passed through: run once at its head, not kept in the list. */
function passing({ clock, newId }: OperationsDependencies, source: string): Repository {
  return { id: 0, name: source, source, mirrorId: newId(), addedAt: clock.now(), level: null };
}
async function dispatch(deps: OperationsDependencies, request: Dispatch, signal: AbortSignal): Promise<Dispatched> {
  const repository = await deps.book.find(request.repository);
  if (repository === null)
    return {
      kind: "refused",
      reason: `There is no repository "${request.repository}". Register it: sparks repo add <path or git URL>.`,
    };
  const spark = request.spark ?? "coder";
  if (!deps.personas.some((persona) => persona.name === spark))
    return {
      kind: "refused",
      reason: `There is no spark "${spark}". Known: ${deps.personas.map((persona) => persona.name).join(", ")}.`,
    };
  const found = await survey(deps, repository, signal);
  const context = {
    name: repository.name,
    detection: found.detection,
    checks: checksOf(found.pipeline),
    paths: found.tree.paths,
  };
  const planned = await deps.planner.plan(
    { goal: request.goal, repository: context, history: [], rounds: [], revision: null },
    { signal, onText: () => undefined },
  );
  if (planned.kind === "questions")
    return { kind: "unclear", questions: planned.questions.map((question) => question.question) };
  if (planned.kind === "talk") return planned;
  const now = deps.clock.now();
  const task = await deps.tasks.add({
    origin: `cli:${deps.newId()}`,
    goal: request.goal,
    repositoryId: repository.id,
    spark,
    ...(await whoIsThere(deps.people)),
    createdAt: now,
    base: found.state.head,
    plan: await planOf(deps, planned.draft, found, 1),
    state: { kind: "queued", at: now },
  });
  deps.emit({ kind: "task.created", taskId: task.id, goal: request.goal });
  deps.runner.wake();
  return { kind: "started", task };
}
async function whoIsThere(people: People): Promise<{ chat: ChatRef | null; requestedBy: number | null }> {
  const owner = await people.ownerChat();
  return owner === null
    ? { chat: null, requestedBy: null }
    : { chat: { chatId: owner.chatId, threadId: null }, requestedBy: owner.owner.userId };
}
async function taskDiff(deps: OperationsDependencies, id: number, signal: AbortSignal): Promise<Diff | null> {
  const task = await deps.tasks.get(id);
  if (task === null) return null;
  const commit = changeOf(task);
  const repository = await deps.book.get(task.repositoryId);
  return commit === null || repository === null ? null : deps.git.diff(repository.mirrorId, task.base, commit, signal);
}
