import { nearestName } from "../../lib/nearest-name.ts";
import type { ToolCall, ToolSpec } from "../ports/model.ts";
import { failed } from "./answer.ts";
import { ask } from "./ask.ts";
import { codebaseMap } from "./codebase-map.ts";
import { editFile } from "./edit-file.ts";
import { finish } from "./finish.ts";
import { git } from "./git.ts";
import { glob } from "./glob.ts";
import { listFiles } from "./list-files.ts";
import { patch } from "./patch.ts";
import { readFile } from "./read-file.ts";
import { lint, runChecks, test } from "./run-checks.ts";
import { search } from "./search.ts";
import { shell } from "./shell.ts";
import { stepDone } from "./step-done.ts";
import type { PreparedCall, Tool, ToolAnswer, ToolContext } from "./tool.ts";
import { writeFile } from "./write-file.ts";

type Prepared =
  | { readonly kind: "ready"; readonly call: PreparedCall }
  | { readonly kind: "refused"; readonly answer: ToolAnswer };
export interface Toolbox {
  readonly specs: readonly ToolSpec[];
  /** Finds the tool and checks the arguments. What is wrong with them is an answer for the model, never an error. */
  prepare(call: ToolCall): Prepared;
  /** Prepares and runs at once, asking nobody. */
  call(call: ToolCall, context: ToolContext): Promise<ToolAnswer>;
}

/** The tools every spark can be given. */
export const ALL_TOOLS: readonly Tool[] = [
  readFile,
  listFiles,
  glob,
  codebaseMap,
  search,
  editFile,
  patch,
  writeFile,
  shell,
  git,
  runChecks,
  lint,
  test,
  ask,
  stepDone,
  finish,
];

/** @throws Error when two tools have the same name: none may take another's place */
export function createToolbox(tools: readonly Tool[]): Toolbox {
  const byName = new Map(tools.map((tool) => [tool.spec.name, tool]));
  if (byName.size !== tools.length) throw new Error("two tools have the same name");
  function prepare(call: ToolCall): Prepared {
    const tool = byName.get(call.name);
    if (tool === undefined) return refused(unknownTool(call.name, [...byName.keys()]));
    if (call.kind === "invalid") return refused(`the arguments of ${call.name} are no JSON object: ${call.problem}`);
    const prepared = tool.prepare(call.arguments);
    if ("problem" in prepared) return refused(`the arguments of ${call.name} do not fit:\n${prepared.problem}`);
    return { kind: "ready", call: prepared };
  }
  return toolboxOf(
    tools.map(({ spec }) => spec),
    prepare,
  );
}
/** The same, without the tools that are not wanted: for who may do less. */
export function narrowed(toolbox: Toolbox, wanted: (name: string) => boolean): Toolbox {
  const specs = toolbox.specs.filter(({ name }) => wanted(name));
  const names = specs.map(({ name }) => name);
  function prepare(call: ToolCall): Prepared {
    return names.includes(call.name) ? toolbox.prepare(call) : refused(unknownTool(call.name, names));
  }
  return toolboxOf(specs, prepare);
}
function toolboxOf(specs: readonly ToolSpec[], prepare: Toolbox["prepare"]): Toolbox {
  return {
    specs,
    prepare,
    async call(call, context) {
      const prepared = prepare(call);
      return prepared.kind === "refused" ? prepared.answer : prepared.call.run(context);
    },
  };
}
function refused(text: string): Prepared {
  return { kind: "refused", answer: failed(text) };
}
function unknownTool(name: string, known: readonly string[]): string {
  const near = nearestName(name, known);
  return `there is no tool ${name}. ${near === null ? "" : `Did you mean ${near}? `}There are: ${known.join(", ")}.`;
}
