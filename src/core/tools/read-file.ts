import { z } from "zod";
import { utf8Length } from "../../lib/cap-text.ts";
import { ANSWER_BYTES, failed, succeeded } from "./answer.ts";
import { readTextFile } from "./text-file.ts";
import { defineTool, type ToolAnswer } from "./tool.ts";

const schema = z.strictObject({
  path: z.string().min(1).describe("Relative to the workspace"),
  offset: z.int().min(1).default(1).describe("First line to read, counted from 1"),
  limit: z.int().min(1).max(2000).default(400).describe("How many lines to read"),
});

export const readFile = defineTool({
  name: "read_file",
  description: "Reads lines of a text file, each with its number. Says where to go on when there is more.",
  schema,
  risk: "low",
  mutates: false,
  intent: ({ path }) => ({ effect: "look", paths: [path] }),
  async run({ path, offset, limit }, context) {
    const file = await readTextFile(path, context);
    return "refused" in file ? file.refused : numbered(path, file.text, { offset, limit });
  },
});

function numbered(path: string, text: string, { offset, limit }: { offset: number; limit: number }): ToolAnswer {
  if (text === "") return succeeded(`${path} is empty.`);
  const lines = text.replace(/\r?\n$/, "").split(/\r?\n/);
  if (offset > lines.length) return failed(`${path} has only ${lines.length} lines.`);
  const shown: string[] = [];
  let room = ANSWER_BYTES - 300;
  for (const [at, line] of lines.slice(offset - 1, offset - 1 + limit).entries()) {
    const text = `${String(offset + at).padStart(5)}\t${shortened(line)}`;
    room -= utf8Length(text) + 1;
    if (room < 0) break;
    shown.push(text);
  }
  const last = offset + shown.length - 1;
  const more = last < lines.length ? ` Go on with offset ${last + 1}.` : "";
  return succeeded(`${path}, lines ${offset} to ${last} of ${lines.length}.${more}\n${shown.join("\n")}`);
}
const LINE_CHARACTERS = 2000;
function shortened(line: string): string {
  return line.length <= LINE_CHARACTERS
    ? line
    : `${line.slice(0, LINE_CHARACTERS).toWellFormed()} [… ${line.length - LINE_CHARACTERS} more characters]`;
}
