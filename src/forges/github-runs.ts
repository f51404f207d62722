import type { HostedRuns } from "../core/ports/code-host.ts";
import type { GithubClient, OfRepository } from "./github-client.ts";
import { jobsShape, runShape, runsShape } from "./github-shapes.ts";

export function githubRuns(of: OfRepository, client: GithubClient): HostedRuns {
  return {
    async list(branch, limit, signal) {
      const query = { per_page: limit, ...(branch === null ? {} : { branch }) };
      const ask = of("/actions/runs", { doing: "list runs", what: "runs", query, signal });
      return (await client.get(runsShape, ask)).workflow_runs;
    },
    async get(id, signal) {
      const about = { doing: `show run ${id}`, what: `run ${id}`, signal };
      const run = await client.get(runShape, of(`/actions/runs/${id}`, about));
      const { items: jobs } = await client.list(jobsShape, of(`/actions/runs/${id}/jobs`, about));
      return { ...run, jobs };
    },
    async log(jobId, mostBytes, signal) {
      const ask = of(`/actions/jobs/${jobId}/logs`, { doing: "show the log", what: `log of job ${jobId}`, signal });
      return client.text({ ...ask, accept: "application/vnd.github+json", mostBytes, keep: "tail" });
    },
  };
}
