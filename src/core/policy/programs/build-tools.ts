import { find, literal, type ReadCall } from "../commands/scene.ts";
import type { Programs, Rule } from "./rule.ts";
import { ANY_INSTALL, ANY_NETWORK, ANY_PUBLISH, each } from "./traits.ts";

const runs = (options: string, operands: Rule["operands"] = ["plain"]): Rule => ({
  options: `${options} --version! --help!`,
  operands,
  changes: true,
  runs: true,
});
/** Names that say that something is brought out, or that more than the folder is changed. */
const LEAVES = /deploy|publish|release|push|upload|install|prod|docker|login|ship|destroy|drop|purge|sudo|ssh|secret/i;
function checkNames(call: ReadCall): void {
  for (const { text } of call.operands)
    if (LEAVES.test(text)) find(call, "publish", `${text} may bring something out or change the machine`);
}
/** sbt takes a task and its words as one: `testOnly *FooSpec`. */
const SBT =
  /^(project [\w-]+|([\w-]+\/)*((Test|IntegrationTest|Compile)\/|(test|it):)?(test|testOnly|testQuick|compile|clean|package|doc|scalafmt(Check)?(All)?|scalafix(All)?|headerCheck|mimaReportBinaryIssues|dependencyTree|projects|tasks)|\+test|\+compile)( (-- )?[\w.*:/ -]+)?$/;
function checkSbt(call: ReadCall): void {
  for (const { text, known } of call.operands)
    if (!known || !SBT.test(text) || LEAVES.test(text)) find(call, "opaque", `${text} is not among the known tasks`);
}
const BAZEL =
  "-k --keep_going --test_output=name --config=name -c=name --compilation_mode=name --jobs= --nocache_test_results --cache_test_results= --test_filter= --verbose_failures --noshow_progress --show_progress? --output=name --noimplicit_deps --notool_deps --runs_per_test= --test_timeout= --test_tag_filters= --build_tests_only --test_summary=name";
/** Labels such as `//src:all`, and for a query functions of them. */
function checkLabels(call: ReadCall): void {
  for (const { text, known } of call.operands)
    if (
      !known ||
      !/^[\w@/:.,*()+ "'=-]*$/.test(text) ||
      /\.\.\/|^@?\/(?!\/)/.test(text.replaceAll(/(^|[^/])\/\/[\w/.:*-]*/g, "$1"))
    )
      find(call, "opaque", `${text.slice(0, 60)} is no label`);
}
const bazelRuns: Rule = { ...runs(BAZEL, ["text"]), check: checkLabels };
/** `lerna run test`, `nx run-many -t test` and `yarn workspaces foreach run test`: a script of each package. */
const eachPackage = (options: string): Rule => ({ ...runs(options), needs: 1, check: checkNames });

/** Build tools beside those of the compilers. */
export const BUILD_TOOLS: Programs = {
  ...each("bazel bazelisk", {
    options: "--version!",
    subcommands: {
      ...each("build test coverage", bazelRuns),
      ...each("query cquery aquery", { options: BAZEL, operands: ["text"], check: checkLabels }),
      ...each("version info help", { operands: ["plain"] }),
      clean: { changes: true },
    },
    others: ANY_INSTALL,
  }),
  ant: { ...runs("-q -v -S -p -projecthelp -k"), whole: true, check: checkNames },
  sbt: {
    ...runs(
      "-no-colors -batch -v -Dsbt.offline=name -Dsbt.color=name -Dsbt.supershell=name -Dsbt.log.noformat=name -Dsbt.ci=name --batch --error --warn --info",
      ["text"],
    ),
    check: checkSbt,
    needs: 1,
  },
  scalafmt: runs("--check --test --list"),
  ...each("kotlin scala ghci erl iex ocaml mono", {
    options: "-version! --version! -v! --help! -h!",
    needs: 1,
  }),
  alembic: {
    options: "--version! -c=script",
    subcommands: { ...each("check current heads history branches", { options: "-v --verbose -r=", runs: true }) },
  },
  lerna: {
    options: "--version!",
    subcommands: {
      run: eachPackage("--scope= --stream --parallel --concurrency= --no-bail --since= --ignore="),
      ...each("ls list ll la changed diff", { options: "--all -a --json --long", operands: ["plain"] }),
    },
    others: ANY_PUBLISH,
  },
  nx: {
    options: "--version!",
    subcommands: {
      ...each(
        "test build lint",
        runs(
          "--skip-nx-cache --codeCoverage --coverage --fix --configuration=name -c=name --watch=off --verbose --testFile= --testNamePattern= --ci --runInBand --parallel= --quiet --prod",
          ["plain"],
        ),
      ),
      run: {
        ...runs("--skip-nx-cache --configuration=name -c=name --verbose --coverage? --parallel= --watch=off", [
          "plain",
        ]),
        needs: 1,
        check: checkNames,
      },
      ...each(
        "format:check format:write sync:check",
        runs("--base= --head= --files= --all --uncommitted --projects=", ["none"]),
      ),
      ...each("run-many affected", {
        options:
          "-t= --target= --targets= -p= --projects= --all --parallel= --skip-nx-cache --base= --head= --exclude= --verbose",
        operands: ["plain"],
        changes: true,
        runs: true,
        check: checkNxTargets,
      }),
      ...each("show list report", {
        options:
          "--json --web=none --affected --base= --head= --files= --exclude= --projects= -p= --type=name --with-target= --uncommitted --untracked --sep=",
        operands: ["plain"],
      }),
    },
  },
  "cargo-machete": runs(""),
  rector: {
    ...runs(
      "--dry-run -n --no-progress-bar --clear-cache --no-diffs --output-format=name --memory-limit= -c=script --config=script --xdebug --only=plain",
      ["inside"],
    ),
    subcommands: {
      process: runs(
        "--dry-run -n --no-progress-bar --clear-cache --no-diffs --output-format=name --memory-limit= -c=script --config=script --xdebug",
        ["inside"],
      ),
      "list-rules": {},
    },
    others: runs(""),
  },
  pint: runs("--test --dirty -v"),
};
function checkNxTargets(call: ReadCall): void {
  const targets = ["-t", "--target", "--targets"].flatMap((name) => call.options.get(name) ?? []);
  checkNames({ ...call, operands: [...targets, ...call.operands] });
}
/** `yarn workspaces foreach -A run build`. */
export const FOREACH: Rule = {
  subcommands: {
    foreach: {
      options:
        "-A --all -p --parallel -t --topological --topological-dev -v --verbose -i --interlaced -W --worktree --since? --exclude= --include= --from= -j= --jobs=",
      operands: ["text"],
      stops: true,
      needs: 1,
      check: (call) => call.run([literal("yarn"), ...call.operands]),
    },
    list: { options: "-R --json --since?" },
    info: { options: "--json" },
    run: { operands: ["plain"], changes: true, runs: true, needs: 1, check: checkNames },
  },
  others: ANY_NETWORK,
};
