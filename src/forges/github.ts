import type { CodeHost, HostedRepository } from "../core/ports/code-host.ts";
import { slugOf } from "./github-address.ts";
import type { GithubClient, OfRepository } from "./github-client.ts";
import { githubIssues } from "./github-issues.ts";
import { githubPulls } from "./github-pulls.ts";
import { githubRuns } from "./github-runs.ts";
import { commitShape, releaseShape, repositoryShape } from "./github-shapes.ts";

export type GithubOptions = {
  /** `https://github.com`, without a slash at the end. */
  readonly webUrl: string;
  /** How git pushes. */
  readonly gitOver: "https" | "ssh";
};

export function createGithub({ webUrl, gitOver }: GithubOptions, client: GithubClient): CodeHost {
  return {
    at(address) {
      const slug = slugOf(address, webUrl);
      if (slug === null) return null;
      const pushUrl = gitOver === "ssh" ? `ssh://git@${new URL(webUrl).hostname}/${slug}.git` : `${webUrl}/${slug}.git`;
      return hosted(slug, pushUrl, client);
    },
  };
}
function hosted(slug: string, pushUrl: string, client: GithubClient): HostedRepository {
  const of: OfRepository = (path, about) => ({ ...about, path: `/repos/${slug}${path}` });
  return {
    host: "GitHub",
    slug,
    pushUrl,
    async defaultBranch(signal) {
      const ask = of("", { doing: "show the repository", what: `repository ${slug}`, signal });
      return (await client.get(repositoryShape, ask)).default_branch;
    },
    async hasCommit(commit, signal) {
      const what = `commit ${commit.slice(0, 12)}`;
      const ask = of(`/git/commits/${commit}`, { doing: `show ${what}`, what, signal });
      return (await client.find(commitShape, ask)) !== null;
    },
    pulls: githubPulls(slug, of, client),
    issues: githubIssues(of, client),
    runs: githubRuns(of, client),
    async release(tag, signal) {
      const what = tag === null ? "release" : `release ${tag}`;
      const path = tag === null ? "/releases/latest" : `/releases/tags/${encodeURIComponent(tag)}`;
      return client.get(releaseShape, of(path, { doing: "show the release", what, signal }));
    },
  };
}
