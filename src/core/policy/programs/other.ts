import { type Call, type Field, find, type ReadCall } from "../commands/scene.ts";
import { checkScript } from "../commands/texts.ts";
import type { Programs, Rule } from "./rule.ts";
import { ANY_INSTALL, ANY_PUBLISH, each, INSTALL } from "./traits.ts";

const runs = (options: string, operands: Rule["operands"] = ["inside"]): Rule => ({
  options: `${options} --version! -v! --help! -h!`,
  operands,
  changes: true,
  runs: true,
});

/** An interpreter that is given a file of the repository; its words are the file's own. */
const script = (options: string): Rule => ({
  options: `${options} --version! -v! -V! --help! -h!`,
  operands: ["text"],
  stops: true,
  needs: 1,
  changes: true,
  runs: true,
  check: (call) => {
    const [file, word] = call.operands;
    const artisan = file?.text === "artisan" && !/^(test|route:list|about|list|--version)$/.test(word?.text ?? "list");
    if (artisan) find(call, "opaque", "a task that may do more than check");
    if (file !== undefined) checkScript(call, file);
  },
});
const RSPEC =
  "-f=name --format=name -fd -fp -c --color --no-color -e= --example= -t= --tag= -P= --pattern= --fail-fast? --order= --seed= --only-failures --next-failure -b --backtrace -p --profile? --dry-run -o=write --out=write -w";
const RUBY_TOOLS: Programs = {
  rspec: runs(RSPEC),
  rake: runs("-T! -P! -n -s -q --tasks! --trace -j=", ["plain"]),
  rubocop: runs(
    "-a -A -x --autocorrect --autocorrect-all --parallel --only= --except= --format=name -f=name --fail-level= --display-cop-names -c=script --config=script -D --no-color --force-exclusion",
  ),
  cucumber: runs("-t= --tags= -f=name --format=name --dry-run"),
  erb_lint: runs("--lint-all --autocorrect"),
  minitest: runs("-v"),
  sorbet: runs(""),
  srb: { subcommands: { tc: runs("") } },
  standardrb: runs("--fix"),
  brakeman: runs("-q -z --no-pager -o=write"),
};
function checkRails(call: ReadCall): void {
  const [task] = call.operands;
  if (
    task === undefined ||
    !/^(test(:\w+)*|routes|stats|about|notes|zeitwerk:check|db:migrate:status)$/.test(task.text)
  )
    find(call, "opaque", "a task that may do more than check");
}
/** Drops, resets and deployments go by the names that such tasks usually have. */
function checkTasks(call: ReadCall): void {
  for (const { text, known } of call.operands)
    if (!known || /deploy|publish|release|push|install|drop|reset|purge|prod|destroy|secret|credential/i.test(text))
      find(call, "opaque", `the task ${text} may do more than check`);
}
const DOTNET =
  "-c= --configuration= -f=name --framework= -r= --runtime= -o=write --output=write -v= --verbosity= --no-restore --no-build --nologo --no-dependencies --no-incremental --filter= --logger=name --collect= --results-directory=write --settings=script -s=read -t --list-tests --blame --force --self-contained? --no-self-contained --verify-no-changes --diagnostics? --include= --exclude= -tl? --tl? --nodereuse? -m? --interactive=none -warnaserror";

export const OTHER: Programs = {
  ruby: script("-w -W0 -W1 -W2 -c -I=folder"),
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
        options: "--dry-run --path --paths",
        operands: ["plain"],
      }),
    },
    others: ANY_INSTALL,
  },
  gem: {
    options: "--version! -v!",
    subcommands: {
      install: INSTALL,
      list: { options: "--local -l", operands: ["plain"] },
      env: {},
      which: { operands: ["plain"] },
      push: ANY_PUBLISH,
      yank: ANY_PUBLISH,
      signin: ANY_PUBLISH,
    },
    others: ANY_INSTALL,
  },
  php: script("-l -d=none -m!"),
  phpunit: runs(
    "--filter= --testsuite= -c=script --configuration=script --coverage-text --coverage-html=write --coverage-clover=write --testdox --stop-on-failure --colors? --group= --exclude-group= --no-coverage --no-progress --log-junit=write --debug",
  ),
  pest: runs("--filter= --coverage --parallel --bail --group="),
  phpstan: {
    options: "--version!",
    subcommands: {
      analyse: runs("-l= --level= -c=script --configuration=script --memory-limit= --no-progress --error-format="),
      analyze: runs("-l= --level= -c=script --memory-limit= --no-progress"),
    },
  },
  psalm: runs("--no-cache --show-info? --threads= --output-format=name"),
  phpcs: runs("--standard=script -n -p -s --report=name --extensions= --ignore="),
  phpcbf: runs("--standard=script -n -p --extensions= --ignore="),
  "php-cs-fixer": {
    subcommands: {
      fix: runs("--dry-run --diff --config=script -v --allow-risky="),
      check: runs("--diff --config=script -v"),
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
      }),
      ...each("install require update", INSTALL),
      ...each("why depends why-not prohibits", { options: "-t --tree -r", operands: ["plain"] }),
      ...each("validate show licenses check-platform-reqs diagnose", {
        options: "--strict --no-check-publish --tree -t -i --installed",
        operands: ["plain"],
      }),
      "run-script": { operands: ["plain", "text"], changes: true, runs: true, check: checkTasks },
      run: { operands: ["plain", "text"], changes: true, runs: true, check: checkTasks },
      "dump-autoload": { options: "-o --optimize", changes: true },
      dumpautoload: { options: "-o", changes: true },
    },
    others: ANY_INSTALL,
  },
  artisan: {},
  dotnet: {
    options: "--version! --info! --list-sdks! --list-runtimes! -h! --help!",
    subcommands: {
      ...each("test build clean format", runs(DOTNET, ["read"])),
      run: {
        options: `${DOTNET} --project=inside -p=script --no-launch-profile`,
        operands: ["text"],
        changes: true,
        runs: true,
      },
      vstest: runs("", ["read"]),
      sln: { options: "", operands: ["read", "plain"] },
      list: { operands: ["plain"] },
      restore: { ...runs("-v=name --verbosity=name --no-dependencies --locked-mode --nologo"), trait: "install" },
      ...each("add remove tool new workload msbuild", ANY_INSTALL),
      ...each("nuget publish pack", ANY_PUBLISH),
    },
  },
  nuget: ANY_PUBLISH,
  elixir: script(""),
  luac: { options: "-p", operands: ["read"] },
  perl: script("-c -w -W -I=folder -t -T"),
  "own configure": { custom: checkConfigure },
  "own check": { options: "*", operands: ["text"], changes: true, runs: true, check: checkOwn },
};
/** A `configure` is told what to leave out; programs and places it is told are not known. */
function checkConfigure(call: Call, fields: readonly Field[]): null {
  call.report.changes = true;
  for (const { text, known } of fields)
    if (
      !known ||
      !/^--((enable|disable|with|without)-[a-z][\w-]*(=(yes|no|\d+))?|quiet|silent|help|version)$/.test(text)
    )
      find(call, "opaque", `it is told ${text.slice(0, 60)}`);
  if (call.report.written.length > 0) find(call, "opaque", "it runs a file that the same command may have written");
  return null;
}
function checkOwn(call: ReadCall): void {
  if (call.operands.some(({ known }) => !known)) find(call, "opaque", "what it is given is only known when it runs");
  if (call.report.written.length > 0) find(call, "opaque", "it runs a file that the same command may have written");
}
