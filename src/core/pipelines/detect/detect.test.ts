import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { memoryTree } from "../../../../test/support/tree.ts";
import type { Detection, Found, Project } from "../pipeline.ts";
import { planPipeline } from "../plan/plan.ts";
import { detect } from "./detect.ts";

type Files = Readonly<Record<string, string>>;
const json = (value: unknown): string => JSON.stringify(value, null, 2);
const names = (found: readonly Found[]): string[] => found.map((each) => each.name);
async function only(files: Files): Promise<Project> {
  const { projects } = await detect(memoryTree(files));
  const [project] = projects;
  if (project === undefined || projects.length > 1) throw new Error(`${projects.length} projects instead of one`);
  return project;
}
async function argv(files: Files): Promise<string[]> {
  const tree = memoryTree(files);
  return (await planPipeline(await detect(tree), tree)).steps.map((step) => `${step.kind}: ${step.argv.join(" ")}`);
}

describe("roots", () => {
  test("manifests of others, and pretended ones, are no projects", async () => {
    const files = Object.fromEntries(
      [
        "node_modules/a",
        "vendor/b",
        "test/fixtures/c",
        "examples/d",
        "templates/e",
        "testdata/f",
        "x/node_modules/g",
      ].map((folder) => [`${folder}/package.json`, "{}"]),
    );
    expect((await detect(memoryTree({ ...files, "package.json": "{}" }))).projects.map((each) => each.root)).toEqual([
      "",
    ]);
  });
  test("a Python tool for the documentation does not make a TypeScript repository Python", async () => {
    const { projects } = await detect(
      memoryTree({
        "package.json": "{}",
        "tsconfig.json": "{}",
        "src/a.ts": "",
        "src/b.ts": "",
        "pyproject.toml": "[project]\nname='docs'\n",
        "uv.lock": "",
        "docs/conf.py": "",
      }),
    );
    expect(projects.map((each) => each.language.name)).toEqual(["TypeScript", "Python"]);
  });
  test("an empty repository is said to be empty", async () => {
    expect(await detect(memoryTree({}))).toEqual({ projects: [], notes: ["The repository is empty."] });
  });
  test("only the 50,000 files nearest to the root, down to eight levels, are looked at", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 50_001 }, (_, index) => [`a/${String(index).padStart(6, "0")}.txt`, ""]),
    );
    const { projects, notes } = await detect(memoryTree({ ...many, "z/package.json": "{}" }));
    expect(projects).toEqual([]);
    expect(notes[0]).toContain("only the 50000 nearest to its root");
    expect((await detect(memoryTree({ ...many, "package.json": "{}" }))).projects.length).toBe(1);
    expect((await detect(memoryTree({ "1/2/3/4/5/6/7/package.json": "{}" }))).projects.length).toBe(1);
    expect((await detect(memoryTree({ "1/2/3/4/5/6/7/8/package.json": "{}" }))).projects).toEqual([]);
  });
});

describe("Node", () => {
  test.each([
    [{ packageManager: "pnpm@9.1.0+sha512.abc" }, ["yarn.lock"], "pnpm", "9.1.0"],
    [{ devEngines: { packageManager: { name: "yarn", version: "4.2.0" } } }, ["package-lock.json"], "yarn", "4.2.0"],
    [{}, ["pnpm-workspace.yaml", "package-lock.json"], "pnpm", null],
    [{}, ["yarn.lock"], "yarn", null],
    [{}, ["bun.lockb"], "bun", null],
    [{ engines: { pnpm: ">=8", npm: "please use pnpm" } }, [], "pnpm", ">=8"],
    [{}, [], "npm", null],
  ])("%j with %j uses %s %s", async (manifest, files, name, version) => {
    const { packageManager } = await only({
      "package.json": json(manifest),
      ...Object.fromEntries(files.map((file) => [file, ""])),
    });
    expect({ name: packageManager?.name, version: packageManager?.version }).toEqual({ name, version });
  });
  test("two lockfiles, and a lockfile of another manager, are told", async () => {
    const two = await detect(memoryTree({ "package.json": "{}", "yarn.lock": "", "package-lock.json": "" }));
    expect(two.notes[0]).toContain("several lockfiles (yarn.lock, package-lock.json)");
    const other = await detect(memoryTree({ "package.json": json({ packageManager: "pnpm@9.0.0" }), "yarn.lock": "" }));
    expect(other.notes[0]).toContain("asks for pnpm, but its lockfile is yarn.lock");
  });
  test("dependency, configuration and script together are as good as sure, and each is shown with its line", async () => {
    const files = {
      "package.json": json({ scripts: { test: "vitest run" }, devDependencies: { vitest: "3.0.0" } }),
      "vitest.config.ts": "",
    };
    const [runner] = (await only(files)).testRunners;
    expect({ name: runner?.name, version: runner?.version, confidence: runner?.confidence }).toEqual({
      name: "Vitest",
      version: "3.0.0",
      confidence: 0.99,
    });
    expect(runner?.evidence.map((each) => `${each.file}:${each.line}`)).toEqual([
      "package.json:6",
      "vitest.config.ts:null",
      "package.json:3",
    ]);
  });
  test("a server that only tests depend on is no framework; a framework hides what it is made of", async () => {
    const own = await only({ "package.json": json({ devDependencies: { express: "4" } }) });
    expect(names(own.frameworks)).toEqual([]);
    const next = await only({ "package.json": json({ dependencies: { next: "14", react: "18" } }) });
    expect(names(next.frameworks)).toEqual(["Next.js"]);
  });
  test("npm's placeholder is no test", async () => {
    const files = { "package.json": json({ scripts: { test: 'echo "Error: no test specified" && exit 1' } }) };
    expect((await detect(memoryTree(files))).notes[0]).toContain("placeholder");
    expect(await argv(files)).toEqual([]);
  });
  test("garbage in a manifest is no crash", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string(), fc.json()),
        fc.constantFrom(
          "package.json",
          "pyproject.toml",
          "go.mod",
          "Cargo.toml",
          "setup.cfg",
          "Pipfile",
          "requirements.txt",
        ),
        async (text, name) => {
          const tree = memoryTree({ [name]: text, "a.py": "", "pnpm-workspace.yaml": text });
          await planPipeline(await detect(tree), tree);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("what Node scripts become", () => {
  const node = (scripts: Files, rest: object = {}): Files => ({ "package.json": json({ scripts, ...rest }) });
  const lock = { "package-lock.json": "{}" };
  const results = "/workspace/.sparks-out/results/node-test";
  test("a bare runner gets its reporter before the files", async () => {
    expect(await argv(node({ test: "node --test --experimental-strip-types 'test/**/*.ts'" }))).toEqual([
      `test: node --test --test-reporter=spec --test-reporter-destination=stdout --test-reporter=junit --test-reporter-destination=${results}.xml --experimental-strip-types test/**/*.ts`,
    ]);
  });
  test.each(["tsc && node --test", "node --test | cat"])("%s is run as it stands", async (script) => {
    const [step] = await argv(node({ test: script }));
    expect(step).toBe("test: npm test");
  });
  test("what stands before the runner is kept, and dependencies make an install", async () => {
    const files = { ...node({ test: "tsc && vitest run" }, { devDependencies: { vitest: "3" } }), ...lock };
    expect(await argv(files)).toEqual([
      "install: npm ci --no-audit --no-fund",
      `test: npm test -- --reporter=default --reporter=json --outputFile.json=${results}.json`,
    ]);
  });
  test("one script that calls another is followed", async () => {
    const scripts = { test: "npm run unit", unit: "jest" };
    expect(await argv(node(scripts))).toEqual([
      `test: npm run unit -- --json --outputFile=${results}.json --testLocationInResults`,
    ]);
    expect(await argv(node({ ...scripts, test: "npm run lint && npm run unit", lint: "eslint ." }))).toEqual([
      "lint: npm run lint",
      `test: npm test -- -- --json --outputFile=${results}.json --testLocationInResults`,
    ]);
  });
  test("where the runner is not the last command only the exit code decides", async () => {
    expect(await argv(node({ test: "jest && echo done" }))).toEqual(["test: npm test"]);
    expect(await argv(node({ test: "jest; true" }))).toEqual(["test: npm test"]);
  });
  test("a linter that mends is asked to check instead", async () => {
    const files = node({ lint: "eslint --fix ." }, { devDependencies: { eslint: "9" } });
    expect(await argv(files)).toEqual([
      "install: npm install --no-package-lock --no-audit --no-fund",
      "lint: npx --no-install eslint .",
    ]);
  });
  test("tests never have a network, installs reach registries only", async () => {
    const tree = memoryTree({ ...node({ test: "mocha" }, { devDependencies: { mocha: "11" } }), ...lock });
    const { steps } = await planPipeline(await detect(tree), tree);
    expect(steps.map((step) => [step.kind, step.network])).toEqual([
      ["install", "registries"],
      ["test", "none"],
    ]);
  });
});

describe("Python", () => {
  test("flask is not flask-cors, however either is written", async () => {
    expect(names((await only({ "requirements.txt": "Flask_Cors==4\nflask.cors\n", "a.py": "" })).frameworks)).toEqual(
      [],
    );
    expect(
      names((await only({ "requirements.txt": "FLASK[async]>=3 ; python_version>'3'\n", "a.py": "" })).frameworks),
    ).toEqual(["Flask"]);
  });
  test.each([
    [{ "uv.lock": "", "requirements.txt": "a\n", "pyproject.toml": "" }, "uv"],
    [{ "poetry.lock": "", "pyproject.toml": "" }, "Poetry"],
    [{ "pyproject.toml": "[tool.poetry]\nname='a'\n" }, "Poetry"],
    [{ "pyproject.toml": "[tool.pdm]\n" }, "PDM"],
    [{ Pipfile: "[packages]\n" }, "Pipenv"],
    [{ "setup.py": "" }, "pip"],
  ])("%j uses %s", async (files, name) => {
    expect((await only({ "a.py": "", ...files })).packageManager?.name).toBe(name);
  });
  test("a pytest at hand needs no install; a pinned one does", async () => {
    const files = { "test_a.py": "", "requirements.txt": "pytest\n" };
    expect((await argv(files)).map((each) => each.split(":")[0])).toEqual(["test"]);
    expect((await argv({ ...files, "requirements.txt": "pytest==8.0\n" })).map((each) => each.split(":")[0])).toEqual([
      "install",
      "install",
      "test",
    ]);
  });
});

describe("Go and Rust", () => {
  test("each module of a Go workspace is tested in its place", async () => {
    const tree = memoryTree({
      "go.work": "go 1.22\nuse (\n./a\n./b\n)\n",
      "a/go.mod": "module x/a\ngo 1.22\ntoolchain go1.22.3\n",
      "a/a_test.go": "",
      "b/go.mod": "module x/b\n\nrequire github.com/gin-gonic/gin v1.9.0\n",
      "b/b.go": "",
    });
    const detection: Detection = await detect(tree);
    expect(detection.projects.map((each) => [each.root, each.language.version, names(each.frameworks)])).toEqual([
      ["b", null, ["Gin"]],
      ["a", "1.22.3", []],
    ]);
    const { steps } = await planPipeline(detection, tree);
    expect(steps.map((step) => step.id)).toEqual(["go:install@b", "go:vet@b", "go:vet@a", "go:build@b", "go:test@a"]);
  });
  test("clippy runs only where it is configured, and crates are fetched by their lockfile", async () => {
    const manifest = "[package]\nname='a'\n[dependencies]\nserde='1'\n";
    expect(await argv({ "Cargo.toml": manifest, "Cargo.lock": 'source = "x"\n', "src/lib.rs": "" })).toEqual([
      "install: cargo fetch --locked",
      "test: cargo test --no-fail-fast",
    ]);
    expect(await argv({ "Cargo.toml": "[package]\nname='a'\n[lints.clippy]\nall='warn'\n", "src/lib.rs": "" })).toEqual(
      ["lint: cargo clippy --all-targets", "test: cargo test --no-fail-fast"],
    );
  });
});
