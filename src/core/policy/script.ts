/**
 * The simple commands in a shell script, as lists of words: split at `;`, `&`, `|`, newlines, brackets and braces, with what stands in
 * `$(…)` and backticks as commands of their own. A reader, not a shell: words that only a shell knows keep their `$`.
 */
export function splitScript(script: string): readonly (readonly string[])[] {
  const reader: Reader = { script, at: 0, commands: [], words: [], word: null };
  while (reader.at < script.length) step(reader);
  endCommand(reader);
  return reader.commands.map(withoutKeywords).filter((words) => words.length > 0);
}

type Reader = {
  readonly script: string;
  at: number;
  readonly commands: string[][];
  words: string[];
  word: string | null;
};

function step(reader: Reader): void {
  const { script } = reader;
  const char = script.charAt(reader.at);
  if (char === "\\") {
    add(reader, script.charAt(reader.at + 1).replace("\n", ""));
    reader.at += 2;
  } else if (char === "'") quoted(reader);
  else if (char === '"') doubleQuoted(reader);
  else if (char === "`" || (char === "$" && script.charAt(reader.at + 1) === "(")) substitution(reader);
  else {
    reader.at += 1;
    if (/\s/.test(char) && char !== "\n") endWord(reader);
    else if (";&|\n()".includes(char)) endCommand(reader);
    else if ((char === "{" || char === "}") && reader.word === null) endCommand(reader);
    else if (char === "#" && reader.word === null) skipLine(reader);
    else if (char === ">" || char === "<") redirect(reader, char);
    else add(reader, char);
  }
}
/** `>x` and `> x` both become the words `>` and `x`, so that a reader of words sees where output goes. */
function redirect(reader: Reader, char: string): void {
  if (/^\d*$/.test(reader.word ?? "")) reader.word = null;
  endWord(reader);
  while (/[>&|<]/.test(reader.script.charAt(reader.at))) reader.at += 1;
  reader.words.push(char);
}
function quoted(reader: Reader): void {
  const end = reader.script.indexOf("'", reader.at + 1);
  const stop = end === -1 ? reader.script.length : end;
  add(reader, reader.script.slice(reader.at + 1, stop));
  reader.at = stop + 1;
}
function doubleQuoted(reader: Reader): void {
  add(reader, "");
  reader.at += 1;
  while (reader.at < reader.script.length && reader.script.charAt(reader.at) !== '"') {
    const char = reader.script.charAt(reader.at);
    if (char === "`" || (char === "$" && reader.script.charAt(reader.at + 1) === "(")) substitution(reader);
    else {
      const escaped = char === "\\";
      add(reader, reader.script.charAt(escaped ? reader.at + 1 : reader.at));
      reader.at += escaped ? 2 : 1;
    }
  }
  reader.at += 1;
}
function substitution(reader: Reader): void {
  const tick = reader.script.charAt(reader.at) === "`";
  const start = reader.at + (tick ? 1 : 2);
  const end = tick ? reader.script.indexOf("`", start) : closingBracket(reader.script, start);
  const stop = end === -1 ? reader.script.length : end;
  reader.commands.push(...splitScript(reader.script.slice(start, stop)).map((words) => [...words]));
  add(reader, "$()");
  reader.at = stop + 1;
}
function closingBracket(script: string, start: number): number {
  let depth = 1;
  for (let at = start; at < script.length; at += 1) {
    if (script.charAt(at) === "(") depth += 1;
    if (script.charAt(at) === ")") depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}
function skipLine(reader: Reader): void {
  const end = reader.script.indexOf("\n", reader.at);
  reader.at = end === -1 ? reader.script.length : end;
}
function add(reader: Reader, text: string): void {
  reader.word = (reader.word ?? "") + text;
}
function endWord(reader: Reader): void {
  if (reader.word !== null) reader.words.push(reader.word);
  reader.word = null;
}
function endCommand(reader: Reader): void {
  endWord(reader);
  if (reader.words.length > 0) reader.commands.push(reader.words);
  reader.words = [];
}
const KEYWORDS = new Set([
  "if",
  "then",
  "elif",
  "else",
  "fi",
  "for",
  "while",
  "until",
  "do",
  "done",
  "case",
  "esac",
  "!",
  "time",
]);
function withoutKeywords(words: readonly string[]): readonly string[] {
  const start = words.findIndex((word) => !KEYWORDS.has(word) && !/^[A-Za-z_]\w*=/.test(word));
  return start === -1 ? [] : words.slice(start);
}
