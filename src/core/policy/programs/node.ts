import { checkRead } from "../paths.ts";
import { find, literal, type ReadCall } from "../scene.ts";
import { checkScript } from "../texts.ts";
import type { Programs, Rule } from "./rule.ts";
import { ANY_INSTALL, ANY_NETWORK, ANY_PUBLISH, each } from "./traits.ts";

/** Test runners, compilers, linters and formatters: they run what the repository's own settings say. */
const COMMON =
  "--version! -v! --help! -h! --silent --quiet --verbose --color? --colors --no-color --watch=none --cache --no-cache --debug=none";
const TSC =
  "-p=script --project=script -b --build --noEmit --emitDeclarationOnly --declaration -d --strict --pretty? --skipLibCheck --listFiles --listFilesOnly --showConfig --incremental --target= -t= --module= -m= --moduleResolution= --esModuleInterop --allowJs --checkJs --jsx= --lib= --outDir=write --declarationDir=write --rootDir=read --sourceMap --resolveJsonModule --noEmitOnError --traceResolution --diagnostics --extendedDiagnostics --explainFiles --version! -v! --help! -h! --all! --force --clean --dry --verbose --noErrorTruncation --isolatedModules --noUnusedLocals --noUnusedParameters --allowImportingTsExtensions";
const VITEST =
  "--run -r=folder --root=folder -t= --testNamePattern= -c=script --config=script --dir=folder --reporter=name --coverage? --coverage.enabled? --coverage.reporter= --bail= --project= --retry= --no-file-parallelism --fileParallelism? --pool=name --poolOptions.threads.singleThread --maxWorkers= --minWorkers= --testTimeout= --hookTimeout= --passWithNoTests --silent? --update -u --changed? --shard= --typecheck --ui=none --environment=name --globals --isolate? --no-isolate --threads? --disable-console-intercept --logHeapUsage --allowOnly --dangerouslyIgnoreUnhandledErrors --outputFile=write --mode= --watch=none --no-watch --no-color";
const JEST =
  "-t= --testNamePattern= --testPathPattern= --testPathPatterns= -i --runInBand --ci --coverage? --bail? --verbose --silent --no-coverage --passWithNoTests --findRelatedTests --onlyChanged -o --listTests --maxWorkers= -w= --detectOpenHandles --forceExit --no-cache --clearCache -u --updateSnapshot --config=script -c=script --selectProjects --env=name --testTimeout= --runTestsByPath --json --outputFile=write --showConfig --colors --watchAll=none --shard= --randomize --seed= --errorOnDeprecated --logHeapUsage";
const ESLINT =
  "--ext= --fix --fix-dry-run --quiet --max-warnings= --cache --cache-location=write --no-cache -c=script --config=script --ignore-path=script --ignore-pattern= --no-ignore --report-unused-disable-directives --no-error-on-unmatched-pattern --color --no-color --debug -f=name --format=name --rule= -o=write --output-file=write --no-eslintrc --env=name --global= --print-config=read --fix-type= --version! -v! --help! --no-inline-config --stdin --stdin-filename= --env-info!";
const PRETTIER =
  "--check -c --write -w --list-different -l --config=script --ignore-path=script --log-level= --loglevel=name --no-config --ignore-unknown -u --parser=name --single-quote --tab-width= --print-width= --trailing-comma= --no-semi --stdin-filepath= --cache --no-error-on-unmatched-pattern --find-config-path= --file-info= --version! --prose-wrap= --end-of-line= --use-tabs --support-info!";

const runs = (options: string, operands: Rule["operands"] = ["read"]): Rule => ({
  options: `${options} ${COMMON}`,
  operands,
  changes: true,
  runs: true,
});
/** Programs that come with a repository's packages. */
const TOOLS: Programs = {
  tsc: runs(TSC),
  "vue-tsc": runs(TSC),
  vitest: {
    ...runs(VITEST, ["plain"]),
    others: runs(VITEST, ["plain"]),
    subcommands: {
      run: runs(VITEST, ["plain"]),
      related: runs(VITEST),
      list: runs(VITEST, ["plain"]),
      typecheck: runs(VITEST, ["plain"]),
    },
  },
  jest: runs(JEST, ["text"]),
  mocha: runs(
    "-g= --grep= -b --bail -R=name --reporter=name -t= --timeout= --recursive --exit --forbid-only --parallel -j= --jobs= --retries= --spec=script --config=script -u= --ui=name --dry-run --check-leaks -s= --slow= --sort --full-trace --extension=",
  ),
  ava: runs("-m= --match= --fail-fast -s --serial -t --tap -c= --timeout= -u"),
  tap: runs("-R=name --timeout= -j= --bail"),
  c8: {
    options:
      "--reporter=name -r= --check-coverage --lines= --branches= --functions= --statements= --all --include= --exclude=",
    operands: ["command"],
    stops: true,
    changes: true,
  },
  nyc: {
    options:
      "--reporter=name -r= --check-coverage --lines= --branches= --functions= --statements= --all --include= --exclude= --silent",
    operands: ["command"],
    stops: true,
    changes: true,
  },
  eslint: runs(ESLINT),
  prettier: runs(PRETTIER),
  biome: {
    options: COMMON,
    subcommands: Object.fromEntries(
      ["check", "lint", "format", "ci"].map((name) => [
        name,
        runs(
          "--write --fix --apply --unsafe --staged --changed --config-path=script --max-diagnostics= --diagnostic-level= --reporter=name --error-on-warnings --no-errors-on-unmatched --files-ignore-unknown=",
        ),
      ]),
    ),
  },
  oxlint: runs(
    "--fix --deny-warnings --type-aware -c=script --config=script -D= -A= -W= --tsconfig=script --format=name --max-warnings=",
  ),
  oxfmt: runs("--check --write -c=script --config=script"),
  stylelint: runs("--fix --config=script --ignore-path=script -f=name --max-warnings= --allow-empty-input"),
  knip: runs(
    "--production --strict --include= --exclude= --reporter=name --no-exit-code --dependencies --exports --files --tsconfig=script",
  ),
  depcruise: runs("--config?"),
  madge: runs("--circular --extensions= --ts-config=script --warning --json --summary --orphans --leaves"),
  tsx: {
    options: "--test --no-cache --tsconfig=script --version! -v! --help!",
    operands: ["script", "text"],
    stops: true,
    needs: 1,
    changes: true,
  },
  "ts-node": {
    options: "--esm --transpile-only -T --files --project=script -P=script --version! --help!",
    operands: ["script", "text"],
    stops: true,
    needs: 1,
    changes: true,
  },
  esbuild: runs(
    "--bundle --minify --sourcemap? --outfile=write --outdir=write --platform= --target= --format=name --external= --define= --log-level= --tsconfig=script",
  ),
  tsup: runs("--format=name --dts --clean --minify --sourcemap --out-dir=write -d=write --target="),
  rollup: runs("-c? --config? -i=read -o=write -f=name --format=name --sourcemap --environment=name"),
  webpack: runs(
    "--mode= --config=script -c=script --env=name --progress --json --stats= --devtool= -o=write --entry=read",
  ),
  vite: {
    options: COMMON,
    subcommands: {
      build: runs("--mode= --outDir=write --sourcemap --minify? --emptyOutDir --config=script -l= --logLevel= --base="),
      optimize: runs("--force"),
    },
  },
  next: {
    options: COMMON,
    subcommands: {
      build: runs("--no-lint --debug --profile", ["folder"]),
      lint: runs("--dir= --fix --quiet --strict --max-warnings=", ["folder"]),
      info: {},
    },
  },
  svelte: runs(""),
  "svelte-check": runs("--tsconfig=script --threshold= --output= --fail-on-warnings --workspace=folder"),
  astro: { options: COMMON, subcommands: { check: runs(""), build: runs("") } },
  nx: {
    options: COMMON,
    subcommands: Object.fromEntries(
      ["test", "build", "lint"].map((name) => [name, runs("--skip-nx-cache", ["plain"])]),
    ),
  },
  turbo: {
    options: COMMON,
    subcommands: Object.fromEntries(
      ["test", "build", "lint", "typecheck", "check"].map((name) => [
        name,
        runs("--filter= --force --no-cache --output-logs=", ["plain"]),
      ]),
    ),
  },
  rimraf: {
    options: "-g",
    operands: ["text"],
    changes: true,
    check: (call) => call.run([literal("rm"), literal("-rf"), ...call.operands]),
  },
  commitlint: runs("--from= --to= -e?"),
  typedoc: runs("--out=write --entryPoints=read"),
  publint: runs(""),
  attw: runs("--pack"),
};

/** Scripts of package.json whose name says that they bring something out. */
const LEAVES = /publish|deploy|release|push|upload|prod|ship|submit|promote|login|migrate:prod/i;
function checkScriptName(call: ReadCall): void {
  const name = call.operands[0];
  if (name === undefined) return;
  if (!name.known || name.glob || !/^[\w:.@/-]+$/.test(name.text))
    find(call, "opaque", "which script it runs is not known");
  else if (LEAVES.test(name.text)) find(call, "publish", `the script ${name.text} may bring something out`);
}
const MANAGER =
  "-s --silent -q --quiet --if-present -w= --workspace= -ws --workspaces -C=folder --prefix=folder --dir=folder --cwd=folder -F= --filter= -r --recursive --offline --prefer-offline --no-audit --no-fund --loglevel=name --no-color --color? --parallel --stream --no-bail --bail --ignore-scripts --json --include-workspace-root --aggregate-output --reporter=name --verbose";
/** `npm run x -- whatever` hands its words to a script of the repository. */
const runScript: Rule = {
  options: MANAGER,
  operands: ["plain", "text"],
  changes: true,
  runs: true,
  check: checkScriptName,
};
const test: Rule = {
  options: `${MANAGER} --coverage --watch=none --bail --runInBand -t= --run --ci`,
  operands: ["text"],
  changes: true,
  runs: true,
};
const install: Rule = {
  options: `${MANAGER} -D -E -O -P --save-dev --save-exact --save --dev --no-save --save-optional --save-peer --ignore-scripts --no-optional --frozen-lockfile --immutable --legacy-peer-deps --force -f --production --omit= --include= --no-package-lock --package-lock-only --no-lockfile --lockfile-only --exact --prod -g --global --save-prefix= --yes -y --audit? --latest -L`,
  operands: ["package"],
  changes: true,
  trait: "install",
};
const look = (options: string): Rule => ({ options: `${MANAGER} ${options}`, operands: ["plain"] });

const SHARED: Programs = {
  ...each("test t tst", test),
  ...each("run run-script", runScript),
  ...each("start stop restart", { options: MANAGER, operands: ["text"], changes: true, runs: true }),
  ...each("ls list ll la why explain", look("-a --all --depth= --long --parseable --omit= --dev --prod -g --global")),
  ...each("install i in ci add update upgrade up clean-install install-test it", install),
  ...each(
    "dlx create init exec x audit outdated login logout global link unlink rebuild dedupe prune fund import patch-commit approve-builds set deploy store cache",
    ANY_INSTALL,
  ),
  ...each("view v info show search ping whoami star docs repo bugs doctor", ANY_NETWORK),
  ...each(
    "publish unpublish deprecate dist-tag owner access team token adduser profile hook org stage trust",
    ANY_PUBLISH,
  ),
  ...each("remove rm un uninstall", { ...install, operands: ["package"] }),
  pack: look("--dry-run --pack-destination=write"),
  help: look("-a"),
  root: look("-g"),
  prefix: look("-g"),
  bin: look("-g"),
  version: { options: MANAGER, operands: ["none"] },
  pkg: {
    options: MANAGER,
    subcommands: {
      get: { operands: ["plain"] },
      set: { operands: ["text"], changes: true, check: ({ report }) => report.written.push("/workspace/package.json") },
      delete: { operands: ["plain"], changes: true },
    },
  },
  config: { options: MANAGER, subcommands: { get: { operands: ["plain"], check: checkConfigName } } },
};
function checkConfigName(call: ReadCall): void {
  if (call.operands.length === 0 || call.operands.some(({ text }) => /_|token|auth|pass|key|secret/i.test(text)))
    find(call, "secret", "settings may hold tokens");
}
/** `yarn build` is `yarn run build`; only names that are no command of the manager's own and say what they do. */
const scriptNames =
  /^(test|build|lint|format|fmt|check|typecheck|type-check|types|compile|dev|start|coverage|ci|unit|e2e|verify|validate|tsc)([:.-][\w:.-]+)?$/;
function checkShortScript(call: ReadCall): void {
  const name = call.name.slice(call.name.lastIndexOf(" ") + 1);
  if (Object.hasOwn(TOOLS, name)) call.run([literal(name), ...call.operands]);
  else if (!scriptNames.test(name) || LEAVES.test(name)) find(call, "opaque", `${name} is not among the known scripts`);
}
const shortScript: Rule = { operands: ["text"], stops: true, changes: true, runs: true, check: checkShortScript };
/** Runs a program of `node_modules`; where none is there it would be fetched, which a sandbox without network cannot. */
const execTool: Rule = {
  options: "--no --no-install --offline",
  operands: ["text"],
  stops: true,
  needs: 1,
  changes: true,
  check: checkTool,
};
function checkTool(call: ReadCall): void {
  const [name] = call.operands;
  if (name === undefined) return;
  if (!name.known || !Object.hasOwn(TOOLS, name.text)) {
    find(call, "install");
    find(call, "opaque", "what it fetches may be anything");
  } else call.run(call.operands);
}
const manager = (own: Programs): Rule => ({
  options: `${MANAGER} --version! -v! --help! -h!`,
  subcommands: { ...SHARED, ...own },
  needs: 1,
});

/** `yarn workspace NAME command`. */
const workspaceScript: Rule = {
  operands: ["plain", "text"],
  stops: true,
  needs: 2,
  check: (call) => call.run([literal("yarn"), ...call.operands.slice(1)]),
};
/** `node --test` takes files and patterns; else the first operand is the program and all others are its own. */
function checkNode(call: ReadCall): void {
  const [script] = call.operands;
  if (call.options.has("--test")) for (const file of call.operands) checkRead(call, file);
  else if (script === undefined) find(call, "opaque", "it runs what is piped into it");
  else checkScript(call, script);
}

export const NODE: Programs = {
  ...TOOLS,
  node: {
    options:
      "--test --test-only --test-name-pattern= --test-skip-pattern= --test-reporter=name --test-concurrency= --test-timeout= --test-force-exit --test-shard= --experimental-test-coverage --test-coverage-include= --test-coverage-exclude= --experimental-test-module-mocks --experimental-strip-types --experimental-transform-types --experimental-vm-modules --no-experimental-strip-types --no-warnings --trace-warnings --trace-uncaught --trace-deprecation --no-deprecation --throw-deprecation --enable-source-maps --stack-trace-limit= --max-old-space-size= --unhandled-rejections= --expose-gc --harmony --check -c --watch=none --version! -v! --help! -h! --v8-options! --conditions= -C= --input-type= --preserve-symlinks --pending-deprecation --frozen-intrinsics --permission --report-uncaught-exception",
    operands: ["text"],
    stops: true,
    changes: true,
    runs: true,
    check: checkNode,
  },
  npm: manager({}),
  pnpm: { ...manager({ exec: execTool }), others: shortScript },
  yarn: { ...manager({ exec: execTool, workspace: workspaceScript }), others: shortScript },
  bun: { ...manager({ pm: ANY_NETWORK }), others: shortScript },
  npx: execTool,
  bunx: execTool,
  pnpx: ANY_INSTALL,
  deno: {
    options: COMMON,
    subcommands: {
      test: { operands: ["read"], changes: true, options: "-q --no-check --parallel --filter= --fail-fast" },
      lint: { operands: ["read"] },
      fmt: { options: "--check", operands: ["write"], changes: true },
      check: { operands: ["read"] },
    },
    others: ANY_INSTALL,
  },
  lerna: ANY_PUBLISH,
};
