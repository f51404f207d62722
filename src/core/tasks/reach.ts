import type { PipelineStep } from "../pipelines/pipeline.ts";
import { wantsHosts } from "../policy/decide.ts";
import type { Intent } from "../policy/intent.ts";
import type { CheckHosts } from "./survey.ts";

type Grants = {
  readonly repository: string;
  /** Of the spark. */
  readonly hosts: readonly string[];
  readonly checks: readonly PipelineStep[];
  readonly checkHosts: CheckHosts;
};
/** What a check of an approved plan may still reach: what the plan showed, and the settings grant it to this day. */
export function reachOfCheck(
  { id, hosts = [] }: PipelineStep,
  { repository, checkHosts }: Pick<Grants, "repository" | "checkHosts">,
): readonly string[] {
  if (hosts.length === 0) return [];
  const now = checkHosts(repository, id);
  return hosts.filter((host) => now.includes(host));
}
/** The hosts that a call would reach, of those that are granted. */
export function reachOfCall(intent: Intent, grants: Grants): readonly string[] {
  const { checks } = intent;
  if (checks === undefined) return wantsHosts(intent) ? grants.hosts : [];
  const run = grants.checks.filter(({ kind }) => checks === "all" || checks.includes(kind));
  return [...new Set(run.flatMap((step) => reachOfCheck(step, grants)))].toSorted();
}
/** The proof of a work as a call: it runs what the work made of the repository. */
export const PROOF: Intent = {
  tool: "run_checks",
  effect: "look",
  checks: "all",
  paths: [],
  command: [],
  directory: "",
  content: "",
};
