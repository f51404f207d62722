import { capText } from "../../lib/cap-text.ts";
import { fence } from "../../lib/fence.ts";
import type { HostedComment, HostedIssue, HostedPull, HostedRepository } from "../ports/code-host.ts";
import { ANSWER_BYTES } from "./answer.ts";
import type { GhArgs, GhRead } from "./gh-args.ts";
import type { TaskRemote } from "./remote.ts";
import type { ToolAnswer } from "./tool.ts";

const LISTED = 30;
const COMMENTS = 30;
/** Of one body or comment, in bytes. */
const MOST_TEXT = 4000;
/** Of a diff or a log, in bytes; what is marked and fenced comes on top. */
const MOST_FILE = ANSWER_BYTES - 1500;

/** What a person could read there as well. It is others' words, and told as such. */
export async function readHost(
  action: GhRead,
  args: GhArgs,
  { hosted }: TaskRemote,
  signal: AbortSignal,
): Promise<ToolAnswer> {
  const text = await read({ ...args, action }, hosted, signal);
  return { ok: true, origin: "forge", text: fence(`${hosted.host} ${action}`, capText(text, ANSWER_BYTES - 500)) };
}
function read(
  args: Omit<GhArgs, "action"> & { action: GhRead },
  hosted: HostedRepository,
  signal: AbortSignal,
): Promise<string> {
  const number = args.number ?? 0;
  switch (args.action) {
    case "pr list":
      return lines(hosted.pulls.list(args.state, LISTED, signal), "There are no such pull requests.", pullLine);
    case "pr view":
      return viewPull(hosted, number, signal);
    case "pr diff":
      return hosted.pulls.diff(number, MOST_FILE, signal);
    case "pr checks":
      return viewChecks(hosted, number, signal);
    case "issue list":
      return lines(hosted.issues.list(args.state, LISTED, signal), "There are no such issues.", issueLine);
    case "issue view":
      return viewIssue(hosted, number, signal);
    case "run list":
      return lines(
        hosted.runs.list(args.branch ?? null, LISTED, signal),
        "There are no such runs.",
        ({ id, name, title, branch, event, state }) => `${id} ${name}: ${title} (${branch}, ${event}): ${state}`,
      );
    case "run view":
      return viewRun(hosted, number, { log: args.log, signal });
    case "release view":
      return viewRelease(hosted, args.tag ?? null, signal);
  }
}
async function lines<Each>(
  found: Promise<readonly Each[]>,
  none: string,
  line: (each: Each) => string,
): Promise<string> {
  const all = await found;
  return all.length === 0 ? none : all.map(line).join("\n");
}
function pullLine({ number, title, author, state, head, base }: HostedPull): string {
  return `#${number} ${title} (${author}, ${head.branch} → ${base.branch}): ${state}`;
}
function issueLine({ number, title, author, state, labels }: HostedIssue): string {
  return `#${number} ${title} (${author})${labels.length === 0 ? "" : ` [${labels.join(", ")}]`}: ${state}`;
}
async function viewPull({ pulls }: HostedRepository, number: number, signal: AbortSignal): Promise<string> {
  const pull = await pulls.get(number, signal);
  const reviews = await pulls.reviews(number, signal);
  const comments = await pulls.comments(number, signal);
  return [
    pullLine(pull),
    pull.url,
    `newest commit ${pull.head.commit}`,
    ...reviews.map(({ author, verdict }) => `${author}: ${verdict}`),
    "",
    capText(pull.body, MOST_TEXT),
    ...comments.slice(-COMMENTS).map(shownComment),
  ].join("\n");
}
async function viewIssue({ issues }: HostedRepository, number: number, signal: AbortSignal): Promise<string> {
  const issue = await issues.get(number, signal);
  const comments = await issues.comments(number, signal);
  return [
    issueLine(issue),
    issue.url,
    "",
    capText(issue.body, MOST_TEXT),
    ...comments.slice(-COMMENTS).map(shownComment),
  ].join("\n");
}
function shownComment({ author, at, body }: HostedComment): string {
  return `\n--- ${author}, ${at}\n${capText(body, MOST_TEXT)}`;
}
async function viewChecks({ pulls }: HostedRepository, number: number, signal: AbortSignal): Promise<string> {
  const { head } = await pulls.get(number, signal);
  const checks = await pulls.checks(head.commit, signal);
  if (checks.length === 0) return `Commit ${head.commit} has no checks.`;
  return [`Commit ${head.commit}:`, ...checks.map(({ name, outcome, word }) => `${name}: ${outcome} (${word})`)].join(
    "\n",
  );
}
type RunWish = { readonly log: boolean; readonly signal: AbortSignal };
async function viewRun({ runs }: HostedRepository, id: number, { log, signal }: RunWish): Promise<string> {
  const run = await runs.get(id, signal);
  const jobs = run.jobs.map((job) => `job ${job.id} ${job.name}: ${job.state}`);
  const failed = run.jobs.find((job) => job.failed) ?? run.jobs[0];
  const head = [
    `${run.name}: ${run.title} (${run.branch} at ${run.commit}, ${run.event}): ${run.state}`,
    run.url,
    ...jobs,
  ];
  if (!log || failed === undefined) return head.join("\n");
  return [...head, `\nThe end of the log of ${failed.name}:`, await runs.log(failed.id, MOST_FILE - 2000, signal)].join(
    "\n",
  );
}
async function viewRelease(hosted: HostedRepository, tag: string | null, signal: AbortSignal): Promise<string> {
  const release = await hosted.release(tag, signal);
  return [`${release.tag} ${release.name}, ${release.at}`, release.url, "", capText(release.body, MOST_TEXT)].join(
    "\n",
  );
}
