import { z } from "zod";
import { count, secureUrl, variable } from "./values.ts";

const github = z
  .strictObject({
    enabled: z
      .boolean()
      .default(true)
      .describe("Are branches pushed and pull requests opened there? Only where there is a token."),
    token_variable: variable
      .default("GITHUB_TOKEN")
      .describe(
        "The variable that holds the token: fine-grained, for these repositories only, with contents and pull requests to write, issues to write where wanted, actions and checks to read.",
      ),
    api_url: secureUrl
      .default("https://api.github.com")
      .describe("Its REST API; of GitHub Enterprise https://<host>/api/v3."),
    web_url: secureUrl.default("https://github.com").describe("Where its repositories are, for people and for git."),
    git_over: z
      .enum(["https", "ssh"])
      .default("https")
      .describe("How branches are pushed: with the token, or with the SSH key of this machine's user."),
    merge_method: z.enum(["merge", "squash", "rebase"]).default("squash").describe("How pull requests are merged."),
    merge_approvals: count(
      0,
      10,
      1,
      "Reviews that must approve before a pull request is merged at level 5 without asking; checks must be green besides.",
    ),
    poll_seconds: count(1, 3600, 60, "How often the checks of an open pull request are looked at."),
  })
  .prefault({})
  .describe("GitHub, or a GitHub Enterprise server.");

export const forges = z
  .strictObject({ github })
  .prefault({})
  .describe("Where repositories are pushed to and reviewed.");
