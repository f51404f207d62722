import { find, literal, type ReadCall } from "../commands/scene.ts";
import type { Programs, Rule } from "./rule.ts";
import { WEB_TOOLS } from "./web-tools.ts";

/** Test runners, compilers, linters and formatters: they run what the repository's own settings say. */
const COMMON =
  "--version! -v! --help! -h! --silent --quiet --verbose --color? --colors --no-color --watch=off --cache --no-cache --debug=none";
const TSC =
  "--init --tsBuildInfoFile=write --outFile=write --removeComments --importHelpers --noImplicitAny --strictNullChecks --noImplicitReturns --allowSyntheticDefaultImports --declarationMap --inlineSourceMap --preserveWatchOutput --noCheck --stripInternal --types= --newLine=name --composite --disableSizeLimit --noLib --generateTrace=write --generateCpuProfile=write --erasableSyntaxOnly --exactOptionalPropertyTypes --noUncheckedIndexedAccess -p=inside --project=inside -b --build --noEmit --emitDeclarationOnly --declaration -d --strict --pretty? --skipLibCheck --listFiles --listFilesOnly --showConfig --incremental --target= -t= --module= -m= --moduleResolution= --esModuleInterop --allowJs --checkJs --jsx= --lib= --outDir=write --declarationDir=write --rootDir=read --sourceMap --resolveJsonModule --noEmitOnError --traceResolution --diagnostics --extendedDiagnostics --explainFiles --version! -v! --help! -h! --all! --force --clean --dry --verbose --noErrorTruncation --isolatedModules --noUnusedLocals --noUnusedParameters --allowImportingTsExtensions";
const VITEST =
  "--run --no-coverage --outputFile.junit=write --coverage.provider=name --coverage.include= --coverage.exclude= --coverage.reportsDirectory=emptied --hideSkippedTests --expandSnapshotDiff --sequence.shuffle? --sequence.seed= --slowTestThreshold= --exclude= --maxConcurrency= --printConsoleTrace --tagsFilter= --disableConsoleIntercept? -r=folder --root=folder -t= --testNamePattern= -c=script --config=script --dir=folder --reporter=name --coverage? --coverage.enabled? --coverage.reporter= --bail= --project= --retry= --no-file-parallelism --fileParallelism? --pool=name --poolOptions.threads.singleThread --maxWorkers= --minWorkers= --testTimeout= --hookTimeout= --passWithNoTests --silent? --update -u --changed?word --shard= --typecheck --ui=none --environment=name --globals --isolate? --no-isolate --threads? --disable-console-intercept --logHeapUsage --allowOnly --dangerouslyIgnoreUnhandledErrors --outputFile=write --mode= --watch=none --no-watch --no-color";
const JEST =
  "--reporters=name --changedSince=word --coverageDirectory=write --collectCoverageFrom= --coverageReporters=name --coverageThreshold= --testMatch= --testRegex= --testPathIgnorePatterns= --projects=inside --noStackTrace --notify=off --lastCommit --changedFilesWithAncestor --openHandlesTimeout= --expand -e --maxConcurrency= --roots=inside --rootDir=folder --workerThreads --cacheDirectory=write --injectGlobals? --watchman? --watch=off -t= --testNamePattern= --testPathPattern= --testPathPatterns= -i --runInBand --ci --coverage? --bail? --verbose --silent --no-coverage --passWithNoTests --findRelatedTests --onlyChanged -o --listTests --maxWorkers= -w= --detectOpenHandles --forceExit --no-cache --clearCache -u --updateSnapshot --config=script -c=script --selectProjects --env=name --testTimeout= --runTestsByPath --json --outputFile=write --showConfig --colors --watchAll? --shard= --randomize --seed= --errorOnDeprecated --logHeapUsage";
const ESLINT =
  "--report-unused-disable-directives-severity=name --cache-strategy=name --cache-file=write --stats --no-warn-ignored --exit-on-fatal-error --pass-on-no-patterns --concurrency= --suppress-all=off --parser-options=plain --ext= --fix --fix-dry-run --quiet --max-warnings= --cache --cache-location=write --no-cache -c=script --config=script --ignore-path=script --ignore-pattern= --no-ignore --report-unused-disable-directives --no-error-on-unmatched-pattern --color --no-color --debug -f=name --format=name --rule= -o=write --output-file=write --no-eslintrc --env=name --global= --print-config=read --fix-type= --version! -v! --help! --no-inline-config --stdin --stdin-filename=inside --env-info!";
const PRETTIER =
  "--check -c --write -w --list-different -l --config=script --ignore-path=script --log-level= --loglevel=name --no-config --ignore-unknown -u --parser=name --single-quote --tab-width= --print-width= --trailing-comma= --no-semi --stdin-filepath=inside --cache --no-error-on-unmatched-pattern --find-config-path=inside --file-info=inside --version! --prose-wrap= --end-of-line= --use-tabs --support-info!";

const runs = (options: string, operands: Rule["operands"] = ["inside"]): Rule => ({
  options: `${options} ${COMMON}`,
  operands,
  changes: true,
  runs: true,
});
const each = (names: string, options: string): Rule => ({
  options: COMMON,
  subcommands: Object.fromEntries(names.split(" ").map((name) => [name, runs(options)])),
});
/** What was measured before is told anew; else it is a command that is measured. */
function checkMeasured(call: ReadCall): void {
  const [first, ...words] = call.operands;
  if (first?.text === "report" && words.every(({ text }) => /^(--reporter=)?[\w-]+$/.test(text)))
    call.report.changes = true;
  else call.run(call.operands);
}
/** Programs that come with a repository's packages. */
export const NODE_TOOLS: Programs = {
  ...WEB_TOOLS,
  tsc: runs(TSC),
  "vue-tsc": runs(TSC),
  vitest: {
    ...runs(VITEST),
    others: runs(VITEST),
    subcommands: {
      run: runs(VITEST),
      related: runs(VITEST),
      list: runs(VITEST),
      typecheck: runs(VITEST),
    },
  },
  jest: runs(JEST),
  mocha: runs(
    "-r=loader --require=loader -g= --grep= -b --bail -R=name --reporter=name -t= --timeout= --recursive --exit --forbid-only --parallel -j= --jobs= --retries= --spec=script --config=script -u= --ui=name --dry-run --check-leaks -s= --slow= --sort --full-trace --extension=",
  ),
  ava: runs(
    "-m= --match= --fail-fast -s --serial -t --tap -c= --concurrency= --timeout= -T= -u --update-snapshots --node-arguments=none",
  ),
  tap: runs(
    "--timeout= -t= -j= --jobs= --bail -b --no-coverage --disable-coverage --allow-incomplete-coverage --allow-empty-coverage --show-full-coverage --grep= -g= --only -o -c -C --coverage-report=name --no-check-coverage --check-coverage --100",
  ),
  c8: {
    options:
      "--reporter=name -r=name --check-coverage --lines= --branches= --functions= --statements= --all --include= --exclude=",
    operands: ["text"],
    check: checkMeasured,
    stops: true,
    changes: true,
  },
  nyc: {
    options:
      "--reporter=name -r=name --check-coverage --lines= --branches= --functions= --statements= --all --include= --exclude= --silent",
    operands: ["text"],
    check: checkMeasured,
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
    "--deny= --allow= --warn= --rules --print-config --fix-suggestions --quiet --ignore-pattern= --import-plugin --react-plugin --vitest-plugin --jest-plugin --promise-plugin --type-check --report-unused-disable-directives -f=name --threads= --fix --deny-warnings --type-aware -c=script --config=script -D= -A= -W= --tsconfig=inside --format=name --max-warnings=",
  ),
  oxfmt: runs("--check --write -c=script --config=script"),
  stylelint: runs(
    "--custom-syntax=name --formatter=name --cache --ignore-pattern= --quiet-deprecation-warnings --report-needless-disables? --ignore-disables --fix --config=script --ignore-path=script -f=name --max-warnings= --allow-empty-input",
  ),
  knip: runs(
    "--production --strict --include= --exclude= --reporter=name --no-exit-code --dependencies --exports --files --tsconfig=inside",
  ),
  madge: runs(
    "-c -b --basedir=folder -x= --exclude= --no-spinner --dot=off -w=off --circular --extensions= --ts-config=inside --warning --json --summary --orphans --leaves",
  ),
  tsx: {
    options: "--test --no-cache --tsconfig=inside --version! -v! --help!",
    operands: ["script", "text"],
    stops: true,
    needs: 1,
    changes: true,
    check: checkServes,
  },
  "ts-node": {
    options: "--esm --transpile-only -T --files --project=inside -P=inside --version! --help!",
    operands: ["script", "text"],
    stops: true,
    needs: 1,
    changes: true,
  },
  esbuild: {
    ...runs(
      "--bundle --minify? --minify-whitespace --minify-syntax --minify-identifiers --splitting --metafile=write --allow-overwrite --analyze? --tree-shaking=name --jsx=name --legal-comments=name --keep-names --packages=name --main-fields=name --conditions=name --outbase=folder --charset=name --entry-names=plain --chunk-names=plain --drop:console --drop:debugger --loader:.js=name --loader:.ts=name --loader:.png=name --loader:.svg=name --loader:.css=name --loader:.json=name --loader:.html=name --loader:.woff=name --loader:.woff2=name --define:* --external:* --pure:* --sourcemap? --outfile=write --outdir=write --platform= --target= --format=name --external= --define= --log-level= --tsconfig=inside",
    ),
    needs: 1,
  },
  tsup: runs(
    "--no-dts --no-config --no-clean --no-splitting --treeshake --metafile --external= --entry=inside --tsconfig=inside --silent --shims --format=name --dts --clean --minify --sourcemap --out-dir=write -d=write --target=",
  ),
  rollup: runs("-c?script --config?script -i=inside -o=write -f=name --format=name --sourcemap --environment=name"),
  webpack: {
    ...runs(
      "--mode= --config=script -c=script --env=name --progress --json --stats= --devtool= -o=write --entry=inside",
    ),
    check: checkServes,
  },
  vite: {
    options: COMMON,
    subcommands: {
      build: runs(
        "--mode= -m= --outDir=emptied --sourcemap? --minify? --emptyOutDir --ssr?inside --manifest?name --target= --assetsDir=plain --app --profile -c=script --debug? --config=script -l= --logLevel= --base=",
      ),
      optimize: runs("--force"),
    },
  },
  next: {
    options: COMMON,
    subcommands: {
      build: runs(
        "--no-lint --debug --profile --turbo --turbopack --no-mangling --experimental-build-mode=name --webpack",
        ["folder"],
      ),
      lint: runs("--dir= --fix --quiet --strict --max-warnings=", ["folder"]),
      info: {},
      typegen: runs("", ["folder"]),
    },
  },
  svelte: runs(""),
  "svelte-check": runs("--tsconfig=inside --threshold= --output= --fail-on-warnings --workspace=folder"),
  astro: {
    options: COMMON,
    subcommands: {
      check: runs("--minimumFailingSeverity=name --minimumSeverity=name --tsconfig=inside --noSync"),
      sync: runs(""),
      build: runs("--mode=name --outDir=emptied --site= --base="),
    },
  },
  turbo: {
    options: COMMON,
    subcommands: Object.fromEntries(
      ["run", "test", "build", "lint", "typecheck", "check"].map((name) => [
        name,
        {
          ...runs(
            "--filter= -F= --force? --no-cache --cache=plain --output-logs= --continue? --concurrency= --parallel --affected --only --summarize? --dry-run? --dry? --log-order=name --log-prefix=name --env-mode=name --no-daemon --daemon --ui=name --verbosity= --profile=write --no-deps --since=word --scope= --include-dependencies",
            ["plain"],
          ),
          check: checkTaskScripts,
        },
      ]),
    ),
  },
  rimraf: {
    options: "-g",
    operands: ["text"],
    changes: true,
    check: (call) => call.run([literal("rm"), literal("-rf"), ...call.operands]),
  },
  playwright: {
    options: COMMON,
    subcommands: {
      test: runs(
        "-g= --grep= --project= --reporter=name -x --workers= --headed=none --retries= --list -c=script --config=script --timeout= --trace=name --global-timeout= --fully-parallel --forbid-only --pass-with-no-tests --only-changed?word --grep-invert= --gv= --update-snapshots? -u --ignore-snapshots --repeat-each= --output=emptied --quiet --max-failures= --last-failed --shard=",
      ),
    },
  },
  cypress: {
    options: COMMON,
    subcommands: { run: runs("--spec=inside --browser=name --headless -q --component --e2e"), verify: {} },
  },
  prisma: {
    options: COMMON,
    subcommands: {
      generate: runs("--schema=inside"),
      validate: runs("--schema=inside"),
      version: {},
      migrate: {
        subcommands: {
          status: runs("--schema=inside"),
          diff: runs(
            "--from-empty --from-schema-datamodel=inside --to-schema-datamodel=inside --from-migrations=folder --script --exit-code -o=write",
          ),
        },
      },
      format: runs("--schema=inside --check"),
    },
  },
  depcheck: runs("--ignores= --json --skip-missing"),
  commitlint: runs(
    "--from=word --to=word -e?read --edit?read -V --strict -x=name --extends=name -g=script --config=script --last -l --print-config --default-config -f=word -t=word --from-last-tag",
  ),
  typedoc: runs(
    "--out=emptied --json=write --entryPoints=read --tsconfig=inside --readme=inside --name= --emit=name --treatWarningsAsErrors --skipErrorChecking --validation? --excludePrivate --excludeInternal --options=inside --entryPointStrategy=name",
  ),
  publint: runs("--strict --level=name --pack=name", ["folder"]),
  attw: runs(
    "--pack --ignore-rules=name --profile=name --entrypoints= --exclude-entrypoints= -f=name --format=name --no-definitely-typed --no-emoji -P",
    ["inside", "plain"],
  ),
  tailwindcss: runs("-i=inside -o=write -c=script --config=script --minify --content="),
  "size-limit": runs("--json --limit= --why=none --hide-passed"),
  swc: runs(
    "--strip-leading-paths --config-file=inside --ignore= --source-maps? -s? --copy-files -D -q --quiet --extensions= --only= -d=write --out-dir=write -o=write",
  ),
  babel: runs("-d=write --out-dir=write -o=write --out-file=write --extensions= --source-maps? --copy-files --ignore="),
  cspell: runs(
    "--no-progress --no-summary --quiet --words-only --unique -c=inside --config=inside -e= --exclude= --dot --gitignore --no-must-find-files --show-suggestions --relative --no-gitignore --locale=name --no-issues -u --files=inside",
    ["inside"],
  ),
  "markdownlint-cli2": runs("--fix --config=inside --no-globs"),
  tsd: runs(""),
  "react-scripts": each("test build", "--watchAll? --ci --coverage"),
  nest: each("build", "--watch=none"),
  ng: each(
    "build test lint version extract-i18n e2e",
    "--watch? --configuration=name -c=name --no-watch --browsers=name --prod --code-coverage --source-map? --output-path=emptied --include= --project=name --fix --stats-json --named-chunks --progress? --no-progress --aot --optimization? --base-href= --karma-config=script --max-warnings= --format=name --quiet --reporters=name --no-cache",
  ),
  storybook: each("build", "-o=emptied --output-dir=emptied --quiet"),
};

/** A server waits for others; it is not what a check needs. */
function checkServes(call: ReadCall): void {
  if (/^(serve|server|s|watch|w|dev|preview|init|create-\w+|loader|plugin|i|l|p)$/.test(call.operands[0]?.text ?? ""))
    find(call, "opaque", "it serves, and never ends");
}
function checkTaskScripts(call: ReadCall): void {
  for (const task of call.operands) checkScriptName({ ...call, operands: [task] });
}
/** Scripts of package.json whose name says that they bring something out. */
export const LEAVES = /publish|deploy|release|push|upload|prod|ship|submit|promote|login|migrate:prod/i;
export function checkScriptName(call: ReadCall): void {
  const name = call.operands[0];
  if (name === undefined) return;
  if (!name.known || name.glob || !/^\w[\w:.@/-]*$/.test(name.text))
    find(call, "opaque", "which script it runs is not known");
  else if (LEAVES.test(name.text)) find(call, "publish", `the script ${name.text} may bring something out`);
}
