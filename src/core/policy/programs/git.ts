import { absolutePath } from "../paths/paths.ts";
import { type Field, find, literal, NUMBER, type ReadCall, UNKNOWN } from "../commands/scene.ts";
import {
  checkSought,
  checkSettings,
  checkConfig,
  checkThrownAway,
  changesUnlessListing,
  checkRemoved,
  checkGrepTree,
  checkReflog,
  checkRestored,
  checkPacked,
  checkCleaned,
  checkAsked,
  checkCompared,
  checkLaidDown,
  checkTaken,
} from "./git-checks.ts";
import { checkApplied } from "./patch.ts";
import { standsFor, STEERING } from "../paths/notable.ts";
import type { Programs, Rule } from "./rule.ts";
import { ANY_NETWORK, ANY_PUBLISH, each } from "./traits.ts";

const DIFF =
  "-p -u -s -U= -w -b -z -M? -C? -B? -D -R -a -l= -S= -G= -r -t -c --cc -# --patch --no-patch --unified= --raw --patch-with-raw --minimal --patience --histogram --diff-algorithm= --stat? --numstat --shortstat --dirstat? --summary --compact-summary --name-only --name-status --color? --no-color --word-diff? --word-diff-regex= --color-words? --no-renames --check --full-index --binary --abbrev? --find-renames? --diff-filter= --pickaxe-regex --pickaxe-all --text --ignore-cr-at-eol --ignore-space-at-eol --ignore-space-change --ignore-all-space --ignore-blank-lines --function-context -W --exit-code --quiet -q --no-ext-diff --no-textconv --relative? --src-prefix= --dst-prefix= --no-prefix --submodule?";
const LOG =
  "-n= -i -E -F -P -g --max-count= --skip= --since= --after= --until= --before= --author= --committer= --grep= --all-match --invert-grep --regexp-ignore-case --merges --no-merges --min-parents= --max-parents= --first-parent --all --branches? --tags? --remotes? --glob= --exclude= --reflog --walk-reflogs --merge-base --cherry --cherry-pick --cherry-mark --left-right --left-only --right-only --boundary --simplify-by-decoration --full-history --ancestry-path --date-order --author-date-order --topo-order --reverse --no-walk? --pretty? --format= --abbrev-commit --no-abbrev-commit --oneline --encoding= --no-notes --date= --parents --children --graph --decorate? --no-decorate --source --follow --log-size --count --decorate-refs=";
const show: Rule = { options: `${DIFF} ${LOG} -L=`, operands: ["revision"], check: checkSought };
const hash = (): readonly Field[] => [literal("0000000")];
/** Branches and tags are called as somebody likes, also like a file. */
const named = (): readonly Field[] => [{ ...literal("0000000"), among: [".git/config", "AGENTS.md"] }];
function parsed({ options }: ReadCall): readonly Field[] {
  const [path] = options.get("--git-path") ?? [];
  const [first, more] = [...options.keys()];
  if (path !== undefined) return [path.known ? literal(`/workspace/.git/${path.text}`) : UNKNOWN];
  if (["--git-dir", "--git-common-dir", "--absolute-git-dir"].some((name) => options.has(name)))
    return [literal("/workspace/.git")];
  if (first === "--show-toplevel" && more === undefined) return [literal("/workspace")];
  return [...options.keys()].every((name) => /^(--verify|--short|-q|--quiet)$/.test(name)) ? hash() : named();
}
const ONLY_SELECT =
  /^(-n|-\d*|-#|--max-count|--all|--branches|--reverse|--(no-)?merges|--first-parent|--since|--until|--after|--before|--author|--grep|--diff-filter|-S|-G|--follow|--skip|--format)$/;
function logged({ options }: ReadCall): readonly Field[] | null {
  const hashes = /^%[hH]$/.test(options.get("--format")?.[0]?.text ?? "");
  return hashes && [...options.keys()].every((name) => ONLY_SELECT.test(name)) ? hash() : null;
}
/** Files of the repository: those below the given paths, or any. */
const tracked = (call: ReadCall, paths: readonly Field[] = []): readonly Field[] => {
  const [only, more] = paths;
  const text = more === undefined && /^\*\.\w+$/.test(only?.text ?? "") ? (only?.text ?? "*") : "*";
  return [{ text, known: true, glob: true, among: STEERING.filter((file) => isBelow(call, file, paths)) }];
};
function isBelow(call: ReadCall, file: string, paths: readonly Field[]): boolean {
  if (paths.length === 0) return true;
  return paths.some(({ text, known }) => {
    // marks in brackets and letters behind a backslash may stand for any
    if (!known || /^:|\\/.test(text)) return true;
    const path = absolutePath(call, text).replace(/^\/workspace(\/|$)/, "");
    return path === "" || standsFor(path, file) || file.startsWith(`${path}/`);
  });
}
const deletes: Rule = { options: "*", operands: ["text"], trait: "delete", changes: true };

const LOOKS: Programs = {
  status: {
    options:
      "-s -b -u? -z --short --branch --porcelain? --long --ignored? --untracked-files? --show-stash --no-renames -v --no-ahead-behind",
    operands: ["list"],
  },
  diff: {
    options: `${DIFF} --cached --staged --merge-base --no-index`,
    operands: ["revision"],
    output: (call) =>
      call.options.has("--name-only")
        ? // without a pattern all of them may be revisions
          tracked(call, call.operands.some(({ text }) => text.includes("*")) ? call.operands : [])
        : null,
    check: checkCompared,
  },
  log: { ...show, output: logged },
  show,
  shortlog: { options: `${LOG} -s -e -c`, operands: ["revision"] },
  reflog: { options: `${LOG} ${DIFF}`, operands: ["revision"], check: checkReflog },
  blame: {
    options:
      "-L= -w -M -C -e -l -s -t -f -n -p -b -c --root --score-debug --ignore-rev= --ignore-revs-file=read --reverse --first-parent --color-lines --color-by-age --until= --incremental --progress --no-progress --line-porcelain --porcelain --show-email --since= --date= --abbrev=",
    operands: ["revision"],
  },
  annotate: { operands: ["revision"] },
  grep: {
    options:
      "-a -c -e= -E -F -G -h -H -i -I -l -L -n -o -P -p -q -v -w -W -z -A= -B= -C= -# --and --or --not --invert-match --null --text --max-count= -m= --all-match --break --cached --color? --no-color --column --count --extended-regexp --files-with-matches --files-without-match --fixed-strings --full-name --function-context --heading --ignore-case --line-number --max-depth= --name-only --only-matching --perl-regexp --quiet --show-function --word-regexp",
    operands: ["text"],
    check: checkGrepTree,
    output: (call) =>
      call.options.has("-l") || call.options.has("--files-with-matches") || call.options.has("--name-only")
        ? tracked(call, call.operands.slice(call.options.has("-e") ? 0 : 1))
        : null,
  },
  "ls-files": {
    options:
      "-c -d -m -o -i -k -s -u -t -v -z -f --directory --no-empty-directory --eol --recurse-submodules --deduplicate --format= --ignored --killed --unmerged --abbrev? -X=read --exclude-per-directory=plain --with-tree= --cached --deleted --modified --others --exclude-standard --stage --full-name --error-unmatch -x= --exclude=",
    operands: ["revision"],
    output: (call) => (call.options.has("-o") || call.options.has("--others") ? null : tracked(call, call.operands)),
  },
  "ls-tree": {
    options:
      "-d -r -t -l -z --long --name-only --name-status --full-name --full-tree --object-only --format= --abbrev?",
    operands: ["revision"],
  },
  "cat-file": { options: "-t -s -e -p --batch-check? --unordered", operands: ["revision"] },
  "rev-parse": {
    options:
      "-q --quiet --branches? --tags? --remotes? --all --revs-only --no-revs --flags --no-flags --default= --sq --not --symbolic --path-format=name --git-common-dir --absolute-git-dir --git-path=plain --show-superproject-working-tree --is-inside-git-dir --show-object-format --since= --until= --disambiguate= --verify --short? --abbrev-ref --symbolic-full-name --show-toplevel --show-prefix --show-cdup --git-dir --is-inside-work-tree --is-bare-repository --is-shallow-repository",
    operands: ["revision"],
    output: parsed,
  },
  "rev-list": {
    options: LOG,
    operands: ["revision"],
    output: ({ options }) => (options.has("--count") ? NUMBER : null),
  },
  "merge-base": {
    options: "-a --all --is-ancestor --fork-point --octopus --independent",
    operands: ["plain"],
    output: hash,
  },
  "name-rev": { options: "--name-only --tags", operands: ["plain"] },
  describe: {
    options:
      "--first-parent --candidates= --debug --broken? --tags --always --all --long --dirty? --abbrev= --match= --exclude= --exact-match",
    operands: ["plain"],
    output: named,
  },
  "symbolic-ref": {
    options: "-q --short",
    operands: ["plain"],
    check: (call) => call.operands.length > 1 && find(call, "opaque", "it moves HEAD"),
    output: named,
  },
  "show-ref": { options: "-s --tags --heads --verify -q -d", operands: ["plain"] },
  "for-each-ref": {
    options:
      "--format= --sort= --count= --contains= --no-contains= --merged? --no-merged? --points-at= --ignore-case --shell=none",
    operands: ["plain"],
  },
  "check-attr": { options: "-a --all --cached", operands: ["plain"] },
  "format-patch": {
    options: `${DIFF} --stdout -# -n -k --cover-letter --root -o=write --output-directory=write`,
    operands: ["revision"],
    changes: true,
    check: checkLaidDown,
  },
  "check-ignore": { options: "-v -q -n", operands: ["list"] },
  "diff-tree": { options: `${DIFF} --no-commit-id --root`, operands: ["revision"] },
  "diff-index": { options: `${DIFF} --cached`, operands: ["revision"] },
  "diff-files": { options: DIFF, operands: ["revision"] },
  "count-objects": { options: "-v -H" },
  "range-diff": { options: DIFF, operands: ["revision"] },
  cherry: { options: "-v", operands: ["plain"] },
  whatchanged: show,
  fsck: {
    options:
      "--no-progress --connectivity-only --full --strict --unreachable --no-dangling --dangling --no-reflogs --name-objects --verbose --lost-found=off",
  },
  version: {},
  help: { options: "-a", operands: ["none"] },
};
const CHANGES: Programs = {
  add: {
    options: "-A -u -v -n -f -N --all --update --verbose --dry-run --intent-to-add --no-all --renormalize -p",
    operands: ["read"],
    changes: true,
    check: checkTaken,
  },
  commit: {
    options:
      "-a -m= -v -q -s -F=read -S? --all --message= --amend --no-edit --allow-empty --allow-empty-message --author= --date= --signoff --fixup= --squash= --no-gpg-sign --file=read --quiet --verbose --dry-run --only --include -p --trailer= --reset-author --cleanup=",
    operands: ["list"],
    changes: true,
  },
  stash: {
    options: "-u -q -a -m= --include-untracked --all --keep-index -k --message= -p",
    operands: ["none"],
    check: (call) => {
      call.report.changes ||= call.name === "git stash";
      checkTaken(call);
    },
    subcommands: {
      push: {
        options: "-u -q -k -a -m= --include-untracked --message= --keep-index --staged -S",
        operands: ["list"],
        changes: true,
        check: checkTaken,
      },
      save: { options: "-u -q", operands: ["text"], changes: true },
      list: { options: LOG },
      show: { options: DIFF, operands: ["revision"] },
      pop: { options: "-q --index", operands: ["plain"], changes: true },
      apply: { options: "-q --index", operands: ["plain"], changes: true },
      branch: { operands: ["plain"], changes: true },
      drop: deletes,
      clear: deletes,
    },
  },
  branch: {
    options:
      "-a -r -v -vv -l -q -d -m -M -c -u= -f --all --remotes --verbose --list --show-current --contains= --merged? --no-merged? --points-at= --sort= --format= --delete --move --copy --color? --no-color --column? --set-upstream-to= --unset-upstream --track -t --no-track",
    operands: ["plain"],
    output: named,
    check: (call) => {
      checkThrownAway(call);
      changesUnlessListing(call);
    },
  },
  checkout: {
    options:
      "-b= -q -f -B= -t --track --no-track --detach --ours --theirs --orphan= --quiet --progress --force -m --merge",
    operands: ["revision"],
    changes: true,
    check: checkThrownAway,
  },
  switch: {
    options:
      "-c= -C= -q -d -t --create= --detach --track --no-track --orphan= --discard-changes -f -m --quiet --guess --no-guess",
    operands: ["plain"],
    changes: true,
    check: checkThrownAway,
  },
  restore: {
    options: "-s= -S -W -q --source= --staged --worktree --quiet --ours --theirs",
    operands: ["list"],
    changes: true,
    check: checkRestored,
  },
  reset: {
    options: "-q --soft --mixed --quiet -N --hard --merge --keep --no-refresh",
    operands: ["revision"],
    changes: true,
    check: (call) =>
      ["--hard", "--merge", "--keep"].some((option) => call.options.has(option)) &&
      find(call, "delete", "it throws away what is not committed"),
  },
  rm: {
    options: "-f -r -n -q --cached --dry-run --force --ignore-unmatch --quiet",
    operands: ["text"],
    changes: true,
    check: checkRemoved,
  },
  mv: { options: "-f -k -n -v", operands: ["write"], changes: true },
  merge: {
    options:
      "-q -v --verbose -s=name --strategy=name --no-verify=none -n --log? --no-log --into-name= --autostash --no-autostash --no-progress --no-rerere-autoupdate --signoff -q -m= --no-ff --ff --ff-only --squash --no-commit --no-edit --edit --abort --continue --quit --message= --stat --no-stat --allow-unrelated-histories -X= --strategy-option=",
    operands: ["plain"],
    changes: true,
  },
  rebase: {
    options:
      "-q -v --stat -n --no-stat -m --merge --ff --no-ff --force-rebase -f --reapply-cherry-picks --no-keep-empty --empty=name --committer-date-is-author-date --ignore-date --signoff --no-autosquash --autosquash --strategy=name -s=name --update-refs --no-update-refs --apply --show-current-patch -q --onto= --abort --continue --skip --quit --autostash --no-autostash --keep-base --rebase-merges? -X= --root",
    operands: ["plain"],
    changes: true,
  },
  "cherry-pick": {
    options:
      "-n -x -m= --mainline= --ff --no-commit --strategy=name --allow-empty-message --keep-redundant-commits -s --signoff --empty=name --abort --continue --skip --quit --allow-empty -X=",
    operands: ["plain"],
    changes: true,
  },
  revert: {
    options:
      "-n -m= --mainline= -s --signoff --strategy=name -X= --reference --no-commit --no-edit --abort --continue --skip --quit",
    operands: ["plain"],
    changes: true,
  },
  tag: {
    options:
      "-a -m= -l -n? -v=none --no-contains= --no-merged? --column? --format= -i -F=read -f --list --annotate --message= --sort= --contains= --merged? --points-at= --format= -d",
    operands: ["plain"],
    check: (call) => {
      if (call.options.has("-d")) find(call, "delete");
      changesUnlessListing(call);
    },
  },
  init: { options: "-q -b= --quiet --initial-branch=", operands: ["write"], changes: true },
  config: {
    options: "--get --get-all --local --bool --int --type= -l --list --global --system --show-origin --default=",
    operands: ["text"],
    check: checkConfig,
  },
  remote: {
    options: "-v --verbose",
    operands: ["none"],
    others: ANY_NETWORK,
    subcommands: {
      show: { options: "-n", operands: ["plain"], check: checkAsked },
      "get-url": { options: "--all", operands: ["plain"] },
    },
  },
  worktree: { subcommands: { list: { options: "--porcelain -v" }, prune: deletes }, operands: ["none"] },
  submodule: { subcommands: { status: { options: "--recursive" } }, others: ANY_NETWORK, operands: ["none"] },
  notes: { subcommands: { list: {}, show: { operands: ["plain"] } }, operands: ["none"] },
  bisect: {
    subcommands: {
      log: {},
      visualize: {},
      ...each("start good bad old new skip reset terms", {
        options: "--no-checkout --first-parent --term-good= --term-bad= --term-old= --term-new=",
        operands: ["plain"],
        changes: true,
      }),
      run: { operands: ["command"], stops: true, needs: 1, changes: true },
    },
    operands: ["none"],
  },
  am: {
    options: "--abort --continue --skip --quit --show-current-patch?",
    operands: ["none"],
    changes: true,
    check: (call) => {
      if (call.options.size === 0) find(call, "opaque", "what the patch changes is not told");
    },
  },
  clean: {
    options: "-n -d -x -X -f -ff -q -e= --dry-run --force --exclude= --quiet -i=none",
    operands: ["list"],
    changes: true,
    check: checkCleaned,
  },
  "hash-object": { options: "-t=name --stdin --no-filters", operands: ["read"] },
  "write-tree": { changes: true },
  "commit-graph": { subcommands: { verify: {}, write: { options: "--reachable", changes: true } } },
  rerere: { subcommands: { ...each("status diff remaining", {}) }, operands: ["none"] },
  "sparse-checkout": { subcommands: { list: {} } },
  stripspace: { options: "-s -c" },
  "check-ref-format": { options: "--branch --normalize --allow-onelevel", operands: ["plain"] },
  "check-mailmap": { operands: ["text"] },
  var: {
    operands: ["name"],
    check: (call) =>
      /^GIT_(DEFAULT_BRANCH|COMMITTER_IDENT|AUTHOR_IDENT)$/.test(call.operands[0]?.text ?? "")
        ? undefined
        : find(call, "opaque", "a setting that names a program"),
  },
  "verify-pack": { options: "-v -s", operands: ["list"] },
  "show-branch": { options: "-a -r --list --current --topo-order --sha1-name --no-color", operands: ["plain"] },
  "merge-tree": { options: "--write-tree --name-only --messages --no-messages -z", operands: ["plain"] },
  "merge-file": { options: "-p --ours --theirs --union -q --diff3 -L=", operands: ["write"], changes: true },
  apply: {
    options:
      "--check --stat --numstat --summary -p= -v -R --reverse --3way -3 --index --cached --whitespace=name --directory=folder --include= --exclude= --recount --verbose -q --quiet --intent-to-add",
    operands: ["read"],
    check: checkApplied,
  },
  archive: {
    options: "--format= -o=write --output=write --prefix=",
    operands: ["revision"],
    changes: true,
    check: checkPacked,
  },
};
const NETWORK = "fetch pull clone ls-remote fetch-pack";
const PUBLISH = "push send-email request-pull send-pack";
const DELETE = "gc prune";

export const GIT: Programs = {
  git: {
    options: "-C=folder -c= -p --no-pager -P --version! --help! --no-optional-locks --literal-pathspecs",
    subcommands: {
      ...LOOKS,
      ...CHANGES,
      ...each(NETWORK, ANY_NETWORK),
      ...each(PUBLISH, ANY_PUBLISH),
      ...each(DELETE, deletes),
    },
    needs: 0,
    check: checkSettings,
  },
};
