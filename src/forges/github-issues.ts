import { z } from "zod";
import type { HostedIssues } from "../core/ports/code-host.ts";
import type { GithubClient, OfRepository } from "./github-client.ts";
import { commentShape, issueShape, issuesShape } from "./github-shapes.ts";

const PAGE = 100;

export function githubIssues(of: OfRepository, client: GithubClient): HostedIssues {
  const about = (number: number) => ({ doing: `show issue ${number}`, what: `issue ${number}` });
  return {
    async list(state, limit, signal) {
      const query = { state, per_page: PAGE, sort: "created", direction: "desc" };
      const all = await client.get(issuesShape, of("/issues", { doing: "list issues", what: "issues", query, signal }));
      return all.slice(0, limit);
    },
    async get(number, signal) {
      return client.get(issueShape, of(`/issues/${number}`, { ...about(number), signal }));
    },
    async comments(number, signal) {
      const query = { per_page: PAGE };
      return client.get(z.array(commentShape), of(`/issues/${number}/comments`, { ...about(number), query, signal }));
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
