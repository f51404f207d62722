import { posix } from "node:path";
import { runBuiltin } from "./commands/builtins.ts";
import { checkCall } from "./commands/call.ts";
import { checkRead, isReadable } from "./paths/paths.ts";
import { standsFor } from "./paths/notable.ts";
import { programNamed } from "./commands/program-name.ts";
import { PROGRAMS } from "./programs/all.ts";
import { type Call, type Field, find, literal, type Report, type Scene } from "./commands/scene.ts";
import { deceivingCharacter } from "./shell/characters.ts";
import { isShell } from "./commands/shells.ts";
import { checkSetting, type Ends, endsIn, spend, type Walk, walkScript } from "./commands/walk.ts";
import { unwrap } from "./commands/wrappers.ts";
import { cutText } from "../../lib/cut-text.ts";
import { own } from "../../lib/own.ts";

/** Looks at all that a command would run. @param directory relative to the workspace, "" for its root */
export function inspect(argv: readonly string[], directory: string): Report {
  const report: Report = { traits: [], changes: false, written: [] };
  const walk: Walk = {
    report,
    budget: { depth: 0, commands: 0 },
    command: (words, scene) => runCommand(walk, words, scene),
    callFor: (scene, shown) => callFor(walk, scene, shown),
  };
  const scene: Scene = { directory: posix.resolve("/workspace", directory), variables: new Map(), input: null };
  const deceiving = argv.map(deceivingCharacter).find((found) => found !== null);
  if (deceiving !== undefined)
    find(callFor(walk, scene, "…"), "opaque", `it holds the invisible or misleading character ${deceiving}`);
  runCommand(walk, argv.map(literal), scene);
  return report;
}
function callFor(walk: Walk, scene: Scene, text: string): Call {
  return {
    name: "",
    scene,
    report: walk.report,
    shown: `\`${cutText(text, 200)}\``,
    run: (words) => void nested(walk, words, scene),
  };
}
function nested(walk: Walk, words: readonly Field[], scene: Scene): readonly Field[] | null {
  walk.budget.depth += 1;
  const { output } = runCommand(walk, words, scene);
  walk.budget.depth -= 1;
  return output;
}

function runCommand(walk: Walk, fields: readonly Field[], scene: Scene): Ends {
  const [program, ...args] = fields;
  if (program === undefined) return endsIn(scene);
  const shown = fields.map(({ text, known }) => (known ? text : "…")).join(" ");
  const call = callFor(walk, scene, shown.replace(OWN_NAME, "$1"));
  if (!spend(walk)) find(call, "opaque", "it is one command of very many");
  else if (!program.known || (program.glob && !/^\[\[?$/.test(program.text)))
    find(call, "opaque", "which program it runs is only known when it runs");
  else return runNamed(walk, { ...call, name: programNamed(call, program.text) }, args);
  return endsIn(scene);
}
/** What the table calls a use of a program that has a name of its own there. */
const OWN_NAME = /^(jq|java|perl|rsync) (?:plain|local)(?= |$)/;
function runNamed(walk: Walk, call: Call, args: readonly Field[]): Ends {
  const { scene, name } = call;
  if (!isReadable(scene.directory) && !/^(cd|true|:|exit)$/.test(name)) find(call, "outside read", scene.directory);
  if (isShell(name)) return endsIn(scene, runShell(walk, call, args));
  const builtin = runBuiltin(call, args);
  if (builtin !== null) return builtin;
  const inner = unwrap(call, args, (setting, value) => checkSetting(call, setting, [value]));
  if (inner !== null) return endsIn(scene, inner.length === 0 ? null : nested(walk, inner, scene));
  const rule = own(PROGRAMS, name);
  if (tellsVersion(call, args, rule?.trait)) return endsIn(scene);
  if (rule === undefined) {
    find(call, "opaque", `${name} is not among the known programs`);
    return endsIn(scene);
  }
  if (rule.custom !== undefined) return endsIn(scene, rule.custom(call, args));
  const { read, rule: used } = checkCall(call, rule, args);
  return endsIn(scene, used.output?.(read) ?? null);
}

/** `anything --version` or `--help`: whatever an installed program would do else, it only tells that and ends. */
function tellsVersion({ name }: Call, [only, more]: readonly Field[], trait: string | undefined): boolean {
  if (only?.known !== true || more !== undefined || !/^--?(version|help)$/.test(only.text)) return false;
  return /^[a-z][\w+.-]*$/.test(name) && trait !== "privilege" && !VERSIONLESS.test(name);
}
/** Commands of a shell, to which it is a word like any other. */
const VERSIONLESS =
  /^(eval|trap|alias|unalias|enable|bind|complete|shopt|coproc|echo|printf|history|fc|yes|busybox|toybox|script)$/;

/** `sh -c script`; a shell without one reads what is piped into it, or a file of commands. */
function runShell(walk: Walk, call: Call, args: readonly Field[]): readonly Field[] | null {
  const [flag, script, ...rest] = withoutShellOptions(args);
  if (flag?.known !== true) {
    find(call, "opaque", "what this shell runs stands elsewhere");
    return null;
  }
  if (/^-[eluxi]*c[eluxi]*$/.test(flag.text) && script?.known === true && !script.glob) {
    if (rest.length > 0) find(call, "opaque", "its script is given words of its own");
    return walkScript(walk, script.text, call.scene).output;
  }
  if (flag.text === "-n" && script !== undefined) {
    for (const file of [script, ...rest]) checkRead(call, file);
    // with `+n` it runs them after all
    if (/^[-+]/.test(script.text) || (script.glob && standsFor(script.text, "+n")))
      find(call, "opaque", "what this shell runs stands elsewhere");
  } else if (isOwnCheck(call, here(flag)))
    return nested(walk, [here(flag), ...args.slice(args.indexOf(flag) + 1)], call.scene);
  else if (flag.text !== "--version") find(call, "opaque", "what this shell runs stands elsewhere");
  return null;
}
/** A shell looks for its script where it is, before it looks elsewhere. */
function here(file: Field): Field {
  return file.text.includes("/") ? file : { ...file, text: `./${file.text}` };
}
/** Is it a script of the repository by one of the names that its daily checks have? */
function isOwnCheck(call: Call, file: Field): boolean {
  return programNamed({ ...call, report: { ...call.report, traits: [] } }, file.text) === "own check";
}
/** `-eu`, `-l`, `-o pipefail`: they change nothing about what runs. */
function withoutShellOptions(args: readonly Field[]): readonly Field[] {
  const [first, second] = args;
  if (first?.known === true && /^(-[elux]+|--no(profile|rc)|--login)$/.test(first.text))
    return withoutShellOptions(args.slice(1));
  const named = second?.known === true && /^(pipefail|errexit|nounset|xtrace)$/.test(second.text);
  return first?.known === true && /^-[eux]*o$/.test(first.text) && named ? withoutShellOptions(args.slice(2)) : args;
}
