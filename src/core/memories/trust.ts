import { type Origin, strangersIn, tellOrigins } from "../policy/taint.ts";
import { own } from "../../lib/own.ts";
import type { Memory } from "../ports/memory.ts";

/**
 * What a memory's words count as for who reads them now: a person's own as that; those of work that had read no more than its repository
 * as that repository, where it is worked on; all others as what they are, memories that may rest on anything.
 */
export function originOf(memory: Memory, repositoryId: number | null): Origin {
  if (memory.warning !== null) return "flagged";
  if (memory.by.kind === "person") return "person";
  const isHere = memory.repositoryId !== null && memory.repositoryId === repositoryId;
  return isHere && strangersIn(memory.read).length === 0 ? "repository" : "memory";
}
const BADNESS = { person: 0, repository: 1, memory: 2, flagged: 3 } as const;
/** The worst of what is read together. */
export function worstOrigin(memories: readonly Memory[], repositoryId: number | null): Origin {
  const badness = (origin: Origin) => own(BADNESS, origin) ?? BADNESS.memory;
  return memories
    .map((memory) => originOf(memory, repositoryId))
    .reduce((worst, each) => (badness(each) > badness(worst) ? each : worst), "person");
}
/** "by Ada", "by coder in task 3, which had read the network" */
export function tellWriter({ by, read }: Pick<Memory, "by" | "read">): string {
  if (by.kind === "person") return `by ${by.name}`;
  const strangers = strangersIn(read);
  const rests = strangers.length === 0 ? "" : `, which had read ${tellOrigins(strangers)}`;
  return `by ${by.spark} in task ${by.taskId}${rests}`;
}
