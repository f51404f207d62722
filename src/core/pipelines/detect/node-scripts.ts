/** What a package.json script really runs. */

/** npm's own text for "there is no test", in the forms that `npm init` has written over the years. */
export function isPlaceholder(script: string): boolean {
  return (
    /no tests? (?:specified|yet|found|configured)/i.test(script) ||
    /^\s*(?:echo\b[^;&|]*|true|:|exit 0)?\s*$/.test(script)
  );
}

export type Tail =
  /** The last command of the script, as words, and whether it is the only one. */
  | { readonly kind: "command"; readonly words: readonly string[]; readonly alone: boolean }
  /** The script ends by calling another script of the same package. */
  | {
      readonly kind: "script";
      readonly by: string;
      readonly name: string;
      /** From the name on: a program's command line, should there be no such script. */
      readonly words: readonly string[];
      readonly alone: boolean;
    }
  /** It hands over to the packages of a workspace: turbo, nx, `npm run -ws`. */
  | { readonly kind: "workspace" }
  | { readonly kind: "unclear" };

/** Arguments that a package manager appends reach only the last command, so that is the one that matters. */
export function tailOf(script: string): Tail {
  const commands = splitCommands(script);
  const last = commands?.at(-1);
  if (commands === null || last === undefined) return { kind: "unclear" };
  const words = dropPrefix(last);
  if (isWorkspaceCall(words)) return { kind: "workspace" };
  const name = scriptCall(words);
  if (name !== null)
    return {
      kind: "script",
      by: words[0] ?? "",
      name,
      words: words.slice(words.indexOf(name)),
      alone: commands.length === 1,
    };
  return { kind: "command", words, alone: commands.length === 1 && words.length === last.length };
}

/** @returns the words of each command joined by `&&`; null for anything a shell is really needed for */
function splitCommands(script: string): string[][] | null {
  const commands: string[][] = [[]];
  const token = /\s+|(?<and>&&)|(?:'[^']*'|"(?:[^"\\$`]|\\.)*"|\\.|[^\s'"\\|&;<>()$`#])+|(?<other>.)/gsu;
  for (const match of script.trim().matchAll(token)) {
    if (match.groups?.["other"] !== undefined) return null;
    if (match.groups?.["and"] !== undefined) commands.push([]);
    else if (match[0].trim() !== "") commands.at(-1)?.push(unquote(match[0]));
  }
  return commands.some((words) => words.length === 0) ? null : commands;
}
function unquote(word: string): string {
  return word.replaceAll(/'(?<single>[^']*)'|"(?<double>(?:[^"\\]|\\.)*)"|\\(?<escaped>.)/gsu, (whole, ...rest) => {
    const groups = rest.at(-1) as Partial<Record<"single" | "double" | "escaped", string>>;
    return groups.single ?? groups.double?.replaceAll(/\\(?=["\\])/g, "") ?? groups.escaped ?? whole;
  });
}
/** `NODE_ENV=test cross-env X=1 npx c8 mocha` runs mocha. */
function dropPrefix(words: readonly string[]): string[] {
  const rest = [...words];
  const wrapper = /^(?:cross-env|npx|bunx|c8|nyc|dotenv|env|--)$/;
  while (rest[0] !== undefined && (/^[A-Za-z_]\w*=/.test(rest[0]) || wrapper.test(rest[0]))) {
    rest.shift();
    while (rest[0]?.startsWith("-") && rest[0] !== "--test") rest.shift();
  }
  return rest;
}

function isWorkspaceCall([program = "", ...rest]: readonly string[]): boolean {
  if (["turbo", "nx", "lerna", "wireit", "moon"].includes(program)) return true;
  if (program === "npm") return rest.some((word) => /^(?:-ws|-w|--workspaces?(?:=.*)?)$/.test(word));
  if (program === "pnpm") return rest.some((word) => /^(?:-r|--recursive|--filter(?:=.*)?|-F)$/.test(word));
  if (program === "yarn") return rest[0] === "workspaces" || rest[0] === "workspace";
  return program === "bun" && rest.some((word) => word.startsWith("--filter"));
}
/** What pnpm and yarn do themselves; any other word after their name is a script, or a program of the dependencies. */
const OWN_VERBS =
  /^(?:-.*|install|i|add|exec|dlx|node|npm|why|list|build|rebuild|publish|pack|link|dedupe|audit|remove|up|upgrade)$/;
function scriptCall([program = "", verb = "", ...rest]: readonly string[]): string | null {
  if (!["npm", "pnpm", "yarn", "bun"].includes(program)) return null;
  if (verb === "run" || verb === "run-script") return rest.find((word) => !word.startsWith("-")) ?? null;
  if (verb === "test" || verb === "t") return program === "bun" ? null : "test";
  return (program === "pnpm" || program === "yarn") && verb !== "" && !OWN_VERBS.test(verb) ? verb : null;
}
