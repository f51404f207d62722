import { find, literal, type ReadCall } from "../commands/scene.ts";
import type { Programs, Rule } from "./rule.ts";
import { checkTaskNames, parts, tool } from "./tool.ts";
import { each } from "./traits.ts";

/** A command follows, which is judged for itself. */
const measures = (options: string): Rule => ({
  options: `${options} --version! --help!`,
  operands: ["text"],
  stops: true,
  needs: 1,
  changes: true,
  check: (call) => call.run(call.operands),
});
/** Each operand is a command line of its own. */
function checkLines(call: ReadCall): void {
  const given = ["-p", "--prepare", "-s", "--setup", "-c", "--cleanup", "--conclude"].flatMap(
    (name) => call.options.get(name) ?? [],
  );
  for (const line of [...call.operands, ...given])
    if (line.known) call.run([literal("sh"), literal("-c"), line]);
    else find(call, "opaque", "what it measures is only known when it runs");
}
/** Only what is a graph by its name. */
function checkGraphs(call: ReadCall): void {
  if (call.operands.some(({ text }) => !/\.(dot|gv|viz)$/.test(text))) find(call, "opaque", "it may be no graph");
}
/** Those that come with it; any other is a program. */
function checkFormatters(call: ReadCall): void {
  for (const name of ["-F", "--formatter", "--report-formatter"])
    for (const { text } of call.options.get(name) ?? [])
      if (!/^(tap|tap13|junit|pretty|cat)$/.test(text)) find(call, "opaque", "it runs what it is told");
}
const LINKS = "--no-undefined --as-needed";

/** What stands around compilers of C and its like, and of other native code. */
export const NATIVE_TOOLS: Programs = {
  ...each(
    "autoreconf autoconf automake aclocal autoheader libtoolize",
    tool("-f -i -v --install --force --add-missing --copy -c -I=folder -W=name --foreign --warnings=name -s", [
      "folder",
    ]),
  ),
  "include-what-you-use": tool("-I=folder -D= -std= -c -O0 -isystem=folder", ["inside"]),
  ...each("compdb", parts({ ...each("list dump-config", tool("", ["inside"])) }, "-p=folder")),
  ...each("iwyu_tool iwyu_tool.py", tool("-p=folder -j= --jobs=")),
  "run-clang-tidy": tool("-p=folder -j= -checks= -header-filter= -quiet -fix", ["text"], { whole: true }),
  "clang-check": tool("-p=folder --analyze -ast-dump -ast-list"),
  "git-clang-format": tool("--diff --staged --style=name --extensions= -p -f", ["plain"]),
  cpplint: tool(
    "--filter= --linelength= --recursive --extensions= --exclude= --counting= --root=folder --output=name --repository=folder",
  ),
  ...each(
    "flawfinder splint",
    tool("--minlevel= -m -Q -D -C --context --falsepositive --error-level= --csv --html -c"),
  ),
  ...each(
    "astyle uncrustify",
    tool(
      "--style=name --dry-run -n --suffix=none -r --recursive --formatted --options=inside -c=inside --replace --no-backup --check -l= -f=inside -q",
      ["write"],
    ),
  ),
  lcov: tool(
    "-c --capture -d=folder --directory=folder -o=write --output-file=write -r --remove -e --extract -a=inside --add-tracefile=inside -l --list=inside --summary=inside --no-external --base-directory=folder -b=folder --ignore-errors= --zerocounters -z -q",
    ["plain"],
  ),
  genhtml: tool(
    "-o=write --output-directory=write --branch-coverage --legend --title= -t= -p=folder --prefix=folder --ignore-errors= -s",
  ),
  gcovr: tool(
    "-r=folder --root=folder -o=write --output=write --html=write --html-details=write --txt -e= --exclude= -f= --filter= -s --print-summary --fail-under-line= --fail-under-branch= --branches -b --object-directory=folder --sort= -j= --cobertura=write --csv --lcov=write --gcov-ignore-errors= -u -p --exclude-unreachable-branches --exclude-throw-branches --sonarqube=write",
    ["folder"],
  ),
  bear: { ...measures("--output=write -o=write --append -a --force-wrapper") },
  ...each("ccache sccache", {
    options: "-s -ss -z -p --show-stats --zero-stats -V! --version! --help! -vs",
    changes: true,
    needs: 0,
  }),
  ...each(
    "scons",
    tool("-Q -n --dry-run -j= -k -u -s -c --clean -h --tree=name -i --debug=name --no-exec", ["plain"], {
      check: checkTaskNames,
    }),
  ),
  xmake: {
    ...tool("", ["plain"]),
    subcommands: {
      ...each(
        "build b clean c show check",
        tool("-v -D -a -j= -r -w -p= --all -q", ["plain"], { check: checkTaskNames }),
      ),
      ...each("test", tool("-v -D -g=", ["plain"])),
    },
  },
  ...each("waf", tool("-j= -v", ["plain"], { check: checkTaskNames })),
  bats: tool(
    "-r --recursive -t --tap -T --timing -p --pretty -f= --filter= -F=name --formatter=name -j= --jobs= -x --print-output-on-failure --filter-tags= --no-tempdir-cleanup --show-output-of-passing-tests -c --count --abort -o=write --output=write --report-formatter=name",
    ["inside"],
    { check: checkFormatters },
  ),
  ...each("shellspec shunit2", tool("-f=name --format=name -s=none -j= --kcov=none --fail-fast -e= --example=")),
  checkbashisms: tool("-p -f -n -x --posix --force --newline --extra --early-fail -e", ["read"]),
  ...each(
    "bashate beautysh",
    tool("-i= -e= --ignore= --error= --max-line-length= --indent-size= -c --check -t", ["write"]),
  ),
  dot: tool("-T=name -K=name -G= -N= -E= -o=write -s= -y -n -q", ["read"], { check: checkGraphs }),
  ...each("neato fdp sfdp circo twopi", tool("-T=name -G= -N= -E= -o=write", ["read"], { check: checkGraphs })),
  plantuml: tool("-tsvg -tpng -ttxt -tutxt -o=write -checkonly -syntax -failfast2 -charset=plain", ["inside"], {
    whole: true,
  }),
  mmdc: tool("-i=inside -o=write -t=name -b=name -w= -H= --input=inside --output=write --theme=name -s=", ["none"]),
  d2: tool("--theme= --layout=name --pad= -t= -l=name --sketch --check", ["inside", "write"]),
  ...each(
    "flex lex",
    tool(
      "-o=write -i -L -l -s -T -w -B -I -8 -7 -Cf -CF --header-file=write --outfile=write --noline --case-insensitive --warn --reentrant --prefix=name -P=name",
    ),
  ),
  ...each(
    "bison yacc byacc",
    tool(
      "-o=write -d -t -v -y -l -W -Wall -Werror -Wcounterexamples -Wno-* --defines=write --header=write --output=write -p= --report=name --graph=write -b=write --color? -k --yacc",
    ),
  ),
  re2c: tool("-o=write -i -b -c -W -Werror -s -g --no-debug-info --case-insensitive --bit-vectors"),
  ragel: tool("-o=write -C -G0 -G1 -G2 -T0 -F1 -V -p -L -Z -J -R"),
  ...each(
    "nasm yasm",
    tool(
      "-f=name -o=write -g -F=name -w* -W* -I=folder -D= -l=write -X=name -p=inside -O=name -Ox -O0 -M -E -e",
      ["inside"],
      { whole: true },
    ),
  ),
  ...each(
    "as",
    tool("-o=write -g --gdwarf-5 --64 --32 -I=folder -W -march= --warn --fatal-warnings", ["inside"], {
      whole: true,
      needs: 1,
    }),
  ),
  ...each(
    "ld ld.lld mold",
    tool(
      `-o=made -L=folder -l= -r -s -S -shared -static -e= -Map=write -T=inside -m=name -n -N -nostdlib --gc-sections ${LINKS}`,
      ["inside"],
      { whole: true },
    ),
  ),
  objcopy: tool(
    "-O=name -I=name -j= -R= -S -g --strip-debug --strip-all --only-section= --only-keep-debug --remove-section= --set-section-flags= -B=name",
    ["write"],
  ),
  ...each("llvm-nm", { options: "-C -g -D -a -n -u --demangle --version!", operands: ["read"] }),
  ...each("llvm-objdump", { options: "-d -h -t -s -x -C -r --version!", operands: ["read"] }),
  ...each(
    "llvm-cov llvm-profdata",
    parts({
      ...each(
        "report show export",
        tool(
          "-instr-profile=inside --instr-profile=inside -format=name -show-line-counts-or-regions -use-color -ignore-filename-regex= -summary-only -object=inside -show-branches=name",
          ["inside"],
          { whole: true },
        ),
      ),
      merge: tool("-sparse -o=write", ["inside"], { whole: true }),
    }),
  ),
  hyperfine: {
    options:
      "-w= --warmup= -r= --runs= -m= --min-runs= -M= --max-runs= -i --ignore-failure -N -L=none --style=name -n= --command-name= -u=name --time-unit=name --export-json=write --export-markdown=write --export-csv=write -p= --prepare= -s= --setup= -c= --cleanup= --show-output --output=write --shell=none -P=none --version! --help!",
    operands: ["text"],
    changes: true,
    needs: 1,
    check: checkLines,
  },
  ...each(
    "nvcc hipcc",
    tool(
      "-c -o=made -O0 -O2 -O3 -g -G -std= -arch= -I=folder -D= -lineinfo --expt-relaxed-constexpr -Xptxas=none",
      ["inside"],
      { whole: true },
    ),
  ),
  ...each(
    "emcc em++",
    tool("-c -o=made -O0 -O1 -O2 -O3 -Os -g -std= -I=folder -D= -Wall", ["inside"], { whole: true }),
  ),
  ...each(
    "wat2wasm wasm2wat wasm-objdump wasm-validate wasm-opt wasm-strip wasm-dis wasm-as wasm-tools-validate",
    tool(
      "-o=write --enable-all -O -O2 -O3 -O4 -Oz -Os -x -d -h -f --fold-exprs --generate-names --debug-names --strip-debug -S -g",
    ),
  ),
  ...each("pahole dwarfdump", { options: "-a -C= --version!", operands: ["read"] }),
  ...each("gtags", tool("-v -i", ["folder"])),
  ...each("global", { options: "-x -r -s -g -f -c -a -d -i -l -n", operands: ["plain"] }),
  valac: tool("-o=made --pkg=name -C -c --disable-warnings -g -d=write --vapidir=inside -X=none --enable-experimental"),
  "glib-compile-resources": tool("--sourcedir=folder --target=write --generate-source --generate-header --c-name="),
  ...each(
    "moc uic rcc lrelease lupdate",
    tool("-o=write -name= -qm=write -no-obsolete -silent -verbose -g=name", ["inside"], { whole: true }),
  ),
  qmllint: tool("-I=folder --json=write --max-warnings= --bare -i=inside"),
  qmlformat: tool("-i -n -w= --inplace", ["write"]),
};
