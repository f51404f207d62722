import { isHarmlessSetting } from "../commands/environment.ts";
import { find, type ReadCall } from "../commands/scene.ts";
import type { Programs, Rule } from "./rule.ts";
import { ANY_INSTALL, ANY_PUBLISH, each, INSTALL } from "./traits.ts";

const runs = (options: string, operands: Rule["operands"] = ["plain"]): Rule => ({
  options,
  operands,
  changes: true,
  runs: true,
});

const GO =
  "-v -x -n -a -race -msan -cover -covermode= -coverprofile=write -coverpkg= -p= -tags= -mod= -trimpath -o=write -C=folder -json -count= -run= -bench= -benchmem -benchtime= -short -timeout= -failfast -parallel= -cpu= -vet= -list= -shuffle= -skip= -fuzz= -fuzztime= -args -work -buildvcs= -modcacherw -c -ldflags=";
const go: Rule = {
  options: "-C=folder",
  subcommands: {
    ...each("test build vet", { ...runs(GO, ["plain"]), whole: true, check: checkLinked }),
    run: {
      whole: true,
      options: GO,
      operands: ["text"],
      stops: true,
      needs: 1,
      changes: true,
      runs: true,
      check: checkGoRun,
    },
    fmt: runs("-n -x", ["plain"]),
    list: { options: "-m -json -f= -deps -test -e -u=none -mod= -find", operands: ["plain"] },
    doc: { options: "-all -short -src -u -c", operands: ["plain"] },
    env: { options: "-json", operands: ["plain"] },
    version: { options: "-m" },
    clean: { options: "-testcache -cache -i -n -x", operands: ["plain"], changes: true },
    mod: {
      subcommands: {
        graph: {},
        why: { options: "-m", operands: ["plain"] },
        verify: {},
        edit: { options: "-json -print -fmt" },
        ...each("tidy download", INSTALL),
      },
      others: ANY_INSTALL,
    },
    tool: {
      subcommands: {
        cover: { options: "-func=read -html=read -o=write" },
        nm: { operands: ["read"] },
        objdump: { operands: ["read"] },
      },
    },
    help: { operands: ["plain"] },
    ...each("get install", INSTALL),
    work: { subcommands: { sync: ANY_INSTALL } },
    generate: ANY_INSTALL,
  },
};
/** What the linker leaves out, and texts that it puts in; anything else may name a program. */
function checkLinked(call: ReadCall): void {
  for (const { text, known } of call.options.get("-ldflags") ?? [])
    if (!known || !/^((-s|-w|-X[ =]?['"]?[\w./-]+=[\w.:+/@-]*['"]?)( +|$))*$/.test(text))
      find(call, "opaque", "what it tells the linker may name a program");
}
/** A package of the repository; `x.org/tool@latest` would be fetched. */
function checkGoRun(call: ReadCall): void {
  checkLinked(call);
  const [target] = call.operands;
  if (target === undefined || !target.known || !/^\.(\/|$)|\.go$/.test(target.text) || target.text.includes("@"))
    find(call, "opaque", "it fetches what it runs");
  else if (/^\/|(^|\/)\.\.\//.test(target.text)) find(call, "opaque", "it runs a file outside of the workspace");
}

const CARGO =
  "-q --quiet -v -vv --verbose --release -r --all --workspace --all-targets --all-features --no-default-features --features= -F= -p= --package= --exclude= --lib --bins --bin= --tests --test= --examples --example= --benches --bench= --doc --no-run --no-fail-fast -j= --jobs= --keep-going --target=name --profile=name --offline --locked --frozen --color= --message-format= --manifest-path=script --target-dir=write --fix --allow-dirty --allow-staged --no-deps --check --depth= -e= --edges= -i= --invert= -d --duplicates --timings --future-incompat-report --document-private-items --html --text --lcov --cobertura --summary-only --output-path=write --output-dir=write --ignore-run-fail";
/** Behind `--` stand words for the tests, or lints for clippy. */
const cargoRuns = runs(CARGO, ["text"]);
const CARGO_SUBCOMMANDS: Programs = {
  ...each("test t build b check c clippy bench doc nextest llvm-cov tarpaulin machete expand", cargoRuns),
  run: cargoRuns,
  r: cargoRuns,
  fmt: runs("--all --check -p= --package= -v -q --manifest-path=script", ["plain"]),
  fix: cargoRuns,
  tree: { options: CARGO, operands: ["plain"] },
  metadata: { options: `${CARGO} --format-version=` },
  clean: { options: CARGO, changes: true },
  version: {},
  "--list": {},
  "locate-project": {},
  pkgid: { operands: ["plain"] },
  "verify-project": {},
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
function needsOffline(call: ReadCall): void {
  if (!call.options.has("--offline")) find(call, "install");
}

/** Goals and tasks that only compile and check; they fetch what is missing unless they are told not to. */
const TASKS =
  /^:?([\w.-]+:)*(check|build|compile|testClasses|classes|verify|clean|jar|tasks|dependencies|projects|properties|help|ktlint(Check|Format)|detekt|spotless(Check|Apply)|(spotbugs|checkstyle|pmd)(Main|Test)|jacocoTestReport|javadoc|integrationTest|(boot|shadow|sources|javadoc|test)Jar|(assemble|compile|lint|test|check)([A-Z]\w*)?)$/;
/** A goal of Maven with a prefix is a plugin's, which may be anybody's; `install` copies to the folder of packages at home. */
const GOALS =
  /^(validate|compile|test-compile|test|package|verify|integration-test|install|clean|help|(dependency:(tree|analyze|list)|checkstyle:check|spotless:(check|apply)|spotbugs:check|surefire:test|failsafe:(integration-test|verify)|compiler:(compile|testCompile)|help:effective-(pom|settings)|jacoco:report|javadoc:javadoc))$/;
const checkGoals = (goals: RegExp) => (call: ReadCall) => {
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
  "-o --offline -q --quiet -B --batch-mode -e -X -U=none -T= -pl= --projects= -am -amd -fae -ff -fn -ntp --no-transfer-progress -Dtest= -DskipTests? -Dmaven.test.skip? -DfailIfNoTests= -Dsurefire.failIfNoSpecifiedTests= -Dmaven.test.failure.ignore= -Dstyle.color= -DskipITs? -Dit.test= -f=script --file=script -P=",
);
const gradle = jvm(
  TASKS,
  "--offline -q --quiet -i --info -s --stacktrace --no-daemon --daemon --console= --tests= -x= --exclude-task= --continue --rerun-tasks --parallel --no-parallel --build-cache --no-build-cache --warning-mode= --scan=none --configuration-cache --no-configuration-cache -p=folder --max-workers= --dry-run -m --full-stacktrace --all --configuration=",
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
function checkTargets(call: ReadCall): void {
  for (const { text, known } of call.operands) {
    const [name = "", value] = text.split("=");
    const setting = value !== undefined && isHarmlessSetting(name, value);
    if (!known || (value !== undefined && !setting)) find(call, "opaque", `\`${text}\` may change what its rules run`);
    else if (TARGETS_ASKED.test(text))
      find(call, "publish", `the target ${text} may bring something out or change the machine`);
  }
}
/** What stands behind `--` of a build goes to the tool that builds. */
function checkCmake(call: ReadCall): void {
  const targets = call.options.get("--target") ?? [];
  const own = call.options.has("--build") ? call.operands.filter(({ text }) => !/^-([ksv]|j\d*|\d+)$/.test(text)) : [];
  checkTargets({ ...call, operands: [...targets, ...own] });
}
const make: Rule = {
  options:
    "-j? -k -s -n -B -i -r -R -C=folder -f=script --directory=folder --file=script --silent --quiet --keep-going --dry-run --just-print --always-make --jobs? --no-print-directory -w --version! -v! --help! -l= -O? --output-sync? --trace -q",
  operands: ["plain"],
  changes: true,
  runs: true,
  check: checkTargets,
};

export const COMPILED: Programs = {
  go,
  gofmt: { options: "-l -d -s -e -w -r=", operands: ["write"], changes: true },
  gofumpt: { options: "-l -d -w -e -extra", operands: ["write"], changes: true },
  ...each("golint revive errcheck ineffassign", runs("-set_exit_status -blank -asserts")),
  goimports: { options: "-l -d -w -e -local=", operands: ["write"], changes: true },
  staticcheck: runs("-checks= -f=name -tests= -go="),
  "golangci-lint": {
    options: "--version!",
    subcommands: {
      run: runs("--fix --timeout= -c=script --config=script --fast -v -E= -D= --new-from-rev= --out-format= -j="),
      version: {},
      linters: {},
    },
  },
  gotestsum: runs("--format=name --junitfile=write --no-color", ["text"]),
  cargo: {
    ...cargo,
    subcommands: { ...CARGO_SUBCOMMANDS, ...each("+stable +beta +nightly", cargo), help: { operands: ["plain"] } },
  },
  rustc: {
    options: "--version! -V! --edition= --crate-type= --test -O -g -o=write --print=name --explain= -vV!",
    operands: ["inside"],
    changes: true,
  },
  rustfmt: {
    options: "--check --edition= -l -q -v --version! --emit= --config-path=script",
    operands: ["write"],
    changes: true,
  },
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
    check: checkClasses,
  },
  make,
  gmake: make,
  ninja: { ...runs("-C=folder -j= -v -n -k= -t=none --version! --quiet"), check: checkTargets },
  cmake: {
    options:
      "-S=folder -B=write -G= -DCMAKE_BUILD_TYPE= --build=folder -j= --config= --target= --version! --parallel? -v --preset= -DBUILD_TESTING=name -DBUILD_SHARED_LIBS=name -DBUILD_TESTS=name -DENABLE_TESTS=name -DENABLE_TESTING=name -DBUILD_EXAMPLES=name -DCMAKE_EXPORT_COMPILE_COMMANDS=name --clean-first --list-presets -Wno-dev",
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
      setup: runs("--buildtype=", ["write"]),
    },
  },
  just: { ...runs("--list! -l! --summary! --dry-run -n --show="), check: checkTargets },
  task: { ...runs("--list! -l! --list-all! -a!"), check: checkTargets },
  ...each("gcc g++ cc c++ clang clang++", {
    options:
      "-c -E -S -O -O0 -O1 -O2 -O3 -Os -g -Wall -Wextra -Werror -Wpedantic -pedantic -std= -o=write -I=folder -L=folder -l= -D= -U= -fPIC -shared -pthread -static -fsyntax-only -v --version! -dumpversion! -march= -M -MM --analyze -MMD -MP -fsanitize=",
    operands: ["inside"],
    changes: true,
  }),
  "clang-format": {
    options: "-i -n --dry-run --Werror -Werror --style= -style= --version!",
    operands: ["write"],
    changes: true,
  },
  "clang-tidy": runs("-p=folder --quiet -checks= --checks= --fix", ["read"]),
  shellcheck: { options: "-x -s= -e= -f=name -S= --version! -a -o=", operands: ["read"] },
  shfmt: { options: "-d -w -i= -l -ci -bn -s --version!", operands: ["write"], changes: true },
  hadolint: { options: "--ignore= -f=name", operands: ["read"] },
  yamllint: { options: "-d= -c=script -f=name -s --strict", operands: ["read"] },
  markdownlint: { options: "--fix -c=script", operands: ["read"], changes: true },
  actionlint: { options: "-color -no-color", operands: ["read"] },
  protoc: {
    options:
      "--version! -I=folder --proto_path=folder --go_out=write --python_out=write --js_out=write --descriptor_set_out=write",
    operands: ["read"],
    changes: true,
  },
  zig: {
    subcommands: {
      build: runs("", ["plain"]),
      test: runs("", ["read"]),
      fmt: { options: "--check", operands: ["write"], changes: true },
      version: {},
    },
  },
  swift: { subcommands: { build: runs("-c= -v"), test: runs("--filter= --parallel -v") }, options: "--version!" },
};
