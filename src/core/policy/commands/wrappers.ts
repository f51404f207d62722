import { checkCall } from "./call.ts";
import type { Rule } from "../programs/rule.ts";
import { type Call, type Field, find, literal, UNKNOWN } from "./scene.ts";
import { isShell } from "./shells.ts";
import { standsFor } from "../paths/notable.ts";
import { own } from "../../../lib/own.ts";

/** Programs whose operands are a command, with those of their options that change nothing about it. */
const WRAPPERS: Readonly<Record<string, Rule>> = {
  env: { options: "-i --ignore-environment -u= --unset=", operands: ["text"], stops: true },
  "cross-env": { operands: ["text"], stops: true },
  nice: { options: "-n= -#", operands: ["text"], stops: true },
  ionice: { options: "-c= -n= -t", operands: ["text"], stops: true },
  nohup: { operands: ["text"], stops: true },
  setsid: { options: "-w --wait", operands: ["text"], stops: true },
  time: { options: "-p -v", operands: ["text"], stops: true },
  timeout: {
    options: "-k= -s= --signal= --kill-after= --preserve-status --foreground -v --verbose",
    operands: ["text"],
    stops: true,
  },
  stdbuf: { options: "-i= -o= -e= --input= --output= --error=", operands: ["text"], stops: true },
  command: { options: "-p", operands: ["text"], stops: true },
  builtin: { operands: ["text"], stops: true },
  exec: { operands: ["text"], stops: true },
  valgrind: {
    options:
      "-q -v --quiet --verbose --leak-check=name --track-origins=name --show-leak-kinds=name --error-exitcode= --num-callers= --tool=name",
    operands: ["text"],
    stops: true,
    needs: 1,
  },
  unbuffer: { operands: ["text"], stops: true },
  watch: { options: "-n= -d -t --interval=", operands: ["text"], stops: true },
  xargs: {
    options:
      "-0 --null -r --no-run-if-empty -n= -L= -P= -I= -t -d= --max-args= --max-procs= --replace= --delimiter= -s=",
    operands: ["text"],
    stops: true,
    needs: 1,
  },
};

/**
 * The command inside of a wrapper.
 * @param setting is told each variable that `env` sets for it
 * @returns null when the program is no wrapper, nothing when it is one without a command
 */
export function unwrap(
  call: Call,
  args: readonly Field[],
  setting: (name: string, value: Field) => void,
): readonly Field[] | null {
  const rule = own(WRAPPERS, call.name);
  if (rule === undefined) return null;
  if (call.name === "command" && /^-[vV]+$/.test(args[0]?.text ?? "")) return [literal("which"), ...args.slice(1)];
  const { read } = checkCall(call, rule, args);
  switch (call.name) {
    case "env":
    case "cross-env":
      return afterSettings(call, read.operands, setting);
    case "timeout":
      return read.operands.slice(1);
    case "watch":
      return watched(call, read.operands);
    case "xargs":
      return withInput(call, read.operands, read.options);
    default:
      return read.operands;
  }
}
function afterSettings(
  call: Call,
  operands: readonly Field[],
  setting: (name: string, value: Field) => void,
): readonly Field[] {
  const start = operands.findIndex(({ text, known }) => !known || !/^[^=]+=/.test(text));
  for (const field of start === -1 ? operands : operands.slice(0, start)) {
    const equals = field.text.indexOf("=");
    setting(field.text.slice(0, equals), { ...field, text: field.text.slice(equals + 1) });
  }
  if (start === -1) find(call, "secret", "it shows the environment");
  return start === -1 ? [] : operands.slice(start);
}
/** `watch` hands its words to a shell. */
function watched(call: Call, operands: readonly Field[]): readonly Field[] {
  if (operands.every(({ known }) => known))
    return [literal("sh"), literal("-c"), literal(operands.map(({ text }) => text).join(" "))];
  find(call, "opaque", "what it watches is only known when it runs");
  return [];
}
/** Blanks divide what is piped in; quotes would be taken off. */
function wordsIn(field: Field): readonly Field[] {
  if (!field.known || /['"\\]/.test(field.text)) return [UNKNOWN];
  return field.text.split(/\s+/).map((text) => ({ ...field, text, ...(field.glob ? { split: true } : {}) }));
}
/** Behind `-n`, a `+n` would make a shell run the file that follows: so there is only one word, or none that may be called so. */
function givesFiles(input: readonly Field[] | null, options: ReadonlyMap<string, readonly Field[]>): boolean {
  const counts = ["-n", "-L", "--max-args", "-I", "--replace", "-d", "--delimiter"].flatMap((name) => {
    const values = options.get(name);
    return values === undefined ? [] : [name, ...values.map(({ text }) => text)];
  });
  if (counts.length > 0) return /^(-n|-L|--max-args) 1$/.test(counts.join(" "));
  return input?.every(({ text, known }) => known && !standsFor(text, "+n")) === true;
}
/** What is piped in becomes words of the command: at its end, or where the mark of `-I` stands. */
function withInput(
  call: Call,
  operands: readonly Field[],
  options: ReadonlyMap<string, readonly Field[]>,
): readonly Field[] {
  const [program] = operands;
  const parsesOnly = operands[1]?.text === "-n" && operands.length === 2 && givesFiles(call.scene.input, options);
  if (program !== undefined && isShell(program.text) && !parsesOnly)
    find(call, "opaque", "it hands what it reads to a shell");
  const divided = options.has("-d") || options.has("--delimiter");
  const input = divided ? [UNKNOWN] : (call.scene.input ?? [UNKNOWN]).flatMap(wordsIn);
  const mark = (options.get("-I") ?? options.get("--replace"))?.[0]?.text;
  if (mark === undefined) return [...operands, ...input];
  return operands.flatMap((field) => {
    if (!field.known || mark === "" || !field.text.includes(mark)) return [field];
    return input.map((given) => ({
      ...given,
      text: field.text.replaceAll(mark, given.text),
      known: given.known,
      glob: given.known,
    }));
  });
}
