import { posix } from "node:path";
import { checkCall } from "./call.ts";
import { absolutePath, checkRead, checkWrite } from "./paths.ts";
import { expandWord, type OutputOf } from "./expand.ts";
import { isHarmlessSetting, isSteering } from "./environment.ts";
import { PROGRAMS } from "./programs/all.ts";
import { programNamed } from "./program-name.ts";
import { type Call, type Field, find, literal, type Report, type Scene } from "./scene.ts";
import { isShell } from "./shells.ts";
import { deceivingCharacter } from "./shell/characters.ts";
import { parseScript } from "./shell/parse.ts";
import type { Assignment, Node, Word } from "./shell/syntax.ts";
import { unwrap } from "./wrappers.ts";

/** What was seen of one command: where it leaves the script, and what it puts out. */
type Seen = { readonly scene: Scene; readonly output: readonly Field[] | null };
/** How many commands deep one may stand in another, and how many are looked at in all. */
const MAX_DEPTH = 10;
const MAX_COMMANDS = 400;
type Budget = { depth: number; commands: number };
type Walk = { readonly report: Report; readonly budget: Budget };

export function inspect(argv: readonly string[], directory: string): Report {
  const report: Report = { traits: [], changes: false, written: [] };
  const walk: Walk = { report, budget: { depth: 0, commands: 0 } };
  const scene: Scene = { directory: posix.resolve("/workspace", directory), variables: new Map(), input: null };
  const deceiving = argv.map(deceivingCharacter).find((found) => found !== null);
  if (deceiving !== undefined)
    report.traits.push({
      kind: "opaque",
      what: "a command",
      why: `it holds the invisible or misleading character ${deceiving}`,
    });
  runCommand(walk, argv.map(literal), scene);
  return report;
}

function runScript(walk: Walk, text: string, scene: Scene): Seen {
  const parsed = parseScript(text);
  if (parsed.kind === "script" && walk.budget.depth < MAX_DEPTH) {
    walk.budget.depth += 1;
    const seen = walkNode(walk, parsed.body, scene);
    walk.budget.depth -= 1;
    return seen;
  }
  const why = parsed.kind === "unknown" ? parsed.why : "it nests too deep";
  walk.report.traits.push({ kind: "opaque", what: `\`${text.slice(0, 200)}\``, why });
  return { scene, output: null };
}

function walkNode(walk: Walk, node: Node, scene: Scene): Seen {
  switch (node.kind) {
    case "simple":
      return walkSimple(walk, node, scene);
    case "list":
      return walkList(walk, node.nodes, scene);
    case "pipe":
      return { scene, output: walkPipe(walk, node.commands, scene) };
    case "subshell": {
      const { output } = walkNode(walk, node.body, scene);
      walkSimple(walk, { kind: "simple", assignments: [], words: [], redirects: node.redirects }, scene);
      return { scene, output };
    }
    case "for":
      return walkFor(walk, node, scene);
  }
}
function walkList(walk: Walk, nodes: readonly Node[], scene: Scene): Seen {
  let seen: Seen = { scene, output: null };
  for (const node of nodes) seen = walkNode(walk, node, seen.scene);
  return nodes.length === 1 ? seen : { scene: seen.scene, output: null };
}
function walkPipe(walk: Walk, commands: readonly Node[], scene: Scene): readonly Field[] | null {
  let input = scene.input;
  for (const command of commands) input = walkNode(walk, command, { ...scene, input }).output;
  return input;
}
/** Its body is looked at once for each value: the last one's assignments stay. */
function walkFor(walk: Walk, node: Extract<Node, { kind: "for" }>, scene: Scene): Seen {
  const call = emptyCall(walk, scene, `for ${node.name} in …`);
  const values = node.words.flatMap((word) => expandWord(word, call, outputsIn(walk, scene)));
  if (isSteering(node.name)) find(call, "opaque", `it assigns ${node.name}`);
  let last = scene;
  for (const value of values) {
    const variables = new Map(last.variables).set(node.name, value.known ? [value] : null);
    last = walkNode(walk, node.body, { ...last, variables }).scene;
  }
  return { scene: last, output: null };
}

function walkSimple(walk: Walk, node: Extract<Node, { kind: "simple" }>, scene: Scene): Seen {
  const shown = node.words.map(wordText).join(" ") || node.assignments.map(({ name }) => `${name}=…`).join(" ");
  const call = emptyCall(walk, scene, shown);
  if (node.words.some(recallsHistory)) find(call, "opaque", "`!` may stand for an earlier command");
  const expand = (word: Word) => expandWord(word, call, outputsIn(walk, scene));
  const settings = node.assignments.map(({ name, value }: Assignment) => ({ name, fields: expand(value) }));
  const fields = node.words.flatMap(expand);
  for (const { to, target } of node.redirects) {
    const [field, more] = expand(target);
    if (field === undefined || more !== undefined || field.glob)
      find(call, "opaque", "where its output goes is not known");
    else if (to === "write") checkWrite(call, field);
    else checkRead(call, field);
  }
  if (node.words.length === 0) return { scene: assign(call, settings), output: null };
  for (const { name, fields: value } of settings) checkSetting(call, name, value);
  return runCommand(walk, fields, scene);
}
type Setting = { readonly name: string; readonly fields: readonly Field[] };
function assign(call: Call, settings: readonly Setting[]): Scene {
  const variables = new Map(call.scene.variables);
  for (const { name, fields } of settings) {
    if (isSteering(name)) find(call, "opaque", `it assigns ${name}`);
    variables.set(name, fields.every(({ known }) => known) ? fields : null);
  }
  return { ...call.scene, variables };
}
function checkSetting(call: Call, name: string, fields: readonly Field[]): void {
  const value = fields.every(({ known }) => known) ? fields.map(({ text }) => text).join(" ") : null;
  if (!isHarmlessSetting(name, value)) find(call, "opaque", `${name} may make it run or load something else`);
}

function runCommand(walk: Walk, fields: readonly Field[], scene: Scene): Seen {
  const [program, ...args] = fields;
  if (program === undefined) return { scene, output: null };
  const call = emptyCall(walk, scene, fields.map(({ text, known }) => (known ? text : "…")).join(" "));
  walk.budget.commands += 1;
  if (walk.budget.commands > MAX_COMMANDS) find(call, "opaque", "it is one command of very many");
  else if (!program.known || (program.glob && program.text !== "["))
    find(call, "opaque", "which program it runs is only known when it runs");
  else return runNamed(walk, { ...call, name: programNamed(call, program.text) }, args);
  return { scene, output: null };
}
function runNamed(walk: Walk, call: Call, args: readonly Field[]): Seen {
  const { scene, name } = call;
  if (isShell(name)) return { scene, output: runShell(walk, call, args) };
  const moved = moveTo(call, args);
  if (moved !== null) return { scene: moved, output: null };
  if (name === "export") return { scene: exportAll(call, args), output: null };
  const inner = unwrap(call, args, (setting, value) => checkSetting(call, setting, [value]));
  if (inner !== null)
    return { scene, output: inner.length === 0 ? null : nested(walk, () => runCommand(walk, inner, scene)) };
  const rule = Object.hasOwn(PROGRAMS, name) ? PROGRAMS[name] : undefined;
  if (rule === undefined) {
    find(call, "opaque", `${name} is not among the known programs`);
    return { scene, output: null };
  }
  if (rule.custom !== undefined) return { scene, output: rule.custom(call, args) };
  const { read, rule: used } = checkCall(call, rule, args);
  return { scene, output: used.output?.(read) ?? null };
}
function nested(walk: Walk, run: () => Seen): readonly Field[] | null {
  walk.budget.depth += 1;
  const output = walk.budget.depth > MAX_DEPTH ? null : run().output;
  if (walk.budget.depth > MAX_DEPTH) walk.report.traits.push({ kind: "opaque", what: "a command that nests too deep" });
  walk.budget.depth -= 1;
  return output;
}

/** `sh -c script`; a shell without one reads what is piped into it, or a file of commands. */
function runShell(walk: Walk, call: Call, args: readonly Field[]): readonly Field[] | null {
  if (args[0]?.text === "-n" && args.length > 1) {
    for (const file of args.slice(1)) checkRead(call, file);
    return null;
  }
  const at = args.findIndex(({ text, known }) => !known || !/^-[a-z]*[elux]*$/.test(text) || /c/.test(text));
  const [flag, script, ...rest] = at === -1 ? [] : args.slice(at);
  if (flag?.known === true && /^-[eluxi]*c[eluxi]*$/.test(flag.text) && script?.known === true && !script.glob) {
    if (rest.length > 0) find(call, "opaque", "its script is given words of its own");
    return runScript(walk, script.text, call.scene).output;
  }
  if (flag?.known === true && flag.text === "--version") return null;
  if (
    flag?.known === true &&
    programNamed({ ...call, report: { ...call.report, traits: [] } }, flag.text) === "own check"
  )
    return runNamed(walk, { ...call, name: "own check" }, args.slice(at + 1)).output;
  find(call, "opaque", "what this shell runs stands elsewhere");
  return null;
}
/** `cd`; anywhere it cannot be followed to is asked about. */
function moveTo(call: Call, args: readonly Field[]): Scene | null {
  if (call.name !== "cd") return null;
  const [target, more] = args.filter(({ text, known }) => !known || text !== "--");
  if (target === undefined || more !== undefined || !target.known || target.glob || target.text.startsWith("-")) {
    find(call, "opaque", "where it goes is only known when it runs");
    return call.scene;
  }
  checkCall(call, { operands: ["list"] }, [target]);
  return { ...call.scene, directory: absolutePath(call, target.text) };
}
function exportAll(call: Call, args: readonly Field[]): Scene {
  if (args.length === 0 || args.some(({ text }) => text.startsWith("-")))
    find(call, "secret", "it shows the environment");
  const variables = new Map(call.scene.variables);
  for (const { text, known } of args) {
    const [, name = "", value] = /^([A-Za-z_]\w*)(?:=([^]*))?$/.exec(text) ?? [];
    if (!known || name === "") find(call, "opaque", "what it exports is only known when it runs");
    else if (value === undefined) checkSetting(call, name, variables.get(name) ?? []);
    else {
      checkSetting(call, name, [literal(value)]);
      variables.set(name, [literal(value)]);
    }
  }
  return { ...call.scene, variables };
}

function outputsIn(walk: Walk, scene: Scene): OutputOf {
  return (script) => runScript(walk, script, { ...scene, input: null }).output;
}
function emptyCall(walk: Walk, scene: Scene, text: string): Call {
  return {
    name: "",
    scene,
    report: walk.report,
    shown: `\`${text.length > 200 ? `${text.slice(0, 199)}…` : text}\``,
    run: (words) => void nested(walk, () => runCommand(walk, words, scene)),
    script: (text) => void nested(walk, () => runScript(walk, text, scene)),
  };
}
function recallsHistory([first, more]: Word): boolean {
  return (
    first?.kind === "text" &&
    !first.quoted &&
    /^!([^=]|$)/.test(first.text) &&
    (first.text.length > 1 || more !== undefined)
  );
}
function wordText(word: Word): string {
  return word
    .map((part) => (part.kind === "text" ? part.text : part.kind === "variable" ? `$${part.name}` : "$(…)"))
    .join("");
}
