import { bold, type Inline } from "../../../lib/blocks.ts";
import { visible } from "../../../lib/visible.ts";
import type { ChecksWord, Pull } from "../../pulls/pull.ts";

const CHECKS: Readonly<Record<ChecksWord, string>> = {
  unknown: "its checks have not been looked at yet",
  none: "nothing checks it there",
  pending: "its checks run",
  green: "its checks are green",
  red: "its checks are red",
};
/** What became of a task's work on the code host, in a line; null where there is nothing to tell. */
export function pullLine(pull: Pull | null): readonly Inline[] | null {
  if (pull === null) return null;
  const { state, taskId } = pull;
  const trouble = pull.trouble === null ? [] : [` (${visible(pull.trouble)} It is tried again by itself.)`];
  switch (state.kind) {
    case "expected":
      return pull.trouble === null ? null : ["🔀 Its pull request waits.", ...trouble];
    case "asked":
      return ["🔀 A pull request can be opened: the question is below."];
    case "opening":
      return [`🔀 Its pull request is being opened, by ${state.by}.`, ...trouble];
    case "open":
      return ["🔀 ", link(pull, state), ` is open: ${CHECKS[state.checks]}.`, ...mergeWords(pull), ...trouble];
    case "merging":
      return ["🔀 ", link(pull, state), ` is being merged, by ${state.by}.`, ...trouble];
    case "merged":
      return ["🟣 ", link(pull, state), ` is merged, by ${state.by}.`];
    case "closed":
      return ["⚪ ", link(pull, state), ` was closed on ${pull.host} without merging.`];
    case "left":
      return state.told
        ? [`🔀 No pull request was opened: ${visible(state.reason)}. /pr ${taskId} tries it again.`]
        : null;
  }
}
function link({ slug }: Pull, { number, url }: { readonly number: number; readonly url: string }): Inline {
  return bold({ kind: "link", url, children: [`Pull request ${slug}#${number}`] });
}
function mergeWords({ state, taskId }: Pull): Inline[] {
  if (state.kind !== "open" || state.merge.kind === "none") return [];
  if (state.merge.kind === "asked") return [" Merging it is asked about below."];
  return [` It could not be merged: ${visible(state.merge.reason)}. /pr merge ${taskId} tries it again.`];
}
