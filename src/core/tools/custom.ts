import { z } from "zod";
import { compilePattern } from "../../lib/pattern.ts";
import { classifyCommand, isInterpreter } from "../policy/commands/command.ts";
import { isShell } from "../policy/commands/shells.ts";
import type { Risk } from "../policy/intent.ts";
import { ANSWER_BYTES, ranAnswer } from "./answer.ts";
import { defineTool, type Tool } from "./tool.ts";

/** A tool that the owner's settings define: a command with places for what the model says. */
export type CustomTool = {
  readonly name: string;
  readonly summary: string;
  /** Program and arguments; `{name}` in an argument stands for a parameter. Never a shell string. */
  readonly argv: readonly string[];
  readonly parameters: readonly CustomParameter[];
  readonly risk: Risk;
  readonly timeoutSeconds: number;
};
type CustomParameter = {
  readonly name: string;
  readonly summary: string;
  readonly type: "string" | "integer";
  /** In RE2's syntax, and of the whole value. Absent: a plain name or path, which no program takes for an option. */
  readonly pattern?: string;
};
type Values = Readonly<Record<string, string | number>>;

const PLACE = /\{([a-z][a-z0-9_]*)\}/g;
const PLAIN = String.raw`[\w@][\w@.,:+=/-]*`;

/** What is wrong with a definition, in words for who wrote it; null when nothing is. */
export function customToolProblem({ argv, parameters }: Pick<CustomTool, "argv" | "parameters">): string | null {
  const [program = "", ...args] = argv;
  const declared = parameters.map(({ name }) => name);
  const used = args.flatMap((arg) => [...arg.matchAll(PLACE)].map(([, name = ""]) => name));
  if (new Set(declared).size !== declared.length) return "has two parameters of the same name";
  if (program.includes("{")) return "must name its program itself: the first of argv holds no parameter";
  const unknown = used.find((name) => !declared.includes(name));
  if (unknown !== undefined) return `uses {${unknown}}, which is none of its parameters`;
  const unused = declared.find((name) => !used.includes(name));
  if (unused !== undefined) return `never uses its parameter ${unused}`;
  if (used.length > 0 && (isShell(program) || runsWhatItIsGiven(argv)))
    return "gives what a model says to a shell: name the program itself";
  if (takesPrograms(argv) && args.some((arg, at) => isProgramText(args, arg, at)))
    return "gives what a model says to an interpreter as its program";
  return null;
}
/** Would the policy read a place as a command, behind whatever runs others? Only a command can ask for rights. */
function runsWhatItIsGiven(argv: readonly string[]): boolean {
  const given = argv.map((arg) => arg.replaceAll(PLACE, "sudo ls"));
  return classifyCommand(given).some(({ kind }) => kind === "privilege");
}
/** All but make: what that runs stands in a file of the repository, and a target that is given to it is no program. */
function takesPrograms(argv: readonly string[]): boolean {
  return isInterpreter(argv) && !/(^|\/)make$/.test(argv[0] ?? "");
}
function isProgramText(args: readonly string[], arg: string, at: number): boolean {
  return new RegExp(PLACE).test(arg) && ((args[at - 1] ?? "-").startsWith("-") || arg.startsWith("-"));
}

export function createCustomTool(tool: CustomTool): Tool {
  return defineTool<Values>({
    name: tool.name,
    description: `${tool.summary} Runs \`${tool.argv.join(" ")}\` in the workspace.`,
    schema: schemaOf(tool.parameters),
    risk: tool.risk,
    mutates: true,
    intent: (values) => ({ effect: "run", command: filled(tool, values) }),
    async run(values, { session, signal, onOutput }) {
      const [program = "", ...args] = filled(tool, values);
      const heard = onOutput === undefined ? {} : { onOutput: (_: string, text: string) => onOutput(text) };
      const options = { timeoutMs: tool.timeoutSeconds * 1000, outputBytes: ANSWER_BYTES, signal, ...heard };
      return ranAnswer(await session.run({ argv: [program, ...args] }, options));
    },
  });
}
/** Each place takes its value as it is, within its argument: no value can become two arguments. */
function filled({ argv }: CustomTool, values: Values): readonly string[] {
  return argv.map((arg) => arg.replaceAll(PLACE, (_, name: string) => String(values[name] ?? "")));
}
function schemaOf(parameters: readonly CustomParameter[]): z.ZodType<Values> {
  return z.strictObject(Object.fromEntries(parameters.map((parameter) => [parameter.name, valueOf(parameter)])));
}
function valueOf({ type, summary, pattern = PLAIN }: CustomParameter): z.ZodType<string | number> {
  if (type === "integer") return z.int().min(0).describe(summary);
  const whole = compilePattern(`^(?:${pattern})$`);
  return z
    .string()
    .max(1000)
    .refine((value) => typeof whole !== "string" && !value.includes("\0") && whole.test(value), `must fit ${pattern}`)
    .describe(`${summary} (fits ${pattern})`);
}
