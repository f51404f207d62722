import { own } from "../../../lib/own.ts";

/** How a language's files are known, and where in them what others can use is named. */
export type Language = {
  readonly name: string;
  readonly endings: readonly string[];
  /** POSIX extended regular expression of the lines that matter, as `git grep -E` takes it. */
  readonly lines: string;
  /** Takes the name out of such a line; its only group is the name. Linear in the line's length. */
  readonly symbol: RegExp;
};
const WORD = String.raw`[\p{L}_$][\p{L}\p{N}_$]*`;

export const LANGUAGES: readonly Language[] = [
  {
    name: "TypeScript",
    endings: ["ts", "tsx", "mts", "cts"],
    lines:
      "^export +(default +)?(declare +)?(abstract +)?(async +)?(function|class|const|let|interface|type|enum|namespace)[ *]",
    symbol: new RegExp(
      `^export .{0,60}?\\b(?:function\\*?|class|const|let|interface|type|enum|namespace) +\\*?(${WORD})`,
      "u",
    ),
  },
  {
    name: "JavaScript",
    endings: ["js", "jsx", "mjs", "cjs"],
    lines: "^export +(default +)?(async +)?(function|class|const|let)[ *]|^(module\\.)?exports\\.[A-Za-z_$]+ *=",
    symbol: new RegExp(
      `^(?:export .{0,60}?\\b(?:function\\*?|class|const|let) +\\*?|(?:module\\.)?exports\\.)(${WORD})`,
      "u",
    ),
  },
  {
    name: "Python",
    endings: ["py", "pyi"],
    lines: "^(async +def|def|class) +[A-Za-z]",
    symbol: /^(?:async +def|def|class) +(\w+)/,
  },
  {
    name: "Go",
    endings: ["go"],
    lines: "^(func +(\\([^)]*\\) +)?|type +|var +|const +)[A-Z]",
    symbol: /^(?:func +(?:\([^)]*\) +)?|type +|var +|const +)(\w+)/,
  },
  {
    name: "Rust",
    endings: ["rs"],
    lines: "^ *pub(\\([a-z]+\\))? +((async|unsafe|const) +)*(fn|struct|enum|trait|mod|type|static|const) ",
    symbol: /^ *pub.{0,40}?\b(?:fn|struct|enum|trait|mod|type|static|const) +(\w+)/,
  },
  {
    name: "Java",
    endings: ["java"],
    lines: "^ *public +((static|final|abstract|sealed) +)*(class|interface|enum|record) ",
    symbol: /^ *public .{0,60}?\b(?:class|interface|enum|record) +(\w+)/,
  },
  {
    name: "Kotlin",
    endings: ["kt", "kts"],
    lines: "^(public +)?((data|sealed|open|abstract|suspend|inline) +)*(class|interface|object|fun) +[A-Za-z]",
    symbol: /^.{0,60}?\b(?:class|interface|object|fun) +(\w+)/,
  },
  {
    name: "C#",
    endings: ["cs"],
    lines: "^ *public +((static|sealed|abstract|partial|readonly) +)*(class|interface|enum|record|struct) ",
    symbol: /^ *public .{0,60}?\b(?:class|interface|enum|record|struct) +(\w+)/,
  },
  {
    name: "Ruby",
    endings: ["rb"],
    lines: "^ *(class|module) +[A-Z]|^def +[a-z]",
    symbol: /^ *(?:class|module|def) +([\w:.?!]+)/,
  },
  {
    name: "PHP",
    endings: ["php"],
    lines: "^((abstract|final) +)*(class|interface|trait|enum|function) +[A-Za-z]",
    symbol: /^.{0,40}?\b(?:class|interface|trait|enum|function) +(\w+)/,
  },
  {
    name: "Swift",
    endings: ["swift"],
    lines: "^(public|open) +((final|static) +)*(class|struct|enum|protocol|func|actor) ",
    symbol: /^(?:public|open) .{0,40}?\b(?:class|struct|enum|protocol|func|actor) +(\w+)/,
  },
];
/** Languages that are only counted: what they export cannot be told line by line. */
const COUNTED: Readonly<Record<string, string>> = {
  c: "C",
  h: "C",
  cc: "C++",
  cpp: "C++",
  hpp: "C++",
  css: "CSS",
  scss: "CSS",
  html: "HTML",
  vue: "Vue",
  svelte: "Svelte",
  sh: "Shell",
  sql: "SQL",
  md: "Markdown",
  ex: "Elixir",
  exs: "Elixir",
  scala: "Scala",
  lua: "Lua",
  dart: "Dart",
  zig: "Zig",
  tf: "Terraform",
};
export function languageOf(path: string): string | null {
  const ending = /\.([A-Za-z0-9]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
  const known = LANGUAGES.find(({ endings }) => endings.includes(ending))?.name;
  return known ?? own(COUNTED, ending) ?? null;
}
