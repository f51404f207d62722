import { find, type ReadCall } from "../commands/scene.ts";
import { checkProgram } from "../commands/texts.ts";
import type { Programs } from "./rule.ts";
import { checkTaskNames, parts, tool } from "./tool.ts";
import { ANY_INSTALL, ANY_PUBLISH, each } from "./traits.ts";

const MIX =
  "--check-formatted --warnings-as-errors --trace --cover --only= --exclude= --failed --stale --seed= --strict --force --no-deps-check --max-failures= --slowest= --include= --partitions= --all-warnings --format= --no-start --no-compile --all --min-priority= --min-confidence= --label= --sink= --source= --only-nodes --only-direct --exit --skip --ignore=";
const HASKELL_FLAGS =
  /^-(Wall|Wextra|Werror|Wcompat|W[a-z-]+|O[0-2]?|fno-code|threaded|rtsopts|j\d*|v\d?|XStrict|X[A-Z]\w+|cpp|prof|dynamic|static)( |$)/;
function checkGhcFlags(call: ReadCall): void {
  for (const { text, known } of call.options.get("--ghc-options") ?? [])
    if (!known || !text.split(/ +/).every((flag) => HASKELL_FLAGS.test(`${flag} `)))
      find(call, "opaque", "a flag of the compiler may name a program");
}
function checkHaskell(call: ReadCall): void {
  checkTaskNames(call);
  checkGhcFlags(call);
}
const CABAL =
  "-v= -j= --jobs= --offline --enable-tests --enable-benchmarks --disable-tests -O0 -O1 -O2 --test-show-details=plain --test-option= --test-options= --only-dependencies=none --dry-run --keep-going --ghc-options= --enable-coverage --disable-optimization -f= --flags=";
const STACK =
  "--fast --pedantic --test --no-run-tests -j= --ta= --test-arguments= --coverage --bench --no-run-benchmarks --haddock --no-haddock-deps --flag= --ghc-options= --dry-run --keep-going --skip= --no-nix-pure=none --work-dir=write";

/** Haskell, OCaml, Erlang, Elixir and Scheme. */
export const FUNCTIONAL: Programs = {
  cabal: {
    ...parts({
      ...each("build test bench check haddock", tool(CABAL, ["plain"], { check: checkHaskell })),
      ...each("clean outdated list-bin path", tool("--offline", ["plain"])),
    }),
    others: ANY_INSTALL,
  },
  stack: {
    ...parts({
      ...each("build test bench haddock", tool(STACK, ["plain"], { check: checkHaskell })),
      exec: { operands: ["command"], stops: true, needs: 1, changes: true },
      ...each("clean path query ls", tool("--dependencies --project-root --local-bin", ["plain"])),
    }),
    others: ANY_INSTALL,
  },
  ghc: tool(
    "-fno-code -Wall -Wextra -Werror -Wcompat -O -O0 -O1 -O2 -i=inside -o=made -outputdir=write -threaded -c --make -j -v0 -XStrict -hide-package= -package=name",
    ["inside"],
    { whole: true },
  ),
  hlint: tool(
    "-h=inside --hint=inside --ignore= -i= -j --threads= --git=none --cpp-simple -X= --no-exit-code -g=none --report=write --only= --extension=",
    ["inside"],
  ),
  dune: {
    ...parts({
      ...each(
        "build test runtest",
        tool(
          "-j= --profile=name --display=name -f --force -p= --auto-promote --no-buffer --stop-on-first-error --only-packages=",
          ["plain"],
          { check: checkTaskNames },
        ),
      ),
      ...each("fmt clean promote describe", tool("--check --auto-promote --preview", ["none"])),
      format: tool("--check"),
    }),
    others: ANY_INSTALL,
  },
  ...each("ocamlformat", tool("--check -i --inplace --enable-outside-detected-project --root=folder", ["write"])),
  ...each(
    "ocamlc ocamlopt",
    tool("-c -o=made -I=inside -g -w= -package=name -i -a -linkpkg -thread -strict-sequence", ["inside"], {
      whole: true,
    }),
  ),
  ocamlfind: {
    ...parts({
      list: {},
      query: tool("", ["plain"]),
      ...each(
        "ocamlc ocamlopt opt c",
        tool("-c -o=made -I=inside -g -w= -package=plain -linkpkg -thread", ["inside"], { whole: true }),
      ),
    }),
  },
  opam: {
    ...parts({
      list: tool("--installed -i -s --short --columns=", ["plain"]),
      show: { operands: ["plain"], options: "--installed -f= --field=" },
      switch: { subcommands: { ...each("list show", { options: "-s --short" }) }, others: ANY_INSTALL },
      lint: tool(""),
    }),
    others: ANY_INSTALL,
  },
  rebar3: {
    ...parts({
      ...each(
        "eunit ct proper dialyzer xref compile cover edoc fmt format lint tree clean",
        tool(
          "-m= --module= --suite= --app= --apps= --dir=inside --case= --group= --cover -c --check -w --verbose -v --file=inside --generator= --readable= --sname=none --spec=inside",
          ["plain"],
          { check: checkTaskNames },
        ),
      ),
    }),
    others: ANY_PUBLISH,
  },
  erlc: tool("-o=write -I=inside -Wall -Werror -v +debug_info -W", ["inside"], { whole: true }),
  ...each("elixirc", tool("-o=write --warnings-as-errors --ignore-module-conflict")),
  erlfmt: tool("-c --check -w --write --verbose", ["write"]),
  mix: {
    ...parts({
      ...each("test compile format credo dialyzer coveralls doctor sobelow", tool(MIX, ["inside"])),
      xref: parts({ graph: tool(MIX, ["none"]), callers: tool(MIX, ["plain"]), trace: tool(MIX) }),
      ...each(
        "deps deps.tree hex.audit deps.unlock phx.routes ecto.migrations app.tree app.config boundary.visualize gettext.extract docs phx.digest",
        tool(
          "--check --check-unused --all --merge --check-up-to-date --only=name --depth= --format=name --exclude= -o=write --include-umbrella-children",
          ["plain"],
        ),
      ),
      help: tool("--search=", ["plain"]),
      ...each(
        "phx.gen.schema phx.gen.context phx.gen.html phx.gen.json phx.gen.live ecto.gen.migration",
        tool("--no-schema --binary-id --web= --no-context --table=", ["plain"]),
      ),
      "hex.publish": ANY_PUBLISH,
    }),
    others: ANY_INSTALL,
  },
  racket: { ...tool("-t=script -u=script", ["text"]), stops: true, needs: 0, check: scheme },
  raco: parts({
    test: tool("-x -s= --table --timeout= -j= -q -m"),
    make: tool("-j= -v"),
    fmt: tool("-i --width=", ["write"]),
    expand: tool(""),
    exe: tool("-o=made"),
    setup: ANY_INSTALL,
    pkg: ANY_INSTALL,
  }),
};
function scheme(call: ReadCall): void {
  const given = ["-t", "-u", "-s"].some((name) => call.options.has(name));
  const [file] = call.operands;
  if (file !== undefined) checkProgram(call, call.operands);
  else if (!given) find(call, "opaque", "it runs what is piped into it");
}
