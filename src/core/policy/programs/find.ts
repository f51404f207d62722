import { absolutePath, checkDeleted, checkListed } from "../paths/paths.ts";
import { type Call, type Field, find, literal } from "../commands/scene.ts";
import { EVERYTHING, standsFor, surelyStandsFor } from "../paths/notable.ts";
import { isShell } from "../commands/shells.ts";
import { isSecretPath } from "../paths/secret-paths.ts";

const ALONE =
  /^-(o|a|or|and|not|print|print0|ls|empty|executable|readable|writable|depth|d|xdev|mount|prune|true|false|quit|daystart|noleaf|nouser|nogroup)$|^[()!,]$/;
const WITH_VALUE =
  /^-(i?name|i?path|i?wholename|i?lname|i?regex|regextype|type|xtype|maxdepth|mindepth|size|[mac]time|[mac]min|newer|perm|user|group|links|printf|inum)$/;
const ACTS = /^-(exec|execdir|ok|okdir|delete|print|print0|printf|ls)$/;
const EXECUTES = /^-(exec|execdir|ok|okdir)$/;
type Search = { readonly roots: readonly Field[]; readonly tests: readonly Field[] };

/** find's expression is a small language of its own. @returns patterns of what it finds, one for each folder and name */
export function checkFind(call: Call, fields: readonly Field[]): readonly Field[] | null {
  const words = fields[0]?.text === "-L" || fields[0]?.text === "-P" ? fields.slice(1) : fields;
  const start = words.findIndex(({ text, known }) => known && /^[-(!]/.test(text));
  const roots = start === -1 ? words : words.slice(0, start);
  const search = { roots: roots.length === 0 ? [literal(".")] : roots, tests: start === -1 ? [] : words.slice(start) };
  for (const root of search.roots) checkListed(call, root);
  const found = foundBy(call, search);
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
      if (/name|path|regex/.test(text) && !isNot(tests[at - 1]?.text) && mayBeSecret(value.text))
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
  const stop = endOf(tests, at);
  const command = tests.slice(at + 1, stop);
  if (command[0] !== undefined && isShell(command[0].text)) find(call, "opaque", "it hands what it finds to a shell");
  call.run(command.flatMap((field) => (field.text.includes("{}") ? found.map((one) => inPlace(field, one)) : [field])));
  return stop;
}
function inPlace(field: Field, found: Field): Field {
  const text = field.text.replaceAll("{}", found.text);
  return { ...found, text, known: field.known && found.known, glob: true };
}

/** Where the command ends that an `-exec` there gives. */
function endOf(tests: readonly Field[], at: number): number {
  const end = tests.findIndex(({ text }, index) => index > at && (text === ";" || text === "+"));
  return end === -1 ? tests.length : end;
}

/** A test, an action or a word between them, with the value it takes. */
type Step = { readonly word: string; readonly value: string };
function stepsOf(tests: readonly Field[]): readonly Step[] {
  const steps: Step[] = [];
  for (let at = 0; at < tests.length; at += 1) {
    const word = tests[at]?.text ?? "";
    const valued = WITH_VALUE.test(word);
    steps.push({ word, value: valued ? (tests[at + 1]?.text ?? "") : "" });
    if (EXECUTES.test(word)) at = endOf(tests, at);
    else if (valued) at += 1;
  }
  return steps;
}
const isOr = ({ word }: Step) => /^(-o|-or|,)$/.test(word);
const acts = ({ word }: Step) => ACTS.test(word);
/** `-not -name x` and `! -name x` name what is left out. */
function isNot(word: string | undefined): boolean {
  return word === "-not" || word === "!";
}
/** The parts between `-o` and `,`. @param atTop only those that stand in no brackets */
function split(steps: readonly Step[], atTop: boolean): readonly (readonly Step[])[] {
  const parts: Step[][] = [[]];
  let depth = 0;
  for (const step of steps) {
    if (step.word === "(") depth += 1;
    if (step.word === ")") depth -= 1;
    if (isOr(step) && !(atTop && depth > 0)) parts.push([]);
    else parts.at(-1)?.push(step);
  }
  return parts;
}
function beforeActions(steps: readonly Step[]): readonly Step[] {
  const first = steps.findIndex(acts);
  return first === -1 ? steps : steps.slice(0, first);
}

/** More names are not looked at one by one. */
const MANY_NAMES = 20;
/** The names of which everything must be that it does something to; none: it may be anything. */
function namesOf(steps: readonly Step[]): readonly string[] {
  if (steps.some(({ word }, at) => word === "(" && isNot(steps[at - 1]?.word))) return [];
  const explicit = steps.some(acts);
  const acting = split(steps, true).filter((part) => !explicit || part.some(acts));
  const parts = acting.flatMap((part) => split(part, false)).map((part) => positiveNames(beforeActions(part)));
  const names = [...new Set(parts.flat())];
  return parts.every((part) => part.length > 0) && names.length <= MANY_NAMES ? names : [];
}
function positiveNames(steps: readonly Step[]): readonly string[] {
  return steps.flatMap(({ word, value }, at) => (/^-i?name$/.test(word) && !isNot(steps[at - 1]?.word) ? [value] : []));
}
/** More patterns than this of folders and names are not looked at one by one. */
const MANY_PATTERNS = 200;
function foundBy(call: Call, { roots, tests }: Search): readonly Field[] {
  const steps = stepsOf(tests);
  const names = namesOf(steps);
  if (roots.length * Math.max(1, names.length) > MANY_PATTERNS) find(call, "opaque", "it searches for very much");
  // Only below a plain `.` the paths begin as its tests have them.
  const plain = call.scene.directory === "/workspace" && roots.every(({ text }) => text === "." || text === "./");
  const isLeftOut = plain ? leftOutBy(steps) : () => false;
  const notable = EVERYTHING.filter((path) => isNamed(path, names) && !isLeftOut(path));
  return roots.slice(0, MANY_PATTERNS / Math.max(1, names.length)).flatMap((root) => {
    const folder = root.text.replace(/\/+$/, "");
    // Without a name everything is found, and at the top of the workspace that is more than what is worked on.
    const whole = /^\/workspace(\/[^/]*[*?[{][^/]*)?$/.test(absolutePath(call, root.text === "" ? "." : root.text));
    const found = names.length > 0 ? names : [whole ? ".*" : "*"];
    return found.map((name) => ({
      text: `${folder === "" ? "" : `${folder}/`}${name}`,
      known: root.known,
      glob: true,
      among: whole ? notable : [],
    }));
  });
}
function isNamed(path: string, names: readonly string[]): boolean {
  return names.length === 0 || path.split("/").some((part) => names.some((name) => standsFor(name, part)));
}
/** Which paths a search of all of the workspace leaves out. What is not told plainly by its tests counts as found. */
function leftOutBy(steps: readonly Step[]): (path: string) => boolean {
  if (steps.some((step) => isOr(step) || /^[()]$/.test(step.word))) return prunedBy(steps);
  const before = beforeActions(steps);
  return (path) => {
    const parts = path.split("/");
    if (steps.some(({ word, value }) => word === "-maxdepth" && /^\d+$/.test(value) && parts.length > Number(value)))
      return true;
    return before.some(({ word, value }, at) => {
      const not = isNot(before[at - 1]?.word) && !isNot(before[at - 2]?.word);
      if (/^-(path|wholename)$/.test(word))
        return not ? surelyStandsFor(value, `./${path}`) : !isNot(before[at - 1]?.word) && !isReached(value, parts);
      return word === "-name" && not && surelyStandsFor(value, parts.at(-1) ?? "");
    });
  };
}
/** Does the pattern stand for the path, or for a folder that holds it? */
function isReached(pattern: string, parts: readonly string[]): boolean {
  return parts.some((_, at) => standsFor(pattern, `./${parts.slice(0, at + 1).join("/")}`));
}
/** `-path x -prune -o`, once or more at the beginning; with `-depth`, which `-delete` brings along, nothing is pruned. */
function prunedBy(steps: readonly Step[]): (path: string) => boolean {
  if (steps.some(({ word }) => /^(,|-depth|-d|-delete)$/.test(word))) return () => false;
  const pruned: string[] = [];
  for (let at = 0; steps[at]?.word === "-path"; at += 3) {
    if (steps[at + 1]?.word !== "-prune" || !/^-(o|or)$/.test(steps[at + 2]?.word ?? "")) break;
    pruned.push(steps[at]?.value ?? "");
  }
  return (path) => {
    const parts = path.split("/");
    const folders = parts.map((_, at) => `./${parts.slice(0, at + 1).join("/")}`);
    return pruned.some((value) => folders.some((folder) => surelyStandsFor(value, folder)));
  };
}
