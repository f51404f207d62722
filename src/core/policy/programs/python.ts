import { type Call, type Field, find, literal, type ReadCall } from "../commands/scene.ts";
import { checkWrite } from "../paths/paths.ts";
import { checkScript, checkWords } from "../commands/texts.ts";
import { checkPythonExpression } from "../commands/inline-code.ts";
import { PYTHON_MODULES, PYTHON_TOOLS } from "./python-tools.ts";
import type { Programs, Rule } from "./rule.ts";
import { checkNames, checkTaskNames, parts } from "./tool.ts";
import { ANY_INSTALL, ANY_NETWORK, ANY_PUBLISH, each, INSTALL } from "./traits.ts";
import { own } from "../../../lib/own.ts";

const runs = (options: string, operands: Rule["operands"] = ["inside"]): Rule => ({
  options: `${options} --version! --help! -h!`,
  operands,
  changes: true,
  runs: true,
});
const PYTEST =
  "-q -qq -v -vv -vvv -s -x -l -k= -m= -n= -r= -ra -rA -rs -rf -p= --maxfail= --tb= --lf --ff --nf --sw --last-failed --failed-first --stepwise --co --collect-only --cov? --cov-report= --cov-branch --cov-fail-under= --cov-append --no-cov --durations= --durations-min= --junitxml=write --junit-xml=write --rootdir=folder -c=script --capture= --showlocals --strict-markers --strict-config --exitfirst --quiet --verbose --ignore=read --ignore-glob= --deselect= --import-mode= --color= --no-header --no-summary --disable-warnings --disable-pytest-warnings --timeout= --asyncio-mode= --doctest-modules --cache-clear --setup-show --fixtures --markers --numprocesses= --dist= --randomly-seed= --snapshot-update --benchmark-skip --benchmark-disable --pyargs -W= --confcutdir=folder --new-first --failed-first --stepwise-skip --trace-config --full-trace --tb= --show-capture=name --log-level= --log-cli-level= --log-cli? -o=text --override-ini=text --no-loadscope-reorder --forked --reruns= --reruns-delay= --hypothesis-seed= --hypothesis-show-statistics --hypothesis-profile= --benchmark-only --benchmark-autosave=none --setup-plan --setup-only --doctest-glob= --doctest-continue-on-failure --continue-on-collection-errors --create-db --reuse-db --nomigrations --no-migrations --ds= --count= --force-sugar --memray=none --xdist-group=none --looponfail=none --verbosity= --cache-show? --mypy --ruff --flake8 --black --isort --random-order --random-order-seed= --picked? --testmon --testmon-noselect --timeout-method=name --session-timeout= --force-short-summary --xfail-tb --runxfail --code-highlight= --dist= --tx=none --maxprocesses= --max-worker-restart= --junit-prefix= --record-mode=name --block-network --inline-snapshot=name --nbval --nbval-lax --driver=name --headed=none --browser=name --html=write --self-contained-html --json-report --json-report-file=write --report-log=write --disable-socket --allow-hosts=none --unordered --strict -R= --alluredir=write";
const eachTool = (names: string, options: string): Programs => each(names, runs(options));
const TOOLS: Programs = {
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
        "--add-noqa --show-settings --show-files --extend-select= --extend-ignore= --extend-fixable= --fixable= --unfixable= --per-file-ignores=plain --force-exclude --no-respect-gitignore --isolated --ignore-noqa --exit-non-zero-on-fix --ext=none -o=write --output-file=write --cache-dir=write -s -n -e --stdin-filename= --fix --unsafe-fixes --select= --ignore= --extend-select= --config=script --diff --show-fixes --statistics --output-format=name --no-cache --exclude= --target-version= --line-length= -q --no-fix --preview --fix-only --exit-zero",
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
        "--strict -s --clean --dirty -q -v -t=name --theme=name --use-directory-urls --no-directory-urls -c -f=script --config-file=script",
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
function checkPlugins(call: ReadCall): void {
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
  else if (script !== undefined) checkScript(call, script);
}
/** Numbers, words and the functions that every program has; no name is looked up, loaded or reached into. */
function checkTimed(call: ReadCall): void {
  for (const { text, known } of call.operands)
    if (
      !known ||
      !/^(?:\b(?:sum|range|len|sorted|list|dict|set|tuple|map|filter|zip|min|max|abs|str|int|float|enumerate|reversed|any|all|for|in|if|else|not|and|or|x|i|j|k|n|join|pass)\b|[\d\s()[\]{}+*/%<>=,:-]|"[\w ,-]*"\.?|'[\w ,-]*'\.?)*$/.test(
        text,
      )
    )
      find(call, "opaque", "it runs a program given in place");
}
/** Modules of `python -m` that are no tools of their own. */
const MODULES: Programs = {
  ...PYTHON_MODULES,
  zipfile: { options: "-l=read --list=read -t=read --test=read" },
  tarfile: { options: "-l=read --list=read -t=read --test=read -v" },
  "json.tool": { options: "--sort-keys --indent= --compact --no-ensure-ascii", operands: ["read", "write"] },
  py_compile: { operands: ["read"], changes: true },
  compileall: { options: "-q -f -j=", operands: ["read"], changes: true },
  doctest: { options: "-v", operands: ["inside"], changes: true },
  timeit: { options: "-n= -r= -u=name -v", operands: ["text"], check: checkTimed },
  ast: { operands: ["read"] },
  dis: { operands: ["read"] },
  tokenize: { operands: ["read"] },
  site: {},
  this: {},
  platform: {},
  sysconfig: {},
};
const pip: Rule = {
  options: "--version! -V! --help! -q --quiet --disable-pip-version-check --no-input",
  subcommands: {
    ...each("list freeze show check", {
      options: "--format=name --outdated=none -f --files --local --user -v --not-required",
      operands: ["plain"],
    }),
    ...each("install uninstall", {
      options:
        "-U --upgrade -q --quiet --user --no-cache-dir --no-deps --pre --no-build-isolation --disable-pip-version-check -y --yes --force-reinstall --only-binary= --no-input --break-system-packages -r=inside --requirement=inside -e=folder",
      operands: ["package"],
      trait: "install",
      changes: true,
    }),
    config: { subcommands: {} },
  },
  others: ANY_INSTALL,
};
/** Python's own options, then a module or a file, which takes all that follows. */
const python: Rule = {
  custom: (call, fields) => {
    const [first, ...rest] = withoutOwnOptions(fields);
    call.report.changes = true;
    if (fields.some(loadsCategory)) find(call, "opaque", "a category of warnings that is loaded from a module");
    const [program, ...words] = rest;
    if (first?.text === "-c" && program !== undefined && words.length === 0) checkPythonExpression(call, program);
    else if (first?.known !== true || first.text === "-" || /^-[^mVh-]/.test(first.text))
      find(call, "opaque", "it runs a program given in place, or piped in");
    else if (first.text === "-m") runModule(call, rest);
    else if (!first.text.startsWith("-")) runFile(call, first, rest);
    else if (!/^(-V|-VV|--version|-h|--help)$/.test(first.text) || rest.length > 0)
      find(call, "opaque", `its option ${first.text} is not among the harmless ones`);
    return null;
  },
};
/** `-W error::a.b` loads the module `a`. */
function loadsCategory({ text }: Field, at: number, all: readonly Field[]): boolean {
  const value = text.startsWith("-W") ? text.slice(2) : all[at - 1]?.text === "-W" ? text : "";
  return /^[^:]*:[^:]*:[^:]*\./.test(value);
}
/** Options of Python's own that load and run nothing. */
function withoutOwnOptions(fields: readonly Field[]): readonly Field[] {
  const at = fields.findIndex(({ text, known }) => !known || !/^-(B|u|O|OO|s|E|I|q|b|bb|v|x|[WX].*)$/.test(text));
  const before = fields[at - 1]?.text;
  if (at === -1) return [];
  return fields.slice(before === "-W" || before === "-X" ? at + 1 : at);
}
/** What the two scripts that so many repositories have do by their first word. */
const BY_WORD: Readonly<Record<string, RegExp>> = {
  "setup.py": /^(--version|--name|--help|test|check|build|build_ext|build_py|egg_info|sdist|bdist_wheel|clean)$/,
  "manage.py":
    /^(test|check|showmigrations|makemigrations|sqlmigrate|show_urls|makemessages|findstatic|spectacular|validate_templates|sqlsequencereset|list_model_info|show_template_tags|print_settings_names|optimizemigration|validate|compilemessages|--version|help)$/,
};
function runFile(call: Call, file: Field, [word, ...more]: readonly Field[]): void {
  checkScript(call, file);
  checkWords(
    call,
    [word, ...more].filter((given) => given !== undefined),
  );
  if (more.some(({ text }) => /^--((pythonpath|settings)=?.*[/~]|testrunner)/.test(text)))
    find(call, "opaque", "it may load what is no part of the repository");
  const allowed = own(BY_WORD, file.text.slice(file.text.lastIndexOf("/") + 1));
  if (allowed === undefined || word === undefined) return;
  const shows =
    /^(migrate|collectstatic|squashmigrations)$/.test(word.text) &&
    more.some(({ text }) => /^(--(plan|check|dry-run)|-n)$/.test(text));
  if (shows) return;
  for (const given of more) {
    if (/^\/|(^|\/)\.\.(\/|$)/.test(given.text)) find(call, "opaque", "it may run what is no part of the repository");
    const [, path] = /^--?(?:o|output|file|outputfile|dist-dir|d)=(.*)$/s.exec(given.text) ?? [];
    if (path !== undefined) checkWrite(call, { ...given, text: path });
  }
  for (const [at, given] of more.entries())
    if (/^(-o|-d|--output|--file|--outputfile|--dist-dir)$/.test(more[at - 1]?.text ?? "")) checkWrite(call, given);
  const installs = more.some(({ text }) =>
    /^(install\w*|upload\w*|register|develop|easy_install|bdist_rpm|alias|setopt|saveopts|rotate)$/.test(text),
  );
  if (!word.known || !allowed.test(word.text) || installs)
    find(call, "opaque", `its ${word.text} may do more than check`);
}
/** Folders that hold a repository's own programs; the rest of a name tells which. */
const OWN_MODULES =
  /^(src|app|apps|main|cli|server|backend|api|scripts?|tools?|tests?|examples?|benchmarks?|bench|project|lib|core|packages?|services?|jobs|tasks|utils|demo|dev)(\.[a-z_]\w*)*$/i;
/** The usual names of a package's own program; packages that many others install have such as well. */
const OTHERS =
  /^(pip|pipx|http|xmlrpc|wsgiref|ensurepip|venv|idlelib|twine|awscli|azure|gcloud|google|scrapy|jupyter\w*|notebook|IPython|ipykernel|uvicorn|gunicorn|hypercorn|celery|dask|ray|airflow|prefect|mlflow|ansible|salt|fabric|invoke|locust|mitmproxy|paramiko|twisted|tornado|django|flask|fastapi|streamlit|gradio|huggingface_hub|transformers|torch|tensorflow|kaggle|wandb|poetry|hatch|pdm|uv|conda|setuptools|distutils|wheel|build|flit|keyring|requests|httpx|aiohttp|websockets|selenium|playwright|docker|kubernetes|boto3?|s3cmd|fsspec|paste|werkzeug|sqlalchemy|alembic|yt_dlp|youtube_dl|nltk|spacy|unittest|test|multiprocessing|concurrent|asyncio|ctypes|email|urllib|xml|html|json|logging|lib2to3|tkinter|turtledemo|zoneinfo|importlib|encodings|curses|dbm|sqlite3|os|sys)(\.|$)/i;
function isOwnProgram(module: string): boolean {
  return (
    /^[a-z]\w*(\.[a-z]\w*){0,3}\.(cli|main|__main__|app|tests?(\.\w+)*|scripts?\.\w+|tools?\.\w+|examples?\.\w+|bench(marks?)?(\.\w+)?)$/.test(
      module,
    ) && !OTHERS.test(module)
  );
}
function runModule(call: Call, [module, ...rest]: readonly Field[]): void {
  if (
    module?.known === true &&
    (Object.hasOwn(TOOLS, module.text) || Object.hasOwn(MODULES, module.text) || module.text === "pip")
  )
    call.run([literal(`python -m ${module.text}`), ...rest]);
  else if (module?.known === true && /^(venv|virtualenv)$/.test(module.text))
    call.run([literal("python -m venv"), ...rest]);
  else if (
    module?.known === true &&
    (OWN_MODULES.test(module.text) || isOwnProgram(module.text)) &&
    !/deploy|publish|release|upload/i.test(module.text)
  )
    checkWords(call, rest);
  else find(call, "opaque", "which module it runs is not among the known ones");
}
/** Names of scripts that say that they check. */
const SCRIPTS =
  /^([\w.-]+:)?(test|tests|lint|fmt|format|check|checks|typecheck|type-check|types|type|cov|coverage|docs?|style|mypy|all|build|ci|verify|unit|test-cov|lint-check|format-check)([-_.][\w.-]+)?$/;
function scripts(): Programs {
  return each("test lint format check typecheck fmt coverage cov types", runs("-q -v", ["text"]));
}
/** A script of the settings by its name, else a command. */
const scriptOrCommand = (options: string): Rule => ({
  options: `-q -v ${options}`,
  operands: ["text"],
  stops: true,
  needs: 1,
  changes: true,
  runs: true,
  check: (call) => {
    const [name] = call.operands;
    checkWords(call, call.operands);
    if (call.operands.some(({ text }) => /(^|=)\/|(^|[/=])\.\.(\/|$)/.test(text)))
      find(call, "opaque", "it may run what is no part of the repository");
    if (name?.known !== true || !SCRIPTS.test(name.text) || Object.hasOwn(TOOLS, name.text)) call.run(call.operands);
  },
});
const runner = (own: Programs): Rule => ({
  options: "--version! --help! -q",
  subcommands: {
    run: {
      options:
        "--no-sync --frozen --offline --locked --all-extras --extra= --group= --dev --no-dev --all-groups --package= --isolated=none --quiet -q",
      operands: ["command"],
      stops: true,
      needs: 1,
    },
    ...own,
  },
  others: ANY_INSTALL,
});

export const PYTHON: Programs = {
  ...TOOLS,
  ...Object.fromEntries(
    Object.entries({ ...TOOLS, ...MODULES, pip }).map(([name, rule]) => [`python -m ${name}`, rule]),
  ),
  "python -m venv": {
    options: "--clear --upgrade-deps=none --system-site-packages --without-pip",
    operands: ["write"],
    changes: true,
  },
  "py.test": { ...runs(PYTEST), check: checkPlugins },
  ...each("python python3 python3.9 python3.10 python3.11 python3.12 python3.13 pypy3", python),
  ...each("pip pip3", pip),
  poetry: runner({
    ...each("install add update sync remove lock", {
      ...INSTALL,
      options: `${INSTALL.options} --with= --without= --only= --group= -G= --extras= --all-extras --no-root`,
    }),
    check: { options: "--lock --strict" },
    show: {
      options: "--tree -t --no-dev --latest=none --top-level -T --with= --without= --only= --all -a --why",
      operands: ["plain"],
    },
    version: { options: "-s --short --dry-run", operands: ["plain"] },
    about: {},
    env: { subcommands: { info: { options: "-p --path -e --executable" }, list: { options: "--full-path" } } },
    build: { options: "-f=name --format=name -o=write --output=write --clean", changes: true, runs: true },
    publish: ANY_PUBLISH,
  }),
  uv: runner({
    ...each("add sync remove lock", {
      ...INSTALL,
      options: `${INSTALL.options} --all-extras --extra= --group= --all-groups`,
    }),
    tree: {
      options:
        "-d= --depth= --prune= --package= --no-dedupe --invert --outdated=none --frozen --locked --offline --universal --all-groups --no-dev",
    },
    version: { options: "--short --output-format=name --dry-run" },
    build: {
      options: "--wheel --sdist -o=write --out-dir=write --offline --package= --all-packages --no-sources -q",
      operands: ["folder"],
      changes: true,
      runs: true,
    },
    python: {
      subcommands: { list: { options: "--only-installed --offline" }, find: { operands: ["plain"] } },
      others: ANY_INSTALL,
    },
    cache: { subcommands: { dir: {} }, others: ANY_INSTALL },
    tool: { subcommands: { list: {}, dir: {} }, others: ANY_INSTALL },
    publish: ANY_PUBLISH,
    pip: {
      subcommands: each("list freeze show check tree", { options: "-q --format=name -f --files", operands: ["plain"] }),
      others: ANY_INSTALL,
    },
  }),
  pdm: runner({
    run: scriptOrCommand("--no-site-packages"),
    ...scripts(),
    list: { options: "--tree --graph --fields= --json --freeze", operands: ["plain"] },
    show: { operands: ["plain"] },
    info: {},
    build: { options: "--no-isolation --no-sdist --no-wheel -d=write", changes: true, runs: true },
    publish: ANY_PUBLISH,
  }),
  pipenv: runner({ graph: {}, "--venv": {} }),
  hatch: {
    ...runner({
      run: scriptOrCommand(""),
      version: {},
      test: runs("-c --cover -a --all -p --parallel -r --randomize --cover-quiet -py= -i= -q", ["text"]),
      fmt: runs("--check --linter -l --formatter -f --preview"),
      env: {
        subcommands: { show: { options: "--ascii --json", operands: ["plain"] }, find: { operands: ["plain"] } },
        others: ANY_INSTALL,
      },
      build: { options: "-t= --target= -c --clean", operands: ["folder"], changes: true, runs: true },
      dep: { subcommands: { show: parts(each("table requirements", {})), hash: {} } },
      project: { subcommands: { metadata: { operands: ["plain"] } } },
      publish: ANY_PUBLISH,
    }),
    options: "--version! --help! -q -e= --env=",
  },
  rye: runner({
    run: scriptOrCommand(""),
    ...each("test fmt lint", runs("-p= -a --all --check --fix -v -q", ["text"])),
    show: {},
    list: {},
    publish: ANY_PUBLISH,
  }),
  ...each("taskipy poe poethepoet", { ...runs("-q -v -C=folder --list! -l!", ["plain"]), check: checkTaskNames }),
};
