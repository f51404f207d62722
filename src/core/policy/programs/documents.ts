import { find, type ReadCall } from "../commands/scene.ts";
import type { Programs } from "./rule.ts";
import { parts, tool } from "./tool.ts";
import { each } from "./traits.ts";

/** A stylesheet or a query of XML can name files and addresses; only plain ones pass. */
function checkXpath(call: ReadCall): void {
  for (const { text, known } of call.options.get("--xpath") ?? [])
    if (!known || /document\s*\(|doc\s*\(|unparsed|:\/\//i.test(text))
      find(call, "opaque", "its query may reach other files");
}
function offline(call: ReadCall): void {
  if (!call.options.has("--offline")) find(call, "network", "it asks the addresses that it finds");
}
/** Links to elsewhere are asked for, unless it is told not to. */
function skipsLinks(call: ReadCall): void {
  if (!call.options.has("--skip-external-links")) find(call, "network", "it asks the addresses that it finds");
}
/** A form with a dot in its name is a program for pandoc. */
function checkForms(call: ReadCall): void {
  for (const name of ["--to", "--from", "-t", "-f", "-r", "-w"])
    for (const { text, known } of call.options.get(name) ?? [])
      if (!known || !/^[\w+-]+$/.test(text)) find(call, "opaque", "the form may be a program");
}
const PANDOC =
  "-f= -t= --from= --to= -r= -w= -o=write --output=write -s --standalone --toc --toc-depth= -N --number-sections --wrap=name --columns= -M= --metadata= -V=plain --variable=plain --katex --mathml --no-highlight --highlight-style=name --shift-heading-level-by= --strip-comments --reference-links --eol=name --markdown-headings=name --atx-headers --list-tables=none --fail-if-warnings --tab-stop= -i --incremental --section-divs --slide-level=";

/** What checks, counts and turns texts into other forms. */
export const DOCUMENTS: Programs = {
  ...each(
    "typos",
    tool(
      "-w --write-changes --diff --format=name --exclude= -c=inside --config=inside --files --words --identifiers --locale=name --hidden --force-exclude --type-list --brief -j=",
      ["write"],
    ),
  ),
  vale: {
    ...tool(
      "--output=name --config=inside --minAlertLevel=name --no-exit --no-wrap --ignore-syntax --ext= --filter=none --glob=",
    ),
    subcommands: { "ls-config": {}, sync: { trait: "install", changes: true } },
    others: tool("--output=name --config=inside --minAlertLevel=name --no-exit --no-wrap --glob="),
  },
  ...each(
    "proselint woke",
    tool("-error -w -source=none -locale=name --exit-1-on-failure -c=inside -l=name --lang=name", ["inside"], {
      whole: true,
    }),
  ),
  lychee: tool(
    "--offline --include-fragments --exclude= --exclude-path= -n --format=name -f=name --root-dir=folder --base=folder -E --no-ignore --mode=name --accept= -o=write --output=write --max-concurrency= --glob-ignore-case",
    ["inside"],
    { check: offline },
  ),
  "markdown-link-check": tool("--offline", ["inside"], { check: offline }),
  ...each(
    "mdformat mdl",
    tool(
      "--check --wrap= --number -s=inside --style=inside -r= --rules= -g --git-recurse -i -w -j --align-semantic-breaks-in-lists",
      ["write"],
    ),
  ),
  ...each(
    "taplo",
    parts({
      ...each("fmt format", tool("--check --diff -o= --option= -c=inside --config=inside --force", ["write"])),
      ...each(
        "lint check validate",
        tool("-c=inside --config=inside --schema=inside --default-schema-catalogs=none --no-schema"),
      ),
      get: { options: "-f=read --file-path=read -o=name --output-format=name", operands: ["plain"] },
    }),
  ),
  ...each("tombi", parts(each("format lint", tool("--check --diff --offline", ["write"])))),
  ...each(
    "yamlfmt yamlfix",
    tool("-lint -dry -conf=inside -quiet -formatter=plain -dstar -extensions= -exclude= --check", ["write"], {
      whole: true,
    }),
  ),
  ...each("yamale", tool("-s=inside --schema=inside -n= --no-strict --strict -p=name")),
  jsonlint: {
    options: "-q -c -s -t= --version! --help! -V! --compact --quiet --sort-keys",
    operands: ["read"],
  },
  ...each(
    "editorconfig-checker ec eclint",
    tool(
      "-exclude= --exclude= -format=name --format=name -config=inside --config=inside -disable-indentation -disable-indent-size -disable-max-line-length -disable-trim-trailing-whitespace -disable-insert-final-newline -disable-end-of-line -ignore-defaults -verbose -no-color -dry-run",
      ["inside"],
      { whole: true },
    ),
  ),
  xmllint: tool(
    "--noout --format --xpath=text --schema=inside --relaxng=inside --dtdvalid=inside --schematron=inside --valid --nonet --recover --encode=name --html --noblanks --c14n --pretty= --output=write -o=write --nowarning --noenc --stream --timing --nocdata --nsclean",
    ["inside"],
    { check: checkXpath },
  ),
  ...each(
    "xmlstarlet xml",
    parts({
      ...each(
        "val validate",
        tool(
          "-w -q -e -r=inside -s=inside -d=inside --well-formed --quiet --err --xsd=inside --relaxng=inside --list-good --list-bad -g -b",
        ),
      ),
      ...each(
        "fo format",
        tool("-t -s= --indent-tab --indent-spaces= -n -R -D -H --noindent --recover --dropdtd --html -e=name"),
      ),
      el: tool("-a -v -u"),
    }),
  ),
  ...each(
    "tidy",
    tool(
      "-q -e -qe -errors -quiet -m -modify -xml -asxml -ashtml -utf8 -i -indent -wrap=plain -config=inside -file=write -o=write -output=write --show-warnings=name --drop-empty-elements=name",
      ["write"],
      { whole: true },
    ),
  ),
  ...each(
    "asciidoctor",
    tool(
      "-o=write --out-file=write -D=write --destination-dir=write -b=name --backend=name -d=name --doctype=name -a=plain --attribute=plain -e --embedded -n --section-numbers -s --no-header-footer -w --warnings -t --timings --failure-level=name --trace --safe",
      ["inside"],
    ),
  ),
  "asciidoctor-pdf": tool("-o=write -D=write -a=plain -d=name --failure-level=name"),
  pandoc: tool(PANDOC, ["inside"], { needs: 1, check: checkForms }),
  ...each(
    "mdbook",
    parts({
      build: tool("", ["folder"]),
      test: tool("-L=inside -c= --chapter=", ["folder"]),
    }),
  ),
  ...each("hugo", {
    ...tool(
      "-D --buildDrafts -F --buildFuture --minify --gc -d=write --destination=write -s=folder --source=folder -e=name --environment=name --templateMetrics --printPathWarnings --panicOnWarning --logLevel=name -b=plain --baseURL=plain --config=inside --ignoreCache",
      ["none"],
    ),
    subcommands: {
      version: {},
      list: parts(each("drafts future expired all published", tool("", ["none"]))),
      build: tool("-D --minify --gc -d=write -e=name", ["none"]),
    },
  }),
  ...each(
    "zola",
    parts({
      build: tool("-u=plain --base-url=plain --drafts --minify", ["none"]),
      check: tool("--drafts --skip-external-links", ["none"], { check: skipsLinks }),
    }),
  ),
  jekyll: parts({
    ...each(
      "build doctor",
      tool(
        "-s=folder --source=folder -D --drafts --future --incremental -I --strict_front_matter --config=inside -b=plain --baseurl=plain -t --trace --profile -q --safe",
        ["none"],
      ),
    ),
  }),
  ...each("doxygen", tool("-q -b -s", ["script"])),
  jsdoc: tool(
    "-c=script --configure=script -d=write --destination=write -r --recurse -R=inside --readme=inside -p --private -X",
  ),
  documentation: parts(each("lint build", tool("-f=name --format=name -o=write --output=write --shallow"))),
  yard: parts({
    ...each(
      "stats doc list",
      tool(
        "--list-undoc -o=write --output-dir=write --no-save --no-cache --fail-on-warning -n --no-output --private --protected -b=write -m=name -M=name --title=",
      ),
    ),
  }),
  ...each("rdoc", tool("-o=write --output=write -C -c= --coverage-report -f=name -x= -q --dry-run")),
  ...each("scc", {
    ...tool(
      "--by-file -w --wide -s=name --sort=name -f=name --format=name --no-complexity --no-cocomo --exclude-dir= -i= --include-ext= -x= --exclude-ext= -M= --no-gen --no-min -c -d -a --avg-wage= --ci --uloc -u -p --percent --no-size --count-as= -n= -o=write --output=write",
      ["list"],
    ),
  }),
  tokei: tool(
    "-f --files -s=name --sort=name -e= --exclude= -t= --types= -o=name --output=name -C --compact -c= --hidden --no-ignore -l --languages",
    ["inside"],
  ),
  cloc: tool(
    "--by-file --json --yaml --csv --md --xml --sql=none --exclude-dir= --exclude-ext= --include-lang= --exclude-lang= --include-ext= --not-match-d= --not-match-f= --match-f= --vcs=name --hide-rate --by-percent= --skip-uniqueness --diff --out=write --report-file=write --progress-rate= --fullpath --unix --max-file-size= --by-file-by-lang",
    ["list"],
    { check: checkVcs },
  ),
  ...each(
    "loc sloccount gocloc onefetch",
    tool("--exclude= --by-file --sort=name --include-lang= --no-art --no-color-palette -d= --details", ["list"]),
  ),
  reuse: parts(each("lint spdx", tool("-j -p -l -o=write --json --lines", ["none"]))),
  "git-cliff": tool(
    "-o=write --output=write -l --latest -u --unreleased -t=plain --tag=plain -c=inside --config=inside -p=write --prepend=write --current --strip=name --bump --offline",
    ["plain"],
  ),
  "conventional-changelog": tool(
    "-o=write --outfile=write -p=name --preset=name -r=plain -s --same-file -i=write --infile=write",
    ["none"],
  ),
  ...each("fixjson", tool("-w -i=", ["write"])),
  ...each("csvlint", { options: "--version!", operands: ["read"] }),
  ...each("csvcut csvgrep csvstat csvlook csvsort csvjson csvformat csvstack csvjoin csvclean", {
    options:
      "-c= -n -d= -t -q= -m= -r= -i -x -H -K= -e= --columns= --names --delimiter= --match= --regex= --nulls --count --mean --max --min --freq --unique --type --sum -I --reverse --stream -U= -D= -T --left --outer --max-rows= --max-columns= --version! --help!",
    operands: ["read"],
  }),
  ...each("htmlq pup", {
    options: "-t --text -a= --attribute= -p --pretty -f=read --filename=read -c -n -r= -w -i= -l",
    operands: ["text"],
  }),
  ...each("pdftotext", {
    options: "-layout -f= -l= -raw -enc=name -nopgbrk -q -v!",
    operands: ["read", "write"],
    changes: true,
    whole: true,
  }),
  ...each("pdfinfo", { options: "-f= -l= -meta -box", operands: ["read"], whole: true }),
  ...each("figlet toilet cowsay banner", { options: "-f=name -w= -c -k", operands: ["text"] }),
};
/** Any other is a command whose output names the files. */
function checkVcs(call: ReadCall): void {
  if (call.options.get("--vcs")?.every(({ text }) => /^(git|svn|auto)$/.test(text)) === false)
    find(call, "opaque", "it runs what it is told");
}
