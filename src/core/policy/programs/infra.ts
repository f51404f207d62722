import { find, type ReadCall } from "../commands/scene.ts";
import type { Programs, Rule } from "./rule.ts";
import { parts, tool } from "./tool.ts";
import { ANY_INSTALL, ANY_NETWORK, ANY_PUBLISH, each } from "./traits.ts";

/** A chart in a folder of the repository; `bitnami/nginx` would be fetched. */
function checkChart(call: ReadCall): void {
  const chart = call.operands.at(-1);
  if (
    chart === undefined ||
    !/^(\.{1,2}(\/|$)|([\w.-]+\/)*(charts?|helm|deploy|deployments?|k8s|infra|manifests)(\/|$))/.test(chart.text)
  )
    find(call, "network", "the chart may be one to be fetched");
}
const CHART =
  "-f=inside --values=inside --set= --set-string= --set-json= -n= --namespace= --show-only= -s= --include-crds --skip-tests --skip-crds --kube-version= --api-versions= -a= --release-name --name-template= --no-hooks --output-dir=write --is-upgrade --strict --with-subcharts --quiet --debug --generate-name";
const TERRAFORM: Programs = {
  fmt: { ...tool("-check -recursive -diff -write= -list= -no-color", ["write"]), whole: true },
  validate: { ...tool("-json -no-color -no-tests -test-directory=folder", ["none"]), whole: true },
  version: { options: "-json" },
  graph: { ...tool("-type=name -draw-cycles", ["none"]), whole: true },
  providers: { ...tool("", ["none"]), subcommands: { schema: { options: "-json" } } },
  get: ANY_NETWORK,
  ...each("metadata", { operands: ["plain"] }),
};
const terraform: Rule = {
  options: "-chdir=folder -version! --version! -help!",
  subcommands: TERRAFORM,
  others: ANY_PUBLISH,
  whole: true,
};
const LINTS =
  "-c=inside --config=inside -f=name --format=name --recursive -r --minimum-failure-severity=name --force --disable-rule= --enable-rule= --only= --filter= --var-file=inside --var= --call-module-type=name";
/** Rules are read from the repository; those that name an address are fetched. */
const POLICIES =
  "-p=inside --policy=inside -d=inside --data=inside -n= --namespace= --all-namespaces -o=name --output=name --parser=name --combine --fail-on-warn --no-fail --quiet --strict --trace";

/** Checkers of what describes machines and services; nothing here reaches for them. */
export const INFRA: Programs = {
  ...each("terraform tofu", terraform),
  terragrunt: {
    ...parts({
      hclfmt: tool("--terragrunt-check --terragrunt-diff --terragrunt-working-dir=folder --check --diff", ["none"]),
      hcl: parts({
        fmt: tool("--check --diff", ["none"]),
        format: tool("--check --diff", ["none"]),
      }),
    }),
    others: ANY_PUBLISH,
  },
  tflint: tool(`${LINTS} --chdir=folder`, ["none"]),
  ...each(
    "tfsec",
    tool(
      "-f=name --format=name -m=name --minimum-severity=name -e= --exclude= --config-file=inside --tfvars-file=inside --no-colour --concise-output --soft-fail -s --exclude-path= --exclude-downloaded-modules -O=write --out=write --include-passed --statistics",
      ["folder"],
    ),
  ),
  checkov: tool(
    "-d=folder --directory=folder -f=inside --file=inside --framework=name --quiet --compact -c= --check= --skip-check= -o=name --output=name --soft-fail -s --config-file=inside --skip-path= --output-file-path=write --skip-download --no-guide --baseline=inside --var-file=inside -l --list",
    ["none"],
  ),
  "terraform-docs": {
    ...tool("-c=inside --config=inside --output-check", ["plain"]),
  },
  trivy: parts({
    ...each(
      "config conf",
      tool(
        "--severity= --exit-code= -f=name --format=name -o=write --output=write -c=inside --config=inside --skip-dirs= --skip-files= --ignorefile=inside --skip-check-update --tf-vars=inside --helm-values=inside",
        ["folder"],
      ),
    ),
    ...each(
      "fs filesystem",
      tool(
        "--offline-scan --skip-db-update --skip-java-db-update --severity= --exit-code= --scanners= -f=name --format=name -o=write --output=write --skip-dirs= --skip-files= --ignore-unfixed --ignorefile=inside --list-all-pkgs --timeout=",
        ["folder"],
        { check: checkOffline },
      ),
    ),
  }),
  helm: {
    ...parts({
      lint: tool(CHART, ["inside"]),
      template: { ...tool(CHART, ["plain"]), needs: 1, check: checkChart },
      show: parts(
        each("values chart readme all crds", { ...tool("--jsonpath=none", ["plain"]), needs: 1, check: checkChart }),
      ),
      create: tool("-p=none", ["write"]),
      version: { options: "--short" },
      ...each(
        "dependency dep",
        parts({ ...each("list ls", tool("", ["inside"])), ...each("build update", ANY_INSTALL) }),
      ),
      unittest: tool(
        "-f=inside --file=inside --strict -o=write --output-file=write -t=name --output-type=name -q --failfast -u --update-snapshot -3 --with-subchart=name",
        ["inside"],
      ),
    }),
    others: ANY_PUBLISH,
  },
  "helm-docs": tool(
    "--dry-run -c=folder --chart-search-root=folder -t=inside --template-files=inside -s=name --sort-values-order=name ",
    ["none"],
  ),
  kustomize: {
    ...parts({
      build: tool("-o=write --output=write --reorder=name", ["folder"], { check: checkLocal }),
      ...each("cfg", { operands: ["none"] }),
      version: {},
    }),
    others: ANY_PUBLISH,
  },
  kubectl: {
    options: "--version!",
    subcommands: {
      kustomize: tool("-o=write --output=write --reorder=name", ["folder"], { check: checkLocal }),
      version: { options: "--client!", check: (call) => find(call, "network", "it asks the cluster") },
    },
    others: ANY_PUBLISH,
  },
  ...each(
    "kubeconform kubeval",
    tool(
      "-summary -strict -output=name -o=name --output=name --strict --summary -kubernetes-version= --kubernetes-version= -ignore-missing-schemas --ignore-missing-schemas -skip= --skip-kinds= -n= -reject= -exit-on-error -schema-location=plain --schema-location=plain -verbose -ignore-filename-pattern= -d=folder -cache=write",
      ["inside"],
      { whole: true, check: checkSchemas },
    ),
  ),
  ...each(
    "kube-linter kube-score pluto",
    parts({
      ...each(
        "lint score audit detect-files checks",
        tool(
          "--config=inside --format=name -o=name --output-format=name --add-all-built-in --do-not-auto-add-defaults --exclude= --include= -d=folder --audit-path=folder --ignore-test= --kubernetes-version= --only-show-failed-tests",
          ["inside"],
        ),
      ),
    }),
  ),
  conftest: parts({
    test: tool(POLICIES),
    verify: tool(POLICIES, ["none"]),
    fmt: tool("--check", ["write"]),
    parse: tool("--parser=name --combine"),
  }),
  opa: parts({
    test: tool(
      "-r= --run= --coverage -c -t= --threshold= -f=name --format=name -b --bundle --ignore= --timeout= --var-values --schema=inside --explain=name -z --exit-zero-on-skipped --count= --v0-compatible --v1-compatible --strict",
    ),
    check: tool(
      "--strict -S -b --bundle -f=name --format=name -s=inside --schema=inside --ignore= --max-errors= --v0-compatible",
    ),
    fmt: tool("-d --diff -l --list --fail -w --write --v0-v1", ["write"]),
    parse: tool("-f=name --format=name"),
    version: {},
  }),
  regal: parts({
    lint: tool(
      "-c=inside --config-file=inside -f=name --format=name --disable= --enable= --disable-all --enable-all -l=name --fail-level=name --ignore-files= --timeout= --rules=inside -r=inside",
    ),
    fix: tool("--force --dry-run", ["write"]),
    test: tool(""),
  }),
  packer: {
    ...parts({
      validate: tool("-syntax-only -var= -var-file=inside -only= -except= -evaluate-datasources=none", ["inside"], {
        whole: true,
      }),
      fmt: tool("-check -recursive -diff -write=", ["write"], { whole: true }),
      inspect: tool("", ["inside"]),
    }),
    others: ANY_PUBLISH,
  },
  nomad: {
    ...parts({ fmt: tool("-check -recursive -list= -write=", ["write"], { whole: true }) }),
    others: ANY_PUBLISH,
  },
  cue: parts({
    vet: tool("-c --concrete -d= --schema= -E --all-errors -t= --inject= -s"),
    eval: tool("-e= --expression= -c --concrete -a --all --out=name -t= -E -s"),
    export: tool("-e= --expression= --out=name -t="),
    fmt: tool("--check -d -s --simplify", ["write"]),
    trim: tool("-s", ["write"]),
    def: tool("-e= -s"),
    version: {},
  }),
  jsonnetfmt: tool(
    "--test -i --in-place -n= --indent= --max-blank-lines= --string-style=name --comment-style=name --no-use-implicit-plus",
    ["write"],
  ),
  "jsonnet-lint": tool("-J=inside"),
  tk: { ...parts({ fmt: tool("-t --test -e=", ["write"]), lint: tool("") }), others: ANY_PUBLISH },
  ...each("nixpkgs-fmt alejandra nixfmt", tool("-c --check -s --exclude=inside -e=inside", ["write"])),
  "nix-instantiate": tool("--parse", ["inside"], {
    needs: 1,
    check: (call) =>
      call.options.has("--parse") ? undefined : find(call, "opaque", "it evaluates, which may fetch and build"),
  }),
  dclint: tool("-r --recursive --fix -f=name --format=name -c=inside"),
  ...each(
    "spectral",
    parts({
      lint: tool(
        "-r=inside --ruleset=inside -f=name --format=name -o=write --output=write -F=name --fail-severity=name -D --display-only-failures --fail-on-unmatched-globs -e= --encoding=",
      ),
    }),
  ),
  ...each(
    "redocly",
    parts({
      lint: tool(
        "--config=inside --format=name --skip-rule= --max-problems= --extends=name --generate-ignore-file --lint-config=name",
      ),
      bundle: tool("-o=write --output=write --ext=name --config=inside --dereferenced -d --remove-unused-components"),
      stats: tool("--format=name"),
      "build-docs": tool("-o=write --output=write --config=inside --title="),
    }),
  ),
  ...each(
    "swagger-cli",
    parts({
      validate: tool("--no-schema --no-spec"),
      bundle: tool("-o=write --outfile=write -t=name --type=name -r --dereference -f -w="),
    }),
  ),
  ...each(
    "vacuum",
    parts({
      lint: tool("-r=inside --ruleset=inside -d --details -e --errors -n=name --fail-severity=name -b --no-banner"),
    }),
  ),
  ...each("openapi-spec-validator openapi-generator-validate", tool("--errors=name --schema=name", ["inside"])),
  ...each("openapi", parts({ validate: tool("") })),
  asyncapi: parts({ validate: tool("--fail-severity=name --diagnostics-format=name") }),
  ajv: parts({
    ...each(
      "validate test",
      tool(
        "-s=inside -d=inside -r=inside -m=inside --spec=name --errors=name --all-errors --strict? --valid --invalid --verbose --allow-union-types",
        ["none"],
      ),
    ),
    compile: tool("-s=inside -o=write --spec=name", ["none"]),
  }),
  zizmor: tool(
    "--offline -p --pedantic --format=name --min-severity=name --min-confidence=name --no-online-audits",
    ["inside"],
    { check: (call) => (call.options.has("--offline") ? undefined : find(call, "network")) },
  ),
  promtool: parts({
    check: parts(each("config rules web-config", tool("--lint=name --lint-fatal"))),
    test: parts({ rules: tool("--junit=write --run=") }),
  }),
  amtool: parts({ "check-config": tool("") }),
  buildifier: tool(
    "-mode=name --mode=name -lint=name --lint=name -r -d -v -type=name -warnings= --warnings=",
    ["write"],
    { whole: true },
  ),
  buf: {
    ...parts({
      lint: tool("--config=inside --error-format=name --path=inside --exclude-path=inside", ["inside"], {
        check: checkLocal,
      }),
      build: tool(
        "-o=write --output=write --config=inside --path=inside --as-file-descriptor-set --exclude-imports",
        ["inside"],
        { check: checkLocal },
      ),
      format: tool("-d --diff -w --write --exit-code --path=inside -o=write", ["write"], { check: checkLocal }),
      breaking: {
        ...tool("--against=text --config=inside --path=inside --error-format=name --limit-to-input-files", ["inside"]),
        check: checkAgainst,
      },
      "ls-files": tool("--format=name", ["inside"], { check: checkLocal }),
      ...each("config", parts(each("ls-lint-rules ls-breaking-rules", tool("", ["none"])))),
    }),
    others: ANY_INSTALL,
  },
  ...each(
    "sqlc",
    parts({
      ...each("compile diff generate", tool("-f=inside --file=inside --no-remote --no-database", ["none"])),
      version: {},
    }),
  ),
  ...each("protolint", {
    ...tool(""),
    subcommands: { lint: tool("-fix -config_path=inside -reporter=name -v"), list: {} },
  }),
  ...each(
    "pg_format pgformatter",
    tool("-s= -i --inplace -u= -w= -B -f= --keyword-case= --function-case= -c=inside -o=write", ["write"]),
  ),
  ...each("atlas", {
    ...parts({
      schema: parts({ fmt: tool("", ["write"]) }),
    }),
    others: ANY_NETWORK,
  }),
  goreleaser: {
    ...parts({ check: tool("-f=inside --config=inside --soft -q", ["inside"]), healthcheck: {} }),
    others: ANY_PUBLISH,
  },
  cdk: {
    options: "--version!",
    subcommands: {
      ...each(
        "synth synthesize ls list",
        tool(
          "-q --quiet -j --json -o=write --output=write -c=plain --context=plain --strict --no-lookups --all -e --exclusively --no-staging --no-version-reporting -l --long",
          ["plain"],
        ),
      ),
      notices: ANY_NETWORK,
    },
    others: ANY_PUBLISH,
  },
  ...each("cdktf", {
    options: "--version!",
    subcommands: { synth: tool("-o=write --output=write", ["none"]), list: {} },
    others: ANY_PUBLISH,
  }),
  serverless: {
    options: "--version!",
    subcommands: {},
    others: ANY_PUBLISH,
  },
};
/** `github.com/x/y` would be fetched; a folder of such a name is given as `./github.com`. */
function checkLocal(call: ReadCall): void {
  for (const { text } of call.operands)
    if (/^[^./][^/]*\.[a-z]{2,}(:\d+)?\/|[?#:]|\/\/|\.git(\/|$)/.test(text))
      find(call, "network", `${text.slice(0, 60)} may be fetched`);
}
/** `default` is fetched as well, which a sandbox does not: it is told what is missing. */
function checkSchemas(call: ReadCall): void {
  for (const name of ["-schema-location", "--schema-location"])
    for (const { text } of call.options.get(name) ?? [])
      if (/:\/\//.test(text)) find(call, "network", `${text.slice(0, 60)} would be fetched`);
}
function checkOffline(call: ReadCall): void {
  if (!call.options.has("--offline-scan") && !call.options.has("--skip-db-update"))
    find(call, "network", "it fetches what it compares with");
}
/** Another state of the repository: `.git#branch=main`; anything else would be fetched. */
function checkAgainst(call: ReadCall): void {
  checkLocal(call);
  for (const { text, known } of call.options.get("--against") ?? [])
    if (!known || !/^(\.\/|\.\.\/)*\.git#(branch|tag|ref|commit|subdir|depth)=[\w./,=@~^-]+$/.test(text))
      find(call, "network", "what it compares with may be fetched");
}
