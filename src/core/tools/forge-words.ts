import { type Fault, isFault } from "../fault.ts";

/** What a code host or a push came to, for a model. @throws the fault itself when it is of something else */
export function tellForgeFault(fault: Fault): string {
  if (isFault(fault, "forge.unauthorized")) return `${fault.data.host} does not take the token. Go on without it.`;
  if (isFault(fault, "forge.not-found")) return `${fault.data.host} shows no ${fault.data.what}.`;
  if (isFault(fault, "forge.refused")) return `${fault.data.host} would not ${fault.data.doing}: ${fault.data.reason}`;
  if (isFault(fault, "forge.rate-limited"))
    return `${fault.data.host} takes no more requests just now. Go on without it, or try again much later.`;
  if (isFault(fault, "forge.unreachable")) return `${fault.data.host} cannot be reached: ${fault.data.reason}.`;
  if (isFault(fault, "branch.exists"))
    return `the branch ${fault.data.branch} is there already and holds commits of somebody else. It was left as it is.`;
  if (isFault(fault, "patch.refused")) return `the change was refused: ${fault.data.reason}.`;
  if (isFault(fault, "repository.git-failed")) return `git could not ${fault.data.action}.`;
  throw fault;
}
