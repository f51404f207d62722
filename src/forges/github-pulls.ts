import { z } from "zod";
import type { HostedCheck, HostedPulls, HostedReview } from "../core/ports/code-host.ts";
import type { GithubClient, OfRepository } from "./github-client.ts";
import { checkRunsShape, commentShape, mergedShape, pullShape, reviewsShape, statusesShape } from "./github-shapes.ts";

/** What one page holds at most, and what is read of a list. */
const PAGE = 100;

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
      const query = { state: "all", head: `${owner}:${branch}`, sort: "created", direction: "desc", per_page: PAGE };
      const found = await client.get(
        z.array(pullShape),
        of("/pulls", { doing: "look for the pull request", what: "pull requests", query, signal }),
      );
      // A filter that a server does not know gives all there are.
      return (
        found.find(({ head }) => head.branch === branch && head.slug?.toLowerCase() === slug.toLowerCase()) ?? null
      );
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
    async comments(number, signal) {
      const query = { per_page: PAGE };
      return client.get(z.array(commentShape), of(`/issues/${number}/comments`, { ...about(number), query, signal }));
    },
    async checks(commit, signal) {
      const what = `commit ${commit.slice(0, 12)}`;
      const ask = { doing: `show the checks of ${what}`, what, query: { per_page: PAGE }, signal };
      const runs = await client.get(checkRunsShape, of(`/commits/${commit}/check-runs`, ask));
      const statuses = await client.get(statusesShape, of(`/commits/${commit}/status`, ask));
      return newestOfEach([...runs, ...statuses]);
    },
    async reviews(number, signal) {
      const query = { per_page: PAGE };
      const all = await client.get(reviewsShape, of(`/pulls/${number}/reviews`, { ...about(number), query, signal }));
      const newest = new Map<string, HostedReview>();
      // Oldest first; a comment takes no verdict back, a dismissal does.
      for (const { user, state, commit_id: commit } of all) {
        if (state === "APPROVED") newest.set(user, { author: user, verdict: "approved", commit });
        else if (state === "CHANGES_REQUESTED")
          newest.set(user, { author: user, verdict: "changes-requested", commit });
        else if (state === "DISMISSED") newest.delete(user);
      }
      return [...newest.values()];
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
/** GitHub gives the newest first. */
function newestOfEach(checks: readonly HostedCheck[]): readonly HostedCheck[] {
  return checks.filter(({ name }, at) => checks.findIndex((other) => other.name === name) === at);
}
