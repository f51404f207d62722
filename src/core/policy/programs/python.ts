import { type Call, type Field, find, literal } from "../commands/scene.ts";
import { checkDeleted, checkWrite } from "../paths/paths.ts";
import { checkScript, checkWords } from "../commands/texts.ts";
import { checkModule, checkPythonExpression } from "../commands/inline-code.ts";
import { PYTHON_MODULES } from "./python-tools.ts";
import type { Programs, Rule } from "./rule.ts";
import { checkTaskNames, parts, TAKES_ALL } from "./tool.ts";
import { ANY_INSTALL, ANY_PUBLISH, each, INSTALL } from "./traits.ts";
import { own } from "../../../lib/own.ts";
import { runs, PYTEST, TOOLS, checkPlugins, checkTimed } from "./python-checkers.ts";

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
    if (fields.some(namesPlace)) find(call, "opaque", "a setting of Python's that may name a file");
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
/** `-X pycache_prefix=x` writes there. */
function namesPlace({ text }: Field, at: number, all: readonly Field[]): boolean {
  const value = text.startsWith("-X") ? text.slice(2) : all[at - 1]?.text === "-X" ? text : "";
  return /=(?!\d+$)/.test(value);
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
  if (module !== undefined) checkModule(call, module.text);
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
  ...TAKES_ALL,
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
    operands: ["made"],
    changes: true,
    check: (call) => {
      if (call.options.has("--clear")) checkDeleted(call, call.operands, true);
    },
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
