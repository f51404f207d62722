import { checkWords } from "../commands/texts.ts";
import { isHarmlessSetting } from "../commands/environment.ts";
import { find, literal, type ReadCall } from "../commands/scene.ts";
import { checkInside, checkUnprotected, checkWrite } from "../paths/paths.ts";
import type { Programs, Rule } from "./rule.ts";
import { ANY_INSTALL, ANY_NETWORK, ANY_PUBLISH, each, INSTALL } from "./traits.ts";

export const runs = (options: string, operands: Rule["operands"] = ["plain"]): Rule => ({
  options,
  operands,
  changes: true,
  runs: true,
});
/** `file:…` names a file of settings. */
function checkStyle(call: ReadCall): void {
  for (const field of [...(call.options.get("--style") ?? []), ...(call.options.get("-style") ?? [])])
    if (field.text.startsWith("file:")) checkInside(call, { ...field, text: field.text.slice(5) });
}
/** Behind `--` stand options of the compiler. */
function checkTidied(call: ReadCall): void {
  const at = call.operands.findIndex(({ text }) => text.startsWith("-"));
  for (const file of at === -1 ? call.operands : call.operands.slice(0, at)) checkInside(call, file);
  if (at !== -1) call.run([literal("clang"), ...call.operands.slice(at)]);
}
const CARGO =
  "-q --quiet -v -vv --verbose --release -r --all --workspace --all-targets --all-features --no-default-features --features= -F= -p= --package= --exclude= --lib --bins --bin= --tests --test= --examples --example= --benches --bench= --doc --no-run --no-fail-fast -j= --jobs= --keep-going --target=name --profile=name --offline --locked --frozen --color= --message-format= --manifest-path=script --target-dir=write --fix --allow-dirty --allow-staged --no-deps --check --depth= -e= --edges= -i= --invert= -d --duplicates --timings --future-incompat-report --document-private-items --html --text --lcov --cobertura --summary-only --output-path=write --output-dir=write --ignore-run-fail --message-format= --edition? -E= --filter-expr= --run-ignored= --no-capture --nocapture --test-threads= --retries= --no-tests= --fail-fast --partition= --out=name --engine=name --skip-clean --timeout= --each-feature --feature-powerset --optional-deps --no-dev-deps --rust-version --baseline-rev= --baseline-version= --crates -n= --filter= --time --ignored --include-ignored --broken-code --edition-idioms --remap-path-prefix=none --unit-graph=none --color= --format= -f= --prefix= --no-dedupe --no-report --hide-inclusion-graph --ignore-filename-regex= --doctests --codecov --branch --output-format=name -Zbuild-std=none --clippy --backend=none --build --no-default-features --target-dir=write --shuffle --accept-unseen=none --unreferenced= --workspace-root --all-in-one=none --release-mode=none --no-indent --bless=none --advisories=none";
/** Behind `--` stand words for the tests, or lints for clippy. */
const cargoRuns: Rule = { ...runs(CARGO, ["text"]), check: checkTestFlags };
/** It hands its first word to cargo, with one set of features after the other. */
function checkTried(call: ReadCall): void {
  if (!/^(check|c|test|t|build|b|clippy|bench|doc)$/.test(call.operands[0]?.text ?? ""))
    find(call, "opaque", "what it has cargo do may be more than a check");
  checkLints(call);
}
const CARGO_SUBCOMMANDS: Programs = {
  ...each(
    "test t bench doc d tarpaulin machete expand udeps bloat shear llvm-lines sort features modules depgraph rustc-version asm cyclonedx spellcheck criterion llvm-cov",
    cargoRuns,
  ),
  ...each("build b check c clippy", { ...cargoRuns, check: checkLints }),
  hack: { ...cargoRuns, needs: 1, check: checkTried },
  nextest: { options: "--color=", subcommands: { ...each("run list archive show-config", cargoRuns) } },
  miri: { subcommands: { ...each("test run nextest", cargoRuns), setup: ANY_INSTALL } },
  deny: {
    options: CARGO,
    subcommands: { check: runs("--hide-inclusion-graph --config=inside -c=inside -A= -D= -W=", ["name"]), list: {} },
  },
  insta: { subcommands: { ...each("test review accept reject pending-snapshots show", cargoRuns) } },
  vet: { options: "--version!", subcommands: { check: {}, suggest: ANY_NETWORK } },
  component: { subcommands: { build: cargoRuns } },
  ndk: { options: "--version!" },
  chef: { subcommands: { prepare: runs("--recipe-path=write") } },
  ...each("run r", { ...cargoRuns, check: (call) => checkWords(call, call.operands) }),
  fmt: runs("--all --check -p= --package= -v -q --manifest-path=script", ["plain"]),
  fix: cargoRuns,
  tree: { options: CARGO, operands: ["plain"] },
  metadata: { options: `${CARGO} --format-version=` },
  clean: { options: CARGO, changes: true },
  version: {},
  "--list": {},
  package: { options: `${CARGO} -l --list --no-verify --no-metadata`, changes: true, runs: true },
  fuzz: { subcommands: { list: {}, ...each("build check coverage", cargoRuns) } },
  "locate-project": { options: "--message-format= --workspace --manifest-path=script" },
  pkgid: { operands: ["plain"] },
  "verify-project": {},
  "read-manifest": {},
  config: {
    subcommands: {
      get: {
        options: "--format=name",
        operands: ["name"],
        check: (call) => find(call, "secret", "settings may hold tokens"),
      },
    },
  },
  "generate-lockfile": { options: "--offline", changes: true, check: needsOffline },
  new: { options: "--lib --bin --name= --edition= --vcs=", operands: ["write"], changes: true },
  init: { options: "--lib --bin --name= --edition= --vcs=", operands: ["write"], changes: true },
  ...each("add fetch update remove", {
    ...INSTALL,
    options: `${CARGO} --dev --build --optional --rename= --path=folder`,
  }),
  ...each("install search vendor uninstall info generate", ANY_INSTALL),
  ...each("publish login logout owner yank", ANY_PUBLISH),
};
const cargo: Rule = {
  options: "-q -v --version! -V! --help! --list! --offline --locked",
  subcommands: CARGO_SUBCOMMANDS,
};
/** A test can be told to write a log anywhere. */
function checkTestFlags(call: ReadCall): void {
  if (call.operands.some(({ text }) => text.startsWith("--log"))) find(call, "opaque", "it writes where it is told to");
}
/** What clippy and a compiler are told behind `--`: lints, and no linker. */
function checkLints(call: ReadCall): void {
  if (
    call.operands.some(
      ({ text, known }) => !known || !/^(-[DWAF]|(-[DWAF] ?)?[a-z][\w:-]*|--cap-lints|--no-deps)$/.test(text),
    )
  )
    find(call, "opaque", "what the compiler is told may name a program");
}
function needsOffline(call: ReadCall): void {
  if (!call.options.has("--offline")) find(call, "install");
}
/** Goals and tasks that only compile and check; they fetch what is missing unless they are told not to. */
const TASKS =
  /^:?([\w.-]+:)*(check|build|compile|testClasses|classes|verify|clean|jar|tasks|dependencies|projects|help|ktlint(Check|Format)|detekt|spotless(Check|Apply)|(spotbugs|checkstyle|pmd)(Main|Test)|jacocoTestReport|javadoc|integrationTest|(boot|shadow|sources|javadoc|test)Jar|(assemble|compile|lint|test|check|ktlint|detekt|kover|apiCheck|apiDump|dependencyInsight|pitest|spotbugs|cpd|dokka|generate|process|bundle|verify|jacoco|buildHealth|outgoingVariants|model|components|buildEnvironment|dependencyUpdates|javaToolchains|kapt|ksp|format)([A-Z]\w*)?)$/;
/** A goal of Maven with a prefix is a plugin's, which may be anybody's; `install` copies to the folder of packages at home. */
const GOALS =
  /^(validate|compile|test-compile|test|package|verify|integration-test|install|clean|help|(dependency:(tree|analyze|list)|checkstyle:check|spotless:(check|apply)|spotbugs:check|surefire:test|failsafe:(integration-test|verify)|compiler:(compile|testCompile)|help:effective-pom|jacoco:report|javadoc:javadoc|surefire-report:(report|report-only)|dependency:(analyze-only|resolve|build-classpath)|pmd:(check|cpd-check)|formatter:(format|validate)|fmt:(format|check)|ktlint:(check|format)|detekt:check|license:(check|format)|enforcer:enforce|versions:display-(dependency|plugin|property)-updates|help:(active-profiles|describe|all-profiles)|animal-sniffer:check|japicmp:cmp|spring-boot:(build-info|repackage)|resources:(resources|testResources)|jar:jar|antlr4:antlr4|protobuf:(compile|test-compile)|kotlin:(compile|test-compile)|scala:(compile|testCompile)|quarkus:build|archunit:check|error-prone:check|pitest:mutationCoverage|site))$/;
const checkGoals = (goals: RegExp) => (call: ReadCall) => {
  for (const { text, known } of call.options.get("-Dexpression") ?? [])
    if (!known || /^env\b|settings|password|secret|token/i.test(text)) find(call, "secret", text.slice(0, 60));
  for (const { text, known } of call.operands)
    if (!known || !goals.test(text) || /deploy|publish|release|upload|prod|install[A-Z]/i.test(text))
      find(
        call,
        /deploy|publish|release|upload/i.test(text) ? "publish" : "opaque",
        `${text} is not among the known goals`,
      );
};
const jvm = (goals: RegExp, options: string): Rule => ({
  options: `${options} --version! -version! -v! --help! -h!`,
  operands: ["plain"],
  changes: true,
  runs: true,
  needs: 1,
  check: checkGoals(goals),
});
const maven = jvm(
  GOALS,
  "-o --offline -q --quiet -B --batch-mode -e -X -U=none -T= -pl= --projects= -am -amd -fae -ff -fn -ntp --no-transfer-progress -Dtest= -DskipTests? -Dmaven.test.skip? -DfailIfNoTests= -Dsurefire.failIfNoSpecifiedTests= -Dmaven.test.failure.ignore= -Dstyle.color= -DskipITs? -Dit.test= -Dincludes= -Dexcludes= -Dverbose? -Dscope= -DoutputType=name -Dexpression=plain -DforceStdout? -Dcheckstyle.skip? -Dspotbugs.skip? -Djacoco.skip? -Dpmd.skip? -Drat.skip? -Denforcer.skip? -Dspotless.check.skip? -Dmaven.javadoc.skip? -Dmaven.compiler.showWarnings? -Dgroups= -DexcludedGroups= -DtrimStackTrace? -Dsurefire.useFile? -DreuseForks? -DforkCount= -Dspring.profiles.active= -Dorg.slf4j.simpleLogger.log.* -Dorg.slf4j.simpleLogger.defaultLogLevel=name -Dorg.slf4j.simpleLogger.showDateTime=name -Dquick? -DfailIfNoSpecifiedTests= -Dparallel=name -DargLine=none -rf= --resume-from= -N --non-recursive -V --show-version --fail-at-end --fail-fast --also-make --also-make-dependents --threads= --no-snapshot-updates -nsu --errors --strict-checksums -C --debug -Dstyle.color= -f=script --file=script -P=",
);
const gradle = jvm(
  TASKS,
  "--offline -q --quiet -i --info -s --stacktrace --no-daemon --daemon --console= --tests= -x= --exclude-task= --continue --rerun-tasks --parallel --no-parallel --build-cache --no-build-cache --warning-mode= --scan=none --configuration-cache --no-configuration-cache -p=folder --max-workers= --dry-run -m --full-stacktrace --all --configuration= --dependency= --profile --write-locks=none -Pci -PskipTests --no-watch-fs --debug --no-scan --test-dry-run --fail-fast --refresh-dependencies=none --dependency-verification=name --no-rebuild -a --group= -Dtest.single= -Dkotlin.incremental=name -Dkotlin.compiler.execution.strategy=name --types --rerun --no-continue --stop --status --no-problems-report --priority=name",
);
function checkClasses(call: ReadCall): void {
  if (call.operands.some(({ text }) => text.startsWith("@"))) find(call, "opaque", "its words stand in a file");
  const places = [...(call.options.get("-cp") ?? []), ...(call.options.get("-classpath") ?? [])];
  if (places.some(({ text, known }) => !known || text.split(":").some((place) => /^[/~]|(^|\/)\.\./.test(place))))
    find(call, "opaque", "its classes are not the repository's");
}
/** Targets of a makefile by what they are called; what brings something out or reaches for the machine is asked about. */
const TARGETS_ASKED =
  /deploy|publish|release|push|upload|install|prod|docker|login|ship|provision|apply|destroy|drop|purge|sudo|ssh|secret|uninstall/i;
/** @param dry whether a dry run runs nothing at all */
export function checkTargets(call: ReadCall, dry = true): void {
  const only = dry && ["-n", "--dry-run", "--just-print"].some((option) => call.options.has(option));
  for (const { text, known } of call.operands) {
    const [given = "", value] = text.split(/=(.*)/s);
    // `NAME := value` and `NAME += value` set it as well; `NAME != command` runs the command
    const name = given.replace(/\s*(::?:?|[+?])?\s*$/, "");
    if (value === undefined && (/^[/~]|(^|[=:/])\.\.(\/|$)/.test(text) || !/^[\w@.,:+%/~^#*{}-]*$/.test(text)))
      find(call, "opaque", `\`${text}\` could mean more than a name`);
    const setting = value !== undefined && /^\w+$/.test(name) && isHarmlessSetting(name, value);
    if (value !== undefined && value !== "") checkUnprotected(call, value);
    if (!known || (value !== undefined && !setting)) find(call, "opaque", `\`${text}\` may change what its rules run`);
    else if (TARGETS_ASKED.test(text) && !only)
      find(call, "publish", `the target ${text} may bring something out or change the machine`);
  }
}
/** Settings of a build by their names; those that name a program, a place or a file of settings are asked about. */
const DEFINED =
  /^(?!.*(COMPILER|LAUNCHER|TOOLCHAIN|INCLUDE|PROGRAM|COMMAND|PREFIX|PATH|DIR|FILE|MODULE|LINKER|EXECUTABLE|WRAPPER|URL|(?<!C)MAKE|RULE|SOURCE|FETCH|DOWNLOAD|EMULATOR|TOOL|CONFIG_|ROOT|SCRIPT|CODESIGN))[A-Za-z]\w*(:(BOOL|STRING))?=[\w.+;-]*$/;
/** Of CMake's own only what is a number or a switch. */
const OF_CMAKE =
  /^CMAKE_(BUILD_TYPE|EXPORT_COMPILE_COMMANDS|(C|CXX|CUDA|Fortran)_(STANDARD(_REQUIRED)?|EXTENSIONS|SCAN_FOR_MODULES)|POSITION_INDEPENDENT_CODE|VERBOSE_MAKEFILE|INTERPROCEDURAL_OPTIMIZATION|UNITY_BUILD|COMPILE_WARNING_AS_ERROR|COLOR_(MAKEFILE|DIAGNOSTICS)|CONFIGURATION_TYPES|CROSS_CONFIGS|ENABLE_EXPORTS|DEBUG_POSTFIX|FIND_DEBUG_MODE|SUPPRESS_DEVELOPER_WARNINGS|WARN_DEPRECATED|(C|CXX)_VISIBILITY_PRESET|VISIBILITY_INLINES_HIDDEN)(:\w+)?=[\w.;]*$/;
const FLAGS =
  /^CMAKE_(C|CXX)_FLAGS(_\w+)?(:STRING)?=(-(O[0-3sg]?|g\d?|W[a-z][a-z=0-9-]*|std=[\w+]+|fsanitize=[a-z,]+|fno-[a-z-]+|fPIC|pthread|D\w+(=\w+)?)( +|$))*$/;
function checkDefined(call: ReadCall): void {
  for (const { text, known } of call.options.get("-D") ?? []) {
    const harmless = /^CMAKE_/i.test(text) ? OF_CMAKE.test(text) || FLAGS.test(text) : DEFINED.test(text);
    if (!known || !harmless) find(call, "opaque", `the setting ${text.slice(0, 60)} may name a program`);
  }
}
/** Options of a project, and those of Meson that are switches. */
function checkMeson(call: ReadCall): void {
  for (const { text, known } of call.options.get("-D") ?? [])
    if (
      !known ||
      !/^[\w.:-]+=[\w.+-]*$/.test(text) ||
      /^[^=]*(args|prefix|dir|path|bin|tool|cmd|command|script|url)/i.test(text)
    )
      find(call, "opaque", `the setting ${text.slice(0, 60)} may name a program`);
}
/** What stands behind `--` of a build goes to the tool that builds. */
/** The tools behind `-t` that only tell. */
function checkNinja(call: ReadCall): void {
  checkTargets(call);
  if (
    call.options
      .get("-t")
      ?.every(({ text }) => /^(targets|query|commands|deps|graph|list|rules|inputs|compdb|missingdeps)$/.test(text)) ===
    false
  )
    find(call, "opaque", "a tool that may do more than tell");
}
function checkCmake(call: ReadCall): void {
  checkDefined(call);
  const targets = ["--target", "-t"].flatMap((name) => call.options.get(name) ?? []);
  const own = call.options.has("--build") ? call.operands.filter(({ text }) => !/^-([ksv]|j\d*|\d+)$/.test(text)) : [];
  checkTargets({ ...call, operands: [...targets, ...own] });
  const told = own.find(({ text }) => text.startsWith("-"));
  if (told !== undefined) find(call, "opaque", `what the build tool does with ${told.text.slice(0, 60)} is not known`);
}
const make: Rule = {
  options:
    "-j? -k -s -n -B -i -r -R -C=folder -f=script --directory=folder --file=script --silent --quiet --keep-going --dry-run --just-print --always-make --jobs? --no-print-directory -w --version! -v! --help! -l? -O? --output-sync? --trace -q --load-average? --question --debug? -d --warn-undefined-variables --no-builtin-rules --touch=none -p --print-data-base --no-silent -S --stop --ignore-errors -W=none --shuffle?",
  operands: ["text"],
  changes: true,
  runs: true,
  // what stands behind a `+` is run by a dry run too
  check: (call) => checkTargets(call, false),
};

export const COMPILED: Programs = {
  cargo: {
    ...cargo,
    subcommands: { ...CARGO_SUBCOMMANDS, ...each("+stable +beta +nightly", cargo), help: { operands: ["plain"] } },
  },
  rustc: {
    options:
      "--version! -V! --verbose! --edition= --crate-type= --crate-name= --test -O -g -o=made --print=name --explain= -vV! -L=folder -A= -W= -D= --cap-lints= --emit=name --out-dir=write --cfg= -v",
    operands: ["inside"],
    changes: true,
  },
  rustfmt: {
    options: "--check --edition= -l -q -v --version! --emit= --config-path=script",
    operands: ["write"],
    changes: true,
  },
  rustdoc: runs(
    "--test --edition= -o=write --document-private-items --crate-name=name -L=folder --cfg= --html-in-header=inside --no-run",
    ["inside"],
  ),
  ...each("trunk", {
    subcommands: {
      build: runs("--release --dist=write -d=write --public-url= --config=inside --features= --offline", ["inside"]),
      clean: runs(""),
    },
  }),
  "wasm-pack": {
    subcommands: {
      ...each(
        "build test",
        runs(
          "--target= -t= --dev --release --profiling --out-dir=write -d=write --out-name=name --scope=name --node --headless --chrome --firefox --safari --mode=name --no-typescript --no-pack --features=",
          ["inside"],
        ),
      ),
    },
  },
  ...each("cross", cargo),
  rustup: {
    subcommands: {
      show: { operands: ["plain"] },
      toolchain: { subcommands: { list: { options: "-v" } }, others: ANY_INSTALL },
      target: { subcommands: { list: { options: "--installed" } } },
      component: { subcommands: { list: { options: "--installed" } } },
    },
    others: ANY_INSTALL,
  },
  mvn: maven,
  mvnw: maven,
  gradle,
  gradlew: gradle,
  javac: {
    whole: true,
    options: "-d=write -cp=text -classpath=text --release= -source= -target= -Xlint* -version! --version! -g -nowarn",
    operands: ["inside"],
    changes: true,
    check: checkClasses,
  },
  "java plain": {
    whole: true,
    options: "-version! --version! -ea -cp=text -classpath=text -Xmx* -Xms* -XX:+* -jar=script",
    operands: ["plain", "text"],
    stops: true,
    changes: true,
    runs: true,
    check: (call) => {
      checkClasses(call);
      checkWords(call, call.options.has("-jar") ? call.operands : call.operands.slice(1));
    },
  },
  make,
  gmake: make,
  ninja: { ...runs("-C=folder -j= -v -n -k= -t=name --version! --quiet -d=name -w= -l="), check: checkNinja },
  cmake: {
    options:
      "-S=folder -B=write -G= -DCMAKE_BUILD_TYPE= --build=folder -j= --config= --target= --version! --parallel? -v --preset= -DBUILD_TESTING=name -DBUILD_SHARED_LIBS=name -DBUILD_TESTS=name -DENABLE_TESTS=name -DENABLE_TESTING=name -DBUILD_EXAMPLES=name -DCMAKE_EXPORT_COMPILE_COMMANDS=name -D= -L -LA -LAH -LH -N -A=name -T=name --fresh --log-level=name --warn-uninitialized -t= --verbose --clean-first --list-presets -Wno-dev",
    operands: ["folder"],
    changes: true,
    runs: true,
    check: checkCmake,
  },
  ctest: runs(
    "--test-dir=folder --output-on-failure -j= -R=name -E= -V -VV -C= --rerun-failed -N -L= --timeout= --preset=",
  ),
  meson: {
    subcommands: {
      test: runs("-C=folder -v --verbose --print-errorlogs --suite="),
      compile: runs("-C=folder -v -j="),
      setup: {
        ...runs(
          "--buildtype= --reconfigure --wipe -D=plain --backend=name --werror --warnlevel= --default-library=name --optimization= --debug --strip --unity=name -Db_sanitize= -Db_coverage=",
          ["write", "folder"],
        ),
        check: checkMeson,
      },
      configure: { ...runs("-D= --no-pager --clearcache", ["folder"]), check: checkMeson },
      introspect: runs(
        "--targets --tests --benchmarks --buildoptions --dependencies --installed --projectinfo --ast --all -a --indented -i",
        ["folder"],
      ),
      format: runs("-q -i -c=inside -r", ["write"]),
    },
  },
  just: {
    ...runs(
      "--list! -l! --summary! --evaluate! --dump! --dry-run -n --show= -s= -q --quiet --unsorted --timestamp --variables!",
    ),
    check: checkTargets,
  },
  task: { ...runs("--list! -l! --list-all! -a!"), check: checkTargets },
  ...each("gcc g++ cc c++ clang clang++", {
    options:
      "-c -E -S -O -O0 -O1 -O2 -O3 -Os -g -Wall -Wextra -Werror -Wpedantic -pedantic -std= -o=made -I=folder -L=folder -l= -D= -U= -fPIC -shared -pthread -static -fsyntax-only -v --version! -dumpversion! -march= -mtune= -M -MM -MD --analyze -MMD -MP -fsanitize= -Wall -Wconversion -Wshadow -Wno-* -Wunused* -Wformat* -Wimplicit* -Wstrict* -Wmissing* -Wc++* -Wdouble-promotion -Wnull-dereference -Wold-style-cast -Wuseless-cast -Weverything -fno-omit-frame-pointer -fno-exceptions -fno-rtti -fdiagnostics-color? -fcoverage-mapping -fprofile-instr-generate -fprofile-arcs -ftest-coverage --coverage -ffast-math -fopenmp -fvisibility= -flto -fstack-protector-strong -fPIE -pie -fno-strict-aliasing -fwrapv -ffunction-sections -fdata-sections -fno-common -finput-charset= -fmax-errors= -ferror-limit= -fstack-usage -fstrict-aliasing -fno-inline -fmodules-ts -fconcepts -stdlib= -Og -Ofast -g3 -ggdb -ggdb3 -gdwarf-4 -gdwarf-5 -m32 -m64 -msse4.2 -mavx2 -rdynamic -nostdlib -s -r -ansi -w -Werror=* -isystem=folder -iquote=folder -include=inside -H -P -C -dM -x=name -idirafter=folder -static-libgcc -static-libstdc++ -fanalyzer -Wpadded -lm -lpthread -ldl -lrt",
    operands: ["inside"],
    changes: true,
  }),
  "clang-format": {
    options:
      "-i -n --dry-run --Werror -Werror --style= -style= --version! --verbose --files=inside --assume-filename= --sort-includes --fallback-style=name --dump-config --ferror-limit= --length= --lines= --offset= --fail-on-incomplete-format",
    operands: ["write"],
    changes: true,
    check: checkStyle,
  },
  "clang-tidy": {
    ...runs(
      "-p=folder -p? --quiet -quiet -checks= --checks= --fix -fix --fix-errors --fix-notes --format-style=name --header-filter= -header-filter= --list-checks --warnings-as-errors= -warnings-as-errors= --use-color --system-headers --config-file=inside --extra-arg=none --dump-config",
      ["text"],
    ),
    whole: true,
    check: checkTidied,
  },
  shellcheck: {
    options:
      "-W= -i= --include= --exclude= --severity= --shell= --format=name --norc --external-sources --check-sourced --color? --enable= -s= -e= -f=name -S= --version! -a -o=",
    operands: ["read"],
  },
  shfmt: { options: "-d -w -i= -l -ci -bn -s --version!", operands: ["write"], changes: true },
  hadolint: {
    options:
      "--ignore= -c=script --config=script -t=name --failure-threshold=name --no-fail --no-color --format=name --strict-labels --disable-ignore-pragma --error= --warning= --info= --style= --trusted-registry= -V --verbose --version! -f=name",
    operands: ["read"],
  },
  yamllint: { options: "-d= -c=script -f=name -s --strict", operands: ["read"] },
  actionlint: {
    options:
      "-color -no-color -oneline -verbose -ignore= -config-file=script -shellcheck=off -pyflakes=off -version! -format=none",
    operands: ["read"],
  },
  protoc: {
    options:
      "--version! -I=folder --proto_path=folder --go_out=write --python_out=write --js_out=write --descriptor_set_out=write --cpp_out=write --java_out=write --kotlin_out=write --ruby_out=write --php_out=write --csharp_out=write --objc_out=write --pyi_out=write --rust_out=write --ts_out=write --ts_proto_out=write --es_out=write --dart_out=write --swift_out=write --grpc_out=write --go-grpc_out=write --grpc-go_out=write --grpc_python_out=write --grpc-gateway_out=write --openapiv2_out=write --validate_out=write --doc_out=write --connect-go_out=write --connect-es_out=write --go_opt=plain --go-grpc_opt=plain --ts_proto_opt=plain --es_opt=plain --doc_opt=none --grpc-gateway_opt=plain --openapiv2_opt=plain --python_opt=plain --java_opt=plain --include_imports --include_source_info --experimental_allow_proto3_optional --fatal_warnings --error_format=name --deterministic_output -o=write",
    operands: ["read"],
    changes: true,
    check: checkGenerated,
  },
};
/** `--go_out=plugins=grpc:gen`: settings, and where to. */
function checkGenerated(call: ReadCall): void {
  for (const [name, values] of call.options)
    if (name.endsWith("_out"))
      for (const field of values) checkWrite(call, { ...field, text: field.text.replace(/^.*:/, "") });
}
