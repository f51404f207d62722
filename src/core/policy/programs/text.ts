import { checkRead, checkWrite } from "../paths/paths.ts";
import { type Call, type Field, find, literal, NUMBER, type ReadCall, UNKNOWN } from "../commands/scene.ts";
import { EVERYTHING, standsFor, surelyStandsFor } from "../paths/notable.ts";
import { checkJq, checkSed } from "../commands/texts.ts";
import type { Programs, Rule } from "./rule.ts";

/** What comes through a filter is part of what went in. */
const passesOn: Rule["output"] = ({ operands, scene }) => (operands.length === 0 ? scene.input : null);
/** The words themselves. */
const says = ({ operands }: ReadCall): readonly Field[] | null =>
  operands.some(({ text }) => /[\\%]/.test(text)) ? null : operands;

/** Patterns that look for keys rather than for code, and those that match every line. */
const HUNTS =
  /secret|passw|api.?key|private.?key|credential|begin |aws_|akia|gh[pousr]_|xox[bap]|_key\b|^.?$|\bsk[-_]|(postgres(ql)?|mysql|mongodb(\+srv)?|redis|amqps?):\/\/|:\/\/[^/]*@/i;
/** What a merge leaves where it found no answer. */
const CONFLICT = /^\^?(?:([<>=])\1{6}[ $]?(?:\\?\|\^?(?=[<>=])|$))+$/;
/** Does every word it has stand in brackets, or may be absent? Then it looks for a form, as of keys. Blanks count as a word. */
function spellsNothing(branch: string): boolean {
  const plain = branch
    .replaceAll(/\([^()]*\)[*?]/g, ".")
    .replaceAll(/\\s|\[(\[:space:\]|[ \t]|\\t)+\]/g, "x")
    .replaceAll(/\[\^?\]?(\[:\w+:\]|[^\]])*\]|\\[wWSdDbB]/g, ".")
    .replaceAll(/\\?\{\d*,?\d*\\?\}/g, "+")
    .replaceAll(/\w[*?]/g, ".");
  return !/\w/.test(plain);
}
/** Names as variables of the environment have them. */
const VARIABLE = /^\^?([A-Z0-9]+_)+[A-Z0-9]*=?$|\b(KEY|TOKEN|PASS|AUTH)\b/;
function hunts({ text, known }: Field): boolean {
  if (!known || HUNTS.test(text) || VARIABLE.test(text)) return true;
  return !CONFLICT.test(text) && text.split(/\\?\|/).some(spellsNothing);
}
/** Searching all of the workspace reads its `.env` as well. */
function checkSearch(call: ReadCall, roots: readonly Field[], patterns: readonly Field[]): void {
  const everywhere = roots.length === 0 || roots.some(({ text }) => /^(\.|\.\/|\*|\.\/\*|\/workspace\/?)$/.test(text));
  const narrowed = ["--include", "-g", "--glob", "-t", "--type"].some(
    (option) => call.options.get(option)?.some(({ text }) => !text.startsWith("!")) === true,
  );
  const inverted = call.options.has("-v") || call.options.has("--invert-match");
  if (everywhere && !narrowed && inverted) find(call, "secret", "it shows everything there is");
  if (everywhere && !narrowed && (patterns.length === 0 || patterns.some(hunts)))
    find(call, "secret", "it looks for keys in everything there is");
}
function checkGrep(call: ReadCall): void {
  const { patterns, files } = sought(call);
  for (const file of files) checkRead(call, file);
  const recursive = ["-r", "-R", "--recursive", "--dereference-recursive"].some((name) => call.options.has(name));
  if (recursive) checkSearch(call, files, patterns);
}
/** What is looked for, and where; patterns of a file are not told. */
function sought({ options, operands }: ReadCall): { patterns: readonly Field[]; files: readonly Field[] } {
  const given = [...(options.get("-e") ?? []), ...(options.get("--regexp") ?? [])];
  if (options.has("-f")) return { patterns: [UNKNOWN], files: operands };
  if (given.length > 0 || options.has("--files")) return { patterns: given, files: operands };
  return { patterns: operands.slice(0, 1), files: operands.slice(1) };
}
/** Files whose names are told can only be some of those that were searched. */
const listsFiles = ({ options, operands }: ReadCall): readonly Field[] | null => {
  if (!["-l", "--files-with-matches", "--files"].some((name) => options.has(name))) return null;
  const roots = operands.slice(options.has("-e") || options.has("--files") ? 0 : 1);
  const [root] = roots;
  if (root === undefined) return [{ text: "*", known: true, glob: true, among: searched(options) }];
  return roots.flatMap((given) => {
    const { text, known } = given;
    const whole = /^(\.|\/workspace)\/*$/.test(text);
    const below = { text: `${text.replace(/\/+$/, "")}/*`, known, glob: true, among: whole ? searched(options) : [] };
    // of a file, it is the file itself
    return whole || text.endsWith("/") ? [below] : [given, below];
  });
};
/** What a search of everything looks into. */
function searched(options: ReadCall["options"]): readonly string[] {
  const deep = "-r -R --recursive --dereference-recursive --hidden -. -uu -uuu"
    .split(" ")
    .some((name) => options.has(name));
  const globs = ["-g", "--glob", "--iglob"].flatMap((name) => options.get(name) ?? []).map(({ text }) => text);
  const wanted = globs.filter((text) => !text.startsWith("!"));
  const included = (options.get("--include") ?? []).map(({ text }) => text);
  const left = (options.get("--exclude-dir") ?? []).map(({ text }) => text);
  const unwanted = globs.filter((text) => text.startsWith("!")).map((text) => text.slice(1));
  return EVERYTHING.filter((path) => {
    const asked = wanted.some((pattern) => namesPath(pattern, path));
    // of a search by words not all that could fit is thought to
    const told = options.has("--files") && !path.startsWith(".");
    if (!deep && !told) return asked && !wanted.every((pattern) => /^(\*\*\/)?\*\.?\w*$/.test(pattern));
    if (isWithout(left, path) || (included.length > 0 && !included.some((pattern) => namesPath(pattern, path))))
      return false;
    // which of two patterns stands last decides, and their order is not told here
    return wanted.length > 0 ? asked : !isWithout(unwanted, path);
  });
}
/** What braces and backslashes name is not worked out: it may be anything. */
function namesPath(pattern: string, path: string): boolean {
  const plain = pattern.replace(/^\//, "");
  return /[{\\]/.test(pattern) || [path, ...path.split("/")].some((part) => standsFor(plain, part));
}
function isWithout(patterns: readonly string[], path: string): boolean {
  return patterns.some((text) => path.split("/").some((part) => surelyStandsFor(text.replace(/\/(\*+)?$/, ""), part)));
}

/** Without a pattern of its own the first word is a file as well. */
function checkFirst(call: ReadCall): void {
  const [first] = call.operands;
  if (first !== undefined && ["-g", "-f", "-G"].some((name) => call.options.has(name))) checkRead(call, first);
  checkSearch(call, call.operands.slice(1), call.operands.slice(0, 1));
}
function checkSedCall(call: ReadCall): void {
  const scripts = [...(call.options.get("-e") ?? []), ...(call.options.get("--expression") ?? [])];
  const [first, ...rest] = call.operands;
  const files = scripts.length === 0 ? rest : call.operands;
  for (const script of scripts.length === 0 && first !== undefined ? [first] : scripts) checkSed(call, script);
  if (scripts.length === 0 && first === undefined) find(call, "opaque", "it has no script");
  const suffixes = [...(call.options.get("-i") ?? []), ...(call.options.get("--in-place") ?? [])];
  // another may make a name that others read
  if (suffixes.some(({ text }) => !/^([.~-]?(bak|orig|old|tmp|save|backup)|~|\.)?\d*$/.test(text)))
    find(call, "opaque", "where it keeps the old text");
  const inPlace = ["-i", "--in-place"].some((name) => call.options.has(name));
  for (const file of files) {
    checkRead(call, file);
    if (inPlace) checkWrite(call, file);
  }
}
function checkFormat(call: ReadCall): void {
  if (call.operands[0]?.text.startsWith("-") === true) find(call, "opaque", "an option of printf");
}

/** `--arg name value` takes two words, which are only text. */
function checkJqWords(call: Call, fields: readonly Field[]): null {
  const rest: Field[] = [];
  for (let at = 0; at < fields.length; at += 1) {
    const field = fields[at] ?? UNKNOWN;
    const [, kind] = /^--(arg|argjson|slurpfile|rawfile)$/.exec(field.text) ?? [];
    if (kind === undefined) rest.push(field);
    else if (fields[at + 1]?.text.startsWith("-") !== false) find(call, "opaque", "a name that looks like an option");
    if (kind !== undefined) at += 2;
    if (kind?.endsWith("file") === true) checkRead(call, fields[at] ?? UNKNOWN);
  }
  call.run([literal("jq plain"), ...rest]);
  return null;
}

/** In one place, it tells the number alone. */
function countsLines({ options, operands }: ReadCall): boolean {
  const alone = [...options.keys()].every((name) => /^-[ciEFvwx]$/.test(name));
  const [, file, more] = operands;
  return options.has("-c") && alone && operands.length > 0 && more === undefined && file?.glob !== true;
}
const GREP =
  "-a -b -c -E -F -G -H -h -i -I -l -L -n -N -o -P -q -r -R -s -S -T -U -v -w -x -y -Z -z -A= -B= -C= -e= -f=read -m= -# --after-context= --before-context= --context= --color? --colour? --count --exclude= --exclude-dir= --extended-regexp --files-with-matches --files-without-match --fixed-strings --ignore-case --include=names --invert-match --line-number --line-regexp --max-count= --no-filename --no-messages --null --only-matching --perl-regexp --quiet --recursive --regexp= --silent --text --with-filename --word-regexp --line-buffered --byte-offset --initial-tab --null-data --binary-files=name --label= --no-ignore-case --exclude-from=read --version! --help!";
const CAT = "-A -b -e -E -n -s -t -T -u -v --number --show-all --squeeze-blank --version! --help!";
const grep: Rule = {
  options: GREP,
  operands: ["text"],
  check: checkGrep,
  output: (call) => (countsLines(call) ? NUMBER : (listsFiles(call) ?? filtered(call))),
};
/** Of names that come in, it leaves those that look like the pattern: who looks for keys among them gets keys. */
const filtered = ({ options, operands: [pattern, more], scene }: ReadCall): readonly Field[] | null => {
  if (more !== undefined || options.has("-r") || options.has("-o")) return null;
  const keeps = !options.has("-v") && /env|key|secret|pem|cred|token|passw|rsa|^\W*$/i.test(pattern?.text ?? "");
  if (keeps && scene.input !== null) return [{ text: ".*", known: true, glob: true }];
  return scene.input?.map((field) => without(field, pattern, options.has("-v"))) ?? null;
};
/** A pattern of plain letters, and perhaps where it stands, can be tried on the names. */
function without(field: Field, pattern: Field | undefined, inverted: boolean): Field {
  if (field.among === undefined || pattern?.known !== true || !/^\^?([\w/-]|\\.)+\$?$/.test(pattern.text)) return field;
  const sought = new RegExp(pattern.text);
  return { ...field, among: field.among.filter((path) => sought.test(path) !== inverted) };
}

/** Without a rewriting it only finds. The settings of the repository may name a library that it loads to read a language. */
const CODE_SEARCH: Rule = {
  options:
    "-p= --pattern= -l=name --lang=name --json? -A= -B= -C= --heading=name --color=name --strictness=name --selector=name --no-color --threads= -j= --version! -V! --help! -h!",
  operands: ["read"],
  changes: true,
  runs: true,
};
/** By rules of settings, which may say what it changes. */
const NO_SEARCH: Rule = { operands: ["none"], check: (call) => find(call, "opaque", "it may do more than find") };

export const TEXT: Programs = {
  cat: { options: CAT, operands: ["read"], output: passesOn },
  tac: { operands: ["read"], output: passesOn },
  nl: { options: "-b= -n= -w= -s= -v= -ba", operands: ["read"] },
  head: { options: "-n= -c= -q -v -# --lines= --bytes= --quiet", operands: ["read"], output: passesOn },
  tail: { options: "-n= -c= -f -q -v -# --lines= --bytes= --quiet", operands: ["read"], output: passesOn },
  wc: {
    options: "-c -m -l -L -w --bytes --chars --lines --words --max-line-length",
    operands: ["read"],
    output: ({ operands, options }) => (operands.length === 0 && options.size === 1 ? NUMBER : null),
  },
  grep,
  egrep: grep,
  fgrep: grep,
  zgrep: grep,
  rg: {
    options:
      "-a -c -e= -f=read -F -g=names -h -H -i -I -l -L -m= -n -N -o -p -P -q -s -S -t= -T= -U -v -w -x -0 -A= -B= -C= -r= -d= -# --after-context= --before-context= --context= --color= --colors= --column --count --count-matches --files --files-with-matches --files-without-match --fixed-strings --glob=names --iglob=names --heading --no-heading --ignore-case --invert-match --json --line-number --no-line-number --max-count= --max-depth= --multiline --no-filename --only-matching --pcre2 --pretty --quiet --replace= --smart-case --sort= --stats --text --trim --type= --type-not= --type-list! --vimgrep --with-filename --word-regexp --hidden -u -uu -uuu --no-ignore --unrestricted --no-ignore-vcs --multiline-dotall --crlf --engine=name -L --follow --max-columns= -M= --null --null-data --passthru --context-separator= --field-match-separator= --path-separator=none --sortr= --text --trim --stop-on-nonmatch --no-messages --no-config --one-file-system -b --byte-offset --encoding=name -E=name --binary --max-filesize= --glob-case-insensitive --no-unicode -j= --threads= --type-add=none --case-sensitive --line-regexp --debug=none --auto-hybrid-regex --max-depth= -d= --with-filename --no-heading --include-zero --no-ignore-parent -. --version! --help!",
    operands: ["text"],
    check: (call) => {
      const { patterns, files } = sought(call);
      for (const file of files) checkRead(call, file);
      if (
        !call.options.has("--files") &&
        ["--hidden", "-.", "-u", "-uu", "-uuu", "--no-ignore", "--unrestricted"].some((name) => call.options.has(name))
      )
        checkSearch(call, files, patterns);
    },
    output: listsFiles,
  },
  ag: {
    options:
      "-i -l -L -c -w -Q -s -S -v -o -a=none -A= -B= -C= -G= -# -n -g= --nocolor --nogroup --noheading --numbers --ignore= --ignore-dir= --python --js --ts --ruby --go --cpp --cc --java --rust --php --html --css --json --yaml --markdown --shell --make --count --literal --word-regexp --files-with-matches --depth= -m= --max-count= --column --nobreak --nofilename --vimgrep --stats",
    operands: ["text", "read"],
    check: checkFirst,
  },
  ack: {
    options:
      "-i -l -L -c -w -Q -v -o -h -H -n -A= -B= -C= -# -m= --nocolor --noheading --nobreak --column --noenv --js --ts --python --ruby --perl --go --cpp --cc --java --rust --php --html --css --json --yaml --markdown --shell --make --type=name -t=name -f -g= --ignore-dir= --nogroup --noignore-dir= --literal --count --with-filename",
    operands: ["text", "read"],
    check: checkFirst,
  },
  "ast-grep": {
    ...CODE_SEARCH,
    subcommands: { run: CODE_SEARCH, scan: NO_SEARCH, test: NO_SEARCH, new: NO_SEARCH, lsp: NO_SEARCH },
    others: CODE_SEARCH,
  },
  sort: {
    options:
      "-b -c -d -f -g -h -i -k= -M -m -n -o=write -r -R -s -t= -u -V -z --field-separator= --human-numeric-sort --ignore-case --key= --numeric-sort --output=write --parallel= --reverse --unique --version-sort --stable",
    operands: ["read"],
    output: passesOn,
  },
  uniq: {
    options: "-c -d -D -f= -i -s= -u -w= -z --count --repeated --unique --ignore-case",
    operands: ["read", "write"],
    output: passesOn,
  },
  cut: {
    options: "-b= -c= -d= -f= -n -s -z --delimiter= --fields= --characters= --output-delimiter= --complement",
    operands: ["read"],
  },
  tr: { options: "-c -C -d -s -t --delete --squeeze-repeats --complement", operands: ["text"] },
  paste: { options: "-d= -z -s --delimiters= --serial", operands: ["read"] },
  column: {
    options:
      "-t -s= -n -c= -o= -J -N= -R= -H= -x -e -L --table --separator= --output-separator= --json --table-columns= --table-name= --table-right=",
    operands: ["read"],
  },
  comm: { options: "-1 -2 -3 -12 -13 -23 --nocheck-order", operands: ["read"] },
  join: { options: "-1= -2= -a= -e= -i -j= -o= -t= -v=", operands: ["read"] },
  fold: { options: "-b -s -w=", operands: ["read"] },
  fmt: { options: "-w= -s -u", operands: ["read"] },
  expand: { options: "-i -t=", operands: ["read"] },
  unexpand: { options: "-a -t=", operands: ["read"] },
  rev: { operands: ["read"] },
  shuf: { options: "-n= -e -i= -r", operands: ["read"] },
  od: { options: "-A= -t= -j= -N= -c -x -v -a -b -An -tx1", operands: ["read"] },
  hexdump: { options: "-C -n= -s= -v", operands: ["read"] },
  xxd: { options: "-l= -s= -c= -g= -p -u", operands: ["read", "write"] },
  strings: { options: "-a -n= -t=", operands: ["read"] },
  md5sum: { options: "-b -t -c --check --quiet --status", operands: ["read"] },
  sha1sum: { options: "-b -t -c --check --quiet --status", operands: ["read"] },
  sha256sum: { options: "-b -t -c --check --quiet --status --tag", operands: ["read"] },
  sha512sum: { options: "-b -t -c --check --quiet --status", operands: ["read"] },
  cksum: { operands: ["read"] },
  base64: { options: "-w= -d --decode --wrap=", operands: ["read"] },
  sed: {
    options:
      "-n -e= -E -r -s -u -z -i? --quiet --silent --expression= --regexp-extended --in-place? --posix --null-data --version! --help!",
    operands: ["text"],
    check: checkSedCall,
  },
  awk: { options: "-F= -v= --version!", operands: ["awk", "read"], needs: 1 },
  gawk: { options: "-F= -v= --version!", operands: ["awk", "read"], needs: 1 },
  mawk: { options: "-F= -v=", operands: ["awk", "read"], needs: 1 },
  "jq plain": {
    options:
      "-r -c -e -s -S -M -C -n -j -a -R --raw-input --seq --ascii-output --unbuffered --stream --raw-output0 --raw-output --compact-output --exit-status --slurp --sort-keys --monochrome-output --color-output --null-input --join-output --tab --indent= --version! --help!",
    operands: ["jq", "read"],
    needs: 1,
  },
  jq: { custom: checkJqWords },
  xq: { options: "-r -c -e -s -S -x --xml-output --raw-output --version!", operands: ["jq", "read"], needs: 1 },
  tomlq: { options: "-r -c -e -s -S -t --raw-output --version!", operands: ["jq", "read"], needs: 1 },
  yq: {
    options:
      "-r -c -e -P -C -M -N -n -0 -j -s=none -I= -o= -p= --prettyPrint --output-format=name --input-format=name --indent= --no-colors --colors --no-doc --null-input --exit-status --unwrapScalar? --raw-output --front-matter=name --tojson --yaml-output -y -Y --header-preprocess? -i --inplace --version! -V!",
    operands: ["text"],
    needs: 1,
    check: (call) => {
      const verb = /^(e|ea|eval|eval-all)$/.test(call.operands[0]?.text ?? "");
      const [, ...files] = verb ? call.operands.slice(1) : call.operands;
      for (const operand of verb ? call.operands.slice(1) : call.operands) checkJq(call, operand);
      const inPlace = call.options.has("-i") || call.options.has("--inplace");
      for (const file of files) (inPlace ? checkWrite : checkRead)(call, file);
      for (const file of files) checkRead(call, file);
    },
  },
  echo: { custom: (_call, fields) => (fields.some(({ text }) => /[\\%]/.test(text)) ? null : fields) },
  printf: {
    operands: ["text"],
    check: checkFormat,
    output: (call) => (call.operands.length === 1 ? says(call) : null),
  },
  numfmt: {
    options: "--to= --from= --format= --field= --suffix= --padding= --header? --grouping --round=name --delimiter= -d=",
    operands: ["text"],
  },
  tsort: { operands: ["read"] },
  factor: { operands: ["plain"] },
  b2sum: { options: "-c --check", operands: ["read"] },
  sum: { operands: ["read"] },
  pr: { options: "-m -t -w= -l= -# -h= -n -T", operands: ["read"] },
  ptx: { operands: ["read"] },
  seq: { options: "-s= -w -f=", operands: ["text"] },
  iconv: { options: "-f= -t= -c -o=write --from-code= --to-code= --output=write", operands: ["read"] },
  dos2unix: { options: "-q", operands: ["write"], changes: true },
};
