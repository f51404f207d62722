import { createBudget } from "../agent/budget.ts";
import { createGate } from "../agent/gate.ts";
import { createAnswerInspection } from "../agent/inspect-answer.ts";
import type { AgentProgress } from "../agent/job.ts";
import { openingMessages } from "../agent/prompt.ts";
import type { Origin } from "../policy/taint.ts";
import type { Steering } from "../ports/steering.ts";
import type { WorkAbout } from "../tools/tool.ts";
import type { Bench } from "./bench.ts";
import { type GateFor, partPlace } from "./part-place.ts";
import type { CheckRun } from "./proof.ts";
import { reachOfCall } from "./reach.ts";
import { filesOf, originsOf, placeFiles, tellOfFiles } from "./task-files.ts";
import { grantsOf } from "./work-place.ts";
import { type Work, tellSoon } from "./work-state.ts";

export async function opening({ task, deps, options }: Work) {
  const files = await tellOfFiles(await filesOf(task.id, null, deps), options.textBytes, deps);
  const messages = openingMessages(
    deps.spark(task.spark),
    {
      goal: task.goal,
      ...task.plan,
      held: task.held ?? [],
      hosts: deps.spark(task.spark).hosts,
      red: describeRed(task.state.red),
    },
    [],
  );
  return files === null ? messages : [...messages, files];
}
function describeRed(red: readonly CheckRun[]): string | null {
  const failing = red.filter((run) => run.outcome === "red");
  if (failing.length === 0) return null;
  return failing
    .map((run) =>
      [
        `${run.checkId}: exit code ${run.exitCode ?? "none"}`,
        ...run.failed
          .slice(0, 20)
          .map(
            (test) =>
              `- ${test.name}${test.file === null ? "" : ` (${test.file}${test.line === null ? "" : `:${test.line}`})`}${test.message === null ? "" : `: ${test.message}`}`,
          ),
      ].join("\n"),
    )
    .join("\n");
}
export function gateOf(work: Work) {
  const { task, deps, options, journal } = work;
  const attended = task.chat !== null;
  // A task that nobody sits in front of holds no sandbox while it waits.
  const waitMs = task.origin.startsWith("update:") ? options.approvalWaitMs : 0;
  const budget = createBudget(
    {
      taskId: task.id,
      spark: task.spark,
      capUsd: () => options.maxCostUsd,
      attended,
      waitMs,
      level: () => deps.levels.of(task),
    },
    deps,
  );
  const about: WorkAbout = {
    taskId: task.id,
    spark: task.spark,
    chatId: task.chat?.chatId ?? null,
    repositoryId: task.repositoryId,
    repository: work.repository.name,
    get origins(): readonly Origin[] {
      return ["repository", ...(task.read ?? []), ...work.fileOrigins, ...journal.read().origins];
    },
  };
  const gateFor: GateFor = ({ level, hosts }) =>
    createGate(
      {
        taskId: task.id,
        level,
        attended,
        get origins(): readonly Origin[] {
          return about.origins;
        },
        get found() {
          return journal.read().found;
        },
        planned: task.plan.checks.map((check) => check.argv),
        webHosts: options.webHosts,
        hostsOf: (intent) => reachOfCall(intent, { ...grantsOf(work), hosts: hosts() }),
        waitMs,
        surroundings: async () => ({
          image: await deps.sandbox.image(work.signal),
          registries: options.registries,
          maxCostUsd: await budget.ceiling(),
        }),
        onAsk: () => {
          work.progress = { tool: "waits for a decision, see below", lastLines: [] };
          tellSoon(work);
        },
      },
      deps.approvals,
    );
  const gate = gateFor({ level: () => deps.levels.of(task), hosts: () => grantsOf(work).hosts });
  return { gate, gateFor, budget, about };
}
export function agentDependencies(work: Work, bench: Bench) {
  const { task, deps, options, journal } = work;
  const { gate, gateFor, budget, about } = gateOf(work);
  const toolbox = deps.toolbox(deps.spark(task.spark).tools, work.remote, task.coding);
  return {
    model: deps.model,
    toolbox,
    gate,
    work: about,
    partBy: (name: string) => partPlace(name, { task, toolbox, gateFor, about }, deps),
    inspect: createAnswerInspection(() => options.scanner, work.repository.name),
    budget,
    bench,
    journal,
    clock: deps.clock,
    emit: deps.emit,
    steering: () => deps.store.steering.list(task.id),
    attached: (said: Steering) => attached(work, bench, said),
    onSteered: (said: Steering, takenAt: number) => deps.teller.steered(task, said, takenAt),
    onThought: (text: string) => deps.teller.thinking(task, text),
    onProgress: ({ tool, lastLines: lines }: AgentProgress) => {
      work.progress = { tool, lastLines: lines };
      tellSoon(work);
    },
  };
}
/** The files that came with what a person said: put where the work finds them before it is told of them. */
async function attached(work: Work, bench: Bench, said: Steering) {
  const { task, deps, options, signal } = work;
  const files = await filesOf(task.id, said.rowId, deps);
  await placeFiles(bench.session, files, deps, signal);
  work.fileOrigins = [...work.fileOrigins, ...originsOf(files)];
  return tellOfFiles(files, options.textBytes, deps);
}
