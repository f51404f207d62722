import { type Call, type Field, find, literal, type ReadCall } from "../commands/scene.ts";
import { checkScript } from "../commands/texts.ts";
import { checkPythonExpression } from "../commands/inline-code.ts";
import { PYTHON_MODULES, PYTHON_TOOLS } from "./python-tools.ts";
import type { Programs, Rule } from "./rule.ts";
import { ANY_INSTALL, ANY_NETWORK, ANY_PUBLISH, each, INSTALL } from "./traits.ts";
import { own } from "../../../lib/own.ts";

const runs = (options: string, operands: Rule["operands"] = ["inside"]): Rule => ({
  options: `${options} --version! --help! -h!`,
  operands,
  changes: true,
  runs: true,
});
const PYTEST =
  "-q -qq -v -vv -vvv -s -x -l -k= -m= -n= -r= -ra -rA -rs -rf -p= --maxfail= --tb= --lf --ff --nf --sw --last-failed --failed-first --stepwise --co --collect-only --cov? --cov-report= --cov-branch --cov-fail-under= --cov-append --no-cov --durations= --durations-min= --junitxml=write --junit-xml=write --rootdir=folder -c=script --capture= --showlocals --strict-markers --strict-config --exitfirst --quiet --verbose --ignore=read --ignore-glob= --deselect= --import-mode= --color= --no-header --no-summary --disable-warnings --disable-pytest-warnings --timeout= --asyncio-mode= --doctest-modules --cache-clear --setup-show --fixtures --markers --numprocesses= --dist= --randomly-seed= --snapshot-update --benchmark-skip --benchmark-disable --pyargs -W= --confcutdir=folder";
const TOOLS: Programs = {
  ...PYTHON_TOOLS,
  pytest: { ...runs(PYTEST), check: checkPlugins },
  unittest: runs("-v -q -f -b -c -k= -s=folder -p= -t=folder --verbose --failfast --buffer --locals", ["text"]),
  mypy: runs(
    "--strict --ignore-missing-imports --show-error-codes --pretty --no-error-summary --config-file=script --python-version= -p= -m= --exclude= --namespace-packages --explicit-package-bases --follow-imports= --check-untyped-defs --disallow-untyped-defs --warn-unused-ignores --no-incremental --cache-dir=write --install-types=none --show-column-numbers --non-interactive=none",
  ),
  pyright: runs("-p=inside --project=inside --outputjson --stats --warnings --level= --pythonversion="),
  ruff: {
    options: "--version! -V! --help! -q --quiet -v",
    subcommands: {
      check: runs(
        "--fix --unsafe-fixes --select= --ignore= --extend-select= --config=script --diff --show-fixes --statistics --output-format=name --no-cache --exclude= --target-version= --line-length= -q --no-fix --preview --fix-only --exit-zero",
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
    "--check --diff -q --quiet -v -l= --line-length= --color -t= --target-version= -S --config=script --exclude= --include= --fast -C",
  ),
  isort: runs("--check --check-only -c --diff -q --profile= --sp=script -l= --line-length= --skip= --float-to-top"),
  flake8: runs(
    "--max-line-length= --ignore= --select= --exclude= --count --statistics --show-source --extend-ignore= --config=script --max-complexity= --format=name --per-file-ignores= -q",
  ),
  pylint: runs(
    "--disable= --enable= --rcfile=script --output-format=name --errors-only -E -j= --score= --reports= --fail-under= --max-line-length= -r= -s=",
  ),
  pyflakes: runs(""),
  pycodestyle: runs("--max-line-length= --ignore= --exclude= --statistics"),
  pydocstyle: runs(""),
  bandit: runs("-r -q -ll -ii -c=script -f=name -x= --severity-level="),
  autopep8: runs("-i --in-place -r --diff -a --max-line-length="),
  pyupgrade: runs("--py38-plus --py39-plus --py310-plus --py311-plus"),
  vulture: runs("--min-confidence="),
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
      xml: runs("-o=write", ["text"]),
      json: runs("-o=write --pretty-print", ["text"]),
      combine: runs("--keep -a", ["read"]),
      erase: { changes: true },
    },
  },
  tox: runs("-e= -q -v -p? -r --recreate -l --listenvs", ["none"]),
  nox: runs("-s= -l --list --sessions= -r -R", ["text"]),
  behave: runs("--tags= --format=name -f=name --no-capture -q --stop"),
  "sphinx-build": runs("-b=name -W -n -q -E -a -j=", ["read", "write"]),
  mkdocs: {
    subcommands: {
      build: runs("--strict -s --clean -c -d=write --site-dir=write -f=script --config-file=script", ["none"]),
    },
  },
};
/** `-p no:cacheprovider` switches a plugin off; any other loads one. */
function checkPlugins(call: ReadCall): void {
  for (const { text } of call.options.get("-p") ?? [])
    if (!text.startsWith("no:")) find(call, "opaque", "it loads a plugin");
}
function checkCoverage(call: ReadCall): void {
  const [script] = call.operands;
  if (call.options.has("-m")) call.run([literal("python"), literal("-m"), ...call.operands]);
  else if (script !== undefined) checkScript(call, script);
}
/** Modules of `python -m` that are no tools of their own. */
const MODULES: Programs = {
  ...PYTHON_MODULES,
  "json.tool": { options: "--sort-keys --indent= --compact --no-ensure-ascii", operands: ["read", "write"] },
  py_compile: { operands: ["read"], changes: true },
  compileall: { options: "-q -f -j=", operands: ["read"], changes: true },
  doctest: { options: "-v", operands: ["inside"], changes: true },
  timeit: { options: "-n= -r=", operands: ["none"] },
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
        "-U --upgrade -q --quiet --user --no-cache-dir --no-deps --pre --no-build-isolation --disable-pip-version-check -y --yes --force-reinstall --only-binary= --no-input --break-system-packages -r=read --requirement=read -e=folder",
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
    /^(test|check|showmigrations|makemigrations|diffsettings|inspectdb|validate|compilemessages|--version|help)$/,
};
function runFile(call: Call, file: Field, [word, ...more]: readonly Field[]): void {
  checkScript(call, file);
  const allowed = own(BY_WORD, file.text.slice(file.text.lastIndexOf("/") + 1));
  if (allowed === undefined || word === undefined) return;
  const shows = word.text === "migrate" && more.some(({ text }) => /^--(plan|check)$/.test(text));
  if (shows) return;
  const installs = more.some(({ text }) => /^(install|upload|register|develop)$/.test(text));
  if (!word.known || !allowed.test(word.text) || installs)
    find(call, "opaque", `its ${word.text} may do more than check`);
}
function runModule(call: Call, [module, ...rest]: readonly Field[]): void {
  if (
    module?.known === true &&
    (Object.hasOwn(TOOLS, module.text) || Object.hasOwn(MODULES, module.text) || module.text === "pip")
  )
    call.run([literal(`python -m ${module.text}`), ...rest]);
  else if (module?.known === true && /^(venv|virtualenv)$/.test(module.text))
    call.run([literal("python -m venv"), ...rest]);
  else find(call, "opaque", "which module it runs is not among the known ones");
}
const runner = (own: Programs): Rule => ({
  options: "--version! --help! -q",
  subcommands: {
    run: { options: "--no-sync --frozen --offline --locked", operands: ["command"], stops: true, needs: 1 },
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
  "py.test": runs(PYTEST),
  ...each("python python3 python3.9 python3.10 python3.11 python3.12 python3.13 pypy3", python),
  ...each("pip pip3", pip),
  poetry: runner({
    ...each("install add update sync remove lock", {
      ...INSTALL,
      options: `${INSTALL.options} --with= --without= --only= --group= -G= --extras= --all-extras --no-root`,
    }),
    check: {},
    show: { options: "--tree --no-dev --latest=none", operands: ["plain"] },
    version: {},
    env: { subcommands: { info: {}, list: {} } },
    build: { changes: true, runs: true },
    publish: ANY_PUBLISH,
  }),
  uv: runner({
    ...each("add sync remove lock", {
      ...INSTALL,
      options: `${INSTALL.options} --all-extras --extra= --group= --all-groups`,
    }),
    tree: {},
    version: {},
    build: { changes: true, runs: true },
    publish: ANY_PUBLISH,
    pip: {
      subcommands: each("list freeze show check tree", { options: "-q --format=name -f --files", operands: ["plain"] }),
      others: ANY_INSTALL,
    },
  }),
  pdm: runner({}),
  pipenv: runner({ graph: {}, "--venv": {} }),
  hatch: runner({ version: {}, test: runs("", ["text"]), fmt: runs("--check"), publish: ANY_PUBLISH }),
  rye: runner({}),
};
