import { find, type ReadCall } from "../commands/scene.ts";
import { checkWrite } from "../paths/paths.ts";
import { checkScript, checkWords } from "../commands/texts.ts";
import type { Programs, Rule } from "./rule.ts";
import { checkTaskNames, parts, tool } from "./tool.ts";
import { ANY_INSTALL, each } from "./traits.ts";
import { script } from "./languages.ts";

const named = (options = ""): Rule => tool(options, ["plain"], { check: checkTaskNames });

/** Checkers, formatters and build tools of Kotlin, Java, Scala and Clojure. */
export const JVM_TOOLS: Programs = {
  ktlint: tool(
    "-F --format --relative --reporter=text --color-name= -l=name --log-level=name --code-style=name --baseline=write --editorconfig=inside --limit=",
    ["inside"],
    { check: checkKtlint },
  ),
  ktfmt: tool("--kotlinlang-style --google-style --meta-style -n --set-exit-if-changed --dropbox-style", ["write"]),
  detekt: tool(
    "--build-upon-default-config -i=inside --input=inside -c=inside --config=inside -ex= --excludes= -in= --includes= --parallel -ac --auto-correct --baseline=inside -b=inside --all-rules --max-issues= -cp=inside --jvm-target= --language-version= -r=text --report=text --disable-default-rulesets",
    ["none"],
    { whole: true, check: checkDetekt },
  ),
  "google-java-format": tool(
    "-n --dry-run -i --replace -r --aosp -a --set-exit-if-changed --skip-sorting-imports --skip-removing-unused-imports --fix-imports-only --skip-reflowing-long-strings",
    ["write"],
  ),
  "palantir-java-format": tool("--palantir -i --replace -n --dry-run --set-exit-if-changed", ["write"]),
  javadoc: tool(
    "-quiet -d=write -sourcepath=folder -cp=folder -classpath=folder -private -protected -public -package -subpackages= -exclude= -Xdoclint* -Xwerror -author -version -encoding= -charset= -linksource -html5 -notimestamp -source= --release= -windowtitle= -doctitle=",
    ["inside"],
    { whole: true },
  ),
  jdeps: tool(
    "-s -summary -v -verbose -cp=folder -classpath=folder --class-path=folder -R -recursive --list-deps --print-module-deps --ignore-missing-deps --multi-release= -jdkinternals --jdk-internals -q -p= --package= -e= --regex= --check=none -apionly --api-only",
    ["inside"],
    { whole: true },
  ),
  scalac: tool(
    "-d=made -cp=folder -classpath=folder -deprecation -feature -unchecked -Xlint* -Werror -Xfatal-warnings -Ywarn-* -source= -explain -new-syntax -indent -no-indent -release=",
    ["inside"],
    { whole: true, needs: 1 },
  ),
  "scala-cli": {
    ...parts({
      ...each(
        "test compile fmt",
        tool("--check --power --server? --scala= -S= --jvm=none --test-only= --offline --scala-version= --js=none"),
      ),
    }),
    others: ANY_INSTALL,
  },
  ...each(
    "scalafix",
    tool(
      "--check --test --rules=name -r=name --files=inside -f=inside --config=inside --auto-suppress-linter-errors --syntactic",
      ["inside"],
    ),
  ),
  mill: { ...named("-i --no-server -j= -k --keep-going --offline --ticker= --debug"), check: checkMill },
  ...each("clj clojure", {
    ...tool(
      "-X:test -M:test -X:test:* -M:test:* -M:lint* -M:fmt* -M:format* -M:cljfmt* -M:clj-kondo* -M:kaocha* -M:check* -M:dev:test* -T:build -Stree -Spath -Sdescribe",
      ["plain"],
      { whole: true, needs: 0, check: clojure },
    ),
  }),
  "clj-kondo": tool("--lint=inside --fail-level=name --config=inside --parallel --filename= --report-level=name"),
  cljfmt: parts({ check: tool(""), fix: tool("", ["write"]) }),
  cljstyle: parts({ check: tool(""), fix: tool("", ["write"]) }),
  lein: {
    ...parts(
      {
        ...each(
          "test check compile clean deps:tree eastwood kibit cljfmt midje kaocha uberjar jar javac cloverage bikeshed",
          tool(":only :all :integration :unit", ["plain"], { check: lein }),
        ),
      },
      "-o",
    ),
    others: ANY_INSTALL,
  },
  groovy: script("-cp=folder -classpath=folder"),
  groovyc: tool("-d=write -cp=folder -classpath=folder"),
};
/** `core.test` and `__.compile`: modules, and their tasks by known names. */
const MILL =
  /^((__|_|[\w-]+)\.)*(test|testOnly|testQuick|compile|checkFormat|checkFormatAll|reformat|fix|resolve|show|inspect|path|plan|clean|_)$|^(resolve|inspect|plan|path|show|clean) /;
function checkMill(call: ReadCall): void {
  const [task] = call.operands;
  const more = /^(run|show)/.test(task?.text ?? "") ? call.operands.slice(1) : [];
  const several = call.operands.some(({ text }) => /^[+,]$|[{}]/.test(text));
  if (task === undefined || several || [task, ...more].some(({ text, known }) => !known || !MILL.test(text)))
    find(call, "opaque", "the task may do more than check");
}
/** What is behind an alias stands in `deps.edn`; what follows it are words. */
function clojure(call: ReadCall): void {
  if (call.options.size === 0 && call.operands.length === 0) find(call, "opaque", "it runs what is piped into it");
  checkTaskNames(call);
  const [file] = call.operands;
  if (call.options.size === 0 && file !== undefined) checkScript(call, file);
  checkWords(call, call.operands);
  for (const { text } of call.operands)
    if (text === "-" || /[()@/]/.test(text)) find(call, "opaque", "it runs a program given in place");
}
/** `json,output=build/x.json`; and no subcommand such as `installGitPreCommitHook`. */
function checkKtlint(call: ReadCall): void {
  for (const field of call.options.get("--reporter") ?? []) {
    const [, file] =
      /^(?:plain|plain-summary|json|sarif|checkstyle|html)(?:\?\w+)?(?:,output=(.+))?$/.exec(field.text) ?? [];
    if (file !== undefined) checkWrite(call, { ...field, text: file });
    else if (!field.known || !/^[a-z-]+(\?\w+)?$/.test(field.text))
      find(call, "opaque", "what it loads or writes is not known");
  }
  if (call.operands.some(({ text }) => /^(install|generate|print|apply)\w*$/i.test(text)))
    find(call, "opaque", "it does more than check");
}
/** `html:build/x.html`. */
function checkDetekt(call: ReadCall): void {
  for (const field of ["-r", "--report"].flatMap((name) => call.options.get(name) ?? [])) {
    const [, file] = /^(?:txt|xml|html|md|sarif):(.+)$/.exec(field.text) ?? [];
    if (file === undefined) find(call, "opaque", "what it writes is not known");
    else checkWrite(call, { ...field, text: file });
  }
}
function lein(call: ReadCall): void {
  checkTaskNames(call);
  if (call.operands.some(({ text }) => /^(run|repl|trampoline|exec|update-in)$/.test(text)))
    find(call, "opaque", "it may run anything");
}
