import { z } from "zod";
import { secretOf } from "../policy/commands/secret-names.ts";
import { ANSWER_BYTES, ranAnswer, succeeded } from "./answer.ts";
import { SAFE_GIT } from "./git.ts";
import { type Language, languageOf, LANGUAGES } from "./map/languages.ts";
import { outline } from "./map/outline.ts";
import { reach } from "./reach.ts";
import { repositoryFiles } from "./repository-files.ts";
import { defineTool, type ToolContext } from "./tool.ts";

const FILES_BYTES = 2 * 1024 * 1024;
const SYMBOLS_BYTES = 512 * 1024;
/** Of one repository: each is a search through all of its files. */
const MOST_LANGUAGES = 5;
const schema = z.strictObject({
  path: z.string().default(".").describe("Folder to map, relative to the workspace"),
});

export const codebaseMap = defineTool({
  name: "codebase_map",
  description:
    "An outline of the repository or of a folder of it: languages, manifests, likely entry points, folders, and the names that files export. Start with it in a repository you do not know.",
  schema,
  risk: "low",
  mutates: false,
  intent: ({ path }) => ({ effect: "look", paths: [path] }),
  async run({ path }, context) {
    const reached = await reach(path, "read", context);
    if ("refused" in reached) return reached.refused;
    const found = await repositoryFiles([reached.path], context, FILES_BYTES);
    if (found.kind === "failed") return ranAnswer(found.result);
    const files = found.files.filter((file) => secretOf(file) === undefined);
    if (files.length === 0) return succeeded(`No files below ${path}.`);
    const symbols = new Map<string, string[]>();
    for (const language of spoken(files)) await collect(language, reached.path, { symbols, context });
    const cut = found.cut ? "[only a part of the files: there are too many, name a folder]\n" : "";
    return succeeded(`${cut}${outline(files, symbols, ANSWER_BYTES - 200)}`);
  },
});
/** The languages that can be read for names, the most frequent first. */
function spoken(files: readonly string[]): readonly Language[] {
  const counts = Map.groupBy(files, languageOf);
  return LANGUAGES.filter(({ name }) => counts.has(name))
    .toSorted((a, b) => (counts.get(b.name)?.length ?? 0) - (counts.get(a.name)?.length ?? 0))
    .slice(0, MOST_LANGUAGES);
}

type Collecting = { readonly symbols: Map<string, string[]>; readonly context: ToolContext };
/** A search that fails leaves the names out, and nothing else. */
async function collect(language: Language, path: string, { symbols, context: { session, signal } }: Collecting) {
  const folder = path === "." ? "" : `${path.replaceAll(/[*?[\]\\]/g, String.raw`\$&`)}/`;
  const result = await session.run(
    {
      argv: [
        ...SAFE_GIT,
        "-c",
        "core.quotePath=false",
        "grep",
        "--untracked",
        "--heading",
        "-nIE",
        "--no-textconv",
        "-e",
        language.lines,
        "--",
        ...language.endings.map((ending) => `:(glob)${folder}**/*.${ending}`),
      ],
    },
    { timeoutMs: 30_000, outputBytes: SYMBOLS_BYTES, signal },
  );
  if (result.kind !== "exited" || result.code !== 0) return;
  for (const { file, line } of matchesIn(result.stdout.text)) {
    const [, name] = language.symbol.exec(line.slice(0, 300)) ?? [];
    if (name === undefined || secretOf(file) !== undefined) continue;
    symbols.set(file, [...(symbols.get(file) ?? []), name.slice(0, 80)]);
  }
}
/** With `--heading` a file's name stands on a line of its own above its matches, each `number:text`. */
function matchesIn(output: string): readonly { readonly file: string; readonly line: string }[] {
  let file = "";
  return output.split("\n").flatMap((line) => {
    const [whole, number] = /^(\d+):/.exec(line) ?? [];
    if (number === undefined || whole === undefined) {
      // After a cut it is not known which file the next lines are of.
      file = line.startsWith("[… ") ? "" : line;
      return [];
    }
    return file === "" ? [] : [{ file, line: line.slice(whole.length) }];
  });
}
