import { outgoingProblem } from "../policy/outgoing-text.ts";
import type { HostedRepository } from "../ports/code-host.ts";
import type { Repository } from "../ports/store.ts";
import { branchName } from "../tasks/branch-name.ts";
import type { Task } from "../tasks/task.ts";
import type { Merged, Opened, TaskRemote } from "../tools/remote.ts";
import { place, pushIt } from "./open-pull.ts";
import { freshPull, type Pull } from "./pull.ts";
import { BODY, TITLE } from "./pull-text.ts";
import { openScene, provedChange, type PullDependencies, type PullOptions, type Scene } from "./scene.ts";
import { lookAt } from "./watch-pull.ts";

type Place = { readonly task: Task; readonly repository: Repository; readonly hosted: HostedRepository };
type Ways = {
  readonly options: PullOptions;
  readonly deps: PullDependencies;
  readonly inTurn: <Result>(work: () => Promise<Result>) => Promise<Result>;
  readonly advance: (pull: Pull) => Promise<Pull>;
};
const COMMITS = 30;

/** What a task's tools do on the code host. Nothing of it is decided here: the policy was asked about each call. */
export function createTaskRemote({ task, repository, hosted }: Place, ways: Ways): TaskRemote {
  const { deps, options, inTurn } = ways;
  const branch = branchName(task);
  const sceneFor = async (signal: AbortSignal): Promise<Scene> => {
    const scene = await openScene(task.id, options, deps, signal);
    if (scene === null) throw new Error(`task ${task.id} lost its repository`);
    return scene;
  };
  return {
    hosted,
    branch,
    async fetch(signal) {
      const state = await deps.git.mirror(repository.source, repository.mirrorId, signal);
      const span = { from: task.base, to: state.head, most: COMMITS + 1 };
      const commits = await deps.git.commits(repository.mirrorId, span, signal);
      return {
        branch: state.branch,
        head: state.head,
        commits: commits.slice(0, COMMITS),
        more: commits.length > COMMITS,
      };
    },
    push: (commit, signal) => inTurn(async () => pushIt({ commit, branch }, await sceneFor(signal))),
    openPull: (wish, signal) => inTurn(async () => openNow(wish, await sceneFor(signal), ways)),
    mergePull: (number, signal) => inTurn(async () => mergeNow(number, await sceneFor(signal), ways)),
    problemOf: (text, form) => outgoingProblem(text, form === "title" ? TITLE : BODY, deps.outgoing),
    begin: (cause) => deps.store.callMarks.begin(cause, deps.clock.now()),
  };
}
type OpenWish = { readonly commit: string; readonly title: string; readonly body: string };
/** The row first, then the same steps as for a task that has ended. */
async function openNow({ commit, title, body }: OpenWish, scene: Scene, { advance, deps }: Ways): Promise<Opened> {
  const { task, hosted } = scene;
  if (commit === task.base) return { kind: "refused", reason: "nothing was changed yet" };
  const known = (await deps.store.pulls.get(task.id)) ?? freshPull(task.id);
  const row = await place({ ...known, pushed: null }, { commit, title, body }, scene);
  if (row === "no-base")
    return {
      kind: "refused",
      reason: `the commit that the work began at is not on ${hosted.host}; a person has to push it`,
    };
  const wished: Pull = { ...row, state: { kind: "opening", by: `task ${task.id}` } };
  await deps.store.pulls.put(wished);
  const { state, trouble } = await advance(wished);
  if (state.kind === "open" || state.kind === "merged") return { kind: "opened", number: state.number, url: state.url };
  return { kind: "refused", reason: state.kind === "left" ? state.reason : (trouble ?? "it is tried again by itself") };
}
/** Of proved work alone, and by the rules, whoever said yes to the call. */
async function mergeNow(number: number, scene: Scene, { advance, deps, options }: Ways): Promise<Merged> {
  const rows = await deps.store.pulls.underWay();
  const row = rows.find(
    ({ slug, state }) => slug === scene.hosted.slug && state.kind === "open" && state.number === number,
  );
  if (row?.state.kind !== "open")
    return refused("it is none that was opened for a task here; a person can merge it there");
  const other = await openScene(row.taskId, options, deps, scene.signal);
  if (other === null || provedChange(other.task) === null)
    return refused("its work is not proved yet; once it is, it is merged as the level and the rules say");
  const { found, verdict } = await lookAt({ ...row, state: row.state }, other);
  if (verdict.kind !== "may") return refused(`${verdict.why}; a person can merge it with /pr merge ${row.taskId}`);
  const by = `task ${scene.task.id}`;
  const { url, at } = row.state;
  const wished: Pull = { ...row, state: { kind: "merging", number, url, at, head: found.head.commit, by } };
  await deps.store.pulls.put(wished);
  const { state } = await advance(wished);
  if (state.kind === "merged") return { kind: "merged", commit: state.commit ?? found.head.commit };
  return refused(
    state.kind === "open" && state.merge.kind === "refused" ? state.merge.reason : "it is tried again by itself",
  );
}
function refused(reason: string): Merged {
  return { kind: "refused", reason };
}
