import { lastLines } from "../../lib/last-lines.ts";
import type { PipelineStep } from "../pipelines/pipeline.ts";
import { type Bench, openBench } from "./bench.ts";
import { reachOfCheck } from "./reach.ts";
import { type Work, tellSoon } from "./work-state.ts";

export function grantsOf({ task, repository, deps }: Pick<Work, "task" | "repository" | "deps">) {
  const { hosts } = deps.spark(task.spark);
  return { repository: repository.name, hosts, checks: task.plan.checks, checkHosts: deps.checkHosts };
}
export type Place = {
  readonly purpose: "work" | "proof";
  readonly commit: string;
  /** Checks have no network, whatever is granted. */
  readonly alone?: boolean;
};
export function openPlace(work: Work, { purpose, commit, alone = false }: Place): Promise<Bench> {
  const grants = grantsOf(work);
  const granted = (step: PipelineStep) => (alone ? [] : reachOfCheck(step, grants));
  const { task, repository, options, deps, signal } = work;
  let tail = "";
  const onOutput = (step: { title: string }, text: string): void => {
    tail = (tail + text).slice(-2000);
    work.progress = { tool: step.title, lastLines: lastLines(tail, 5) };
    tellSoon(work);
  };
  const { hosts } = grants;
  return openBench({ task, repository, commit, purpose, onOutput, hosts, granted }, options, deps, signal);
}
