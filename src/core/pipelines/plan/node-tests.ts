/** How a package's tests are run so that a machine can read what came of them, without changing what they mean. */
import type { PipelineStep, Project } from "../pipeline.ts";
import type { NodeManifest } from "../detect/node-manifest.ts";
import { isPlaceholder, tailOf } from "../detect/node-scripts.ts";
import type { Tail } from "../detect/node-scripts.ts";
import { because, fromFile, makeStep, resultsFile } from "./step.ts";
import type { NodeTools } from "./node-tools.ts";

export type TestPlan =
  | { readonly kind: "step"; readonly step: PipelineStep }
  /** The root's script hands over to the packages of its workspace. */
  | { readonly kind: "members" }
  | { readonly kind: "none" };
type Reporter = { readonly args: readonly string[]; readonly results: PipelineStep["results"] };
type Target = {
  readonly script: string;
  readonly tail: Tail;
  readonly appendable: boolean;
  /** npm in the script's last command keeps arguments for itself unless they stand behind two dashes. */
  readonly behindDashes: boolean;
};

export function planNodeTests(project: Project, manifest: NodeManifest, tools: NodeTools): TestPlan {
  const name = testScript(manifest);
  if (name === null) return planWithoutScript(project, manifest, tools);
  const target = followScript(manifest, name);
  if (target.tail.kind === "workspace") return { kind: "members" };
  const reason = scriptReason(manifest, target.script);
  const step = (argv: PipelineStep["argv"], rest: Partial<PipelineStep> = {}): TestPlan => ({
    kind: "step",
    step: makeStep("node", project.root, {
      name: "test",
      title: "Tests",
      kind: "test",
      argv,
      because: reason,
      results: rest.results ?? null,
      ...(rest.env === undefined ? {} : { env: rest.env }),
    }),
  });
  const runs = (args: readonly string[]): PipelineStep["argv"] =>
    tools.script(target.script, args.length > 0 && target.behindDashes ? ["--", ...args] : args);
  const words = target.tail.kind === "command" ? target.tail.words : [];
  if (isNodeTest(words)) return planNodeTest({ project, manifest, target, words, step, runs });
  const reporter = reporterOf(project.root, words);
  if (reporter === null || !target.appendable) return step(runs([]));
  return step(runs(reporter.args), { results: reporter.results });
}

/** `test`, or the usual names beside a placeholder. */
function testScript(manifest: NodeManifest): string | null {
  const names = ["test", "test:unit", "unit", "tests", "test:ci"];
  return names.find((name) => isRealScript(manifest.scripts[name])) ?? null;
}
export function isRealScript(script: string | undefined): script is string {
  return script !== undefined && !isPlaceholder(script);
}

/** Through one script that only calls another; what a last command calls is passed through as its arguments are. */
function followScript(manifest: NodeManifest, name: string): Target {
  const tail = tailOf(manifest.scripts[name] ?? "");
  const direct = (script: string, own: Tail): Target => ({
    script,
    tail: own,
    appendable: own.kind === "command",
    behindDashes: false,
  });
  if (tail.kind !== "script") return direct(name, tail);
  const inner = manifest.scripts[tail.name];
  // `yarn vitest` and `pnpm vitest` without such a script run the program, and pass on what follows.
  if (inner === undefined && tail.by !== "npm")
    return direct(name, { kind: "command", words: tail.words, alone: false });
  if (inner === undefined || tail.name === name) return direct(name, { kind: "unclear" });
  const innerTail = tailOf(inner);
  if (tail.alone) return direct(tail.name, innerTail);
  if (innerTail.kind !== "command") return direct(name, { kind: "unclear" });
  return { script: name, tail: { ...innerTail, alone: false }, appendable: true, behindDashes: tail.by === "npm" };
}
function scriptReason(manifest: NodeManifest, name: string): string {
  const script = manifest.facts.scripts.find((each) => each.name === name);
  return script === undefined ? "" : `${script.at.file}:${script.at.line ?? "?"}: ${script.at.what}`;
}

const NODE_FLAGS = (file: string): string[] => [
  "--test-reporter=spec",
  "--test-reporter-destination=stdout",
  "--test-reporter=junit",
  `--test-reporter-destination=${file}`,
];
function isNodeTest([program, ...rest]: readonly string[]): boolean {
  return program === "node" && rest.includes("--test");
}
type NodeTestPlan = {
  readonly project: Project;
  readonly manifest: NodeManifest;
  readonly target: Target;
  readonly words: readonly string[];
  readonly step: (argv: PipelineStep["argv"], rest?: Partial<PipelineStep>) => TestPlan;
  readonly runs: (args: readonly string[]) => PipelineStep["argv"];
};
/**
 * Node takes options only before file names, so reporters cannot be appended. A bare script becomes its own command
 * line; where a shell or hooks have a part in it, NODE_OPTIONS carries the reporters to the one process that tests.
 */
function planNodeTest({ project, manifest, target, words, step, runs }: NodeTestPlan): TestPlan {
  if (words.some((word) => word.startsWith("--test-reporter"))) return step(runs([]));
  const file = resultsFile("node", project.root, "test", "xml");
  const results = fromFile("junit", file);
  const { tail, script } = target;
  const hooks = [`pre${script}`, `post${script}`].some((hook) => manifest.scripts[hook] !== undefined);
  if (tail.kind === "command" && tail.alone && !hooks) {
    const rest = words.slice(1).filter((word) => word !== "--test");
    return step(["node", "--test", ...NODE_FLAGS(file), ...rest], { results });
  }
  return step(runs([]), { results, env: { NODE_OPTIONS: NODE_FLAGS(file).join(" ") } });
}

/** @returns what to append to a command of a known runner; null when it is none, or has a reporter of its own */
function reporterOf(root: string, [program = "", ...rest]: readonly string[]): Reporter | null {
  const file = resultsFile("node", root, "test", "json");
  const has = (pattern: RegExp): boolean => rest.some((word) => pattern.test(word));
  switch (program.replace(/^.*\//, "")) {
    case "vitest":
      if (has(/^--outputFile/)) return null;
      return {
        args: ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`],
        results: fromFile("vitest-json", file),
      };
    case "jest":
      if (has(/^--(?:json|outputFile)/)) return null;
      return {
        args: ["--json", `--outputFile=${file}`, "--testLocationInResults"],
        results: fromFile("jest-json", file),
      };
    case "mocha":
      if (has(/^(?:--reporter-options?|-O)/)) return null;
      return {
        args: ["--reporter", "json", "--reporter-option", `output=${file}`],
        results: fromFile("mocha-json", file),
      };
    case "ava":
      return { args: ["--tap"], results: { parser: "tap", from: "stdout" } };
    case "tap":
      if (has(/^(?:--reporter|-R)/)) return null;
      return { args: ["--reporter=tap"], results: { parser: "tap", from: "stdout" } };
    case "tape":
      return { args: [], results: { parser: "tap", from: "stdout" } };
    default:
      return null;
  }
}

const DIRECT: Readonly<Record<string, readonly string[]>> = {
  Vitest: ["vitest", "run"],
  Jest: ["jest"],
  Mocha: ["mocha"],
  AVA: ["ava"],
};
/** No script says how: the runner that is declared is called by its own name; a framework's browser tests are not. */
function planWithoutScript(project: Project, manifest: NodeManifest, tools: NodeTools): TestPlan {
  const runner = project.testRunners.find((each) => each.name in DIRECT && each.confidence >= 0.75);
  const command = runner === undefined ? undefined : DIRECT[runner.name];
  if (runner === undefined || command === undefined || !manifest.needsInstall) return { kind: "none" };
  const reporter = reporterOf(project.root, command);
  const step = makeStep("node", project.root, {
    name: "test",
    title: "Tests",
    kind: "test",
    argv: tools.binary([...command, ...(reporter?.args ?? [])]),
    because: because(runner, `${runner.name} was found`),
    results: reporter?.results ?? null,
  });
  return { kind: "step", step };
}
