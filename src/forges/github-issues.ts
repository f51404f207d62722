import { z } from "zod";
import type { HostedIssue, HostedIssues } from "../core/ports/code-host.ts";
import type { GithubClient, OfRepository } from "./github-client.ts";
import { commentShape, issueShape, issuesShape } from "./github-shapes.ts";

export function githubIssues(of: OfRepository, client: GithubClient): HostedIssues {
  const about = (number: number) => ({ doing: `show issue ${number}`, what: `issue ${number}` });
  return {
    async list(state, limit, signal) {
      const query = { state, sort: "created", direction: "desc" };
      const ask = of("/issues", { doing: "list issues", what: "issues", query, signal });
      const { items } = await client.list(issuesShape, ask, (some) => issuesAmong(some).length >= limit);
      return issuesAmong(items).slice(0, limit);
    },
    async get(number, signal) {
      return client.get(issueShape, of(`/issues/${number}`, { ...about(number), signal }));
    },
    async comments(number, signal) {
      const ask = of(`/issues/${number}/comments`, { ...about(number), signal });
      return (await client.list(z.array(commentShape), ask)).items;
    },
    async create({ title, body }, signal) {
      const ask = of("/issues", { doing: "open the issue", what: "issues", signal });
      return client.change(issueShape, { ...ask, method: "POST", body: { title, body } });
    },
    async comment(number, body, signal) {
      const ask = of(`/issues/${number}/comments`, { doing: "write the comment", what: `issue ${number}`, signal });
      return (await client.change(commentShape, { ...ask, method: "POST", body: { body } })).url;
    },
  };
}
function issuesAmong(listed: z.infer<typeof issuesShape>): readonly HostedIssue[] {
  return listed.filter((each) => each !== null);
}
