import { z } from "zod";
import type { HostedCheck, HostedPull, HostedPulls, HostedReview } from "../core/ports/code-host.ts";
import type { GithubClient, OfRepository } from "./github-client.ts";
import { checkRunsShape, commentShape, mergedShape, pullShape, reviewsShape, statusesShape } from "./github-shapes.ts";

export function githubPulls(slug: string, of: OfRepository, client: GithubClient): HostedPulls {
  const [owner = ""] = slug.split("/");
  const about = (number: number) => ({ doing: `show pull request ${number}`, what: `pull request ${number}` });
  return {
    async list(state, limit, signal) {
      const query = { state, per_page: limit, sort: "created", direction: "desc" };
      return client.get(
        z.array(pullShape),
        of("/pulls", { doing: "list pull requests", what: "pull requests", query, signal }),
      );
    },
    async get(number, signal) {
      return client.get(pullShape, of(`/pulls/${number}`, { ...about(number), signal }));
    },
    async ofBranch(branch, signal) {
      const query = { state: "all", head: `${owner}:${branch}`, sort: "created", direction: "desc" };
      const ask = of("/pulls", { doing: "look for the pull request", what: "pull requests", query, signal });
      // A filter that a server does not know gives all there are.
      const isIt = ({ head }: HostedPull): boolean =>
        head.branch === branch && head.slug?.toLowerCase() === slug.toLowerCase();
      const { items } = await client.list(z.array(pullShape), ask, (pulls) => pulls.some(isIt));
      return items.find(isIt) ?? null;
    },
    async diff(number, mostBytes, signal) {
      const accept = "application/vnd.github.diff";
      return client.text({ ...of(`/pulls/${number}`, { ...about(number), signal }), accept, mostBytes, keep: "head" });
    },
    async create({ branch, base, title, body }, signal) {
      const doing = "open the pull request";
      const ask = of("/pulls", { doing, what: `repository ${slug}`, signal });
      return client.change(pullShape, { ...ask, method: "POST", body: { title, body, base, head: branch } });
    },
    async close(number, signal) {
      const found = await client.get(pullShape, of(`/pulls/${number}`, { ...about(number), signal }));
      if (found.state !== "open") return found;
      const ask = of(`/pulls/${number}`, { ...about(number), doing: `close pull request ${number}`, signal });
      return client.change(pullShape, { ...ask, method: "PATCH", body: { state: "closed" } });
    },
    async comments(number, signal) {
      const ask = of(`/issues/${number}/comments`, { ...about(number), signal });
      return (await client.list(z.array(commentShape), ask)).items;
    },
    async checks(commit, signal) {
      const what = `commit ${commit.slice(0, 12)}`;
      const ask = { doing: `show the checks of ${what}`, what, signal };
      const runs = await client.list(checkRunsShape, of(`/commits/${commit}/check-runs`, ask));
      const statuses = await client.list(statusesShape, of(`/commits/${commit}/status`, ask));
      const checks = newestOfEach([...runs.items, ...statuses.items]);
      // Any of those that were not read may be red.
      return runs.whole && statuses.whole ? checks : [...checks, UNREAD_CHECK];
    },
    async reviews(number, signal) {
      const all = await client.list(reviewsShape, of(`/pulls/${number}/reviews`, { ...about(number), signal }));
      const verdicts = newestVerdicts(all.items);
      return all.whole ? verdicts : [...verdicts, UNREAD_REVIEW];
    },
    async merge(number, { head, method, title }, signal) {
      const ask = of(`/pulls/${number}/merge`, {
        doing: `merge pull request ${number}`,
        what: `pull request ${number}`,
        signal,
      });
      const body = { sha: head, merge_method: method, ...(method === "rebase" ? {} : { commit_title: title }) };
      return (await client.change(mergedShape, { ...ask, method: "PUT", body })).sha;
    },
  };
}
/** Stands for what a list that is too long to be read may hold. */
const UNREAD_CHECK: HostedCheck = { name: "more checks than are read", outcome: "pending", word: "not read" };
const UNREAD_REVIEW: HostedReview = {
  author: "somebody among more reviews than are read",
  verdict: "changes-requested",
  commit: "",
};
/** Oldest first; a comment takes no verdict back, a dismissal does. */
function newestVerdicts(reviews: Readonly<z.infer<typeof reviewsShape>>): readonly HostedReview[] {
  const newest = new Map<string, HostedReview>();
  for (const { user, state, commit_id: commit } of reviews) {
    if (state === "APPROVED") newest.set(user, { author: user, verdict: "approved", commit });
    else if (state === "CHANGES_REQUESTED") newest.set(user, { author: user, verdict: "changes-requested", commit });
    else if (state === "DISMISSED") newest.delete(user);
  }
  return [...newest.values()];
}
/** GitHub gives the newest first. */
function newestOfEach(checks: readonly HostedCheck[]): readonly HostedCheck[] {
  return checks.filter(({ name }, at) => checks.findIndex((other) => other.name === name) === at);
}
