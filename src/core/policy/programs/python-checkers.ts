import { find, literal, type ReadCall } from "../commands/scene.ts";
import { checkWrite } from "../paths/paths.ts";
import { checkProgram, checkWords } from "../commands/texts.ts";
import { PYTHON_TOOLS } from "./python-tools.ts";
import type { Programs, Rule } from "./rule.ts";
import { checkNames } from "./tool.ts";
import { ANY_INSTALL, ANY_NETWORK, each } from "./traits.ts";

export const runs = (options: string, operands: Rule["operands"] = ["inside"]): Rule => ({
  options: `${options} --version! --help! -h!`,
  operands,
  changes: true,
  runs: true,
});
export const PYTEST =
  "-q -qq -v -vv -vvv -s -x -l -k= -m= -n= -r= -ra -rA -rs -rf -p= --maxfail= --tb= --lf --ff --nf --sw --last-failed --failed-first --stepwise --co --collect-only --cov? --cov-report= --cov-branch --cov-fail-under= --cov-append --no-cov --durations= --durations-min= --junitxml=write --junit-xml=write --rootdir=folder -c=script --capture= --showlocals --strict-markers --strict-config --exitfirst --quiet --verbose --ignore=read --ignore-glob= --deselect= --import-mode= --color= --no-header --no-summary --disable-warnings --disable-pytest-warnings --timeout= --asyncio-mode= --doctest-modules --cache-clear --setup-show --fixtures --markers --numprocesses= --dist= --randomly-seed= --snapshot-update --benchmark-skip --benchmark-disable --pyargs -W= --confcutdir=folder --new-first --failed-first --stepwise-skip --trace-config --full-trace --tb= --show-capture=name --log-level= --log-cli-level= --log-cli? -o=text --override-ini=text --no-loadscope-reorder --forked --reruns= --reruns-delay= --hypothesis-seed= --hypothesis-show-statistics --hypothesis-profile= --benchmark-only --benchmark-autosave=none --setup-plan --setup-only --doctest-glob= --doctest-continue-on-failure --continue-on-collection-errors --create-db --reuse-db --nomigrations --no-migrations --ds= --count= --force-sugar --memray=none --xdist-group=none --looponfail=none --verbosity= --cache-show? --mypy --ruff --flake8 --black --isort --random-order --random-order-seed= --picked? --testmon --testmon-noselect --timeout-method=name --session-timeout= --force-short-summary --xfail-tb --runxfail --code-highlight= --dist= --tx=none --maxprocesses= --max-worker-restart= --junit-prefix= --record-mode=name --block-network --inline-snapshot=name --nbval --nbval-lax --driver=name --headed=none --browser=name --html=write --self-contained-html --json-report --json-report-file=write --report-log=write --disable-socket --allow-hosts=none --unordered --strict -R= --alluredir=write";
const eachTool = (names: string, options: string): Programs => each(names, runs(options));
export const TOOLS: Programs = {
  ...PYTHON_TOOLS,
  pytest: { ...runs(PYTEST), check: checkPlugins },
  unittest: runs("-v -q -f -b -c -k= -s=folder -p= -t=folder --verbose --failfast --buffer --locals"),
  mypy: runs(
    "--warn-unreachable --warn-redundant-casts --warn-return-any --no-site-packages --disallow-any-generics --disallow-incomplete-defs --no-implicit-optional --implicit-reexport --no-strict-optional --allow-redefinition --hide-error-context --show-traceback --tb --enable-error-code= --disable-error-code= --platform=name --no-color-output --strict-equality --extra-checks --local-partial-types --allow-untyped-globals --untyped-calls-exclude= --skip-cache-mtime-checks --sqlite-cache --dump-type-stats --inferstats --output=name -O=name --strict --ignore-missing-imports --show-error-codes --pretty --no-error-summary --config-file=script --python-version= -p= -m= --exclude= --namespace-packages --explicit-package-bases --follow-imports= --check-untyped-defs --disallow-untyped-defs --warn-unused-ignores --no-incremental --cache-dir=write --install-types=none --show-column-numbers --non-interactive=none",
  ),
  pyright: runs(
    "--verifytypes=name --ignoreexternal --threads= --skipunannotated --dependencies --createstub=name --verbose --pythonplatform=name -p=inside --project=inside --outputjson --stats --warnings --level= --pythonversion=",
  ),
  ruff: {
    options: "--version! -V! --help! -q --quiet -v",
    subcommands: {
      check: runs(
        "--add-noqa --show-settings --show-files --extend-select= --extend-ignore= --extend-fixable= --fixable= --unfixable= --per-file-ignores=plain --force-exclude --no-respect-gitignore --isolated --ignore-noqa --exit-non-zero-on-fix --ext=none -o=write --output-file=write --cache-dir=write -s -n -e --stdin-filename=inside --fix --unsafe-fixes --select= --ignore= --extend-select= --config=script --diff --show-fixes --statistics --output-format=name --no-cache --exclude= --target-version= --line-length= -q --no-fix --preview --fix-only --exit-zero",
      ),
      format: runs("--check --diff --config=script --line-length= -q --exclude= --no-cache --preview"),
      rule: { operands: ["plain"] },
      server: ANY_NETWORK,
      version: {},
      clean: { changes: true },
    },
    others: runs("--fix --select= --ignore="),
  },
  black: runs(
    "--preview --unstable --skip-string-normalization --skip-magic-trailing-comma --extend-exclude= --force-exclude= --workers= -W= --required-version= --safe --line-ranges= --no-cache --verbose -x --check --diff -q --quiet -v -l= --line-length= --color -t= --target-version= -S --config=script --exclude= --include= --fast -C",
  ),
  isort: runs(
    "--atomic --filter-files --skip-glob= --src=folder -p= --project= --known-first-party= --force-single-line-imports --sl --combine-as --tc --trailing-comma -m= --multi-line= --lai= --settings-file=script --gitignore --check --check-only -c --diff -q --profile= --sp=script -l= --line-length= --skip= --float-to-top",
  ),
  flake8: runs(
    "--max-line-length= --ignore= --select= --exclude= --count --statistics --show-source --extend-ignore= --config=script --max-complexity= --format=name --per-file-ignores= -q",
  ),
  pylint: {
    check: checkReports,
    ...runs(
      "--disable= --enable= --rcfile=script --output-format=name --errors-only -E -j= --jobs= --recursive=name --ignore= --ignore-paths= --ignore-patterns= -f=name --exit-zero --py-version= --msg-template= --list-msgs --disable-all -d= -e= --fail-on= --good-names= --max-args= --score= --reports= --fail-under= --max-line-length= -r= -s=",
    ),
  },
  pyflakes: runs(""),
  pycodestyle: runs(
    "--first --count --show-source --show-pep8 --select= -q -r --max-doc-length= --format=name --max-line-length= --ignore= --exclude= --statistics",
  ),
  pydocstyle: runs(
    "--convention=name --select= --ignore= --add-ignore= --add-select= --match= --match-dir= --count -e -s --explain --source",
  ),
  bandit: runs(
    "-r --recursive -q -l -ll -lll -i -ii -iii -c=script --configfile=script --ini=script -f=name --format=name -o=write --output=write -x= --exclude= -t= --tests= -s= --skip= -n= -a=name --severity-level=name --confidence-level=name --exit-zero -b=inside --baseline=inside --msg-template=none",
  ),
  autopep8: runs("-i --in-place -r --diff -a --max-line-length="),
  pyupgrade: runs(
    "--py38-plus --py39-plus --py310-plus --py311-plus --py312-plus --py313-plus --keep-percent-format --keep-runtime-typing --exit-zero-even-if-changed",
  ),
  vulture: runs("--min-confidence= --sort-by-size --exclude= --ignore-names= --ignore-decorators= --make-whitelist"),
  coverage: {
    options: "--version! --help!",
    subcommands: {
      run: {
        options: "--source= --branch -p -a --append --omit= --include= --rcfile=script --parallel-mode -m",
        operands: ["text"],
        stops: true,
        changes: true,
        runs: true,
        needs: 1,
        check: checkCoverage,
      },
      report: runs(
        "-m --show-missing --include= --omit= --fail-under= --skip-covered --skip-empty --format=name --sort=",
        ["text"],
      ),
      html: runs("-d=write --directory=write --include= --omit= --skip-covered", ["text"]),
      lcov: runs("-o=write --include= --omit= --fail-under= --ignore-errors -i -q", ["text"]),
      annotate: runs("-d=write --include= --omit=", ["text"]),
      debug: runs("", ["name"]),
      xml: runs("-i -q --ignore-errors --include= --omit= --fail-under= --skip-empty -o=write", ["text"]),
      json: runs("-o=write --pretty-print", ["text"]),
      combine: runs("--keep -a", ["read"]),
      erase: { changes: true },
    },
  },
  tox: {
    check: checkPosargs,
    ...runs(
      "-e= -q -v -p? --parallel? -r --recreate -l --listenvs -a -f= --skip-missing-interpreters? --notest --skip-pkg-install -x=none --no-recreate-pkg --result-json=write --colored=name -vv -qq -o",
      ["text"],
    ),
    subcommands: {
      ...each("run r run-parallel p", {
        check: checkPosargs,
        ...runs(
          "-e= -q -v -p? -r --recreate -f= --notest --skip-pkg-install -s=name --skip-missing-interpreters=name --parallel-no-spinner -o",
          ["text"],
        ),
      }),
      ...each("list l config c depends de", runs("-e= -q -d --no-desc -k= --core", ["none"])),
      quickstart: ANY_INSTALL,
      devenv: ANY_INSTALL,
      exec: ANY_INSTALL,
      legacy: ANY_INSTALL,
    },
  },
  nox: {
    ...runs(
      "-s= -l --list --sessions= --session= -e= -r -R -k= --keywords= -t= --tags= -p= --python= --no-venv --reuse-existing-virtualenvs --reuse-venv=name --stop-on-first-error -x --error-on-missing-interpreters --forcecolor --report=write --verbose -N --non-interactive",
      ["text"],
    ),
    stops: true,
    check: checkPosargs,
  },
  behave: runs(
    "--tags= -t= -n= --name= --format=name -f=name --no-capture -q --stop --dry-run -d -i= -e= --no-skipped --no-source --summary --junit --junit-directory=write -o=write --stage=name -D= -k --no-color --show-timings --wip -w",
  ),
  "sphinx-apidoc": runs(
    "-o=write --output-dir=write -f --force -e --separate -M --module-first -P --private -T --no-toc -d= --maxdepth= --implicit-namespaces -E --no-headings -q --remove-old -n --dry-run",
    ["inside"],
  ),
  ...eachTool(
    "djlint curlylint flynt ssort slotscheck pyproject-fmt toml-sort validate-pyproject yamlfix pydeps pip-licenses check-manifest pyroma doc8 rstcheck proselint eradicate unify perflint wily cohesion dlint",
    "--check --reformat --lint --profile=name --quiet --dry-run --fail-on-change --transform-concats --ignore= --extension= --max-line-length= --in-place -i --from=name --format=name --order=name --with-license-file --summary --ignore-path= --show-deps --no-show --noshow -o=write --max-bacon= --only= --report-level=name",
  ),
  maturin: {
    options: "--version! --help!",
    subcommands: {
      build: runs(
        "--release -r --strip -i=name --interpreter=name --features= -F= -o=write --out=write --offline --locked --frozen --sdist -m=script --manifest-path=script --profile=name --target=name -q",
        ["none"],
      ),
      "list-python": {},
    },
    others: ANY_INSTALL,
  },
  scrapy: {
    options: "--version! --help!",
    subcommands: { list: {}, version: { options: "-v" } },
    others: ANY_NETWORK,
  },
  asv: { subcommands: { check: runs("--python=name", ["none"]) } },
  "sphinx-build": runs(
    "-b=name -M=name -W -n -q -Q -E -a -j= -d=write -T -t= --keep-going --color --nitpicky --fail-on-warning -v -w=write -D=none --fresh-env --builder=name",
    ["inside", "write"],
  ),
  mkdocs: {
    subcommands: {
      build: runs(
        "--strict -s --clean --dirty -q -v -t=name --theme=name --use-directory-urls --no-directory-urls -c -f=script --config-file=script -d=emptied --site-dir=emptied",
        ["none"],
      ),
    },
  },
};
/** What stands behind `--` takes the place of `{posargs}`, mostly behind a test runner. */
function checkPosargs(call: ReadCall): void {
  const [first] = call.operands;
  if (first !== undefined && (!first.known || !/^-[\w-]+|^tests?(\/|$)|\.py(::|$)/.test(first.text)))
    find(call, "opaque", "what it is given may be run");
  checkWords(call, call.operands);
  const names = ["-e", "-s", "--session", "--sessions", "-t", "--tags"].flatMap((name) => call.options.get(name) ?? []);
  checkNames(call, names);
  call.run([literal("pytest"), ...call.operands]);
}
/** `-p no:cacheprovider` switches a plugin off; any other loads one. */
export function checkPlugins(call: ReadCall): void {
  for (const { text, known } of [...(call.options.get("-o") ?? []), ...(call.options.get("--override-ini") ?? [])])
    if (
      !known ||
      !/^(log_cli|log_cli_level|log_level|addopts|xfail_strict|asyncio_mode|console_output_style|junit_family|timeout|faulthandler_timeout|python_functions|python_classes|markers|testpaths|norecursedirs|log_format)=[\w .,:*-]*$|^addopts=$/.test(
        text,
      ) ||
      /addopts=.*\S/.test(text)
    )
      find(call, "opaque", `the setting ${text.slice(0, 60)} may load something`);
  // `html:folder`
  for (const field of call.options.get("--cov-report") ?? []) {
    const [, file] = /^[\w-]+:(.*)$/s.exec(field.text) ?? [];
    if (file !== undefined) checkWrite(call, { ...field, text: file });
  }
  for (const { text } of call.options.get("-p") ?? [])
    if (!text.startsWith("no:")) find(call, "opaque", "it loads a plugin");
}
/** `json:file` writes there. */
function checkReports(call: ReadCall): void {
  for (const { text } of [...(call.options.get("-f") ?? []), ...(call.options.get("--output-format") ?? [])])
    if (text.includes(":")) find(call, "opaque", "where it writes what it found");
}
function checkCoverage(call: ReadCall): void {
  const [script] = call.operands;
  if (call.options.has("-m")) call.run([literal("python"), literal("-m"), ...call.operands]);
  else if (script !== undefined) checkProgram(call, call.operands);
}
/** Numbers, words and the functions that every program has; no name is looked up, loaded or reached into. */
export function checkTimed(call: ReadCall): void {
  for (const { text, known } of call.operands)
    if (
      !known ||
      !/^(?:\b(?:sum|range|len|sorted|list|dict|set|tuple|map|filter|zip|min|max|abs|str|int|float|enumerate|reversed|any|all|for|in|if|else|not|and|or|x|i|j|k|n|join|pass)\b|[\d\s()[\]{}+*/%<>=,:-]|"[\w ,-]*"\.?|'[\w ,-]*'\.?)*$/.test(
        text,
      )
    )
      find(call, "opaque", "it runs a program given in place");
}
