import { type Call, type Field, find, type ReadCall } from "../commands/scene.ts";
import { checkRead } from "../paths/paths.ts";
import { checkProgram } from "../commands/texts.ts";
import type { Programs, Rule } from "./rule.ts";
import { checkTaskNames, parts, tool } from "./tool.ts";
import { ANY_INSTALL, ANY_PUBLISH, each } from "./traits.ts";

/** `-O2`, `-W…` and `-f…` of compilers, of which some name a program or a plug-in. */
const COMPILES =
  "-c -S -E -O -O0 -O1 -O2 -O3 -Os -Og -g -gnatwa -w -Wall -Wextra -Werror -Wpedantic -pedantic -std= -o=made -I=folder -J=write -L=folder -l= -D= -U= -fPIC -fopenmp -pthread -static -shared -fsyntax-only -fcheck= -fbounds-check -ffree-form -cpp -fsanitize= -march= -mtune=";
/** A program of the repository's own, given as a file; its words are the file's own. */
export const script = (options: string): Rule => ({
  ...tool(options, ["text"]),
  stops: true,
  needs: 1,
  check: (call) => checkProgram(call, call.operands),
});
const SWIFT =
  "-c=name --configuration=name -j= --jobs= --build-tests --filter= --skip= --parallel --no-parallel --num-workers= --enable-code-coverage --enable-test-discovery --target= --product= --show-bin-path --sanitize=name --list-tests --skip-build --explicit-target-dependency-import-check= --disable-automatic-resolution --only-use-versions-from-resolved-file --static-swift-stdlib --very-verbose";
/** Statements that only load and run the repository's tests. */
const R_TESTS =
  /^\s*(devtools::(test|check|document|load_all)|testthat::(test_(local|dir|file|package|check))|lintr::lint(_package|_dir)?|styler::style_(pkg|dir|file)|covr::package_coverage|roxygen2::roxygeni[sz]e|rcmdcheck::rcmdcheck|tinytest::(test_all|run_test_dir)|sessionInfo)\(\s*("(?![/~]|.*\.\.)[\w./-]*"|'(?![/~]|.*\.\.)[\w./-]*')?\s*\);?\s*$/;
function checkR(call: ReadCall): void {
  const [file] = call.operands;
  const given = call.options.get("-e") ?? [];
  for (const { text, known } of given)
    if (!known || !R_TESTS.test(text)) find(call, "opaque", "it runs a program given in place");
  if (given.length === 0 && file !== undefined) checkProgram(call, call.operands);
  if (given.length === 0 && file === undefined) find(call, "opaque", "it runs what is piped into it");
}
const PUB: Rule = {
  subcommands: { deps: tool("--no-dev -s=name --style=name --json", ["none"]) },
  others: ANY_INSTALL,
};
/** dart takes the program of a package, or a file, and all that follows are its words. */
const DART_PROGRAMS =
  /^(build_runner|test|ffigen|pigeon|flutter_gen|intl_utils|slang|import_sorter|flutter_launcher_icons)(:\w+)?$/;
function runDart(call: ReadCall): void {
  const [program] = call.operands;
  if (program === undefined) return;
  if (!program.known || !(program.text.endsWith(".dart") || DART_PROGRAMS.test(program.text)))
    find(call, "opaque", "which program it runs is not known");
  if (call.operands.some(({ text }) => /^(serve|watch|daemon|run|publish)$/.test(text)))
    find(call, "opaque", "it may run anything, or never ends");
  if (program.text.endsWith(".dart")) checkProgram(call, call.operands);
  else if (
    !call.operands
      .slice(1)
      .every(({ text }) =>
        /^(build|clean|generate|test|-d|--delete-conflicting-outputs|--release|-v|--verbose)$/.test(text),
      )
  )
    find(call, "opaque", "what its words make it do is not known");
}
/** `R CMD check .`, and no other of its commands. */
function runR(call: Call, [cmd, name, ...rest]: readonly Field[]): null {
  call.report.changes = true;
  const harmless = cmd?.text === "CMD" && /^(check|build)$/.test(name?.text ?? "");
  if (cmd?.text === "--version" && name === undefined) return null;
  if (!harmless) find(call, "opaque", "it runs a program given in place, or piped in");
  for (const word of rest)
    if (!word.known || word.text.startsWith("-") !== /^--(no-\w[\w-]*|as-cran|run-\w+)$/.test(word.text))
      find(call, "opaque", `its option ${word.text.slice(0, 60)} is not among the harmless ones`);
    else if (!word.text.startsWith("-")) checkRead(call, word);
  return null;
}

/** Compilers, build tools and test runners of the less usual languages. */
export const LANGUAGES: Programs = {
  swift: {
    ...parts({
      ...each("build test run", tool(SWIFT, ["none"])),
      package: parts({
        describe: tool("--type=name", ["none"]),
        "dump-package": tool("", ["none"]),
        "show-dependencies": tool("--format=name", ["none"]),
        "tools-version": tool("", ["none"]),
        clean: tool("", ["none"]),
        diagnose: tool("", ["none"]),
      }),
      format: tool("--lint -l -r --recursive -i --in-place -s --strict -p --parallel --configuration=inside", [
        "write",
      ]),
    }),
  },
  "swift-format": parts(
    each(
      "lint format dump-configuration",
      tool("-r --recursive -i --in-place -s --strict -p --parallel --configuration=inside", ["write"]),
    ),
  ),
  swiftformat: tool(
    "--lint --config=inside --rules= --disable= --enable= --swiftversion= --quiet --lenient --exclude= --cache=none",
    ["write"],
  ),
  swiftlint: {
    ...tool("--strict --quiet --fix --config=inside --reporter=name --no-cache --only-rule= --format", ["write"]),
    subcommands: each(
      "lint analyze rules version",
      tool("--strict --quiet --fix --config=inside --reporter=name --no-cache --format", ["write"]),
    ),
  },
  xcodebuild: tool(
    "-scheme= -destination= -project=inside -workspace=inside -configuration=name -sdk=name -only-testing= -skip-testing= -list! -showBuildSettings! -enableCodeCoverage= -derivedDataPath=write -resultBundlePath=write -parallel-testing-enabled= -disableAutomaticPackageResolution -target=",
    ["plain"],
    { whole: true, needs: 1, check: checkTaskNames },
  ),
  ...each(
    "ormolu fourmolu stylish-haskell brittany",
    tool(
      "-m=name --mode=name -i --inplace -o=none --ghc-opt=none --check-idempotence -c=inside -r --recursive --write-mode=name",
      ["write"],
    ),
  ),
  ...each("hpack", tool("--force -f --canonical --silent", ["folder"])),
  ...each("doctest", tool("-i=inside", ["inside"])),
  ...each("cabal-fmt", tool("-i --inplace -c --check", ["write"])),
  zig: parts({
    build: {
      ...tool(
        "--summary=name -D=plain -j= --release? -Doptimize=name -freference-trace? --verbose --search-prefix=none -fincremental --color=name -Dtarget=",
        ["plain"],
        { check: checkTaskNames },
      ),
    },
    test: tool("-O=name -target= --test-filter= -fstrip -lc -I=folder --name=name -freference-trace?", ["inside"], {
      whole: true,
    }),
    ...each(
      "build-exe build-lib build-obj",
      tool("-O=name -target= -femit-bin=made -fstrip -lc -I=folder --name=name -static -dynamic", ["inside"], {
        whole: true,
      }),
    ),
    fmt: tool("--check --ast-check --exclude=", ["write"]),
    ...each("ast-check", tool("")),
    ...each("version env targets", {}),
  }),
  dart: {
    ...parts({
      test: tool(
        "-r= --reporter=name -n= --name= -N= -t= --tags= -x= --exclude-tags= -j= --concurrency= --coverage=write --total-shards= --run-skipped --fail-fast -p=name --platform=name --plain-name= --test-randomize-ordering-seed= --chain-stack-traces",
        ["inside"],
      ),
      analyze: tool("--fatal-infos --fatal-warnings --no-fatal-warnings --format=name"),
      format: tool("--set-exit-if-changed -o= --output=name -l= --line-length= --show=name --summary=name --fix", [
        "write",
      ]),
      fix: tool("--dry-run --apply -n", ["inside"]),
      compile: parts(
        each("exe aot-snapshot kernel js jit-snapshot", tool("-o=made --output=made -O= -O0 -O1 -O2 -D=", ["inside"])),
      ),
      doc: tool("-o=write --output=write", ["folder"]),
      info: { options: "" },
      run: {
        options: "--enable-asserts --no-sound-null-safety",
        operands: ["text"],
        stops: true,
        changes: true,
        runs: true,
        needs: 1,
        check: runDart,
      },
      pub: PUB,
    }),
    others: ANY_INSTALL,
  },
  flutter: {
    ...parts({
      test: tool(
        "--coverage --reporter=name -r=name --name= --plain-name= -j= --concurrency= -t= --tags= -x= --exclude-tags= --update-goldens --no-pub --total-shards= --shard-index= --machine --fail-fast --test-randomize-ordering-seed= --merge-coverage --no-test-assets",
        ["inside"],
      ),
      analyze: tool("--no-pub --fatal-infos --no-fatal-infos --no-fatal-warnings --fatal-warnings"),
      build: parts(
        each(
          "apk appbundle web linux bundle aar",
          tool(
            "--debug --release --profile --no-pub -t=script --target=script --flavor=name --build-number= --build-name= --split-per-abi --no-tree-shake-icons --obfuscate=none --analyze-size --no-shrink --base-href= --wasm",
            ["none"],
          ),
        ),
      ),
      "gen-l10n": tool("--arb-dir=inside --template-arb-file=name --output-localization-file=none", ["none"]),
      pub: PUB,
      doctor: tool("", ["none"]),
      clean: tool("", ["none"]),
      format: tool("--set-exit-if-changed -l=", ["write"]),
    }),
    others: ANY_INSTALL,
  },
  melos: parts({
    ...each(
      "list ls run analyze format test",
      tool("--no-select --scope= --long -l --json --dry-run", ["plain"], { check: checkTaskNames }),
    ),
  }),
  nim: parts({
    ...each(
      "c compile cpp js check doc",
      tool(
        "--hints? --hints:off --hint= --warnings:off -d:release -d:debug -d:danger -d:ssl --opt:speed --opt:size --threads:on --threads:off --mm:orc --mm:arc --gc:arc --gc:orc --verbosity:0 --verbosity:1 --styleCheck:error --styleCheck:hint --outdir=write --forceBuild -f --stackTrace:on --lineTrace:on",
        ["inside", "none"],
        { whole: true },
      ),
    ),
  }),
  nimpretty: tool("--indent:2", ["write"]),
  nimble: {
    ...parts({
      ...each(
        "test build check tasks dump",
        tool("-d:release -d:debug --silent", ["plain"], { check: checkTaskNames }),
      ),
    }),
    others: ANY_INSTALL,
  },
  crystal: parts({
    spec: tool(
      "--error-trace -e= --example= --fail-fast --order= --tag= -D= --no-color --progress --threads= -l= --junit_output=write",
    ),
    build: tool(
      "--release --no-codegen --error-trace -o=made -D= --static --no-debug --debug --threads= --stats --warnings=",
    ),
    tool: parts({
      format: tool("--check -i= -e= --include= --exclude=", ["write"]),
      unreachable: tool(""),
      dependencies: tool(""),
    }),
    docs: tool("-o=write --output=write"),
  }),
  ameba: tool("--fix --all --format=name -f=name --only= --except= --gen-config=none"),
  shards: { ...parts({ ...each("list check version", tool("", ["none"])) }), others: ANY_INSTALL },
  gleam: {
    ...parts({
      test: tool("-t=name --target=name", ["none"]),
      build: tool("-t=name --target=name --warnings-as-errors", ["none"]),
      check: tool("-t=name", ["none"]),
      format: tool("--check", ["write"]),
      ...each("clean fix", tool("", ["none"])),
      docs: parts({ build: tool("", ["none"]) }),
    }),
    others: ANY_INSTALL,
  },
  julia: script(
    "--project?folder -t= --threads= --color=name --startup-file=name --check-bounds=name --code-coverage?write --depwarn=name -q --warn-overwrite=name -O= --compile=name",
  ),
  Rscript: {
    ...tool("--vanilla --no-save --no-init-file --no-restore --quiet -e=", ["text"]),
    stops: true,
    check: checkR,
  },
  R: { custom: runR },
  gfortran: tool(COMPILES),
  ...each("flang ifort nvfortran", tool(COMPILES)),
  fpm: {
    ...parts({
      ...each("build test", tool("--profile=name --target=name --flag=none --list --runner=none --verbose", ["plain"])),
    }),
    others: ANY_INSTALL,
  },
  ...each(
    "gnatmake gprbuild",
    tool("-q -g -O2 -gnatwa -gnata -c -p -j= -k -f -P=inside -o=made -D=write -we", ["inside"], { whole: true }),
  ),
  fpc: tool(
    "-O1 -O2 -O3 -g -gl -Mobjfpc -Mdelphi -Sh -vw -vn -veh -Cr -Co -l- -B -FE=write -FU=write -Fu=inside -o=made",
    ["inside"],
    { whole: true },
  ),
  ...each(
    "iverilog",
    tool("-o=made -g2012 -g2009 -g2005-sv -g2005 -Wall -I=inside -D= -s= -t=name -y=inside -P=", ["inside"], {
      whole: true,
    }),
  ),
  vvp: { options: "-n -N -v -V!", operands: ["script", "text"], stops: true, changes: true, runs: true, needs: 1 },
  verilator: tool(
    "--lint-only -Wall -Wno-fatal -Wno-* -W* --top-module= --cc --binary --exe --build -j= --Mdir=write -I=inside +incdir* --trace --timing --assert -sv --coverage -CFLAGS=none",
    ["inside"],
    { whole: true },
  ),
  ghdl: {
    ...tool("", ["plain"]),
    whole: true,
    options:
      "-a -e -r -s -i --std=name --workdir=write --ieee=name --assert-level=name --stop-time= --vcd=write --wave=write --version! --help!",
  },
  ...each("verible-verilog-lint verible-verilog-format svlint", tool("--rules= --inplace --lint_fatal", ["write"])),
  ...each("guile", {
    ...tool("--no-auto-compile -L=inside -s=script", ["text"]),
    stops: true,
    needs: 0,
    check: scheme,
  }),
  forge: {
    ...parts({
      test: tool(
        "-vvv -vvvv -vvvvv --match-test= --mt= --match-contract= --mc= --match-path= --mp= --no-match-test= --gas-report --fuzz-runs= --fuzz-seed= --fail-fast --list --summary --offline --json --no-match-path= --isolate --threads=",
        ["none"],
      ),
      build: tool("--sizes --force --offline --skip= --names --extra-output= --deny-warnings", ["none"]),
      fmt: tool("--check --raw --root=folder", ["write"]),
      snapshot: tool("--check?read --diff?read --match-test= --match-contract= --snap=write", ["none"]),
      coverage: tool("--report=name --match-test= --report-file=write --ir-minimum --no-match-coverage=", ["none"]),
      ...each("inspect tree remappings clean lint doc", tool("--json --build --pretty --severity=name", ["plain"])),
    }),
    others: ANY_PUBLISH,
  },
  solc: tool(
    "--bin --abi --optimize --optimize-runs= --combined-json= -o=write --output-dir=write --overwrite --evm-version= --base-path=folder --include-path=inside --storage-layout --gas --via-ir --hashes",
  ),
  slither: tool(
    "--exclude-dependencies --exclude-informational --exclude-low --exclude-optimization --exclude= --detect= --print= --filter-paths= --fail-high --fail-medium --fail-none --json=write --sarif=write --checklist --compile-force-framework=name --hardhat-ignore-compile --foundry-ignore-compile --disable-color --config-file=inside --ignore-compile",
    ["inside"],
  ),
  aderyn: tool("-o=write --output=write -x= -i= --skip-build"),
  v: {
    ...parts({
      ...each("fmt vet", tool("-verify -w -l -diff -inprocess -W", ["write"])),
      test: tool("-stats -W"),
      doctor: {},
    }),
  },
  ...each("odin", {
    ...parts({
      ...each(
        "check build test",
        tool("-vet -strict-style -debug -o:speed -o:size -out=made -file -collection=none -define=none", ["inside"], {
          whole: true,
        }),
      ),
    }),
  }),
  ...each("pony ponyc", tool("-o=write -d --debug -b= --pass=name", ["folder"])),
  ...each(
    "dmd ldc2 gdc",
    tool(
      "-c -of=made -g -w -wi -unittest -main -O -release -I=inside -o- -dip1000 -preview=name -D -debug",
      ["inside"],
      { whole: true },
    ),
  ),
  dub: {
    ...parts({
      ...each(
        "test build lint describe list",
        tool(
          "-b=name --build=name -c=name --config=name --compiler=name --coverage --skip-registry=name -q --nodeps --parallel",
          ["plain"],
          { check: checkTaskNames },
        ),
      ),
    }),
    others: ANY_INSTALL,
  },
  ...each("janet fennel chibi-scheme csi gosh bb", script("")),
  ...each("lua luajit lua5.1 lua5.3 lua5.4", script("-v!")),
  stylua: tool(
    "-c --check -a --output-format=name -g= --glob= -f=inside --config-path=inside -s --respect-ignores --verify --syntax=name",
    ["write"],
  ),
  selene: tool("--config=inside --pattern= --display-style=name --allow-warnings -q --num-threads="),
  luacheck: tool(
    "--no-color -q -qq --std=name --globals= --ignore= --formatter=name --codes --ranges --exclude-files= --no-unused --no-max-line-length --config=inside --only= -j=",
  ),
  busted: tool(
    "-o=name --output=name --verbose --run=name -t= --tags= --exclude-tags= --filter= -p= --pattern= --shuffle --seed= --lpath=inside --coverage -c --no-auto-insulate --suppress-pending -k --no-keep-going",
  ),
  perltidy: tool("-b -st -se -pro=inside --profile=inside -i= -l= -bext=name -w --check-only -nst -q", ["write"], {
    whole: true,
  }),
  perlcritic: tool(
    "--severity= -1 -2 -3 -4 -5 --brutal --cruel --harsh --stern --gentle --theme= --profile=inside -p=inside --include= --exclude= --verbose= --statistics --top= --quiet --single-policy=",
  ),
  perlimports: tool("-i --inplace-edit --lint -f=inside", ["write"]),
  prove: tool(
    "-l -r -b -I=folder -j= -q --lib --recurse --color --nocolor -s --shuffle --state=plain -w -Q --timer --failures -f --merge -m --count --blib --norc --directives -p --parse",
  ),
  yath: parts({ test: tool("-j= -l -b -I=folder -q -T --no-cover", ["inside"]) }),
  ...each(
    "kotlinc kotlinc-jvm",
    tool(
      "-d=made -cp=folder -classpath=folder -include-runtime -nowarn -Werror -jvm-target= -no-stdlib -no-jdk -no-reflect -language-version= -api-version= -progressive",
      ["inside"],
      { whole: true, needs: 1 },
    ),
  ),
};
function scheme(call: ReadCall): void {
  const given = ["-t", "-u", "-s"].some((name) => call.options.has(name));
  const [file] = call.operands;
  if (file !== undefined) checkProgram(call, call.operands);
  else if (!given) find(call, "opaque", "it runs what is piped into it");
}
