import type { Detection, FileTree, Pipeline, PipelineStep, StepKind } from "../pipeline.ts";
import { planGo } from "./go.ts";
import { planNode } from "./node.ts";
import { planPython } from "./python.ts";
import { planRust } from "./rust.ts";

const ORDER: readonly StepKind[] = ["install", "lint", "typecheck", "build", "test"];

/** What to run and in which order: what a repository's own tools and scripts say, nothing it has not got. */
export async function planPipeline(detection: Detection, tree: FileTree): Promise<Pipeline> {
  const of = (ecosystem: string): Detection["projects"] =>
    detection.projects.filter((project) => project.ecosystem === ecosystem);
  const plans = [
    await planNode(of("node"), tree),
    await planPython(of("python"), tree),
    await planGo(of("go"), tree),
    await planRust(of("rust"), tree),
  ];
  const steps = plans.flatMap((plan) => plan.steps);
  const notes = plans.flatMap((plan) => plan.notes);
  if (detection.projects.length > 0 && !steps.some((step) => step.kind === "test"))
    notes.push("No tests were found, so nothing here can prove that a change works.");
  return { steps: inOrder(steps), notes: [...detection.notes, ...notes] };
}

/** Kinds in their order; within one, the primary project's first, as they came. */
function inOrder(steps: readonly PipelineStep[]): PipelineStep[] {
  return ORDER.flatMap((kind) => steps.filter((step) => step.kind === kind));
}
