import { checkDeleted, checkListed } from "../paths/paths.ts";
import { type Call, type Field, find, literal } from "../commands/scene.ts";
import { EVERYTHING, standsFor } from "../paths/notable.ts";
import { isShell } from "../commands/shells.ts";
import { isSecretPath } from "../paths/secret-paths.ts";

const ALONE =
  /^-(o|a|or|and|not|print|print0|ls|empty|executable|readable|writable|depth|d|xdev|mount|prune|true|false|quit|daystart|noleaf|nouser|nogroup)$|^[()!,]$/;
const WITH_VALUE =
  /^-(i?name|i?path|i?wholename|i?lname|i?regex|regextype|type|xtype|maxdepth|mindepth|size|[mac]time|[mac]min|newer|perm|user|group|links|printf|inum)$/;
const EXECUTES = /^-(exec|execdir|ok|okdir)$/;
type Search = { readonly roots: readonly Field[]; readonly tests: readonly Field[] };

/** find's expression is a small language of its own. @returns patterns of what it finds, one for each folder and name */
export function checkFind(call: Call, fields: readonly Field[]): readonly Field[] | null {
  const words = fields[0]?.text === "-L" || fields[0]?.text === "-P" ? fields.slice(1) : fields;
  const start = words.findIndex(({ text, known }) => known && /^[-(!]/.test(text));
  const roots = start === -1 ? words : words.slice(0, start);
  const search = { roots: roots.length === 0 ? [literal(".")] : roots, tests: start === -1 ? [] : words.slice(start) };
  for (const root of search.roots) checkListed(call, root);
  const found = foundBy(search);
  walkTests(call, search, found);
  return found;
}
function walkTests(call: Call, { tests }: Search, found: readonly Field[]): void {
  for (let at = 0; at < tests.length; at += 1) {
    const { text, known } = tests[at] ?? literal("");
    const value = tests[at + 1];
    if (known && EXECUTES.test(text)) at = execute(call, { tests, at }, found);
    else if (known && text === "-delete") deleteFound(call, found);
    else if (known && WITH_VALUE.test(text) && value?.known === true) {
      if (/name|path|regex/.test(text) && isNamed(tests, at) && mayBeSecret(value.text))
        find(call, "secret", value.text);
      at += 1;
    } else if (!known || !ALONE.test(text)) {
      find(call, "opaque", `its ${text} is not among the harmless tests`);
      return;
    }
  }
}
/** Unlike a shell's, its `*` and `?` match a leading dot as well. */
function mayBeSecret(pattern: string): boolean {
  return (
    isSecretPath(pattern, true) ||
    (/^[*?[]/.test(pattern) && isSecretPath(`.${pattern}`, true)) ||
    pattern.startsWith("?")
  );
}
/** What tools make anew, by the end of its name. */
const MADE =
  /(^|\/)(\*\.(pyc|pyo|o|obj|log|tmp|bak|orig|rej|class|tsbuildinfo|swp|gcda|gcno|profraw|coverage)|\.DS_Store|__pycache__|\*~)$/;
function deleteFound(call: Call, found: readonly Field[]): void {
  checkDeleted(call, found, true);
  if (!found.every(({ text, known }) => known && MADE.test(text))) find(call, "delete");
}
function execute(call: Call, { tests, at }: { tests: readonly Field[]; at: number }, found: readonly Field[]): number {
  const end = tests.findIndex(({ text }, index) => index > at && (text === ";" || text === "+"));
  const stop = end === -1 ? tests.length : end;
  const command = tests.slice(at + 1, stop);
  if (command[0] !== undefined && isShell(command[0].text)) find(call, "opaque", "it hands what it finds to a shell");
  call.run(command.flatMap((field) => (field.text.includes("{}") ? found.map((one) => inPlace(field, one)) : [field])));
  return stop;
}
function inPlace(field: Field, found: Field): Field {
  const text = field.text.replaceAll("{}", found.text);
  return { ...found, text, known: field.known && found.known, glob: true };
}

/** `-not -name x` and `! -name x` name what is left out. */
function isNamed(tests: readonly Field[], at: number): boolean {
  const before = tests[at - 1]?.text ?? "";
  return before !== "-not" && before !== "!";
}
function foundBy({ roots, tests }: Search): readonly Field[] {
  const names = tests.flatMap((test, at) => {
    const name = tests[at + 1];
    return /^-i?name$/.test(test.text) && isNamed(tests, at) && name !== undefined ? [name.text] : [];
  });
  return roots.flatMap((root) => {
    const folder = root.text.replace(/\/+$/, "");
    // Without a name everything is found, and at the top of the workspace that is more than what is worked on.
    const whole = /^(\.|\/workspace|\*)?$/.test(folder);
    const found = names.length > 0 ? names : [whole ? ".*" : "*"];
    return found.map((name) => ({
      text: `${folder === "" ? "" : `${folder}/`}${name}`,
      known: root.known,
      glob: true,
      among: whole && names.length > 0 ? EVERYTHING.filter((path) => isFound(path, name, tests)) : [],
    }));
  });
}
/** Would a search of all of the workspace come upon it? What is not told plainly by its tests counts as found. */
function isFound(path: string, name: string, tests: readonly Field[]): boolean {
  const parts = path.split("/");
  if (!standsFor(name, parts.at(-1) ?? "") && !parts.some((part) => standsFor(name, part))) return false;
  const folders = parts.map((_, at) => parts.slice(0, at + 1).join("/"));
  return tests.every((test, at) => {
    const value = tests[at + 1]?.text ?? "";
    if (test.text === "-maxdepth") return parts.length <= Number(value);
    const named = /^-i?name$/.test(test.text);
    if (!named && !/^-i?(path|wholename)$/.test(test.text)) return true;
    const hit = folders.some((folder, depth) => standsFor(value, named ? (parts[depth] ?? "") : `./${folder}`));
    const leftOut = !isNamed(tests, at) || tests[at + 2]?.text === "-prune";
    return named && !leftOut ? true : leftOut ? !hit : hit || value.includes(path);
  });
}
