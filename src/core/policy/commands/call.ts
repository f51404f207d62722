import {
  absolutePath,
  checkDeleted,
  checkFolder,
  checkInside,
  checkListed,
  checkMade,
  checkPattern,
  checkRead,
  checkWrite,
} from "../paths/paths.ts";
import { checkFileLists, checkWorkedOn } from "./worked-on.ts";
import { isSteering } from "./environment.ts";
import { checkNodeExpression } from "./inline-code.ts";
import { type Options, optionsOf } from "../programs/options.ts";
import type { Kind, Rule } from "../programs/rule.ts";
import { type Call, type Field, find, literal, type ReadCall } from "./scene.ts";
import { checkAwk, checkJq, checkPackage, checkRevision, checkScript, checkSed, checkWords } from "./texts.ts";

/** Holds what a program is given against its rule. @returns the call taken apart, and the rule of its subcommand */
export function checkCall(call: Call, rule: Rule, fields: readonly Field[]): { read: ReadCall; rule: Rule } {
  const taking: Taking = {
    call,
    rule,
    options: optionsOf(rule),
    given: new Map(),
    operands: [],
    tells: false,
    before: call.report.written.length,
  };
  let at = 0;
  while (at < fields.length) {
    const field = fields[at];
    if (field === undefined) break;
    const isOperand = !field.known || !/^-./.test(field.text);
    if (isOperand && rule.subcommands !== undefined) return checkSubcommand(taking, fields.slice(at));
    if (isOperand) at += takeOperand(taking, fields.slice(at));
    else if (field.text === "--") {
      taking.operands.push(...fields.slice(at + 1));
      break;
    } else at += takeOption(taking, field, fields[at + 1]);
  }
  return finish(taking);
}

type Taking = {
  readonly call: Call;
  readonly rule: Rule;
  readonly options: Options;
  readonly given: Map<string, Field[]>;
  readonly operands: Field[];
  tells: boolean;
  /** How many files the command had written before this part of it. */
  readonly before: number;
};

function takeOperand(taking: Taking, fields: readonly Field[]): number {
  const taken = taking.rule.stops === true ? fields : fields.slice(0, 1);
  taking.operands.push(...taken);
  return taken.length;
}
/** @returns how many fields were used up */
function takeOption(taking: Taking, field: Field, next: Field | undefined): number {
  const { options } = taking;
  const { text } = field;
  if (taking.rule.options === "*") {
    // Whatever it means, it may name what the program must not see.
    if (taking.rule.runs === true) checkWords(taking.call, [field]);
    return 1;
  }
  const equals = text.indexOf("=");
  const name = equals === -1 ? text : text.slice(0, equals);
  const option = options.get(name);
  if (option?.kind === "value" && equals !== -1) {
    giveValue(taking, { name, of: option.of }, { ...field, text: text.slice(equals + 1) });
    return 1;
  }
  if (option !== undefined && equals === -1) {
    if (option.kind === "tells") taking.tells = true;
    if (option.kind !== "value" || option.attached) return give(taking, name);
    giveValue(taking, { name, of: option.of }, next ?? literal(""));
    return fieldsTaken(taking, next);
  }
  if (options.has("-#") && /^-\d+$/.test(text)) return 1;
  if ([...options.keys()].some((known) => known.endsWith("*") && text.startsWith(known.slice(0, -1)))) return 1;
  return takeCluster(taking, field, next);
}
/** Many a parser takes what looks like an option for one, even where a value is due: then it is looked at as both. */
function fieldsTaken({ rule }: Taking, next: Field | undefined): number {
  return rule.runs === true && rule.greedy !== true && next !== undefined && /^-[^\d]/.test(next.text) ? 1 : 2;
}
/** `-la`, `-n5`, `-C src`. */
function takeCluster(taking: Taking, field: Field, next: Field | undefined): number {
  const { call, options } = taking;
  const { text } = field;
  if (!text.startsWith("--") && taking.rule.whole !== true)
    for (let at = 1; at < text.length; at += 1) {
      const name = `-${text.charAt(at)}`;
      const option = options.get(name);
      if (option === undefined) break;
      if (option.kind === "value") {
        const rest = text.slice(at + 1);
        if (rest === "" && !option.attached) giveValue(taking, { name, of: option.of }, next ?? literal(""));
        else giveValue(taking, { name, of: option.of }, { ...field, text: rest });
        return rest === "" && !option.attached ? fieldsTaken(taking, next) : 1;
      }
      if (option.kind === "tells") taking.tells = true;
      give(taking, name);
      if (at === text.length - 1) return 1;
    }
  find(call, "opaque", `its option ${text.slice(0, 60)} is not among the harmless ones`);
  return 1;
}
function give(taking: Taking, name: string): number {
  taking.given.set(name, taking.given.get(name) ?? []);
  return 1;
}
function giveValue(taking: Taking, { name, of }: { name: string; of: Kind }, value: Field): void {
  taking.given.set(name, [...(taking.given.get(name) ?? []), value]);
  checkKind(taking.call, of, value);
}

function checkSubcommand(taking: Taking, fields: readonly Field[]): { read: ReadCall; rule: Rule } {
  const { call, rule } = taking;
  const [first, ...rest] = fields;
  const own = rule.subcommands ?? {};
  const subcommand =
    first?.known === true && !first.glob && Object.hasOwn(own, first.text) ? own[first.text] : rule.others;
  if (first === undefined || !first.known || first.glob || subcommand === undefined) {
    find(call, "opaque", `its ${first?.known === true ? first.text : "subcommand"} is not among the harmless ones`);
    return finish(taking);
  }
  if (subcommand.custom !== undefined) {
    subcommand.custom({ ...call, name: `${call.name} ${first.text}` }, rest);
    return { read: { ...call, options: taking.given, operands: [] }, rule: subcommand };
  }
  finishRule(taking);
  rule.check?.({ ...call, options: taking.given, operands: [] });
  // a word that nobody listed is perhaps no subcommand, but the first of what it works on
  const isOther = subcommand === rule.others;
  const left = isOther ? fields : rest;
  const name = isOther ? call.name : `${call.name} ${first.text}`;
  const folders = /(^| )-C=folder( |$)/.test(rule.options ?? "") ? (taking.given.get("-C") ?? []) : [];
  const moved = folders.reduce((scene, { text }) => movedTo({ ...call, scene }, text), call.scene);
  const below = checkCall({ ...call, name, scene: moved }, subcommand, left);
  return { ...below, read: { ...below.read, options: new Map([...taking.given, ...below.read.options]) } };
}

/** `git -C src …`: what follows is named from there. */
function movedTo(call: Call, folder: string): Call["scene"] {
  return { ...call.scene, directory: absolutePath(call, folder) };
}
function finish(taking: Taking): { read: ReadCall; rule: Rule } {
  const { call, rule, operands, given } = taking;
  const read: ReadCall = { ...call, options: given, operands };
  finishRule(taking);
  // `node --version`: whatever else it would need, it only tells and ends. What it is given may be loaded before it tells.
  const bare = operands.length === 0 && [...given.values()].every((values) => values.length === 0);
  if (taking.tells && bare) return { read, rule };
  if (operands.length < (rule.needs ?? 0)) find(call, "opaque", "it takes its orders from elsewhere");
  checkOperands(read, rule);
  if (rule.runs === true) checkFileLists(read);
  rule.check?.(read);
  return { read, rule };
}
function finishRule({ call, rule, before }: Taking): void {
  if (rule.changes === true || rule.runs === true) call.report.changes = true;
  if (rule.runs === true && !/^\/workspace(\/|$)/.test(call.scene.directory))
    find(call, "opaque", "what it runs is outside of the workspace");
  if (rule.trait !== undefined) find(call, rule.trait);
  if (rule.runs === true && call.report.written.slice(0, before).some((file) => STEERS_BUILDS.test(file)))
    find(call, "opaque", "it runs by a file that the same command has just written");
}
/** Files by which test runners and build tools decide what to run, or which libraries they load. */
const STEERS_BUILDS =
  /\/(package\.json|\.?justfile|[tT]askfile\.ya?ml|CMakeLists\.txt|CMakePresets\.json|meson\.build|(BUILD|WORKSPACE|MODULE)(\.bazel)?|\.bazelrc|(init|settings)\.gradle(\.kts)?|gradle\.properties|extensions\.xml|jvm\.config|mix\.exs|dune|Setup\.hs|build\.zig|deno\.jsonc?|bunfig\.toml|pytest\.ini|\.rspec|\.babelrc|\.prettierrc\.[cm]?js|sgconfig\.ya?ml|[mM]akefile|GNUmakefile|\w+\.mk|conftest\.py|setup\.(py|cfg)|pyproject\.toml|tox\.ini|noxfile\.py|Cargo\.toml|build\.rs|build\.gradle(\.kts)?|pom\.xml|Rakefile|Gemfile|composer\.json|[\w-]+\.config\.[cm]?[jt]s|\.mocharc\.\w+|\.eslintrc\.?\w*|gradlew|mvnw)$|\/(node_modules\/\.bin|\.?venv\/bin|vendor\/bin|bin)\/[^/]+$/;

/** What may be a file that the program works on. */
const HANDED: ReadonlySet<Kind> = new Set(["inside", "plain", "text", "read", "folder", "word"]);
function checkOperands(read: ReadCall, rule: Rule): void {
  const kinds = rule.operands ?? ["none"];
  if (kinds[0] === "script" && kinds[1] === "text") checkWords(read, read.operands.slice(1));
  for (const [at, field] of read.operands.entries()) {
    const kind = kinds[Math.min(at, kinds.length - 1)] ?? "none";
    if (kind === "command") return read.run(read.operands.slice(at));
    checkKind(read, kind, field);
    if (rule.runs === true && HANDED.has(kind)) checkWorkedOn(read, field, kind === "inside");
  }
}
const LOADERS =
  /^(tsx(\/esm|\/cjs)?|ts-node\/(register|esm)(\/transpile-only)?|tsconfig-paths\/register|esbuild-register|@swc-node\/register|@babel\/register|source-map-support\/register)$/;
/** `nm @file`, `protoc @file`: compilers and their like read further words from it, and those may be options. */
function checkOrders(call: Call, { text }: Field): void {
  if (/^@[^{~]/.test(text)) find(call, "opaque", `it may take its words from ${text.slice(0, 60)}`);
}
const CHECKS: Readonly<Record<Exclude<Kind, "text" | "command">, (call: Call, field: Field) => void>> = {
  plain: (call, { text, known, glob, number }) => {
    if (number === true) return;
    const elsewhere = /^[/~]|=[/~]|(^|[=:/])\.\.(\/|$)/.test(text);
    // rake and its like put it into the environment of what they run
    const steers = isSteering(/^(\w+)\W*=/.exec(text)?.[1] ?? "");
    if (!known || glob || elsewhere || steers || !/^[\w@.,:+=%/~^#*{}-]*$/.test(text))
      find(call, "opaque", `\`${text}\` could mean more than a name`);
  },
  name: (call, { text, known }) => {
    if (!known || !/^(\w[\w:-]*)?(,[\w:-]+)*$/.test(text))
      find(call, "opaque", `\`${text}\` could be something to be loaded`);
  },
  loader: (call, { text, known }) => {
    if (!known || !LOADERS.test(text)) find(call, "opaque", `it loads ${text.slice(0, 60)}`);
  },
  word: (call, { text, known, glob }) => {
    if (!known || glob || !/^[\w@.][\w@./~^{}:*,+-]*$/.test(text))
      find(call, "opaque", `\`${text.slice(0, 60)}\` could be taken for an option`);
  },
  emptied: (call, field) => checkDeleted(call, [field], true),
  none: (call, { text }) => find(call, "opaque", `what it does with \`${text.slice(0, 60)}\` is not known`),
  off: (call, { text }) => {
    if (!/^(false|0|no|off|never)$/.test(text))
      find(call, "opaque", `what it does with \`${text.slice(0, 60)}\` is not known`);
  },
  folder: checkFolder,
  read: (call, field) => {
    checkRead(call, field);
    checkOrders(call, field);
  },
  list: checkListed,
  write: (call, field) => {
    checkWrite(call, field);
    checkOrders(call, field);
  },
  made: checkMade,
  script: checkScript,
  inside: checkInside,
  names: checkPattern,
  revision: checkRevision,
  package: checkPackage,
  sed: checkSed,
  awk: checkAwk,
  jq: checkJq,
  expression: checkNodeExpression,
};
function checkKind(call: Call, kind: Kind, field: Field): void {
  if (kind === "command") call.run([field]);
  else if (kind !== "text") CHECKS[kind](call, field);
}
