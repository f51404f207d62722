import { own } from "../../../lib/own.ts";
import { checkInside } from "../paths/paths.ts";
import { find, literal, type ReadCall } from "../commands/scene.ts";
import { checkHanded, checkScript, checkWords } from "../commands/texts.ts";
import { FOREACH } from "./build-tools.ts";
import { checkScriptName, LEAVES, NODE_TOOLS } from "./node-tools.ts";
import type { Programs, Rule } from "./rule.ts";
import { ANY_INSTALL, ANY_NETWORK, ANY_PUBLISH, each } from "./traits.ts";

const MANAGER =
  "-s --silent -q --quiet --if-present -w= --workspace= -ws --workspaces -C=folder --prefix=folder --dir=folder --cwd=folder -F= --filter= -r --recursive --offline --prefer-offline --no-audit --no-fund --loglevel=name --no-color --color? --parallel --stream --no-bail --bail --ignore-scripts --json --include-workspace-root --aggregate-output --reporter=name --verbose";
/** `npm run x -- whatever` hands its words to a script of the repository. */
const runScript: Rule = {
  options: `${MANAGER} -T --top-level -B --binaries-only`,
  operands: ["plain", "text"],
  changes: true,
  runs: true,
  check: (call) => {
    checkScriptName(call);
    const [name, ...words] = call.operands;
    // npm and yarn know a script of this name that no package wrote
    if (name?.text === "env") find(call, "secret", "it shows the environment");
    checkHanded(call, words);
  },
};
const handed: NonNullable<Rule["check"]> = (call) => checkHanded(call, call.operands);
const test: Rule = {
  options: `${MANAGER} --coverage --watch=none --bail --runInBand -t= --run --ci --timeout= --only --todo --rerun-each= --randomize --test-name-pattern= --update-snapshots -u --concurrency=`,
  operands: ["text"],
  changes: true,
  runs: true,
  check: handed,
};
const install: Rule = {
  options: `${MANAGER} -D -E -O -P --save-dev --save-exact --save --dev --no-save --save-optional --save-peer --ignore-scripts --no-optional --frozen-lockfile --immutable --legacy-peer-deps --force -f --production --omit= --include= --no-package-lock --package-lock-only --no-lockfile --lockfile-only --exact --prod -g --global --save-prefix= --yes -y --audit? --latest -L`,
  operands: ["package"],
  changes: true,
  trait: "install",
};
const look = (options: string): Rule => ({ options: `${MANAGER} ${options}`, operands: ["plain"] });

const SHARED: Programs = {
  ...each("test t tst", test),
  ...each("run run-script", runScript),
  ...each("start stop restart", { options: MANAGER, operands: ["text"], changes: true, runs: true, check: handed }),
  ...each("ls list ll la why explain", look("-a --all --depth= --long --parseable --omit= --dev --prod -g --global")),
  ...each("install i in ci add update upgrade up clean-install install-test it", install),
  ...each(
    "dlx create init exec x audit outdated login logout global link unlink rebuild dedupe prune fund import patch-commit approve-builds set deploy store cache",
    ANY_INSTALL,
  ),
  ...each("view v info show search ping whoami star docs repo bugs doctor", ANY_NETWORK),
  ...each(
    "publish unpublish deprecate dist-tag owner access team token adduser profile hook org stage trust",
    ANY_PUBLISH,
  ),
  ...each("remove rm un uninstall", { ...install, operands: ["package"] }),
  // what is named would be fetched
  pack: { options: `${MANAGER} --dry-run --pack-destination=write`, changes: true, runs: true },
  query: { options: MANAGER, operands: ["text"] },
  help: look("-a"),
  root: look("-g"),
  prefix: look("-g"),
  bin: look("-g"),
  version: { options: MANAGER, operands: ["none"] },
  pkg: {
    options: MANAGER,
    subcommands: {
      get: { operands: ["plain"] },
      set: { operands: ["text"], changes: true, check: checkPackageSettings },
      delete: { operands: ["plain"], changes: true },
    },
  },
  config: { options: MANAGER, subcommands: { get: { operands: ["plain"], check: checkConfigName } } },
};
/** What is set as a script is a command, and is run as one. */
function checkPackageSettings(call: ReadCall): void {
  for (const { text, known } of call.operands) {
    const [, value] = /^scripts(?:\.|\[)[^=]*=([^]*)$/.exec(text) ?? [];
    if (!known) find(call, "opaque", "what it sets is only known when it runs");
    else if (
      /^(husky|simple-git-hooks|git-?hooks|ghooks|yorkie|pre-?(commit|push)|lint-staged|config\.ghooks)\b/i.test(text)
    )
      find(call, "protected file", `${text.slice(0, 60)} sets a hook of git`);
    else if (text.startsWith("scripts=")) find(call, "opaque", "which commands it sets is not known");
    else if (value !== undefined) call.run([literal("sh"), literal("-c"), literal(value)]);
  }
  call.report.written.push("/workspace/package.json");
}
function checkConfigName(call: ReadCall): void {
  if (call.operands.length === 0 || call.operands.some(({ text }) => /_|token|auth|pass|key|secret/i.test(text)))
    find(call, "secret", "settings may hold tokens");
}
/** Tasks by names that say that they check. */
function checkDenoTask(call: ReadCall): void {
  const [name] = call.operands;
  if (name === undefined || !scriptNames.test(name.text)) find(call, "opaque", "the task may do more than check");
}
/** `yarn build` is `yarn run build`; only names that are no command of the manager's own and say what they do. */
const scriptNames =
  /^(test|build|lint|format|fmt|check|typecheck|type-check|types|compile|dev|start|coverage|ci|unit|e2e|verify|validate|tsc)([:.-][\w:.-]+)?$/;
const shortScript: Rule = {
  custom: (call, fields) => {
    const name = call.name.slice(call.name.lastIndexOf(" ") + 1);
    if (Object.hasOwn(NODE_TOOLS, name) || ELSEWHERE.test(name)) call.run([literal(name), ...fields]);
    else if (scriptNames.test(name) && !LEAVES.test(name)) call.run([literal("npm"), literal("run"), literal(name)]);
    else find(call, "opaque", `${name} is not among the known scripts`);
    checkHanded(call, fields);
    if (fields.some(({ known }) => !known)) find(call, "opaque", "what it is given is only known when it runs");
    return null;
  },
};
/** Runs a program of `node_modules`; where none is there it would be fetched, which a sandbox without network cannot. */
const execTool: Rule = {
  options: "--no --no-install --offline",
  operands: ["text"],
  stops: true,
  needs: 1,
  changes: true,
  check: checkTool,
};
/** Programs of packages that other tables tell of. */
const ELSEWHERE = /^(cross-env|nx|lerna|spectral|redocly|swagger-cli|ajv|cdk|buf|depcruise|actionlint|jsonlint)$/;
/** Packages whose program has another name. */
const PACKAGES: Readonly<Record<string, string>> = {
  "@biomejs/biome": "biome",
  "@redocly/cli": "redocly",
  "@stoplight/spectral-cli": "spectral",
  "@changesets/cli": "changeset",
  "@arethetypeswrong/cli": "attw",
  "@angular/cli": "ng",
  "@apidevtools/swagger-cli": "swagger-cli",
  "@commitlint/cli": "commitlint",
  "@microsoft/api-extractor": "api-extractor",
  "@tailwindcss/cli": "tailwindcss",
  "@web/test-runner": "wtr",
  "@graphql-codegen/cli": "graphql-codegen",
  "markdownlint-cli": "markdownlint",
};
function checkTool(call: ReadCall): void {
  const [given] = call.operands;
  if (given === undefined) return;
  const name = { ...given, text: own(PACKAGES, given.text) ?? given.text };
  if (!name.known || !(Object.hasOwn(NODE_TOOLS, name.text) || ELSEWHERE.test(name.text))) {
    find(call, "install");
    find(call, "opaque", "what it fetches may be anything");
  } else call.run([name, ...call.operands.slice(1).filter(({ text }, at) => at > 0 || text !== "--")]);
}
const manager = (more: Programs): Rule => ({
  options: `${MANAGER} --version! -v! --help! -h!`,
  subcommands: { ...SHARED, ...more },
  needs: 1,
});

/** `yarn workspace NAME command`. */
const workspaceScript: Rule = {
  operands: ["plain", "text"],
  stops: true,
  needs: 2,
  check: (call) => call.run([literal("yarn"), ...call.operands.slice(1)]),
};
/** `node --test` takes files and patterns; else the first operand is the program and all others are its own. */
function checkNode(call: ReadCall): void {
  const [script] = call.operands;
  // what follows a program given in place are its words
  if (["-e", "-p", "--eval", "--print"].some((option) => call.options.has(option))) return;
  const files = ["--test", "--check", "-c"].some((option) => call.options.has(option));
  if (files && (script !== undefined || call.options.has("--test")))
    for (const file of call.operands) checkInside(call, file);
  else if (script === undefined) find(call, "opaque", "it runs what is piped into it");
  else if (script.text === "inspect") find(call, "opaque", "the debugger runs what is piped into it");
  else {
    checkScript(call, script);
    checkWords(call, call.operands.slice(1));
  }
}

/** What Bun does by itself: to it `-r` is what it loads first. */
const BUN: Programs = {
  test: {
    options:
      "-s --silent -t= --test-name-pattern= --coverage --coverage-reporter=name --coverage-dir=write --bail? --timeout= --only --todo --rerun-each= --randomize --seed= --update-snapshots -u --concurrent --max-concurrency= --reporter=name --reporter-outfile=write --pass-with-no-tests --dots --only-failures --cwd=folder --ci",
    operands: ["plain"],
    changes: true,
    runs: true,
  },
  build: {
    options:
      "--outdir=write --outfile=write --target=name --format=name --minify --minify-whitespace --minify-syntax --minify-identifiers --sourcemap? --splitting --production --root=folder --external= -e= --packages=name --compile",
    operands: ["inside"],
    changes: true,
    runs: true,
  },
};

export const NODE: Programs = {
  ...NODE_TOOLS,
  node: {
    options:
      "--import=loader --require=loader -r=loader --test --test-only --test-name-pattern= --test-skip-pattern= --test-reporter=name --test-concurrency= --test-timeout= --test-force-exit --test-shard= --experimental-test-coverage --test-coverage-lines= --test-coverage-branches= --test-coverage-functions= --test-isolation=name --test-update-snapshots --test-reporter-destination=write --test-coverage-include= --test-coverage-exclude= --experimental-test-module-mocks --experimental-strip-types --experimental-transform-types --experimental-vm-modules --no-experimental-strip-types --no-warnings --trace-warnings --trace-uncaught --trace-deprecation --no-deprecation --throw-deprecation --enable-source-maps --stack-trace-limit= --max-old-space-size= --unhandled-rejections= --expose-gc --harmony --check -c --watch=off --version! -v! --help! -h! --v8-options! --conditions= -C= --input-type= --preserve-symlinks --pending-deprecation --frozen-intrinsics --permission --report-uncaught-exception -e=expression -p=expression --eval=expression --print=expression",
    operands: ["text"],
    stops: true,
    changes: true,
    runs: true,
    check: checkNode,
  },
  npm: manager({ exec: execTool, x: execTool }),
  pnpm: {
    ...manager({ exec: execTool }),
    options: `${MANAGER} -w --workspace-root --version! -v! --help! -h!`,
    others: shortScript,
  },
  yarn: {
    ...manager({ test: shortScript, exec: execTool, workspace: workspaceScript, workspaces: FOREACH }),
    others: shortScript,
  },
  bun: { ...manager({ pm: ANY_NETWORK, upgrade: ANY_INSTALL, ...BUN }), others: shortScript },
  npx: execTool,
  bunx: execTool,
  pnpx: ANY_INSTALL,
  deno: {
    options: "--version! -V! --help! -q",
    subcommands: {
      test: {
        operands: ["inside"],
        changes: true,
        options:
          "-q --no-check --parallel --filter= --fail-fast? --allow-read? --allow-write? --allow-env? --allow-none --no-run --shuffle? --coverage?emptied --doc --permit-no-files --trace-leaks --reporter=name --junit-path=write --ignore= --cached-only --no-remote --no-npm --frozen -A --allow-all --unstable-*",
        runs: true,
      },
      lint: {
        options: "--json --compact --rules-include= --rules-exclude= --ignore= --fix --quiet",
        operands: ["read"],
      },
      fmt: {
        options:
          "--check -q --ignore= --ext=name --line-width= --indent-width= --no-semicolons --single-quote --use-tabs --prose-wrap=name",
        operands: ["write"],
        changes: true,
      },
      check: { options: "--all --doc --doc-only --cached-only --no-remote --frozen -q", operands: ["read"] },
      doc: { options: "--lint --html=none --json --private", operands: ["read"] },
      info: { options: "--json", operands: ["read"] },
      types: {},
      task: { operands: ["plain", "text"], changes: true, runs: true, needs: 1, check: checkDenoTask },
      bench: { options: "--json --no-run --filter= --cached-only", operands: ["inside"], runs: true, changes: true },
      run: {
        options: "--allow-read? --allow-write? --allow-env? --check --no-check --cached-only --no-remote -q",
        operands: ["script", "text"],
        stops: true,
        needs: 1,
        changes: true,
        runs: true,
      },
    },
    others: ANY_INSTALL,
  },
};
