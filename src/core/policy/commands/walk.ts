import { isHarmlessSetting, isSteering } from "./environment.ts";
import { expandWord, type OutputOf } from "./expand.ts";
import { checkRead, checkUnprotected, checkWrite } from "../paths/paths.ts";
import { type Call, type Field, find, isNumber, NUMBER, type Report, type Scene } from "./scene.ts";
import { parseScript } from "../shell/parse.ts";
import type { Node, Redirect, Word } from "../shell/syntax.ts";

/**
 * Where a command may leave the script when it succeeds and when it fails, and what it puts out. `cd` moves only when it succeeds, and
 * what stands behind `&&` may never run: whatever follows is looked at from each place it may start from.
 */
export type Ends = { readonly ok: readonly Scene[]; readonly failed: readonly Scene[]; readonly output: Output };
type Output = readonly Field[] | null;
export function endsIn(scene: Scene, output: Output = null): Ends {
  return { ok: [scene], failed: [scene], output };
}

/** How many commands deep one may stand in another, and how many are looked at in all. */
const MAX_DEPTH = 10;
const MAX_COMMANDS = 600;
const MAX_SCENES = 8;
export type Walk = {
  readonly report: Report;
  readonly budget: { depth: number; commands: number };
  /** Looks at one command, its words expanded. */
  readonly command: (words: readonly Field[], scene: Scene) => Ends;
  readonly callFor: (scene: Scene, shown: string) => Call;
};

/** @returns whether there is room for one more command in the budget */
export function spend({ budget }: Walk): boolean {
  budget.commands += 1;
  return budget.commands <= MAX_COMMANDS && budget.depth <= MAX_DEPTH;
}
export function walkScript(walk: Walk, text: string, scene: Scene): Ends {
  const parsed = parseScript(text);
  walk.budget.depth += 1;
  const fits = walk.budget.depth <= MAX_DEPTH;
  const ends = parsed.kind === "script" && fits ? walkNode(walk, parsed.body, [scene]) : endsIn(scene);
  walk.budget.depth -= 1;
  if (parsed.kind === "unknown" || !fits)
    find(walk.callFor(scene, text), "opaque", parsed.kind === "unknown" ? parsed.why : "it nests too deep");
  return ends;
}

function walkNode(walk: Walk, node: Node, scenes: readonly Scene[]): Ends {
  switch (node.kind) {
    case "simple":
      return joined(walk, scenes, (scene) => walkSimple(walk, node, scene));
    case "list":
      return walkList(walk, node.nodes, scenes);
    case "chain":
      return walkChain(walk, node, scenes);
    case "not":
      return either(walkNode(walk, node.node, scenes));
    case "pipe":
      return joined(walk, scenes, (scene) => endsIn(scene, walkPipe(walk, node.commands, scene)));
    case "subshell":
      return joined(walk, scenes, (scene) => {
        const { output } = walkNode(walk, node.body, [afterRedirects(walk, scene, node.redirects)]);
        walkSimple(walk, { kind: "simple", assignments: [], words: [], redirects: node.redirects }, scene);
        return endsIn(scene, output);
      });
    case "if":
      return walkIf(walk, node, scenes);
    case "for":
      return joined(walk, scenes, (scene) => walkFor(walk, node, scene));
    case "case":
      return joined(walk, scenes, (scene) => walkCase(walk, node, scene));
    case "loop":
      return joined(walk, scenes, (scene) => walkLoop(walk, node, scene));
  }
}
/** Ends that are told apart by where they are and what they assigned; too many of them are no longer followed. */
function joined(walk: Walk, scenes: readonly Scene[], look: (scene: Scene) => Ends): Ends {
  const all = scenes.map(look);
  const [only] = all;
  return {
    ok: distinct(
      walk,
      all.flatMap(({ ok }) => ok),
    ),
    failed: distinct(
      walk,
      all.flatMap(({ failed }) => failed),
    ),
    output: all.length === 1 && only !== undefined ? only.output : null,
  };
}
function distinct(walk: Walk, scenes: readonly Scene[]): readonly Scene[] {
  const byKey = new Map(scenes.map((scene) => [JSON.stringify([scene.directory, [...scene.variables]]), scene]));
  const [first] = scenes;
  if (byKey.size > MAX_SCENES && first !== undefined)
    find(walk.callFor(first, "a script"), "opaque", "what it does depends on too much");
  return [...byKey.values()].slice(0, MAX_SCENES);
}
function either({ ok, failed, output }: Ends): Ends {
  const all = [...ok, ...failed];
  return { ok: all, failed: all, output };
}
function walkList(walk: Walk, nodes: readonly Node[], scenes: readonly Scene[]): Ends {
  let ends: Ends = { ok: scenes, failed: scenes, output: null };
  for (const node of nodes) ends = walkNode(walk, node, distinct(walk, [...ends.ok, ...ends.failed]));
  return nodes.length === 1 ? ends : { ...ends, output: null };
}
function walkChain(walk: Walk, { first, rest }: Extract<Node, { kind: "chain" }>, scenes: readonly Scene[]): Ends {
  let { ok, failed } = walkNode(walk, first, scenes);
  for (const { after, node } of rest) {
    const next = walkNode(walk, node, after === "&&" ? ok : failed);
    const both = (a: readonly Scene[], b: readonly Scene[]) => distinct(walk, [...a, ...b]);
    [ok, failed] = after === "&&" ? [next.ok, both(failed, next.failed)] : [both(ok, next.ok), next.failed];
  }
  return { ok, failed, output: null };
}
function walkIf(walk: Walk, node: Extract<Node, { kind: "if" }>, scenes: readonly Scene[]): Ends {
  let open = scenes;
  const ended: Scene[] = [];
  for (const { test, body } of node.branches) {
    const tested = walkNode(walk, test, open);
    const { ok, failed } = walkNode(walk, body, tested.ok);
    ended.push(...ok, ...failed);
    open = tested.failed;
  }
  const otherwise = node.otherwise === null ? null : walkNode(walk, node.otherwise, open);
  const all = distinct(walk, [...ended, ...(otherwise === null ? open : [...otherwise.ok, ...otherwise.failed])]);
  return { ok: all, failed: all, output: null };
}
function walkPipe(walk: Walk, commands: readonly Node[], scene: Scene): Output {
  let input = scene.input;
  for (const command of commands) input = walkNode(walk, command, [{ ...scene, input }]).output;
  return input;
}
/** Its body is looked at once for each value, from every end of the one before, and it may not run at all. */
function walkFor(walk: Walk, node: Extract<Node, { kind: "for" }>, scene: Scene): Ends {
  const call = walk.callFor(scene, `for ${node.name} in …`);
  const values = node.words.flatMap((word) => expandWord(word, call, outputsIn(walk, scene)));
  if (isSteering(node.name)) find(call, "opaque", `it assigns ${node.name}`);
  let ends: readonly Scene[] = [scene];
  for (const value of values) {
    if (!spend(walk)) {
      find(call, "opaque", "it is one command of very many");
      break;
    }
    const starts = ends.map((from) => withVariable(from, node.name, value.known ? [value] : null));
    const { ok, failed } = walkNode(walk, node.body, starts);
    const each = [...ok, ...failed].map((end) => withVariable(end, node.name, null));
    ends = distinct(walk, [...ends, ...each]);
  }
  return { ok: ends, failed: ends, output: null };
}

/** Which of the bodies runs is not told. */
function walkCase(walk: Walk, node: Extract<Node, { kind: "case" }>, scene: Scene): Ends {
  const call = walk.callFor(scene, "case …");
  for (const word of [node.word, ...node.branches.flatMap(({ patterns }) => patterns)])
    expandWord(word, call, outputsIn(walk, scene));
  const bodies = node.branches.map(({ body }) => walkNode(walk, body, [scene]));
  const all = distinct(walk, [scene, ...bodies.flatMap(({ ok, failed }) => [...ok, ...failed])]);
  return { ok: all, failed: all, output: null };
}
/** What its body may have assigned in a turn is not known in the next one; where it is must not change from turn to turn. */
function walkLoop(walk: Walk, node: Extract<Node, { kind: "loop" }>, scene: Scene): Ends {
  walkSimple(walk, { kind: "simple", assignments: [], words: [], redirects: node.redirects }, scene);
  const call = walk.callFor(scene, "while …");
  let start = afterRedirects(walk, scene, node.redirects);
  for (let turn = 0; turn < MAX_TURNS; turn += 1) {
    const { ok, failed } = walkNode(walk, node.test, [start]);
    const body = walkNode(walk, node.body, distinct(walk, ok));
    const ends = [...failed, ...body.ok, ...body.failed];
    if (ends.some(({ directory }) => directory !== scene.directory)) find(call, "opaque", "it moves on with each turn");
    const next = ends.reduce(forgetting, start);
    // a subshell in a pipe, or not: what it assigned may or may not be left
    if (next === start) return { ok: [start], failed: [start], output: null };
    start = next;
  }
  find(call, "opaque", "what it does depends on too much");
  return endsIn(start);
}
/** More than one variable may come to depend on another by one with each turn. */
const MAX_TURNS = 8;
/** Whatever differs at an end of the body is not known at its next beginning, but that a number stays one. */
function forgetting(start: Scene, end: Scene): Scene {
  let scene = start;
  for (const [name, after] of end.variables) {
    const before = start.variables.get(name);
    if (before === null || after === before) continue;
    const numbers = [before, after].every((fields) => fields?.length === 1 && fields.every(isNumber));
    const left = numbers ? NUMBER : null;
    if (left !== before) scene = withVariable(scene, name, left);
  }
  return scene;
}
/** What comes in by a redirection does not come through the pipe; from `<(…)` it is what that puts out. */
function afterRedirects(walk: Walk, scene: Scene, redirects: readonly Redirect[]): Scene {
  const [given, more] = redirects.filter(({ to }) => to !== "write");
  if (given === undefined) return scene;
  const [part, other] = given.target;
  const named = more === undefined && given.to === "read" && part?.kind === "file" && other === undefined;
  return { ...scene, input: named ? outputsIn(walk, scene)(part.script) : null };
}

function walkSimple(walk: Walk, node: Extract<Node, { kind: "simple" }>, scene: Scene): Ends {
  const shown = node.words.map(wordText).join(" ") || node.assignments.map(({ name }) => `${name}=…`).join(" ");
  const call = walk.callFor(scene, shown);
  if (node.words.some(recallsHistory)) find(call, "opaque", "`!` may stand for an earlier command");
  // Each assignment sees those before it; the words see none of them.
  let [assigned, divides] = [scene, false];
  for (const { name, value } of node.assignments) {
    const fields = expandWord(value, { ...call, scene: assigned }, outputsIn(walk, assigned));
    const known = fields.every((field) => field.known || field.number === true) ? fields : null;
    assigned = withVariable(assigned, name, known);
    // `IFS= read` divides lines in another way, and nothing else
    if (name === "IFS" && node.words[0] !== undefined && wordText(node.words[0]) === "read") {
      divides ||= known?.some(({ text }) => text !== "") !== false;
      continue;
    }
    if (node.words.length > 0) checkSetting(call, name, known);
    else if (isSteering(name)) find(call, "opaque", `it assigns ${name}`);
  }
  const expand = (word: Word) => expandWord(word, call, outputsIn(walk, scene));
  const fields = node.words.flatMap(expand);
  const texts: (string | undefined)[] = [];
  for (const { to, target } of node.redirects) {
    const [field, more] = expand(target);
    if (to !== "write")
      texts.push(to === "text" && field?.known === true && more === undefined ? field.text : undefined);
    if (to === "text") continue;
    if (field === undefined || more !== undefined || field.glob)
      find(call, "opaque", "where its output goes is not known");
    else if (to === "write") checkWrite(call, field);
    else checkRead(call, field);
  }
  if (node.words.length === 0) return endsIn(assigned);
  if (node.assignments.length > 0 && KEEPS_SETTINGS.test(fields[0]?.text ?? ""))
    find(call, "opaque", "some shells keep what is assigned before it");
  const [text, ...others] = texts;
  const after = afterRedirects(walk, scene, node.redirects);
  const given = divides ? { ...after, input: null } : after;
  // what another program leaves of a text may read differently
  if (text === undefined || others.length > 0 || !/^(git|patch)$/.test(fields[0]?.text ?? ""))
    return walk.command(fields, given);
  const { ok, failed, output } = walk.command(fields, { ...given, text });
  return { ok: ok.map(withoutText), failed: failed.map(withoutText), output };
}
function withoutText({ directory, variables, input }: Scene): Scene {
  return { directory, variables, input };
}
/** POSIX 2.14: what is assigned before one of the special built-ins stays. */
const KEEPS_SETTINGS = /^(:|\.|eval|exec|exit|export|readonly|return|set|shift|times|trap|unset|command)$/;
export function withVariable(scene: Scene, name: string, value: readonly Field[] | null): Scene {
  return { ...scene, variables: new Map(scene.variables).set(name, value) };
}
/** @param fields what it is set to; null: not known */
export function checkSetting(call: Call, name: string, fields: readonly Field[] | null): void {
  const value = fields?.every(({ known }) => known) === true ? fields.map(({ text }) => text).join(" ") : null;
  if (!isHarmlessSetting(name, value)) find(call, "opaque", `${name} may make it run or load something else`);
  // a report may be written to what it names
  if (value !== null && value !== "") checkUnprotected(call, value);
}
function outputsIn(walk: Walk, scene: Scene): OutputOf {
  return (script) => walkScript(walk, script, { ...scene, input: null }).output;
}
function recallsHistory([first, more]: Word): boolean {
  const text = first?.kind === "text" && !first.quoted ? first.text : "";
  return /^!([^=]|$)/.test(text) && (text.length > 1 || more !== undefined);
}
function wordText(word: Word): string {
  return word
    .map((part) =>
      part.kind === "text"
        ? part.text
        : part.kind === "variable"
          ? `$${part.name}`
          : part.kind === "file"
            ? "<(…)"
            : "$(…)",
    )
    .join("");
}
