import type { Gate } from "../agent/gate.ts";
import type { PartPlace } from "../agent/job.ts";
import type { LevelNow } from "../policy/levels.ts";
import type { Origin } from "../policy/taint.ts";
import { DELEGATE } from "../tools/delegate.ts";
import type { WorkAbout } from "../tools/tool.ts";
import { narrowed, type Toolbox } from "../tools/toolbox.ts";
import type { TaskRunnerDependencies } from "./deps.ts";
import type { Task } from "./task.ts";

/** A gate for whoever may go so far, and reach these hosts. */
export type GateFor = (reach: {
  readonly level: () => Promise<LevelNow>;
  readonly hosts: () => readonly string[];
}) => Gate;
type Caller = {
  readonly task: Task;
  readonly toolbox: Toolbox;
  readonly gateFor: GateFor;
  readonly about: WorkAbout;
};
/** What a part is done with: of the spark's own tools those that its caller has, and the lower of both their levels. */
export function partPlace(
  name: string,
  { task, toolbox, gateFor, about }: Caller,
  deps: Pick<TaskRunnerDependencies, "spark" | "levels" | "toolbox">,
): PartPlace {
  const spark = deps.spark(name);
  const callers = new Set(toolbox.specs.map(({ name: tool }) => tool));
  const level = async () => lowerLevel(await deps.levels.of(task), await deps.levels.of({ ...task, spark: name }));
  const work: WorkAbout = {
    ...about,
    spark: name,
    get origins(): readonly Origin[] {
      return about.origins;
    },
  };
  return {
    spark,
    maxSteps: spark.maxSteps,
    // What leaves for a code host is the whole work, and its caller's to send.
    toolbox: narrowed(deps.toolbox(spark.tools, null), (tool) => callers.has(tool) && !NOT_IN_PARTS.includes(tool)),
    gate: gateFor({ level, hosts: () => hostsOfBoth(deps.spark(task.spark).hosts, spark.hosts) }),
    work,
  };
}
/** The sandbox reaches what the caller may, all or nothing: a spark that is not granted all of it reaches none of it. */
function hostsOfBoth(callers: readonly string[], own: readonly string[]): readonly string[] {
  return callers.every((host) => own.includes(host)) ? callers : [];
}
/** Parts are not handed on, and the plan is not theirs to tick. */
const NOT_IN_PARTS: readonly string[] = [DELEGATE, "step_done"];
function lowerLevel(a: LevelNow, b: LevelNow): LevelNow {
  return b.level < a.level ? b : a;
}
