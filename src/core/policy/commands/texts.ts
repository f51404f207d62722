import { absolutePath, checkRead, checkUnprotected } from "../paths/paths.ts";
import { placeOf } from "../paths/protected-paths.ts";
import { isSecretPath } from "../paths/secret-paths.ts";
import { type Call, type Field, find } from "./scene.ts";

/*
 * The small languages of sed, awk and jq: each of them can run programs and name files, so only what is plainly neither passes.
 */

/** Commands of sed without `e`, `r`, `R`, `w`, `W`, and without the flags `e` and `w` of `s`. */
const SED_ADDRESS = String.raw`(?:\d+|\$|/(?:[^/\\\n]|\\.)*/I?|\\?%(?:[^%\\\n]|\\.)*%)`;
const SED_RANGE = String.raw`(?:${SED_ADDRESS}(?:\s*[,~]\s*(?:[+~]?\d+|${SED_ADDRESS}))?\s*!?\s*)?`;
const SED_SUBSTITUTE = ["/", "|", "#", ",", "%", "@", ":", "!", "~", "_", ";", "+"]
  .map((mark) => {
    const m = `\\${mark}`;
    return `${m}(?:[^${m}\\\\]|\\\\[^])*${m}(?:[^${m}\\\\]|\\\\[^])*${m}`;
  })
  .join("|");
const SED_COMMAND = String.raw`(?:[=dDgGhHlnNpPx]|q\d*|[bt]\s*\w*|:\w+|s(?:${SED_SUBSTITUTE})[gpiImM\d]*|y/(?:[^/\\]|\\.)*/(?:[^/\\]|\\.)*/|[aic]\\?[^\n]*)`;
const SED_SCRIPT = new RegExp(
  String.raw`^\s*(?:${SED_RANGE}\{?\s*${SED_COMMAND}\s*\}?\s*(?:[;\n]\s*|$|(?=\})))*\}*\s*$`,
  "s",
);
export function checkSed(call: Call, { text, known, glob }: Field): void {
  const short = text.replaceAll(/[ \t]+/g, " ");
  if (!known || glob || short.length > 1000 || !SED_SCRIPT.test(short) || hidesDelimiter(short))
    find(call, "opaque", "its script may run programs or write files");
}
/** Seds differ about a delimiter inside of brackets: what one takes for a pattern is a command to another. */
function hidesDelimiter(script: string): boolean {
  // `\[` opens none, and a class such as `[:alpha:]` does not close one
  const brackets = script.replaceAll(/\[:\w+:\]/g, "a").replaceAll(/\\[\\[]/g, "");
  return [...script.matchAll(/s([^\w\s\\])/g), ["", "/"]].some(([, mark = "/"]) =>
    new RegExp(`\\[\\^?\\]?[^\\]]*\\${mark}`).test(brackets),
  );
}

/**
 * awk without `system`, pipes, files, `getline`, other libraries, and without its view of the environment. Words count wherever they
 * stand: where a string or a pattern ends is more than can be told without an awk.
 */
export function checkAwk(call: Call, { text, known }: Field): void {
  const calls = /system|getline|close|fflush|ENVIRON|PROCINFO|FUNCTAB|SYMTAB|ARGV|ARGC|load|include|extension|@/.test(
    text,
  );
  // Only a print writes; `>` before the first of them compares.
  const printed = /\bprintf?\b([^]*)$/.exec(text)?.[1] ?? "";
  const writes = />|\|/.test(printed.replaceAll("||", ""));
  if (!known || calls || writes) find(call, "opaque", "its program may run others or write files");
}

const JQ_REACHES =
  /\$(ENV|__)|(?<![.\w])(env|str_?env|\w*load\w*|envsubst|system|exec|eval|input_filename|import|include|modulemeta|get_search_list|input|inputs|debug|stderr|halt_error)\b/;
export function checkJq(call: Call, { text, known }: Field): void {
  if (!known || JQ_REACHES.test(text)) find(call, "opaque", "its filter may read more than its input");
}

/** Without the marks that git knows before a path. */
export function plainPathspec(text: string): string {
  return text.replace(/^:\([^)]*\)/, "").replace(/^:[!/^]+/, "");
}
const REVISION_FILE = /^:?([^:]*):(.+)$/;
/** git takes a path, a revision, or a path in a revision; the pathspecs with marks in brackets name paths as well. */
export function checkRevision(call: Call, field: Field): void {
  const { text, known } = field;
  if (!known) return find(call, "opaque", "which revision or file it means is only known when it runs");
  const path = plainPathspec(text);
  // git reads the stars and brackets that the shell leaves
  checkRead(call, { ...field, text: path, glob: field.glob || /[*?[]/.test(path) });
  const inside = REVISION_FILE.exec(path)?.[2];
  if (inside !== undefined) checkRead(call, { ...field, text: inside });
}

/** Names in a registry: no path, address, alias or glob, nothing that names another source. */
const PACKAGE =
  /^(@[a-z0-9][\w.-]{0,60}\/)?[A-Za-z0-9][\w./-]{0,80}(\[[\w,-]+\])?([@=~><!]{1,2}[\^~]?[\w.+*-]{1,30})?$/;
export function checkPackage(call: Call, { text, known }: Field): void {
  if (!known || !PACKAGE.test(text) || /^\.|\.(tgz|tar|gz|zip|whl|git)$/i.test(text))
    find(call, "opaque", `${text} is no plain package name`);
}

/** Programs by names that say what they do; `release-notes.js` says something else, and so does a folder of `target/release`. */
const BRINGS_OUT = /\/(deploy|publish|release|upload|ship)([-_](?!notes?\b|check|test|dry|doc)[\w-]+)?(\.\w+)?$/i;
/** A program of the repository: one that the same command did not write itself. */
export function checkScript(call: Call, field: Field): void {
  // `test/*.test.js` names files of the repository; a bare `*` could be anything.
  if (!field.known || !/^[\w@%./+ -]+$/.test(field.glob ? field.text.replace(/\*(?=.*\w\.\w+$)/, "") : field.text))
    return find(call, "opaque", "which file it runs is only known when it runs");
  call.report.changes = true;
  const absolute = absolutePath(call, field.text);
  if (field.text === "-") return find(call, "opaque", "it runs what is piped into it");
  if (!absolute.startsWith("/workspace/")) return find(call, "opaque", "it runs a file outside of the workspace");
  if (placeOf(absolute).kind === "git") return find(call, "opaque", "it runs a file of git's own");
  if (isSecretPath(absolute, field.glob)) find(call, "secret", field.text);
  // `node a` runs `a.js` or `a/index.js`
  if (
    call.report.written.some(
      (file) => file === absolute || /^(\.\w+|\/(index|__main__)\.\w+)$/.test(after(absolute, file)),
    )
  )
    find(call, "opaque", "it runs what it has just written");
  if (BRINGS_OUT.test(absolute)) find(call, "publish", `${field.text.slice(0, 60)} may bring something out`);
}

function after(start: string, text: string): string {
  return text.startsWith(start) ? text.slice(start.length) : "";
}

/** Places of the machine, and keys at home, that no program of a repository has business with. */
const MACHINE = /(^|[=:@])(\/(etc|root|proc|sys|boot|home|var\/(run|lib|www|log)|run)(\/|$)|~(\/|$))/;
/** What is handed to a program of the repository's own: words, of which none may name what it must not see. */
export function checkWords(call: Call, words: readonly Field[]): void {
  for (const { text, known, glob } of words) {
    if (!known) continue;
    for (const path of pathsIn(text)) {
      const absolute = absolutePath(call, path);
      if (MACHINE.test(path) || (path.includes("..") && !/^\/workspace(\/|$)/.test(absolute)))
        find(call, "outside read", text.slice(0, 60));
      if (isSecretPath(absolute, glob)) find(call, "secret", text.slice(0, 60));
    }
  }
}
/** As it stands, what an option is given (`--file=x`, `-fx`), and what a list holds; an address of a file is its path. */
function pathsIn(text: string): readonly string[] {
  const values = [text, text.replace(/^--?[\w.:-]+=/, ""), text.replace(/^-\w/, "")];
  const parts = values.flatMap((value) => [value, ...value.split(/[,;=]/)]);
  return [...new Set(parts.map(plainPath))];
}
function plainPath(text: string): string {
  return text.replace(/^file:(\/\/(localhost)?(?=\/))?/i, "").replaceAll(/\/(\.?\/)+/g, "/");
}

/** A program of the repository, and what it is handed. */
export function checkProgram(call: Call, [file, ...words]: readonly Field[]): void {
  if (file !== undefined) checkScript(call, file);
  checkWords(call, words);
}

/** Places where anything may have been laid, and what stands there is run when it is named as settings or as a test. */
const LAID = /^\/(tmp|var\/tmp|dev\/shm|mnt|media|srv|opt|usr)\//;
/** Code in place of a file, and paths that are spelled so that they are not told. */
const SPELLED = /(^|[=,])(data:[^,]*,|file:.*[%\\])/i;
const PUTS_OUT = /^--?[\w.]*(out|report|log|json|junit|cov|profile)/i;
const LOOKS = /^--(check|check-only|diff|dry-run|list-different)$/;
/** What is handed on to a script that may call any tool with it. */
export function checkHanded(call: Call, words: readonly Field[]): void {
  // a word alone is the name of a test more often than a file
  checkWords(
    call,
    words.filter(({ text }) => !/^[\w-]+$/.test(text)),
  );
  for (const [at, { text, known }] of words.entries()) {
    const paths = known ? pathsIn(text) : [];
    const puts = PUTS_OUT.test(text.startsWith("-") ? text : (words[at - 1]?.text ?? ""));
    if (SPELLED.test(text) || (!puts && paths.some((path) => LAID.test(path))))
      find(call, "opaque", `it may run ${text.slice(0, 60)}, which is no part of the repository`);
  }
  if (words.some(({ text }) => LOOKS.test(text))) return;
  // the script may be a formatter
  for (const { text, known, among = [] } of words)
    for (const path of known ? [...pathsIn(text), ...among] : []) checkUnprotected(call, path);
}
