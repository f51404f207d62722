import { find, type ReadCall } from "../commands/scene.ts";
import type { Programs, Rule } from "./rule.ts";
import { checkTaskNames, parts, tool } from "./tool.ts";
import { each } from "./traits.ts";

const FLASK: Rule = {
  options: "--app=name -A=name --version! --help!",
  subcommands: {
    routes: tool("--sort=name --all-methods", ["none"]),
    db: parts(each("current history heads check branches show", tool("", ["plain"]))),
  },
};
/** Without it the notebook's cells are only turned into another form. */
const NBCONVERT =
  "--to=name --stdout --output=name --output-dir=write --no-input --no-prompt --clear-output --ClearOutputPreprocessor.enabled= --inplace --log-level=";
function checkSyntaxOnly(call: ReadCall): void {
  if (!["--syntax-check", "--list-tasks", "--list-hosts", "--list-tags"].some((name) => call.options.has(name)))
    find(call, "publish", "it changes other machines");
}
function checkDry(call: ReadCall): void {
  if (!call.options.has("--dry-run")) find(call, "opaque", "it changes files, commits and tags by its settings");
}
function checkPlanned(call: ReadCall): void {
  if (!["-n", "--dry-run", "--dryrun", "--lint", "--summary"].some((name) => call.options.has(name)))
    find(call, "opaque", "its steps may be anything");
}
const DBT =
  "-s= --select= --exclude= -m= --models= --target=name --no-partial-parse --profiles-dir=inside --project-dir=folder --output=name --resource-type=name --empty --no-introspect";
/** Rules that do not stand in the repository are fetched. */
function checkRules(call: ReadCall): void {
  const rules = call.options.get("--config") ?? [];
  const own = [...rules, ...(call.options.get("-e") ?? []), ...(call.options.get("--pattern") ?? [])];
  const off = call.options.has("--metrics");
  const local = own.length > 0 && off && rules.every(({ text }) => text !== "auto" && !/^[pr]\//.test(text));
  if (!local || /^(login|logout|ci|install|publish|lsp|mcp)$/.test(call.operands[0]?.text ?? ""))
    find(call, "network", "it asks a server for rules, or tells it what was found");
}

/** Checkers, formatters and builders of Python beside the most usual ones. */
export const PYTHON_TOOLS: Programs = {
  basedpyright: tool("-p=inside --project=inside --outputjson --stats --warnings --level=name --pythonversion="),
  ty: parts({ check: tool("--python-version= --output-format=name --exit-zero --error= --warn= --ignore=") }),
  pyrefly: parts({ check: tool("--python-version= --output-format=name") }),
  pyre: parts({ check: tool("", ["none"]) }, "--noninteractive --output=name"),
  pytype: tool("-k --keep-going -j= --jobs= -V= --python-version= -x= --exclude="),
  ...each("radon xenon", {
    ...parts(
      each(
        "cc mi raw hal",
        tool(
          "-a -s -j -m -x= -n= -nb -nc -nd -ne -nf -i= -e= --min= --max= --average --show-complexity --total-average -O=write",
        ),
      ),
    ),
    others: tool("--max-absolute= --max-modules= --max-average= -b= -m= -a="),
  }),
  codespell: tool(
    "-S= --skip= -L= --ignore-words-list= -I=inside --ignore-words=inside -w -i=plain -f -H -c -d -D=inside --check-filenames --check-hidden --count --toml=inside",
    ["write"],
  ),
  interrogate: tool("-f= --fail-under= -i -I -m -M -n -p -s -e= --exclude= -c=inside -r="),
  docformatter: tool("-i --in-place -c --check -d --diff -r --recursive --wrap-summaries= --wrap-descriptions=", [
    "write",
  ]),
  ...each(
    "pydoclint darglint numpydoc refurb pylama dodgy ssort usort add-trailing-comma",
    tool("--style= --check --diff"),
  ),
  autoflake: tool(
    "-i --in-place -c --check -cd --check-diff -r --recursive --remove-all-unused-imports --remove-unused-variables --remove-duplicate-keys --ignore-init-module-imports --expand-star-imports --imports= --exclude=",
    ["write"],
  ),
  yapf: tool("-d --diff -i --in-place -r --recursive -p --parallel -l= -e= --exclude= --style=plain", ["write"]),
  ...each(
    "deptry lint-imports creosote",
    tool("--config=inside --ignore= --exclude= --extend-exclude= --cache-dir=write"),
  ),
  mutmut: parts(each("results show html", tool("", ["plain"]))),
  stubgen: tool("-p=name -m=name -o=write --no-import --include-private --export-less --ignore-errors --inspect-mode"),
  stubtest: tool("--allowlist=inside --mypy-config-file=inside --concise --ignore-missing-stub --generate-allowlist", [
    "plain",
  ]),
  ...each(
    "cython cython3",
    tool("-3 -2 --3str -a --annotate -o=write --output-file=write --cplus -X= --directive= --line-directives"),
  ),
  cythonize: tool("-i --inplace -a --annotate -3 -j= -k --keep-going -f --force -b --build"),
  robot: tool(
    "--dryrun -t= --test= -s= --suite= -i= --include= -e= --exclude= -d=write --outputdir=write -L=name --loglevel=name --name= -N= -x=write",
  ),
  robocop: parts({ check: tool(""), format: tool("--check --diff") }),
  snakemake: tool(
    "-n --dryrun --lint -l --list -p --printshellcmds -c= --cores= -F -q --rerun-incomplete --summary",
    ["plain"],
    {
      check: checkPlanned,
    },
  ),
  dbt: parts(each("parse list ls", tool(DBT, ["none"])), "--no-use-colors --quiet"),
  sqlfluff: parts(
    each(
      "lint parse fix format",
      tool(
        "--dialect=name -d=name -r= --rules= -f=name --format=name --config=inside --exclude-rules= -n --nofail --disable-progress-bar --processes= -t= --templater=name --force -x=",
      ),
    ),
  ),
  sqlfmt: tool("--check --diff -l= --line-length= -d=name --dialect=name --exclude=", ["write"]),
  sqlglot: tool("--read=name --write=name --parse --pretty"),
  flask: FLASK,
  "django-admin": parts(each("check version", tool("--settings=name", ["plain"]))),
  jupyter: parts({ nbconvert: tool(NBCONVERT), kernelspec: parts({ list: { options: "--json" } }) }),
  "jupyter-nbconvert": tool(NBCONVERT),
  jupytext: tool(
    "--to=name --from=name -o=write --output=write --sync --test --update --set-formats=name --check=none --diff",
  ),
  nbstripout: tool("--dry-run -f --keep-output", ["write"]),
  nbqa: { operands: ["name", "text"], stops: true, needs: 2, changes: true, check: (call) => call.run(call.operands) },
  "ansible-lint": tool(
    "-p --parseable -c=inside --profile=name -x= -w= --offline --strict --nocolor -f=name -t= -L -T",
  ),
  "ansible-playbook": tool(
    "--syntax-check --list-tasks --list-hosts --list-tags -i=inside -t= --tags= --skip-tags=",
    ["inside"],
    {
      check: checkSyntaxOnly,
    },
  ),
  "cfn-lint": tool(
    "-t=inside -f=name --format=name -r=name --regions= -i= --ignore-checks= -c= --non-zero-exit-code= -I",
  ),
  "check-jsonschema": tool(
    "--schemafile=inside --builtin-schema=plain -o=name --traceback-mode=name --default-filetype=name",
  ),
  "pip-compile": { options: "--version!", operands: ["none"] },
  pdoc: tool("-o=write --output-dir=write -d=name --docformat=name", ["inside"], { needs: 1, check: needsOutput }),
  towncrier: parts({
    build: tool("--draft --version= --yes --keep", ["none"]),
    check: tool("--compare-with=plain", ["none"]),
  }),
  ...each(
    "bumpversion bump2version",
    tool("--dry-run --list --allow-dirty --current-version= --new-version= --no-commit --no-tag", ["plain"], {
      check: checkDry,
    }),
  ),
  "bump-my-version": parts({
    ...each("show show-bump", tool("", ["plain"])),
    bump: tool("--dry-run --allow-dirty --current-version= --new-version= --no-commit --no-tag", ["plain"], {
      check: checkDry,
    }),
  }),
  "pre-commit": parts({ "validate-config": tool(""), "validate-manifest": tool(""), "sample-config": {} }),
  semgrep: tool(
    "--config=inside --metrics=off --error --json --sarif --exclude= --include= --lang=name -l=name -e= --pattern= --disable-version-check --strict --max-target-bytes= --no-git-ignore --severity=name",
    ["inside"],
    { check: checkRules },
  ),
  "pytest-watch": { options: "--help! --version!" },
  briefcase: { options: "--version!" },
  hypothesis: parts({ write: tool("--style=name --except= --idempotent --roundtrip --equivalent", ["plain"]) }),
  ...each("inv invoke", tool("-l --list --no-dry -e --echo", ["plain"], { check: checkTaskNames })),
};
/** Modules of `python -m` that measure others, or build. */
export const PYTHON_MODULES: Programs = {
  build: tool("-w --wheel -s --sdist -n --no-isolation -x -o=write --outdir=write", ["folder"], {
    check: (call) => {
      if (!call.options.has("--no-isolation") && !call.options.has("-n")) find(call, "install");
    },
  }),
};
/** Without a place for its pages it serves them. */
function needsOutput(call: ReadCall): void {
  if (!call.options.has("-o") && !call.options.has("--output-dir")) find(call, "opaque", "it serves, and never ends");
}
