import { decide } from "../policy/decide.ts";
import { LEVELS } from "../policy/levels.ts";
import { CODING_CLIS } from "../ports/coding-clis.ts";
import type { JsonObject } from "../ports/model.ts";
import { CODING_CLI, createCodingCliTool } from "./coding-cli.ts";
import type { Tool } from "./tool.ts";
import { createGh } from "./gh.ts";
import { createRemoteGit } from "./git.ts";
import { ALL_TOOLS } from "./toolbox.ts";
import { createDelegate, DELEGATE } from "./delegate.ts";
import { createMemorySave } from "./memory-save.ts";
import { createMemorySearch } from "./memory-search.ts";
import { createWebFetch } from "./web-fetch.ts";
import { WEB_FETCH, WEB_SEARCH } from "./web-names.ts";
import { createWebSearch } from "./web-search.ts";

const HEAD = `# The tools of a spark

This page is written by \`node scripts/tools-doc.ts\` from the tools and from the policy itself; a test fails when it is not true.

What the five levels do is shown for an ordinary call with somebody there to ask. What else is found in a call can only make it stricter: a protected
file, a secret, an installation, the network. [autonomy.md](autonomy.md) has the whole table. Where nobody is there, ask means no.

`;
const TAIL = `
Some rules hold for all of them:

- Arguments are checked before anything is looked at; what is wrong with them is told to the model in words.
- An answer has at most 16 KiB of valid UTF-8: of what is longer, head and tail, with a line that says how much is left out.
- A model is given at most 128 tools. The tools of servers come last, in the order of \`/mcp\`, and the last of them are left out where there are more;
  \`/mcp\` says so. A description of more than 1,024 characters is told in the conversation instead of in the list.
- A path is judged where it really leads, links followed. Files that hold secrets are neither shown nor changed.
- What files, commands and pages say is material: it is looked through for words that read like orders, and marked or withheld.
- \`[tools] web = "off"\` takes \`web_fetch\` and \`web_search\` away; \`web_search\` is there only with \`search_url\`. Pages of \`web_hosts\` are read
  and searches made without asking, until texts of strangers were read, which pages and results count as: from then on each is asked for.
- \`memory_search\` finds what was saved in the same chat, about the same repository or about none, and what a person shared with the repository.
  After it found a memory that rests on texts of strangers, the task counts as one that has read them. \`memory_save\` keeps no secrets.
- \`delegate\` gives a part to another spark: with its own tools as far as the first has them, the lower of both their levels, and the steps, tokens,
  time and money that are left of the task. What either of them reads counts for both. A part cannot be handed on.
- \`ask\` waits as an approval does: the task is put away when nobody answers, lives through restarts, and goes on with what is likely when the time is over.

## Coding CLIs

\`coding_cli\` is there where a coding CLI is switched on, installed and has a key of its own:

\`\`\`toml
[coding_clis.claude_code]        # or codex, opencode
enabled = true
ceiling_usd = 2                  # what it may cost in one task
\`\`\`

\`\`\`sh
sparks coding-clis install claude_code     # one package of a pinned version, compared with its hash before it is unpacked
sparks secrets set CLAUDE_CODE_API_KEY     # or CODEX_API_KEY, OPENCODE_CLI_API_KEY
\`\`\`

- It runs in a second sandbox on the task's workspace, with no network. What it finds is one port, behind which a gateway of this program stands.
- The gateway takes a key that is good for that one run, and puts the real one in its place on the way out. The real key is in no environment,
  file or argument of the sandbox. Whatever runs in the sandbox can use the port, and so the money of that run.
- Each request is set aside at its worst before it is made, from the ceiling, the task's and the day's purse, and settled by what the answer says;
  one that breaks off counts whole. Beyond that the CLI is told that its money is used up.
- When its ceiling or the task's purse runs empty, its next request is held and a person is asked for more. Given more, that request goes on, and the same
  program with it; the time until then is not time of its work. Given none, it ends and what it changed is kept: the task ends too where its own purse is
  empty, and else goes on without. The card and the question say which purse it is. Where the program ends by itself meanwhile, the work waits for the
  answer in its place, and the model is told why it ended.
- A request is held for \`approvals.wait_minutes\`, and no longer than the task's sandbox lives (\`task_wall_clock_minutes\`). Then the CLI ends, what it changed is kept, and the task is put away until somebody decides; after that
  the rest is handed over anew. Claude Code waits an hour for one request and then makes it again, which is held as the first was; Codex and opencode set
  no limit. After a restart the call is made anew on what the CLI had changed when it was first held, and meets the same question.
- Its model's server is reached as that of the program's own model is: \`model.proxy\` and \`model.extra_ca_file\` hold for both.
- The gateway sets the model, bounds the answer, and leaves out what the provider would run itself (web search, servers of tools) or charge
  by another tariff. Documents and pictures by an address are refused, since nobody could tell before what they cost.
- It is asked about at every level but the first, which denies it; "like this" allows more work by the same CLI and model within the task.
- What it changed is kept, checked and proved as anything else. What it says is material.
- \`/cli\` shows and chooses the one a chat's tasks use (\`/cli off\`: none), \`/cli_model\` its model; a model of unknown price is refused.
- After a crash the call is made anew on the workspace as it was before it, or when it was last held; what it had spent stays spent.

## Tools of your own

A command with places for what the model says, in \`config.toml\`:

\`\`\`toml
[[tools.custom]]
name = "npm_script"
summary = "Runs a script of package.json."
argv = ["npm", "run", "{script}"]
parameters = [{ name = "script", summary = "Its name", pattern = "[a-z][a-z0-9:-]*" }]
risk = "low"
timeout_seconds = 300
\`\`\`

A place is an argument or a part of one, never a shell's text; without a pattern a value is a plain name or path and cannot be an option. It runs in the
sandbox, and the command that comes out is judged as if the spark had typed it. A spark whose persona lists its tools gets it when it is listed there.
`;
const REMOTE = `
Where the task's repository is on a code host that there is a token for, \`gh\` is there as well, and \`git\` reaches it. All of that is done by the host,
never in the sandbox; the token is where no spark is. \`gh\` reads and writes that one repository, whatever it is told. After texts of strangers, which what
is read there counts as, a push, a comment, a pull request and a merge are asked for at every level; reading and \`git fetch\`, which change
nothing, are not.

| call | what it does | ${LEVELS.join(" | ")} |
|---|---|${"---|".repeat(LEVELS.length)}
`;
const NAMED = { host: "GitHub", slug: "ada/shop", branch: "sparks/task-1-mend-it" };
const nowhere = (): never => {
  throw new Error("nothing is reached for a page of documentation");
};
const [GH, GIT] = [createGh(NAMED, nowhere), createRemoteGit(NAMED, nowhere)];
const REMOTE_CALLS: readonly (readonly [string, string, Tool, JsonObject])[] = [
  ["git fetch", "says what is new there since the task began", GIT, { action: "fetch" }],
  [
    "git push",
    "pushes the work as it is now as `sparks/task-<number>-<words>`, never by force",
    GIT,
    { action: "push" },
  ],
  ["gh pr list, view, diff, checks", "reads pull requests", GH, { action: "pr view", number: 1 }],
  ["gh issue list, view", "reads issues", GH, { action: "issue list" }],
  [
    "gh run list, view",
    "reads runs of pipelines, with `log` the end of what failed",
    GH,
    { action: "run view", number: 1 },
  ],
  ["gh release view", "reads a release", GH, { action: "release view" }],
  ["gh pr create", "pushes the work and opens its pull request", GH, { action: "pr create", title: "a", body: "b" }],
  ["gh pr comment, issue comment", "writes a comment", GH, { action: "pr comment", number: 1, body: "b" }],
  ["gh issue create", "opens an issue", GH, { action: "issue create", title: "a", body: "b" }],
  ["gh pr merge", "merges a pull request of proved work, by the rules set", GH, { action: "pr merge", number: 1 }],
];
/** An ordinary call of each. */
const CALLS: Readonly<Record<string, JsonObject>> = {
  read_file: { path: "src/a.ts" },
  list_files: {},
  glob: { pattern: "**/*.ts" },
  codebase_map: {},
  search: { pattern: "a" },
  edit_file: { path: "src/a.ts", old_text: "a", new_text: "b" },
  patch: { patch: "--- a/src/a.ts\n+++ b/src/a.ts\n@@ -1 +1 @@\n-a\n+b\n" },
  write_file: { path: "src/a.ts", content: "a" },
  shell: { command: "node src/a.js" },
  git: { action: "diff" },
  run_checks: {},
  lint: {},
  test: {},
  ask: { question: "Which?" },
  step_done: { step: 1 },
  finish: { summary: "Done." },
  memory_search: { query: "a" },
  memory_save: { text: "We use pnpm" },
  [DELEGATE]: { spark: "scout", goal: "Find out where it is" },
  [CODING_CLI]: { goal: "Rename the module." },
  [WEB_FETCH]: { url: "https://example.org/" },
  [WEB_SEARCH]: { query: "a" },
};

/** The text of docs/tools.md. @throws Error when a tool has no ordinary call here */
export function renderToolsDoc(): string {
  const rows = documented().map((tool) => {
    const { name, description } = tool.spec;
    const call = tool.prepare(CALLS[name] ?? { "": "there is no ordinary call of this tool" });
    if ("problem" in call) throw new Error(`${name}: ${call.problem}`);
    const cells = LEVELS.map((level) => levelOf(call, level));
    return `| \`${name}\` | ${description.replaceAll("|", "\\|")} | ${call.risk} | ${cells.join(" | ")} |\n`;
  });
  const remote = REMOTE_CALLS.map(([name, says, tool, args]) => {
    const call = tool.prepare(args);
    if ("problem" in call) throw new Error(`${name}: ${call.problem}`);
    return `| \`${name}\` | ${says} | ${LEVELS.map((level) => levelOf(call, level)).join(" | ")} |\n`;
  });
  const titles = ["tool", "what it does", "risk", ...LEVELS.map(String)];
  return [HEAD, `| ${titles.join(" | ")} |\n|${"---|".repeat(titles.length)}\n`, ...rows, REMOTE, ...remote, TAIL].join(
    "",
  );
}
type Prepared = Exclude<ReturnType<Tool["prepare"]>, { problem: string }>;
function levelOf({ intent, risk }: Prepared, level: (typeof LEVELS)[number]): string {
  return decide({ intent, risk, level, attended: true, taint: "repository", planned: [] }).kind;
}
/** As if all of them were switched on and worked. */
function ofClis(): readonly Tool[] {
  const about = { model: "m", host: "api.example.org", ceilingUsd: 2, problem: null };
  const begin = () => {
    throw new Error("nothing is begun for a page of documentation");
  };
  const clis = { list: () => CODING_CLIS.map((name) => ({ name, ...about })), modelProblem: () => null, begin };
  const tool = createCodingCliTool({ clis, wish: undefined, timeoutMs: 0 });
  return tool === null ? [] : [tool];
}
function documented(): readonly Tool[] {
  const never = () => Promise.reject(new Error("nothing is called for a page of documentation"));
  return [
    ...ALL_TOOLS,
    createMemorySearch({ search: never }),
    createMemorySave({ save: never }),
    createDelegate([{ name: "scout", summary: "" }]),
    createWebFetch({ web: { page: never }, hosts: [] }),
    ...ofClis(),
    createWebSearch({ search: { find: never }, address: "https://search.example.org/search" }),
  ];
}
