import { find, literal, type ReadCall } from "../commands/scene.ts";
import { checkWrite } from "../paths/paths.ts";
import type { Programs, Rule } from "./rule.ts";
import { checkTaskNames, parts, tool } from "./tool.ts";
import { each } from "./traits.ts";

/** Each word is a command line of its own. */
function checkLines(call: ReadCall): void {
  for (const line of call.operands)
    if (line.known && /^(npm|yarn|pnpm|bun):[\w:.-]+$/.test(line.text))
      call.run([literal("npm"), literal("run"), literal(line.text.slice(line.text.indexOf(":") + 1))]);
    else if (line.known) call.run([literal("sh"), literal("-c"), line]);
    else find(call, "opaque", "what it runs is only known when it runs");
}
/** Scripts by names that say that they check. */
function checkScripts(call: ReadCall): void {
  checkTaskNames(call);
  if (
    !call.operands.every(({ text }) =>
      /^(test|build|lint|format|fmt|check|type-?check|types|compile|clean|coverage|unit|e2e|verify|validate|tsc|eslint|prettier)([:.-][\w:.*-]+)?$/.test(
        text,
      ),
    )
  )
    find(call, "opaque", "its scripts may do more than check");
}
const tasks: Rule = tool(
  "--silent -s -c --continue-on-error -p --parallel -l -n --print-label --aggregate-output -r",
  ["plain"],
  {
    needs: 1,
    check: checkScripts,
  },
);
const bundles = (more = ""): Rule =>
  tool(
    `--mode=name --minify? --sourcemap? --source-map? --no-source-maps -c?script --config?script --target= --format=name --env=name --clean --no-clean ${more}`,
  );
const OUT = "-o=write --out=write --output=write --out-dir=write --outDir=write --out-file=write";

/** Programs that come with packages of Node, beside the most usual ones. */
export const WEB_TOOLS: Programs = {
  ...each(
    "postcss postcss-cli",
    tool(
      `${OUT} -d=write --dir=write -m --map --no-map --config=inside --verbose --base=folder -r --replace --ext=name`,
      ["write"],
    ),
  ),
  purgecss: tool("-css=inside --css=inside --content=inside -o=write --output=write --config=inside"),
  svgo: tool("-f=folder -o=write -i=inside --input=inside --config=inside -r --recursive --multipass --pretty", [
    "write",
  ]),
  ...each(
    "terser uglifyjs",
    tool(
      `${OUT} -c? -m? --compress? --mangle? --module --toplevel --source-map?none --comments? -b --ecma= --keep-classnames --keep-fnames`,
    ),
  ),
  "html-minifier": tool(`${OUT} --collapse-whitespace --remove-comments --minify-css --minify-js`),
  ...each(
    "html-validate htmlhint linthtml",
    tool("--ext=name -f=name --formatter=name --max-warnings= -c=inside --config=inside --rulesdir=none --format=name"),
  ),
  ...each("graphql-codegen gql-gen", tool("-c=script --config=script --check -e --errors-only -p= --project=")),
  "graphql-inspector": parts({ ...each("diff validate coverage similar", tool("")) }),
  "openapi-typescript": tool(`${OUT} --check --enum --alphabetize --export-type --immutable`, ["inside"], { needs: 1 }),
  ...each(
    "json2ts json-schema-to-typescript",
    tool("-i=inside -o=write --input=inside --output=write --unreachableDefinitions", ["inside", "write"], {
      needs: 1,
    }),
  ),
  "ts-json-schema-generator": tool(
    "-p=inside --path=inside -t= --type= -o=write --out=write -f=inside --tsconfig=inside --no-type-check -e=name",
  ),
  changeset: parts({
    status: tool("--since=word --output=write", ["none"]),
    add: tool("--empty", ["none"]),
    version: tool("", ["none"]),
  }),
  "drizzle-kit": parts(
    each("check generate up", tool("--config=script --dialect=name --schema=inside --out=write --name=", ["none"])),
  ),
  hardhat: parts({
    ...each(
      "test compile check coverage clean size-contracts flatten",
      tool("--grep= --no-compile --bail --parallel --force --typecheck --quiet --show-stack-traces"),
    ),
  }),
  ...each(
    "dependency-cruiser depcruise",
    tool(
      "-c?script --config?script --validate?script -T=name --output-type=name -f=write --output-to=write --include-only= --exclude= --ts-config=inside -p? --progress? --focus= --metrics",
    ),
  ),
  markdownlint: tool(
    "--fix -f -c=inside --config=inside -i= --ignore= -d --dot -j -o=write --output=write --disable= --enable= -p=inside",
    ["inside"],
  ),
  ...each(
    "remark textlint alex write-good",
    tool("--frail -f --fix --dry-run --config=inside -c=inside --rule=name --format=name --ext=name -w -q --no-stdout"),
  ),
  mkdirp: tool("-p", ["write"]),
  stryker: parts({
    run: tool(
      "-m= --mutate= --reporters=name -c= --concurrency= --incremental --force --inPlace=off --logLevel=name --coverageAnalysis=name --timeoutMS= --ignoreStatic",
      ["inside"],
    ),
  }),
  ...each(
    "cucumber-js cucumber",
    tool(
      "--dry-run -t= --tags= -n= --name= -f=text --format=text -p=name --profile=name --parallel= --fail-fast --strict --retry= -i=inside --import=inside -r=inside --require=inside --require-module=loader --backtrace --exit --order=plain --no-strict --publish-quiet --language=name",
      ["inside"],
      { check: checkFormats },
    ),
  ),
  quicktype: tool(
    "-o=write --out=write -l=name --lang=name -s=name --src-lang=name --just-types --top-level= -t= --nice-property-names --explicit-unions",
    ["inside"],
    { needs: 1 },
  ),
  ...each("eslint-config-prettier", tool("")),
  ...each("yaml-lint yamllint-js eslint-find-rules", tool("-u -c -d")),
  "esbuild-visualizer": tool("--metadata=inside --filename=write --template=name --title="),
  jasmine: tool("--filter= --random? --seed= --fail-fast --parallel= --config=script --reporter=none --helper=script"),
  karma: {
    options: "--version! --help!",
    subcommands: {
      start: tool("--single-run --browsers=name --no-watch --reporters=name --log-level=name", ["script"], {
        check: needs("--single-run"),
      }),
    },
  },
  ...each(
    "web-test-runner wtr",
    tool(
      "--coverage --node-resolve --files=inside --group=name --config=script --concurrency= --playwright --puppeteer",
    ),
  ),
  ...each(
    "uvu qunit lab tape borp",
    tool(
      "-r=loader --require=loader -c --color -i= --ignore= --filter= --reporter=name -b --bail -t= -v -C --timeout=",
    ),
  ),
  ...each(
    "standard xo semistandard ts-standard",
    tool("--fix --ext= --env=name --global= --ignore= --space? --semicolon? --prettier --reporter=name"),
  ),
  tslint: tool("-p=inside --project=inside -c=inside --config=inside --fix -e= --exclude= -t=name --format=name"),
  dprint: parts({
    check: tool("--diff --incremental? -c=inside --config=inside --list-different"),
    fmt: tool("--diff --incremental? -c=inside --staged"),
    "output-file-paths": {},
  }),
  ...each("rspack rsbuild parcel microbundle unbuild bunchee tsdx father rolldown tsdown", {
    ...parts({
      build: bundles(
        `${OUT} --dist-dir=write --no-optimize --no-cache --public-url= --dts --stub=none --entry=inside -i=inside -e --format=name`,
      ),
    }),
  }),
  "tsc-alias": tool("-p=inside --project=inside --outDir=write -f --resolve-full-paths"),
  tspc: tool("-p=inside --noEmit"),
  "api-extractor": parts({ run: tool("-c=inside --config=inside -l --local --typescript-compiler-folder=inside") }),
  ...each("concurrently", {
    options:
      "-k --kill-others --kill-others-on-fail -n= --names= -c= --prefix-colors= -p= --prefix= -g --group -r --raw -s= --success= --no-color -m= --max-processes= --version! --help!",
    operands: ["text"],
    changes: true,
    needs: 1,
    check: checkLines,
  }),
  ...each("npm-run-all npm-run-all2 run-s run-p", tasks),
  ...each(
    "gulp grunt jake",
    tool("--tasks --series --no-color --silent -T -L --force -f=script --gulpfile=script", ["plain"], {
      needs: 1,
      check: checkTaskNames,
    }),
  ),
  syncpack: parts(
    each(
      "list lint list-mismatches lint-semver-ranges format fix-mismatches fix",
      tool("--source=inside --types= --config=inside --check --filter=", ["none"]),
    ),
  ),
  "sort-package-json": tool("-c --check -q --ignore=", ["write"]),
  ...each(
    "license-checker license-checker-rseidelsohn",
    tool(
      "--production --summary --json --csv --onlyAllow= --failOn= --excludePackages= --excludePrivatePackages --out=write --direct --start=folder",
      ["none"],
    ),
  ),
  ...each(
    "jscpd type-coverage ts-prune ts-unused-exports unimported sherif",
    tool(
      "-p=inside --project=inside -i= --ignore= --detail --strict --at-least= -e --min-tokens= --min-lines= --threshold= --reporters=name --format=name --config=inside --gitignore --exclude= --is --ignoreFiles= -s --skip-unused",
    ),
  ),
  ember: parts({
    ...each(
      "test build",
      tool(
        "-f= --filter= -m= --module= -e=name --environment=name --output-path=emptied --launch=none --path=folder -prod --silent",
      ),
    ),
  }),
  rush: parts(each("build rebuild check list", tool("-t=name --to=name -v", ["none"]))),
  ...each("rushx lage", tasks),
  ...each(
    "nuxt nuxi",
    parts({ ...each("build typecheck prepare generate", tool("--dotenv=none --prerender --log-level=", ["folder"])) }),
  ),
  ...each(
    "gatsby remix docusaurus vuepress vitepress eleventy qwik stencil vue-cli-service sv slidev gridsome vinxi react-router",
    parts({
      ...each(
        "build typegen test:unit lint write-translations",
        tool(
          "--out-dir=emptied --outDir=emptied --mode=name --no-minify --prefix-paths --locale=name --config=script --docs --prod --base= --fix --no-fix",
          ["folder"],
        ),
      ),
    }),
  ),
  ...each("svelte-kit vike solid-start", parts(each("sync build prepare", tool("", ["none"])))),
  "web-ext": parts({
    lint: tool("-s=folder --source-dir=folder -w --warnings-as-errors --self-hosted -i= -o=name", ["none"]),
  }),
  "node-gyp": parts(
    each("build configure rebuild clean", { ...tool("--debug --release -j= --verbose", ["none"]), trait: "install" }),
  ),
  ...each(
    "asc",
    tool(
      `-b=write -t=write --target=name --optimize -O -O3 --debug --runtime=name --noEmit ${OUT} --outFile=write --textFile=write --config=inside`,
    ),
  ),
  ...each(
    "solhint",
    tool(
      "-c=inside --config=inside -f=name --formatter=name -w= --max-warnings= -q --fix --noPrompt --ignore-path=inside",
    ),
  ),
  ...each("ts-node-esm tsm esno", {
    options: "--version!",
    operands: ["script", "text"],
    stops: true,
    needs: 1,
    changes: true,
  }),
  ...each("vite-node babel-node swc-node", {
    options: "--version!",
    operands: ["script", "text"],
    stops: true,
    needs: 1,
    changes: true,
    runs: true,
  }),
  "elm-test": tool("--fuzz= --seed= --report=name --watch=none"),
  elm: parts({ make: tool("--output=write --optimize --debug --docs=write --report=name") }),
  "elm-format": tool("--validate --yes --elm-version= --output=write", ["write"]),
  "elm-review": tool("--fix-all-without-prompt --report=name --elmjson=inside --config=inside"),
  spago: parts({ ...each("test build", tool("-p= --pedantic-packages --strict --offline --quiet", ["none"])) }),
  purs: { ...parts({ compile: tool("-o=write --output=write -g=name --codegen=name"), format: tool("") }) },
  "purs-tidy": parts({ check: tool(""), "format-in-place": tool("", ["write"]), format: tool("") }),
  wrangler: {
    options: "--version! -v!",
    subcommands: {
      types: tool("", ["write"]),
      deploy: tool("--dry-run --outdir=write -c=inside --config=inside --env=name --minify", ["inside"], {
        check: needs("--dry-run", "publish"),
      }),
    },
  },
  "check-dts": tool(""),
  "tsd-lite": tool(""),
  lingui: parts({
    ...each("extract compile", tool("--strict --typescript --clean --overwrite --locale=name --workers=", ["none"])),
  }),
  ...each(
    "formatjs",
    parts({
      ...each(
        "extract compile lint",
        tool(`--out-file=write --format=none --ast --id-interpolation-pattern= --ignore=`),
      ),
    }),
  ),
  "i18next-parser": tool("-c=script --config=script -o=write --fail-on-warnings", ["inside"]),
  i18next: tool("-c=script --config=script --fail-on-warnings", ["inside"]),
  "relay-compiler": tool("--validate --output=name", ["inside"]),
  ...each(
    "pbjs pbts",
    tool(
      "-t=name --target=name -w=name --wrap=name -o=write --out=write -p=inside --path=inside --es6 --keep-case --no-create --no-verify",
    ),
  ),
};
/** `json:build/x.json`. */
function checkFormats(call: ReadCall): void {
  for (const field of ["-f", "--format"].flatMap((name) => call.options.get(name) ?? [])) {
    const [, file] =
      /^(?:progress|progress-bar|summary|json|html|junit|message|rerun|snippets|usage|usage-json|pretty)(?::(.+))?$/.exec(
        field.text,
      ) ?? [];
    if (file !== undefined) checkWrite(call, { ...field, text: file });
    else if (!field.known || !/^[a-z-]+$/.test(field.text))
      find(call, "opaque", "what it loads or writes is not known");
  }
}
function needs(option: string, trait: "opaque" | "publish" = "opaque"): NonNullable<Rule["check"]> {
  return (call) => {
    if (!call.options.has(option)) find(call, trait, `without ${option} it does more than check`);
  };
}
