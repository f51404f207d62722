import { checkWords } from "../commands/texts.ts";
import { find, literal, type ReadCall } from "../commands/scene.ts";
import type { Programs, Rule } from "./rule.ts";
import { ANY_INSTALL, each, INSTALL } from "./traits.ts";
import { runs, checkTargets } from "./compiled.ts";

const GO =
  "-v -x -n -a -race -msan -cover -covermode= -coverprofile=write -coverpkg= -p= -tags= -mod= -trimpath -C=folder -json -count= -run= -bench= -benchmem -benchtime= -short -timeout= -failfast -parallel= -cpu= -vet= -list= -shuffle= -skip= -fuzz= -fuzztime= -args -work -buildvcs? -modcacherw -c -ldflags= -gcflags= -asmflags=none -asan -linkshared=none -blockprofile=write -cpuprofile=write -memprofile=write -outputdir=write -fullpath -run= -cover -coverpkg= -o=made -pgo=inside -json -i=none";
const go: Rule = {
  options: "-C=folder",
  subcommands: {
    ...each("test build vet", { ...runs(GO, ["plain"]), whole: true, greedy: true, check: checkLinked }),
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
    list: { options: "-versions=none -retracted -m -json -f= -deps -test -e -u=none -mod= -find", operands: ["plain"] },
    doc: { options: "-all -short -src -u -c -cmd", operands: ["plain"] },
    env: { options: "-json", operands: ["plain"] },
    version: { options: "-m -v", operands: ["read"] },
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
        pprof: {
          ...runs(
            "-top -text -list= -cum -flat -nodecount= -sample_index= -unit=name -tree -raw -peek= -focus= -ignore= -show= -lines -functions -seconds=none",
            ["inside"],
          ),
          whole: true,
          check: checkProfiles,
        },
        vet: runs("", ["plain"]),
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
  for (const { text, known } of call.options.get("-gcflags") ?? [])
    if (!known || !/^((all|\.\/\.\.\.|[\w/.-]+)=)?((-[mNlSBe]|-m=\d|-m -m|-l=\d)( +|$))*$/.test(text))
      find(call, "opaque", "what it tells the compiler is not known to be harmless");
  for (const { text, known } of call.options.get("-ldflags") ?? [])
    if (!known || !/^((-s|-w|-X[ =]?['"]?[\w./-]+=[\w.:+/@-]*['"]?)( +|$))*$/.test(text))
      find(call, "opaque", "what it tells the linker may name a program");
}
/** `host:80/path` is an address to it. */
function checkProfiles(call: ReadCall): void {
  if (call.operands.some(({ text }) => text.includes(":"))) find(call, "network");
}
/** A package of the repository; `x.org/tool@latest` would be fetched. */
function checkGoRun(call: ReadCall): void {
  checkLinked(call);
  const [target, ...words] = call.operands;
  checkWords(call, words);
  if (target === undefined || !target.known || !/^\.(\/|$)|\.go$/.test(target.text) || target.text.includes("@"))
    find(call, "opaque", "it fetches what it runs");
  else if (/^\/|(^|\/)\.\.\//.test(target.text)) find(call, "opaque", "it runs a file outside of the workspace");
}
/** Behind `--` stand options of `go test`. */
function checkTestWords(call: ReadCall): void {
  call.run([literal("go"), literal("test"), ...call.operands.filter(({ text }, at) => at > 0 || text !== "--")]);
}

/** Go and its tools. */
export const GO_TOOLS: Programs = {
  go,
  gofmt: { options: "-l -d -s -e -w -r=", operands: ["write"], changes: true },
  templ: {
    subcommands: {
      generate: runs("-f=inside -path=folder -v --path=folder -lazy", ["none"]),
      fmt: runs("-v -w= -fail", ["write"]),
      version: {},
    },
  },
  swag: {
    subcommands: {
      fmt: runs("-d=folder -g=inside", ["none"]),
      init: runs("-g=inside -d=folder -o=write --parseDependency=off --parseInternal", ["none"]),
    },
  },
  ent: { subcommands: { generate: runs("--feature=name --target=write", ["inside"]), describe: runs("", ["inside"]) } },
  mage: { ...runs("-l! -v -d=folder -f -t="), whole: true, check: checkTargets },
  gofumpt: { options: "-l -d -w -e -extra", operands: ["write"], changes: true },
  ...each(
    "golint revive errcheck ineffassign nilaway exhaustive bodyclose unparam dupl gosec nakedret prealloc unconvert structcheck deadcode wsl gocritic godot",
    {
      ...runs(
        "-set_exit_status -blank -asserts -config=inside -formatter=name -exclude=inside -ignoretests -quiet -fmt=name -severity=name -confidence=name -exclude-dir= -test -tests -t= -threshold= -l=name -enableAll -locale=name -verbose -abspath -ignore=",
      ),
      whole: true,
    },
  ),
  misspell: runs("-w -error -q -i= -locale=name", ["write"]),
  ...each("gocyclo gocognit", { ...runs("-over= -top= -avg -ignore= -total -test"), whole: true }),
  ginkgo: {
    ...runs(
      "-r -v -vv -p --race --cover --coverprofile=write --fail-fast --focus= --skip= --label-filter= --procs= -procs= --randomize-all --repeat= --until-it-fails=none --timeout= --tags= --trace --dry-run --keep-going --json-report=write --junit-report=write --no-color --succinct --flake-attempts= --randomize-suites --poll-progress-after= --output-interceptor-mode=name",
    ),
  },
  ...each("mockgen", {
    ...runs(
      "-source=inside -destination=write -package=name -mock_names= -build_flags=none -typed -self_package= -copyright_file=inside -exclude_interfaces= -imports=",
    ),
    whole: true,
  }),
  ...each("mockery counterfeiter moq stringer enumer minimock", {
    ...runs(
      "--config=inside --name= --dir=inside --output=write --all --keeptree --case=name -type= -out=write -o=write -pkg=name -with-resets -stub -skip-ensure -output=write -trimprefix= -linecomment -json -text -i=",
    ),
    whole: true,
  }),
  wire: { subcommands: { ...each("check gen diff show", { ...runs("-tags="), whole: true }) } },
  ...each("go-licenses", {
    subcommands: {
      ...each("check report", { ...runs("--allowed_licenses= --disallowed_types= --ignore="), whole: true }),
    },
  }),
  ...each("benchstat go-test-coverage gocov gocover-cobertura go-junit-report golines gci goda deadcode", {
    ...runs(
      "-l -d -w -m= --max-len= --base-formatter=none -set-exit-code -in=inside -out=write -iocopy -v -config=inside -test -alpha= -col=",
      ["write"],
    ),
    whole: true,
  }),
  ...each("govulncheck", { options: "-version! -h!", operands: ["text"], trait: "network", changes: true }),
  goimports: { options: "-l -d -w -e -local=", operands: ["write"], changes: true },
  staticcheck: runs("-checks= -f=name -tests= -go="),
  "golangci-lint": {
    options: "--version!",
    subcommands: {
      run: runs(
        "--fix --timeout= -c=script --config=script --fast --fast-only -v -E= -D= --enable= --disable= --enable-only= --disable-all --enable-all --default=name --new --new-from-rev=word --new-from-merge-base=word --whole-files --out-format=name --output.text.path=write -j= --concurrency= --build-tags= --modules-download-mode=name --tests? --skip-dirs= --skip-files= --exclude= --max-issues-per-linter= --max-same-issues= --color=name --print-issued-lines? --print-linter-name? --issues-exit-code= --allow-parallel-runners --allow-serial-runners --no-config --show-stats? --sort-results --presets= -p= --verbose --max-same-issues=",
      ),
      fmt: runs("-d --diff -E= --enable= -c=script", ["write"]),
      formatters: {},
      config: { subcommands: { verify: runs("-c=script"), path: {} } },
      help: { operands: ["plain"] },
      version: {},
      linters: {},
    },
  },
  gotestsum: {
    ...runs(
      "--format=name -f=name --junitfile=write --jsonfile=write --no-color --packages=word --rerun-fails? --rerun-fails-max-failures= --hide-summary= --max-fails= --format-icons=name --no-summary=name",
      ["text"],
    ),
    stops: true,
    check: checkTestWords,
  },
};
