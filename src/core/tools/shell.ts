import { z } from "zod";
import { splitShellWords } from "../../lib/shell-words.ts";
import { failed, ANSWER_BYTES, ranAnswer } from "./answer.ts";
import { defineTool } from "./tool.ts";

const schema = z.strictObject({
  command: z.string().min(1).max(20_000).describe("What you would type at a prompt, e.g. `npm test -- --bail`"),
  cwd: z.string().default("").describe("Folder to run it in, relative to the workspace"),
  timeout_seconds: z.int().min(1).max(1800).default(120),
  network: z.boolean().default(false).describe("true: it needs the hosts that are granted to you, if there are any"),
});

export const shell = defineTool({
  name: "shell",
  description:
    "Runs a command in the sandbox. There is no network but hosts that are granted to you. Answers with the exit code and both streams, long output cut in the middle.",
  schema,
  risk: "low",
  mutates: true,
  intent: ({ command, cwd, network }) => ({
    effect: "run",
    command: commandOf(command) ?? [],
    directory: cwd,
    network,
  }),
  async run({ command, cwd, timeout_seconds }, { session, signal, onOutput }) {
    const argv = commandOf(command);
    if (argv === null) return failed(`the command cannot be read: ${problemOf(command)}`);
    const heard = onOutput === undefined ? {} : { onOutput: (_: string, text: string) => onOutput(text) };
    const options = { timeoutMs: timeout_seconds * 1000, outputBytes: ANSWER_BYTES, signal, ...heard };
    return ranAnswer(await session.run({ argv, ...(cwd === "" ? {} : { cwd }) }, options));
  },
});

/** Plain words run as they are; whatever needs a shell is given to one. @returns null when no shell could read it either */
function commandOf(command: string): readonly [string, ...string[]] | null {
  const split = splitShellWords(command);
  if (split.kind === "invalid") return null;
  if (split.kind === "shell") return ["sh", "-c", command];
  const [program, ...args] = split.words;
  return program === undefined ? null : [program, ...args];
}
function problemOf(command: string): string {
  const split = splitShellWords(command);
  return split.kind === "invalid" ? split.problem : "";
}
