import type { Repository } from "../ports/store.ts";
import type { MirrorState, Repositories } from "../ports/repositories.ts";
import { detect } from "../pipelines/detect/detect.ts";
import { planPipeline } from "../pipelines/plan/plan.ts";
import type { Detection, FileTree, Pipeline, PipelineStep } from "../pipelines/pipeline.ts";

/** What is known of a repository at its head, fresh from its source. */
export type Survey = {
  readonly repository: Repository;
  readonly state: MirrorState;
  readonly tree: FileTree;
  readonly detection: Detection;
  readonly pipeline: Pipeline;
};
export type SurveyDependencies = {
  readonly git: Repositories;
  /** What the settings grant to a check of a repository now, as `name:port`. */
  readonly checkHosts: CheckHosts;
};
export type CheckHosts = (repository: string, check: string) => readonly string[];
/** @throws the faults of Repositories.mirror and tree */
export async function survey(
  { git, checkHosts }: SurveyDependencies,
  repository: Repository,
  signal: AbortSignal,
): Promise<Survey> {
  const state = await git.mirror(repository.source, repository.mirrorId, signal);
  const tree = await git.tree(repository.mirrorId, state.head, signal);
  const detection = await detect(tree);
  const { steps, ...plan } = await planPipeline(detection, tree);
  const pipeline = { ...plan, steps: steps.map((step) => withHosts(step, checkHosts(repository.name, step.id))) };
  return { repository, state, tree, detection, pipeline };
}
function withHosts(step: PipelineStep, hosts: readonly string[]): PipelineStep {
  return step.kind === "install" || hosts.length === 0 ? step : { ...step, hosts };
}
/** The steps that decide whether work is done, in order; what must run before them is `preparationOf`. */
export function checksOf(pipeline: Pipeline): readonly PipelineStep[] {
  return pipeline.steps.filter((step) => step.kind !== "install");
}
export function preparationOf(pipeline: Pipeline): readonly PipelineStep[] {
  return pipeline.steps.filter((step) => step.kind === "install");
}
