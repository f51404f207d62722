import { z } from "zod";
import type {
  HostedCheck,
  HostedComment,
  HostedIssue,
  HostedJob,
  HostedPull,
  HostedRelease,
  HostedRun,
} from "../core/ports/code-host.ts";
import { oneLine } from "../lib/one-line.ts";

// What GitHub's REST API answers, as far as it is used. @see https://docs.github.com/en/rest
const MOST_LINE = 300;
const MOST_BODY = 64 * 1024;
const line = z.string().transform((text) => oneLine(text, MOST_LINE));
const lineOrNone = z.union([line, z.null().transform(() => "")]).prefault(null);
const body = z.union([
  z.string().transform((text) => text.slice(0, MOST_BODY).toWellFormed()),
  z.null().transform(() => ""),
]);
const number = z.int().min(1);
const hash = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
/** An account that was deleted is null. */
const author = z.union([z.object({ login: line }).transform(({ login }) => login), z.null().transform(() => "ghost")]);
const link = z.url({ protocol: /^https?$/ });

export const repositoryShape = z.object({ full_name: line, default_branch: z.string().min(1).max(250) });
export const commitShape = z.object({ sha: hash });

const side = z.object({ ref: z.string().min(1).max(250), sha: hash });
export const pullShape: z.ZodType<HostedPull> = z
  .object({
    number,
    html_url: link,
    title: line,
    body: body.prefault(null),
    user: author,
    state: z.enum(["open", "closed"]),
    draft: z.boolean().default(false),
    merged_at: z.string().nullable().default(null),
    head: side.extend({ repo: z.object({ full_name: line }).nullable() }),
    base: side,
  })
  .transform((pull) => ({
    number: pull.number,
    url: pull.html_url,
    title: pull.title,
    body: pull.body,
    author: pull.user,
    state: pull.merged_at === null ? pull.state : ("merged" as const),
    draft: pull.draft,
    head: { branch: pull.head.ref, commit: pull.head.sha, slug: pull.head.repo?.full_name ?? null },
    base: { branch: pull.base.ref, commit: pull.base.sha },
  }));
export const mergedShape = z.object({ merged: z.literal(true), sha: hash });

const issue = z.object({
  number,
  html_url: link,
  title: line,
  body: body.prefault(null),
  user: author,
  state: z.enum(["open", "closed"]),
  labels: z.array(z.union([line, z.object({ name: lineOrNone }).transform(({ name }) => name)])).default([]),
  pull_request: z.unknown().optional(),
});
function toIssue({
  number: id,
  html_url: url,
  title,
  body: text,
  user,
  state,
  labels,
}: z.infer<typeof issue>): HostedIssue {
  return { number: id, url, title, body: text, author: user, state, labels };
}
export const issueShape: z.ZodType<HostedIssue> = issue.transform(toIssue);
/** GitHub lists pull requests among the issues; null: it is one. */
export const issuesShape: z.ZodType<readonly (HostedIssue | null)[]> = z
  .array(issue)
  .transform((all) => all.map((each) => (each.pull_request === undefined ? toIssue(each) : null)));
export const commentShape: z.ZodType<HostedComment & { readonly url: string }> = z
  .object({ html_url: link, user: author, created_at: line, body })
  .transform((each) => ({ url: each.html_url, author: each.user, at: each.created_at, body: each.body }));

const state = { status: line, conclusion: z.union([line, z.null()]).default(null) };
function wordOf({ status, conclusion }: { status: string; conclusion: string | null }): string {
  return conclusion === null ? status : `${status}, ${conclusion}`;
}
const GREEN = ["success"];
const HARMLESS = ["neutral", "skipped"];
export const checkRunsShape: z.ZodType<readonly HostedCheck[]> = z
  .object({ check_runs: z.array(z.object({ name: line, ...state })) })
  .transform(({ check_runs: runs }) =>
    runs.map(({ name, status, conclusion }) => ({
      name,
      word: conclusion ?? status,
      outcome: outcomeOf(status, conclusion),
    })),
  );
function outcomeOf(status: string, conclusion: string | null): HostedCheck["outcome"] {
  if (status !== "completed" || conclusion === null) return "pending";
  return GREEN.includes(conclusion) ? "green" : HARMLESS.includes(conclusion) ? "other" : "red";
}
export const statusesShape: z.ZodType<readonly HostedCheck[]> = z
  .object({ statuses: z.array(z.object({ context: line, state: z.enum(["error", "failure", "pending", "success"]) })) })
  .transform(({ statuses }) =>
    statuses.map(({ context, state: word }) => ({
      name: context,
      word,
      outcome: word === "success" ? ("green" as const) : word === "pending" ? ("pending" as const) : ("red" as const),
    })),
  );
export const reviewsShape = z.array(
  z.object({ user: author, state: line, commit_id: z.union([hash, z.null().transform(() => "")]).prefault(null) }),
);

const run = z.object({
  id: number,
  name: lineOrNone,
  display_title: lineOrNone,
  head_branch: lineOrNone,
  head_sha: hash,
  event: line,
  html_url: link,
  ...state,
});
export const runShape: z.ZodType<HostedRun> = run.transform((each) => ({
  id: each.id,
  name: each.name,
  title: each.display_title,
  branch: each.head_branch,
  commit: each.head_sha,
  event: each.event,
  state: wordOf(each),
  url: each.html_url,
}));
export const runsShape = z.object({ workflow_runs: z.array(runShape) });
export const jobsShape: z.ZodType<readonly HostedJob[]> = z
  .object({ jobs: z.array(z.object({ id: number, name: line, ...state })) })
  .transform(({ jobs }) =>
    jobs.map((job) => ({
      id: job.id,
      name: job.name,
      state: wordOf(job),
      failed: outcomeOf(job.status, job.conclusion) === "red",
    })),
  );
export const releaseShape: z.ZodType<HostedRelease> = z
  .object({ tag_name: line, name: lineOrNone, body: body.prefault(null), html_url: link, published_at: lineOrNone })
  .transform((each) => ({
    tag: each.tag_name,
    name: each.name,
    body: each.body,
    url: each.html_url,
    at: each.published_at,
  }));
