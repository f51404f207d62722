/** What a command line means to a shell, as far as can be told without running it. */
export type ShellWords =
  /** Plain words: no shell is needed to run them. */
  | { readonly kind: "words"; readonly words: readonly string[] }
  /** It uses a shell's syntax (a pipe, a variable, a redirection, several commands …). */
  | { readonly kind: "shell" }
  | { readonly kind: "invalid"; readonly problem: string };

const OPERATORS = new Set([";", "&", "|", "<", ">", "(", ")", "\n"]);
const EXPANSIONS = new Set(["$", "`", "*", "?", "[", "{", "~", "#", "!"]);
/** Inside a word these are letters to a shell: `a=b{c}` is not, but `HEAD~1`, `a#b` and `@{u}` are common and harmless. */
const ONLY_AT_START = new Set(["~", "#", "!"]);
const KEYWORDS = new Set([
  "if",
  "for",
  "while",
  "until",
  "case",
  "function",
  "time",
  "then",
  "do",
  "cd",
  "export",
  "set",
]);

/** Splits a command line as a POSIX shell would, as long as nothing in it needs the shell itself. */
export function splitShellWords(text: string): ShellWords {
  const state: Splitter = { text, at: 0, words: [], word: null, needsShell: false };
  while (state.at < text.length) {
    const problem = readNext(state);
    if (problem !== null) return { kind: "invalid", problem };
  }
  pushWord(state);
  const [first = ""] = state.words;
  if (state.needsShell || KEYWORDS.has(first) || /^[A-Za-z_]\w*=/.test(first)) return { kind: "shell" };
  return state.words.length === 0
    ? { kind: "invalid", problem: "the command is empty" }
    : { kind: "words", words: state.words };
}

type Splitter = {
  readonly text: string;
  at: number;
  readonly words: string[];
  word: string | null;
  needsShell: boolean;
};

function readNext(state: Splitter): string | null {
  const char = state.text.charAt(state.at);
  if (char === "'" || char === '"') return readQuoted(state, char);
  state.at += 1;
  if (char === "\\") {
    if (state.at >= state.text.length) return "it ends in a lone backslash";
    const next = state.text.charAt(state.at);
    state.at += 1;
    if (next !== "\n") state.word = (state.word ?? "") + next;
  } else if (char === " " || char === "\t" || char === "\r") pushWord(state);
  else if (char === "\n" && state.text.slice(state.at).trim() === "") pushWord(state);
  else {
    if (OPERATORS.has(char)) state.needsShell = true;
    if (EXPANSIONS.has(char) && !(ONLY_AT_START.has(char) && state.word !== null)) state.needsShell = true;
    state.word = (state.word ?? "") + char;
  }
  return null;
}

function readQuoted(state: Splitter, quote: "'" | '"'): string | null {
  let word = state.word ?? "";
  for (state.at += 1; state.at < state.text.length; state.at += 1) {
    const char = state.text.charAt(state.at);
    if (char === quote) {
      state.at += 1;
      state.word = word;
      return null;
    }
    if (quote === '"' && (char === "$" || char === "`")) state.needsShell = true;
    const next = state.text.charAt(state.at + 1);
    if (quote === '"' && char === "\\" && '"\\$`\n'.includes(next) && next !== "") {
      if (next !== "\n") word += next;
      state.at += 1;
    } else word += char;
  }
  return `a ${quote} is opened and never closed`;
}

function pushWord(state: Splitter): void {
  if (state.word !== null) state.words.push(state.word);
  state.word = null;
}
