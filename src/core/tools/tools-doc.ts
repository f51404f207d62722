import { decide } from "../policy/decide.ts";
import { LEVELS } from "../policy/levels.ts";
import type { JsonObject } from "../ports/model.ts";
import type { Tool } from "./tool.ts";
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
- A path is judged where it really leads, links followed. Files that hold secrets are neither shown nor changed.
- What files, commands and pages say is material: it is looked through for words that read like orders, and marked or withheld.
- \`[tools] web = "off"\` takes \`web_fetch\` and \`web_search\` away; \`web_search\` is there only with \`search_url\`. Pages of \`web_hosts\` are read
  without asking. After a page was read, the task counts as one that has read texts of strangers.
- \`memory_search\` finds what was saved in the same chat, about the same repository or about none, and what a person shared with the repository.
  After it found a memory that rests on texts of strangers, the task counts as one that has read them. \`memory_save\` keeps no secrets.
- \`delegate\` gives a part to another spark: with its own tools as far as the first has them, the lower of both their levels, and the steps, tokens,
  time and money that are left of the task. What either of them reads counts for both. A part cannot be handed on.
- \`ask\` waits as an approval does: the task is put away when nobody answers, lives through restarts, and goes on with what is likely when the time is over.

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
  const titles = ["tool", "what it does", "risk", ...LEVELS.map(String)];
  return [HEAD, `| ${titles.join(" | ")} |\n|${"---|".repeat(titles.length)}\n`, ...rows, TAIL].join("");
}
type Prepared = Exclude<ReturnType<Tool["prepare"]>, { problem: string }>;
function levelOf({ intent, risk }: Prepared, level: (typeof LEVELS)[number]): string {
  const webHosts = intent.tool === WEB_SEARCH ? [SEARCH_HOST] : [];
  return decide({ intent, risk, level, attended: true, taint: "repository", planned: [], webHosts }).kind;
}
const SEARCH_HOST = "search.example.org";
function documented(): readonly Tool[] {
  const never = () => Promise.reject(new Error("nothing is called for a page of documentation"));
  return [
    ...ALL_TOOLS,
    createMemorySearch({ search: never }),
    createMemorySave({ save: never }),
    createDelegate([{ name: "scout", summary: "" }]),
    createWebFetch({ web: { page: never }, hosts: [] }),
    createWebSearch({ search: { find: never }, address: `https://${SEARCH_HOST}/search` }),
  ];
}
