import { type Call, type Field, find, type ReadCall } from "../commands/scene.ts";
import { checkRead, checkWrite } from "../paths/paths.ts";
import { checkScript } from "../commands/texts.ts";
import type { Programs, Rule } from "./rule.ts";
import { checkTaskNames, parts, tool } from "./tool.ts";
import { ANY_INSTALL, ANY_PUBLISH, each } from "./traits.ts";

/** `-O2`, `-W…` and `-f…` of compilers, of which some name a program or a plug-in. */
const COMPILES =
  "-c -S -E -O -O0 -O1 -O2 -O3 -Os -Og -g -gnatwa -w -Wall -Wextra -Werror -Wpedantic -pedantic -std= -o=made -I=folder -J=write -L=folder -l= -D= -U= -fPIC -fopenmp -pthread -static -shared -fsyntax-only -fcheck= -fbounds-check -ffree-form -cpp -fsanitize= -march= -mtune=";
/** A program of the repository's own, given as a file; its words are the file's own. */
const script = (options: string): Rule => ({
  ...tool(options, ["text"]),
  stops: true,
  needs: 1,
  check: (call) => {
    const [file] = call.operands;
    if (file !== undefined) checkScript(call, file);
  },
});
const named = (options = ""): Rule => tool(options, ["plain"], { check: checkTaskNames });
const MIX =
  "--check-formatted --warnings-as-errors --trace --cover --only= --exclude= --failed --stale --seed= --strict --force --no-deps-check --max-failures= --slowest= --include= --partitions= --all-warnings --format= --no-start --no-compile --all --min-priority= --min-confidence= --label= --sink= --source= --only-nodes --only-direct --exit --skip --ignore=";
const SWIFT =
  "-c=name --configuration=name -j= --jobs= --build-tests --filter= --skip= --parallel --no-parallel --num-workers= --enable-code-coverage --enable-test-discovery --target= --product= --show-bin-path --sanitize=name --list-tests --skip-build --explicit-target-dependency-import-check= --disable-automatic-resolution --only-use-versions-from-resolved-file --static-swift-stdlib --very-verbose";
const HASKELL_FLAGS =
  /^-(Wall|Wextra|Werror|Wcompat|W[a-z-]+|O[0-2]?|fno-code|threaded|rtsopts|j\d*|v\d?|XStrict|X[A-Z]\w+|cpp|prof|dynamic|static)( |$)/;
function checkGhcFlags(call: ReadCall): void {
  for (const { text, known } of call.options.get("--ghc-options") ?? [])
    if (!known || !text.split(/ +/).every((flag) => HASKELL_FLAGS.test(`${flag} `)))
      find(call, "opaque", "a flag of the compiler may name a program");
}
function checkHaskell(call: ReadCall): void {
  checkTaskNames(call);
  checkGhcFlags(call);
}
const CABAL =
  "-v= -j= --jobs= --offline --enable-tests --enable-benchmarks --disable-tests -O0 -O1 -O2 --test-show-details=plain --test-option= --test-options= --only-dependencies=none --dry-run --keep-going --ghc-options= --enable-coverage --disable-optimization -f= --flags=";
const STACK =
  "--fast --pedantic --test --no-run-tests -j= --ta= --test-arguments= --coverage --bench --no-run-benchmarks --haddock --no-haddock-deps --flag= --ghc-options= --dry-run --keep-going --skip= --no-nix-pure=none --work-dir=write";
/** Statements that only load and run the repository's tests. */
const R_TESTS =
  /^\s*(devtools::(test|check|document|load_all)|testthat::(test_(local|dir|file|package|check))|lintr::lint(_package|_dir)?|styler::style_(pkg|dir|file)|covr::package_coverage|roxygen2::roxygeni[sz]e|rcmdcheck::rcmdcheck|tinytest::(test_all|run_test_dir)|sessionInfo)\(\s*("(?![/~]|.*\.\.)[\w./-]*"|'(?![/~]|.*\.\.)[\w./-]*')?\s*\);?\s*$/;
function checkR(call: ReadCall): void {
  const [file] = call.operands;
  const given = call.options.get("-e") ?? [];
  for (const { text, known } of given)
    if (!known || !R_TESTS.test(text)) find(call, "opaque", "it runs a program given in place");
  if (given.length === 0 && file !== undefined) checkScript(call, file);
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
  if (program.text.endsWith(".dart")) checkScript(call, program);
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
      ...each("build test", tool(SWIFT, ["none"])),
      package: parts({
        describe: tool("--type=name", ["none"]),
        "dump-package": tool("", ["none"]),
        "show-dependencies": tool("--format=name", ["none"]),
        "tools-version": tool("", ["none"]),
        clean: tool("", ["none"]),
        diagnose: tool("", ["none"]),
      }),
      format: tool("--lint -l -r --recursive -i --in-place -s --strict -p --parallel --configuration=inside", [
        "plain",
      ]),
    }),
  },
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
    "-scheme= -destination= -project=inside -workspace=inside -configuration=name -sdk=name -only-testing= -skip-testing= -list -showBuildSettings -enableCodeCoverage= -derivedDataPath=write -resultBundlePath=write -parallel-testing-enabled= -disableAutomaticPackageResolution -target=",
    ["plain"],
    { whole: true, needs: 1, check: checkTaskNames },
  ),
  cabal: {
    ...parts({
      ...each("build test bench check haddock", tool(CABAL, ["plain"], { check: checkHaskell })),
      ...each("clean outdated list-bin path", tool("--offline", ["plain"])),
    }),
    others: ANY_INSTALL,
  },
  stack: {
    ...parts({
      ...each("build test bench haddock", tool(STACK, ["plain"], { check: checkHaskell })),
      exec: { operands: ["command"], stops: true, needs: 1, changes: true },
      ...each("clean path query ls", tool("--dependencies --project-root --local-bin", ["plain"])),
    }),
    others: ANY_INSTALL,
  },
  ghc: tool(
    "-fno-code -Wall -Wextra -Werror -Wcompat -O -O0 -O1 -O2 -i=inside -o=made -outputdir=write -threaded -c --make -j -v0 -XStrict -hide-package= -package=name",
    ["inside"],
    { whole: true },
  ),
  hlint: tool(
    "-h=inside --hint=inside --ignore= -i= -j --threads= --git=none --cpp-simple -X= --no-exit-code -g=none --report=write --only= --extension=",
    ["inside"],
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
  dune: {
    ...parts({
      ...each(
        "build test runtest",
        tool(
          "-j= --profile=name --display=name -f --force -p= --auto-promote --no-buffer --stop-on-first-error --only-packages=",
          ["plain"],
          { check: checkTaskNames },
        ),
      ),
      ...each("fmt clean promote describe", tool("--check --auto-promote --preview", ["none"])),
      format: tool("--check"),
    }),
    others: ANY_INSTALL,
  },
  ...each("ocamlformat", tool("--check -i --inplace --enable-outside-detected-project --root=folder", ["write"])),
  ...each(
    "ocamlc ocamlopt",
    tool("-c -o=made -I=inside -g -w= -package=name -i -a -linkpkg -thread -strict-sequence", ["inside"], {
      whole: true,
    }),
  ),
  ocamlfind: {
    ...parts({
      list: {},
      query: tool("", ["plain"]),
      ...each(
        "ocamlc ocamlopt opt c",
        tool("-c -o=made -I=inside -g -w= -package=plain -linkpkg -thread", ["inside"], { whole: true }),
      ),
    }),
  },
  opam: {
    ...parts({
      list: tool("--installed -i -s --short --columns=", ["plain"]),
      show: { operands: ["plain"], options: "--installed -f= --field=" },
      switch: { subcommands: { ...each("list show", { options: "-s --short" }) }, others: ANY_INSTALL },
      lint: tool(""),
    }),
    others: ANY_INSTALL,
  },
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
  rebar3: {
    ...parts({
      ...each(
        "eunit ct proper dialyzer xref compile cover edoc fmt format lint tree clean",
        tool(
          "-m= --module= --suite= --app= --apps= --dir=inside --case= --group= --cover -c --check -w --verbose -v --file=inside --generator= --readable= --sname=none --spec=inside",
          ["plain"],
          { check: checkTaskNames },
        ),
      ),
    }),
    others: ANY_PUBLISH,
  },
  erlc: tool("-o=write -I=inside -Wall -Werror -v +debug_info -W", ["inside"], { whole: true }),
  ...each("elixirc", tool("-o=write --warnings-as-errors --ignore-module-conflict")),
  erlfmt: tool("-c --check -w --write --verbose", ["write"]),
  mix: {
    ...parts({
      ...each("test compile format credo dialyzer coveralls doctor sobelow", tool(MIX, ["inside"])),
      xref: parts({ graph: tool(MIX, ["none"]), callers: tool(MIX, ["plain"]), trace: tool(MIX) }),
      ...each(
        "deps deps.tree hex.audit deps.unlock phx.routes ecto.migrations app.tree app.config boundary.visualize gettext.extract docs phx.digest",
        tool(
          "--check --check-unused --all --merge --check-up-to-date --only=name --depth= --format=name --exclude= -o=write --include-umbrella-children",
          ["plain"],
        ),
      ),
      help: tool("--search=", ["plain"]),
      ...each(
        "phx.gen.schema phx.gen.context phx.gen.html phx.gen.json phx.gen.live ecto.gen.migration",
        tool("--no-schema --binary-id --web= --no-context --table=", ["plain"]),
      ),
      "hex.publish": ANY_PUBLISH,
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
  racket: { ...tool("-t=script -u=script", ["text"]), stops: true, needs: 0, check: scheme },
  raco: parts({
    test: tool("-x -s= --table --timeout= -j= -q -m"),
    make: tool("-j= -v"),
    fmt: tool("-i --width=", ["write"]),
    expand: tool(""),
    exe: tool("-o=made"),
    setup: ANY_INSTALL,
    pkg: ANY_INSTALL,
  }),
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
  ...each("lua luajit lua5.1 lua5.3 lua5.4", script("")),
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
  ktlint: tool(
    "-F --format --relative --reporter=text --color-name= -l=name --log-level=name --code-style=name --baseline=write --editorconfig=inside --limit=",
    ["inside"],
    { check: checkKtlint },
  ),
  ktfmt: tool("--kotlinlang-style --google-style --meta-style -n --set-exit-if-changed --dropbox-style", ["write"]),
  detekt: tool(
    "--build-upon-default-config -i=inside --input=inside -c=inside --config=inside -ex= --excludes= -in= --includes= --parallel -ac --auto-correct --baseline=inside -b=inside --all-rules --max-issues= -cp=inside --jvm-target= --language-version= -r=text --report=text --disable-default-rulesets",
    ["none"],
    { whole: true, check: checkDetekt },
  ),
  "google-java-format": tool(
    "-n --dry-run -i --replace -r --aosp -a --set-exit-if-changed --skip-sorting-imports --skip-removing-unused-imports --fix-imports-only --skip-reflowing-long-strings",
    ["write"],
  ),
  "palantir-java-format": tool("--palantir -i --replace -n --dry-run --set-exit-if-changed", ["write"]),
  javadoc: tool(
    "-quiet -d=write -sourcepath=folder -cp=folder -classpath=folder -private -protected -public -package -subpackages= -exclude= -Xdoclint* -Xwerror -author -version -encoding= -charset= -linksource -html5 -notimestamp -source= --release= -windowtitle= -doctitle=",
    ["inside"],
    { whole: true },
  ),
  jdeps: tool(
    "-s -summary -v -verbose -cp=folder -classpath=folder --class-path=folder -R -recursive --list-deps --print-module-deps --ignore-missing-deps --multi-release= -jdkinternals --jdk-internals -q -p= --package= -e= --regex= --check=none -apionly --api-only",
    ["inside"],
    { whole: true },
  ),
  scalac: tool(
    "-d=made -cp=folder -classpath=folder -deprecation -feature -unchecked -Xlint* -Werror -Xfatal-warnings -Ywarn-* -source= -explain -new-syntax -indent -no-indent -release=",
    ["inside"],
    { whole: true, needs: 1 },
  ),
  "scala-cli": {
    ...parts({
      ...each(
        "test compile fmt",
        tool("--check --power --server? --scala= -S= --jvm=none --test-only= --offline --scala-version= --js=none"),
      ),
    }),
    others: ANY_INSTALL,
  },
  ...each(
    "scalafix",
    tool(
      "--check --test --rules=name -r=name --files=inside -f=inside --config=inside --auto-suppress-linter-errors --syntactic",
      ["inside"],
    ),
  ),
  mill: { ...named("-i --no-server -j= -k --keep-going --offline --ticker= --debug"), check: checkMill },
  ...each("clj clojure", {
    ...tool(
      "-X:test -M:test -X:test:* -M:test:* -M:lint* -M:fmt* -M:format* -M:cljfmt* -M:clj-kondo* -M:kaocha* -M:check* -M:dev:test* -T:build -Stree -Spath -Sdescribe",
      ["plain"],
      { whole: true, needs: 0, check: clojure },
    ),
  }),
  "clj-kondo": tool("--lint=inside --fail-level=name --config=inside --parallel --filename= --report-level=name", [
    "none",
  ]),
  cljfmt: parts({ check: tool(""), fix: tool("", ["write"]) }),
  cljstyle: parts({ check: tool(""), fix: tool("", ["write"]) }),
  lein: {
    ...parts(
      {
        ...each(
          "test check compile clean deps:tree eastwood kibit cljfmt midje kaocha uberjar jar javac cloverage bikeshed",
          tool(":only :all :integration :unit", ["plain"], { check: lein }),
        ),
      },
      "-o",
    ),
    others: ANY_INSTALL,
  },
  groovy: script("-cp=folder -classpath=folder"),
  groovyc: tool("-d=write -cp=folder -classpath=folder"),
};
function scheme(call: ReadCall): void {
  const given = ["-t", "-u", "-s"].some((name) => call.options.has(name));
  const [file] = call.operands;
  if (file !== undefined) checkScript(call, file);
  else if (!given) find(call, "opaque", "it runs what is piped into it");
}
/** `core.test` and `__.compile`: modules, and their tasks by known names. */
const MILL =
  /^((__|_|[\w-]+)\.)*(test|testOnly|testQuick|compile|checkFormat|checkFormatAll|reformat|fix|resolve|show|inspect|path|plan|clean|_)$|^(resolve|inspect|plan|path|show|clean) /;
function checkMill(call: ReadCall): void {
  const [task] = call.operands;
  const more = /^(run|show)/.test(task?.text ?? "") ? call.operands.slice(1) : [];
  const several = call.operands.some(({ text }) => /^[+,]$|[{}]/.test(text));
  if (task === undefined || several || [task, ...more].some(({ text, known }) => !known || !MILL.test(text)))
    find(call, "opaque", "the task may do more than check");
}
/** What is behind an alias stands in `deps.edn`; what follows it are words. */
function clojure(call: ReadCall): void {
  if (call.options.size === 0 && call.operands.length === 0) find(call, "opaque", "it runs what is piped into it");
  checkTaskNames(call);
  const [file] = call.operands;
  if (call.options.size === 0 && file !== undefined) checkScript(call, file);
  for (const { text } of call.operands)
    if (text === "-" || /[()@/]/.test(text)) find(call, "opaque", "it runs a program given in place");
}
/** `json,output=build/x.json`; and no subcommand such as `installGitPreCommitHook`. */
function checkKtlint(call: ReadCall): void {
  for (const field of call.options.get("--reporter") ?? []) {
    const [, file] =
      /^(?:plain|plain-summary|json|sarif|checkstyle|html)(?:\?\w+)?(?:,output=(.+))?$/.exec(field.text) ?? [];
    if (file !== undefined) checkWrite(call, { ...field, text: file });
    else if (!field.known || !/^[a-z-]+(\?\w+)?$/.test(field.text))
      find(call, "opaque", "what it loads or writes is not known");
  }
  if (call.operands.some(({ text }) => /^(install|generate|print|apply)\w*$/i.test(text)))
    find(call, "opaque", "it does more than check");
}
/** `html:build/x.html`. */
function checkDetekt(call: ReadCall): void {
  for (const field of ["-r", "--report"].flatMap((name) => call.options.get(name) ?? [])) {
    const [, file] = /^(?:txt|xml|html|md|sarif):(.+)$/.exec(field.text) ?? [];
    if (file === undefined) find(call, "opaque", "what it writes is not known");
    else checkWrite(call, { ...field, text: file });
  }
}
function lein(call: ReadCall): void {
  checkTaskNames(call);
  if (call.operands.some(({ text }) => /^(run|repl|trampoline|exec|update-in)$/.test(text)))
    find(call, "opaque", "it may run anything");
}
