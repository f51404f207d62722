import { type Call, type Field, find, type ReadCall } from "../commands/scene.ts";
import { checkHanded, checkScript, checkWords } from "../commands/texts.ts";
import { checkPerl } from "./perl.ts";
import type { Programs, Rule } from "./rule.ts";
import { TAKES_ALL } from "./tool.ts";
import { ANY_INSTALL, ANY_PUBLISH, each, INSTALL } from "./traits.ts";

const runs = (options: string, operands: Rule["operands"] = ["inside"]): Rule => ({
  options: `${options} --version! -v! --help! -h!`,
  operands,
  changes: true,
  runs: true,
});
/** Libraries that only make tests run or warn, and settings of PHP that are numbers or switches. */
const LOADED =
  /^(minitest\/(autorun|pride)|test\/unit|bundler\/setup|set|json|yaml|time|date|pp|simplecov|\.\/(test|spec)\/[\w/]+|(test|spec)_helper)$/;
const SETTING =
  /^(memory_limit|max_execution_time|error_reporting|display_errors|display_startup_errors|assert\.exception|zend\.assertions|xdebug\.mode|pcov\.enabled|date\.timezone|opcache\.enable(_cli)?|short_open_tag|precision|html_errors|log_errors)=[\w/-]*$/;
function checkLoaded(call: ReadCall): void {
  for (const { text, known } of call.options.get("-r") ?? [])
    if (!known || !LOADED.test(text)) find(call, "opaque", "it loads what may be anything");
  for (const { text, known } of call.options.get("-d") ?? [])
    if (!known || !SETTING.test(text)) find(call, "opaque", "a setting that may load something");
}
/** An interpreter that is given a file of the repository; its words are the file's own. */
const script = (options: string): Rule => ({
  options: `${options} --version! -v! -V! --help! -h!`,
  ...TAKES_ALL,
  check: (call) => {
    const [file, word] = call.operands;
    const artisan =
      file?.text === "artisan" &&
      !/^(test|route:list|about|list|--version|schedule:list|event:list|model:show|help|optimize:clear|view:clear|cache:clear|route:clear|config:clear|package:discover|make:\w+|migrate:status|queue:failed|lang:publish|pint|insights)$/.test(
        word?.text ?? "list",
      );
    if (artisan) find(call, "opaque", "a task that may do more than check");
    if (file !== undefined) checkScript(call, file);
    if (file?.text === "artisan") checkNear(call, call.operands);
    checkWords(call, call.operands.slice(1));
    checkLoaded(call);
  },
});
const RSPEC =
  "-f=name --format=name -fd -fp -c --color --no-color -e= --example= -t= --tag= -P=inside --pattern=inside --fail-fast? --order= --seed= --bisect? --default-path=folder --no-profile --force-color --no-fail-fast -I=folder -fj -fh --only-failures --next-failure -b --backtrace -p --profile? --dry-run -o=write --out=write -w";
const RUBY_TOOLS: Programs = {
  rspec: runs(RSPEC),
  rake: runs("-T! -P! -n -s -q --tasks! --trace -j=", ["plain"]),
  rubocop: runs(
    "-a -A -x --auto-correct --auto-correct-all --safe-auto-correct --autocorrect --autocorrect-all --parallel --only= --except= --format=name -f=name --fail-level= --display-cop-names -l --lint -L --list-target-files --only-guide-cops --except= --extra-details -E -S --display-style-guide --parallel -P --no-parallel --cache=name --no-cache --fix-layout -F --fail-fast --out=write -o=write --auto-gen-config --regenerate-todo --ignore-unrecognized-cops --safe -d --debug --format=name --display-only-fail-level-offenses --editor-mode=none -V! --show-cops? -c=script --config=script -D --no-color --force-exclusion",
  ),
  cucumber: runs("-t= --tags= -f=name --format=name --dry-run"),
  ...each(
    "annotate erb_lint erblint haml-lint slim-lint reek rails_best_practices fasterer debride flay flog rubycritic packwerk",
    runs(
      "--lint-all --autocorrect -a --format=name -f=name --fail-level=name -r=none --reporter=name -c=script --config=script -x= --exclude= -i= --include-linter= --smell= --no-documentation -s -q --no-browser --mode-ci --quiet --only= --enable-linters=name --autocorrect-all -A",
    ),
  ),
  ...each(
    "turbo_tests parallel_test parallel_rspec",
    runs("-n= --group-by=name -t= --type=name --pattern= -m= --first-is-1"),
  ),
  steep: {
    subcommands: {
      ...each(
        "check stats validate version",
        runs(
          "-j= --jobs= --severity-level=name --with-expectations --save-expectations --steepfile=script --format=name",
        ),
      ),
    },
  },
  rbs: {
    subcommands: {
      ...each("validate list parse methods ancestors constant version", {
        ...runs("--silent -I=folder", ["inside"]),
      }),
      prototype: { operands: ["name", "inside"] },
    },
    options: "-I=folder --version!",
  },
  minitest: runs("-v"),
  sorbet: runs(""),
  srb: {
    subcommands: {
      ...each(
        "tc typecheck",
        runs(
          "-q --quiet --typed=name --ignore= --dir=folder --file=inside -p=none --error-white-list= --isolate-error-code= --autocorrect -a",
        ),
      ),
    },
  },
  standardrb: runs("--fix --no-fix --format=name --fix-unsafely --todo=none --only="),
  brakeman: runs(
    "-q -z --no-pager -o=write -f=name --format=name -w= -A -5 --no-exit-on-warn --no-exit-on-error --only-files= --skip-files= --except= -x= -t= --color --summary --no-summary -p=folder --path=folder --ensure-latest=none --run-all-checks --confidence-level= --table-width=",
    ["folder"],
  ),
};
function checkRails(call: ReadCall): void {
  const [task] = call.operands;
  checkNear(call, call.operands);
  if (
    task === undefined ||
    !/^(test(:\w+)*|routes|stats|about|notes|initializers|middleware|zeitwerk:check|db:(migrate:status|version|abort_if_pending_migrations)|assets:precompile|tailwindcss:build|javascript:build|css:build|log:clear|tmp:clear|time:zones(:\w+)?|g|generate|factory_bot:lint|rubocop|spec(:\w+)*|lint)$/.test(
      task.text,
    )
  )
    find(call, "opaque", "a task that may do more than check");
}
/** Tests and settings from elsewhere would be run. */
export function checkNear(call: ReadCall, words: readonly Field[]): void {
  if (words.some(({ text }) => /^(-\w)?[/~]|=[/~]|(^(-\w)?|[/=])\.\.(\/|$)|:\/\/|^@/.test(text)))
    find(call, "opaque", "it may run what is no part of the repository");
  checkHanded(call, words);
}
/** Drops, resets and deployments go by the names that such tasks usually have. */
function checkTasks(call: ReadCall): void {
  for (const { text, known } of call.operands)
    if (!known || /deploy|publish|release|push|install|drop|reset|purge|prod|destroy|secret|credential/i.test(text))
      find(call, "opaque", `the task ${text} may do more than check`);
}

export const OTHER: Programs = {
  ruby: script("-w -W0 -W1 -W2 -W:no-deprecated -c -I=folder -r= --yjit --jit --disable=name --enable=name"),
  ...RUBY_TOOLS,
  rake: { ...runs("-T! -P! -n -s -q --tasks! --trace -j="), operands: ["plain"], check: checkTasks },
  rails: {
    options: "-v! --version!",
    operands: ["plain", "text"],
    stops: true,
    needs: 1,
    changes: true,
    runs: true,
    check: checkRails,
  },
  bundle: {
    options: "--version! -v!",
    subcommands: {
      exec: { operands: ["command"], stops: true, needs: 1, changes: true },
      ...each("install update add", { ...INSTALL, options: `${INSTALL.options} --local --jobs= -j= --retry=` }),
      ...each("list show info check outdated platform version", {
        options:
          "--dry-run --path --paths --local --parseable --strict --filter-strict --filter-major --filter-minor --filter-patch --only-explicit --without-group= --only-group= --name-only --ruby",
        operands: ["plain"],
      }),
    },
    others: ANY_INSTALL,
  },
  gem: {
    options: "--version! -v!",
    subcommands: {
      install: INSTALL,
      list: {
        options: "--local -l -i --installed -d --details --no-versions -a --all -e --exact -v= --version= -q",
        operands: ["plain"],
      },
      specification: { options: "--local -l", operands: ["plain"] },
      contents: { operands: ["plain"] },
      dependency: { options: "--local -l", operands: ["plain"] },
      build: {
        options: "--strict -o=write --output=write --force",
        operands: ["inside"],
        changes: true,
        runs: true,
        check: (call) =>
          call.operands.every(({ text }) => text.endsWith(".gemspec")) ||
          find(call, "opaque", "what it builds may be anything"),
      },
      help: { operands: ["plain"] },
      env: {},
      which: { operands: ["plain"] },
      push: ANY_PUBLISH,
      yank: ANY_PUBLISH,
      signin: ANY_PUBLISH,
    },
    others: ANY_INSTALL,
  },
  php: script("-l -d= -m! -n -q"),
  phpunit: runs(
    "--filter= --testsuite= -c=script --configuration=script --coverage-text --coverage-html=write --coverage-clover=write --testdox --stop-on-failure --colors? --group= --exclude-group= --no-coverage --no-progress --log-junit=write --debug --testdox-html=write --testdox-text=write --coverage-xml=write --coverage-cobertura=write --coverage-php=write --list-tests --list-groups --list-suites --stop-on-error --stop-on-defect --stop-on-warning --fail-on-warning --fail-on-risky --fail-on-incomplete --fail-on-skipped --fail-on-deprecation --display-warnings --display-deprecations --display-notices --display-errors --display-skipped --display-incomplete --display-all-issues --order-by=name --random-order --random-order-seed= --repeat= --process-isolation --no-output --no-logging --no-configuration --strict-coverage --disallow-test-output --do-not-cache-result --cache-result --columns= --teamcity --no-results --coverage-filter=inside --path-coverage --disable-coverage-ignore --resolve-dependencies --reverse-list --globals-backup --static-backup --exclude-testsuite= --covers= --uses= --order= --migrate-configuration=none -v --verbose",
  ),
  pest: runs(
    "--filter= --coverage? --min= --parallel -p --processes= --bail --group= --exclude-group= --compact --profile --dirty --retry --todos --type-coverage --mutate --arch --testsuite= --ci --order-by=name --stop-on-failure -c=script --configuration=script --exclude-testsuite= --list-tests --shard= --update-snapshots --no-coverage --only-covered --notes",
  ),
  ...each(
    "paratest",
    runs(
      "-p= --processes= --runner=name --filter= --testsuite= --group= --exclude-group= -c=script --configuration=script --functional --stop-on-failure --coverage-text --coverage-html=write --coverage-clover=write --log-junit=write -f --passthru=none --no-coverage --max-batch-size=",
    ),
  ),
  infection: runs(
    "--threads= -j= --min-msi= --min-covered-msi= --filter= --only-covered --show-mutations? -s --no-progress --no-interaction -n --git-diff-filter=plain --git-diff-lines --git-diff-base=plain --configuration=script -c=script --test-framework=name --only-covering-test-cases --skip-initial-tests=none --log-verbosity=name --mutators=name --with-uncovered --formatter=name --no-debug --force-progress --dry-run",
  ),
  ...each(
    "deptrac phpmd phpcpd phploc churn ecs phparkitect phpbench composer-unused composer-require-checker phan parallel-lint php-parallel-lint twigcs twig-cs-fixer psalter peck blade-formatter phpinsights",
    {
      ...runs(
        "--no-progress --config-file=script --config=script -c=script --fix --report-uncovered --formatter=name --output-format=name --exclude= --suffixes= --min-lines= --min-tokens= --no-interaction -n --format=name --report=name --filter= --group= --no-progress-bar --colors --blame -j= -s --ignore-violations-on-exit --check",
      ),
      operands: ["inside"],
    },
  ),
  phpstan: {
    options: "--version!",
    subcommands: {
      analyse: runs(
        "-l= --level= -c=script --configuration=script --memory-limit= --no-progress --error-format=name --no-interaction -n -v -vv -vvv --debug --xdebug --ansi --no-ansi -q --generate-baseline?write -b?write --allow-empty-baseline --fail-without-result-cache --pro=none --paths-file=inside",
      ),
      ...each("clear-result-cache dump-parameters diagnose", runs("-c=script --configuration=script --memory-limit=")),
      analyze: runs(
        "-l= --level= -c=script --configuration=script --memory-limit= --no-progress --error-format=name --no-interaction -n -v --generate-baseline?write -b?write",
      ),
    },
  },
  psalm: runs(
    "--no-cache --show-info? --threads= --output-format=name --stats --no-diff --diff --no-progress --alter --issues=name --dry-run --find-dead-code? --find-unused-code? --taint-analysis --set-baseline=none --ignore-baseline --use-baseline=inside --long-progress --no-suggestions --monochrome -m --shepherd=none --php-version= --clear-cache --memory-limit= --find-unused-psalm-suppress --report-show-info=name -c=script --config=script",
  ),
  ...each(
    "phpcs phpcbf",
    runs(
      "--standard=script -n -p -s -q -v -a=none --report=name --report-width= --extensions= --ignore= --parallel= --colors --no-colors --cache --no-cache --sniffs=name --exclude=name --warning-severity= --error-severity= --severity= -i --encoding=name --tab-width= -l --basepath=folder --report-summary --report-full --report-diff --filter=name",
    ),
  ),
  "php-cs-fixer": {
    subcommands: {
      ...each(
        "fix check",
        runs(
          "--dry-run --diff --config=script -v -vv -vvv --allow-risky=name --using-cache=name --path-mode=name --stop-on-violation --show-progress=name --format=name --rules=plain -n --no-interaction --sequential --ansi -q",
        ),
      ),
      ...each("list-files describe list-rules", runs("--config=script", ["plain"])),
    },
  },
  composer: {
    options: "--version! -V! --no-interaction -n -q -v",
    subcommands: {
      ...each("test lint check cs analyse phpstan stan format", {
        options: "-q --no-interaction",
        operands: ["text"],
        changes: true,
        runs: true,
        check: (call) => checkNear(call, call.operands),
      }),
      ...each("install require update", INSTALL),
      ...each("why depends why-not prohibits", { options: "-t --tree -r", operands: ["plain"] }),
      ...each("validate show licenses check-platform-reqs", {
        options:
          "--strict --no-check-publish --no-check-all --no-check-lock --no-check-version --with-dependencies -A --tree -t -i --installed --direct -D --locked --platform -p --self -s --latest=none --outdated=none --format=name -f=name --no-dev --name-only -N --path -P --available=none --all=none",
        operands: ["plain"],
      }),
      "check-platform-reqs": { options: "--no-dev --lock" },
      audit: ANY_INSTALL,
      fund: {},
      suggests: { options: "--all --list" },
      outdated: ANY_INSTALL,
      about: {},
      list: {},
      "clear-cache": { changes: true },
      status: { options: "-v" },
      normalize: {
        options: "--dry-run --diff --no-update-lock --indent-size= --indent-style=name",
        changes: true,
        runs: true,
      },
      ...each("run-script run", {
        options: "--list -l --dev --no-dev --timeout= -q --no-interaction -n",
        operands: ["plain", "text"],
        changes: true,
        runs: true,
        check: (call) => {
          checkTasks(call);
          checkHanded(call, call.operands.slice(1));
        },
      }),
      "dump-autoload": {
        options:
          "-o --optimize -a --classmap-authoritative --no-dev --dev --strict-psr --strict-ambiguous --dry-run --no-scripts --ignore-platform-reqs -q",
        changes: true,
      },
      dumpautoload: { options: "-o", changes: true },
    },
    others: ANY_INSTALL,
  },
  artisan: {},
  elixir: script(""),
  luac: { options: "-p", operands: ["read"] },
  perl: { custom: checkPerl },
  "perl plain": script("-c -w -W -I=folder -t -T"),
  "own configure": { custom: checkConfigure },
  "own check": { options: "*", operands: ["text"], changes: true, runs: true, check: checkOwn },
};
/** A `configure` is told what to leave out; programs and places it is told are not known. */
function checkConfigure(call: Call, fields: readonly Field[]): null {
  call.report.changes = true;
  for (const { text, known } of fields)
    if (
      !known ||
      !/^--((enable|disable|with|without)-[a-z][\w-]*(=(yes|no|\d+))?|quiet|silent|help|version|(exec-)?prefix=\/(workspace|tmp)\/[\w./-]+|C|cache-file=config\.cache)$|^C(XX)?FLAGS=[\w =+-]*$/.test(
        text,
      )
    )
      find(call, "opaque", `it is told ${text.slice(0, 60)}`);
  if (call.report.written.length > 0) find(call, "opaque", "it runs a file that the same command may have written");
  return null;
}
function checkOwn(call: ReadCall): void {
  if (call.operands.some(({ known }) => !known)) find(call, "opaque", "what it is given is only known when it runs");
  checkWords(call, call.operands);
  if (call.report.written.length > 0) find(call, "opaque", "it runs a file that the same command may have written");
}
