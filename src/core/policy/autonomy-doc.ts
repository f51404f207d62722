import { LEVEL_WORDS, LEVELS } from "./levels.ts";
import { type Cell, DEEDS, NOT_DONE_YET, TABLE } from "./table.ts";

const HEAD = `# How far a spark goes by itself

This page is written by \`node scripts/autonomy-doc.ts\` from the tables that decide (src/core/policy/table.ts); a test fails when it is not.

## The levels

`;
const RULES = `
A level can be set in four places: for everything (\`/set tasks.autonomy_level 3\`, or \`autonomy_level\` in the file), for a spark
(\`level\` in its persona), for a chat (\`/set chat.level 2\`, or in /settings) and for a repository (\`/repo level shop 2\`). **The lowest of
those that are set counts**, from the next step of a running task on. \`/why <task>\` says which one it is.

- **ask**: a person is asked, and the yes holds for exactly what was shown. Where nobody is there to ask, ask means deny, at every level.
- The strictest of all that is found in one call counts.
- A yes to a plan covers its checks, word by word, and nothing else.
- Texts of strangers (forwarded words, tickets, the network, MCP servers, memories, files that read like orders) taint a task for good: then
  packages and files that others run need a yes at every level, also when they stood in the plan, and the question says what was read. What a server of tools answered does not by itself make its next call
  asked, where its settings say "confirm = false", nor what granted hosts answered their next use; anything else of strangers does, another server's answer too.
- A memory that rests on texts of strangers stays theirs: what recalls it is tainted by it in turn. What a spark saved in work that read no more
  than the repository counts as the repository does, for work on that repository.
- What a spark delegates is done by another with the lower of both their levels, and with no tool that the first has not.
- Nothing that a task can call changes personas, knobs, rules or the sandbox's settings, at any level.

## In the sandbox

`;
const AFTER = `
## With the outcome

Where it says ask, a person's own button or command is the answer. What does not exist for a repository (no code host, no platform) is not done
at any level; and a change that a task made is applied only when a person says so, from level 3 on.

- Where the repository is on a code host (its address, or the origin of the clone that was registered) and there is a token for it, a task whose work was
  proved is pushed and its pull request opened by itself at levels 4 and 5; at level 3, and after texts of strangers at 4 and 5 too, the question
  “Open pull request” comes. \`/pr <task>\` does it by a person's word.
- At level 5 a pull request is merged by itself when its checks are green, nobody asks for changes, \`merge_approvals\` people approved it, nobody else pushed to its
  branch, its base stands where the work began, and the work read no texts of strangers. What one of these does not cover is asked, as at levels 3 and 4;
  red checks are neither merged nor asked about. \`/pr merge <task>\` merges by a person's word.
- What is pushed is a branch \`sparks/task-<number>-<words>\`, never by force and never a default branch, at any level.
- Reading the code host and fetching from it change nothing and reach that one repository alone: they use the token at every level, whatever was read.

`;

/** The text of docs/autonomy.md. */
export function renderAutonomyDoc(): string {
  const levels = LEVELS.map((level) => `| ${level} | ${LEVEL_WORDS[level].name} | ${LEVEL_WORDS[level].says} |\n`);
  return [
    HEAD,
    "| level | name | a spark |\n|---|---|---|\n",
    ...levels,
    RULES,
    ...tableLines(TABLE, "what is found in a call"),
    AFTER,
    ...tableLines(DEEDS, "deed"),
    `\nOf these, nothing here does the following yet, at any level; its row says what will hold: ${NOT_DONE_YET.join(", ")}.\n`,
  ].join("");
}
type Rows = Readonly<
  Record<string, { readonly levels: readonly Cell[]; readonly risk: string; readonly says: string }>
>;
function tableLines(rows: Rows, first: string): readonly string[] {
  return [
    `| ${first} | risk | ${LEVELS.join(" | ")} |\n|---|---|${LEVELS.map(() => "---|").join("")}\n`,
    ...Object.entries(rows).map(
      ([name, { levels, risk, says }]) => `| **${name}**: ${says} | ${risk} | ${levels.join(" | ")} |\n`,
    ),
  ];
}
