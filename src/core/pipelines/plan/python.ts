import { readPythonManifest } from "../detect/python-manifest.ts";
import type { PythonManifest } from "../detect/python-manifest.ts";
import { findPythonManager } from "../detect/python-manager.ts";
import type { FileTree, PipelineStep, Project } from "../pipeline.ts";
import { joinPath, outPath, WORKSPACE } from "../workspace.ts";
import type { Planned } from "./node.ts";
import { because, fromFile, makeStep, resultsFile, stepId } from "./step.ts";

type Argv = PipelineStep["argv"];
type Place = { readonly project: Project; readonly manifest: PythonManifest; readonly files: readonly string[] };

export async function planPython(projects: readonly Project[], tree: FileTree): Promise<Planned> {
  const plans = await Promise.all(projects.map((project) => planProject(project, tree)));
  return { steps: plans.flatMap((plan) => plan.steps), notes: plans.flatMap((plan) => plan.notes) };
}

async function planProject(project: Project, tree: FileTree): Promise<Planned> {
  const files = filesBelow(tree, project.root);
  const manifest = await readPythonManifest(tree, project.root, files);
  const place = { project, manifest, files };
  const install = installCommands(place);
  const python = install.length === 0 ? "python3" : `${venvOf(place)}/bin/python`;
  const steps = [...lintSteps(place, python), ...testSteps(place, python)];
  if (steps.length === 0) return { steps: [], notes: [] };
  const reason = because(project.packageManager ?? undefined, "a Python project");
  const installs = install.map(({ name, title, argv }) =>
    makeStep("python", project.root, { name, title, kind: "install", argv, because: reason, env: installEnv(place) }),
  );
  return { steps: [...installs, ...steps], notes: [] };
}
function filesBelow(tree: FileTree, root: string): string[] {
  const prefix = root === "" ? "" : `${root}/`;
  return tree.paths.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
}

/** In the workspace, for the sandbox's own Python may not be written to; with its packages, so that what is there is used. */
function venvOf({ project }: Place): string {
  return outPath("venv", stepId("python", project.root, "venv").replaceAll(/[^\w.-]+/g, "-"));
}
const MANAGERS = outPath("python-tools");
function installEnv(place: Place): Record<string, string> {
  return {
    PIP_DISABLE_PIP_VERSION_CHECK: "1",
    PIP_NO_INPUT: "1",
    VIRTUAL_ENV: venvOf(place),
    UV_PROJECT_ENVIRONMENT: venvOf(place),
    PIPENV_IGNORE_VIRTUALENVS: "0",
    POETRY_NO_INTERACTION: "1",
  };
}
/** Part of the sandbox: a project that needs nothing else installs nothing. */
const AT_HAND = new Set(["pytest"]);

type Install = { readonly name: string; readonly title: string; readonly argv: Argv };
function installCommands(place: Place): Install[] {
  const { project, manifest, files } = place;
  const { facts } = manifest;
  if (facts.dependencies.every((each) => AT_HAND.has(each.name) && each.version === null)) return [];
  const venv = venvOf(place);
  const make: Install = {
    name: "venv",
    title: "Make a virtual environment",
    argv: ["python3", "-m", "venv", "--system-site-packages", venv],
  };
  const pip = (...args: string[]): Argv => [`${venv}/bin/pip`, "install", ...args];
  const { found, lockfile } = findPythonManager(project.root, new Set(files), manifest);
  const managed = (program: string, ...args: string[]): Install[] => [
    { name: "tools-venv", title: `Make a place for ${found.name}`, argv: ["python3", "-m", "venv", MANAGERS] },
    { name: "tools", title: `Get ${found.name}`, argv: [`${MANAGERS}/bin/pip`, "install", program] },
    { name: "install", title: `Install with ${found.name}`, argv: [`${MANAGERS}/bin/${program}`, ...args] },
  ];
  const frozen = lockfile !== null;
  switch (found.name) {
    case "uv":
      return [make, ...managed("uv", "sync", ...(frozen ? ["--frozen"] : []), "--all-extras", "--all-groups")];
    case "Poetry":
      return [
        make,
        ...managed("poetry", "install", "--all-extras", ...manifest.testGroups.flatMap((group) => ["--with", group])),
      ];
    case "PDM":
      return [make, ...managed("pdm", "install", ...(frozen ? ["--frozen-lockfile"] : []), "--group", ":all")];
    case "Pipenv":
      return [make, ...managed("pipenv", ...(frozen ? ["sync", "--dev"] : ["install", "--dev", "--skip-lock"]))];
    default:
      return [
        make,
        ...pipInstalls(manifest).map((args, index) => ({
          name: index === 0 ? "install" : `install-${index + 1}`,
          title: "Install with pip",
          argv: pip(...args),
        })),
      ];
  }
}
function pipInstalls({ requirementFiles, isPackage, testExtras, testGroups }: PythonManifest): string[][] {
  const files = requirementFiles.flatMap((file) => ["-r", file]);
  const extras = testExtras.length === 0 ? "." : `.[${testExtras.join(",")}]`;
  const groups =
    testGroups.length === 0
      ? []
      : ["--group", ...testGroups.flatMap((group, index) => (index === 0 ? [group] : ["--group", group]))];
  return [
    ...(files.length === 0 ? [] : [files]),
    ...(isPackage ? [["-e", extras]] : []),
    ...(groups.length === 0 ? [] : [groups]),
  ];
}

function lintSteps({ project }: Place, python: string): PipelineStep[] {
  const commands: Readonly<Record<string, { kind: PipelineStep["kind"]; args: readonly string[] }>> = {
    Ruff: { kind: "lint", args: ["ruff", "check", "."] },
    Flake8: { kind: "lint", args: ["flake8"] },
    mypy: { kind: "typecheck", args: ["mypy", "."] },
  };
  return project.linters.flatMap((linter) => {
    const command = commands[linter.name];
    if (command === undefined || linter.confidence < 0.9) return [];
    const argv: Argv = [python, "-m", ...command.args];
    return [
      makeStep("python", project.root, {
        name: linter.name.toLowerCase(),
        title: linter.name,
        kind: command.kind,
        argv,
        env: PYTHON_ENV,
        because: because(linter, linter.name),
      }),
    ];
  });
}

const PYTHON_ENV = { PYTHONDONTWRITEBYTECODE: "1", PYTHONUNBUFFERED: "1" };
function testSteps(place: Place, python: string): PipelineStep[] {
  const { project, files } = place;
  const [runner] = project.testRunners;
  if (runner === undefined) return [];
  // Without an install nothing puts a `src` layout on the path.
  const source = files.some((file) => /^src\/.+\.py$/.test(file))
    ? { PYTHONPATH: `${WORKSPACE}/${joinPath(project.root, "src")}` }
    : {};
  const env = { ...PYTHON_ENV, ...source };
  const make = (argv: Argv, results: PipelineStep["results"]): PipelineStep =>
    makeStep("python", project.root, {
      name: "test",
      title: `${runner.name} tests`,
      kind: "test",
      argv,
      env,
      results,
      because: because(runner, runner.name),
    });
  if (runner.name === "pytest") {
    const file = resultsFile("python", project.root, "test", "xml");
    // The first JUnit family is the one that names file and line of each test.
    return [
      make(
        [python, "-m", "pytest", `--junitxml=${file}`, "-o", "junit_family=xunit1", "-p", "no:cacheprovider"],
        fromFile("junit", file),
      ),
    ];
  }
  return [make([python, "-m", "unittest", ...discovery(files), "-v"], { parser: "unittest", from: "stderr" })];
}
/** unittest finds tests from the root only through packages; a plain folder of tests has to be named. */
function discovery(files: readonly string[]): string[] {
  const tests = files.filter((file) => /(?:^|\/)test[^/]*\.py$/.test(file));
  const folder = ["tests", "test"].find((name) => tests.some((file) => file.startsWith(`${name}/`)));
  if (folder === undefined || files.includes(`${folder}/__init__.py`)) return ["discover"];
  return ["discover", "-s", folder];
}
