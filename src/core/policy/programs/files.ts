import { posix } from "node:path";
import { absolutePath, checkDeleted, checkPlace, checkRead, checkReadWhole, checkWrite } from "../paths/paths.ts";
import { mayStandFor, standsFor, STEERING } from "../paths/notable.ts";
import { placeOf } from "../paths/protected-paths.ts";
import { type Call, type Field, find, literal, type ReadCall } from "../commands/scene.ts";
import { checkFind } from "./find.ts";
import { checkListsOnly, checkTar } from "./archives.ts";
import type { Programs, Rule } from "./rule.ts";
import { each } from "./traits.ts";

const recursive = ({ options }: ReadCall) => ["-r", "-R", "--recursive"].some((name) => options.has(name));

/** The last operand, or the value of `-t`, is written; all others are read. */
function checkCopied(call: ReadCall): void {
  const { operands, options } = call;
  const target = options.get("-t") ?? options.get("--target-directory");
  const sources = target === undefined ? operands.slice(0, -1) : operands;
  const last = operands.at(-1);
  const whole = ["-r", "-R", "-a", "--recursive", "--archive"].some((option) => options.has(option));
  for (const source of sources) (whole ? checkReadWhole : checkRead)(call, source);
  if (target === undefined && last !== undefined) checkWrite(call, last);
  const folder = target?.at(-1) ?? (last !== undefined && /(^|\/)\.{0,2}$/.test(last.text) ? last : undefined);
  if (folder?.known === true) for (const source of sources) checkLaid(call, source, folder);
  if (operands.length < (target === undefined ? 2 : 1)) find(call, "opaque", "it names no target");
}
/** In a folder it keeps its name; `x/.` is all that stands in `x`, also what is hidden there. */
function checkLaid(call: ReadCall, source: Field, folder: Field): void {
  const name = posix.basename(source.text);
  const steering = source.glob && absolutePath(call, folder.text) === "/workspace" ? STEERING : [];
  const meant = steering.find((path) => !path.startsWith(".") && !path.includes("/") && standsFor(name, path));
  if (meant !== undefined) find(call, "protected file", `${source.text} may hold a ${meant}`);
  if (!/^\.{1,2}$/.test(name)) checkWrite(call, { ...source, text: posix.join(folder.text, name) });
  else if (!/^\/workspace\/[^.]/.test(absolutePath(call, folder.text)))
    find(call, "opaque", "everything that stands there is laid over the folder");
}
/** What moves away is gone where it was. */
function checkMoved(call: ReadCall): void {
  checkCopied(call);
  const sources = call.options.has("-t") ? call.operands : call.operands.slice(0, -1);
  const leaves = /^\/(dev|tmp)(\/|$)/.test(call.operands.at(-1)?.text ?? "");
  if (leaves) checkDeleted(call, sources, true);
  else for (const source of sources) checkWrite(call, source);
}
/** A link may lead anywhere: only one that stays below the folder it is read from is harmless. */
function checkLinked(call: ReadCall): void {
  const [from, to, more] = call.operands;
  const has = (...names: readonly string[]) => names.some((name) => call.options.has(name));
  const soft = has("-s", "--symbolic") && !has("-r", "--relative");
  if (soft && from?.known === true && to?.known === true && more === undefined && from.text.startsWith("../")) {
    checkRead(call, { ...from, text: posix.resolve(posix.dirname(absolutePath(call, to.text)), from.text) });
    checkWrite(call, to);
  } else checkCopied(call);
  const sources = to === undefined ? call.operands : call.operands.slice(0, -1);
  const place = absolutePath(call, to === undefined ? "x" : (call.operands.at(-1)?.text ?? ""));
  for (const source of sources)
    for (const folder of soft ? [posix.dirname(place), place] : [call.scene.directory])
      checkLed(call, source, posix.resolve(folder, source.text));
  for (const source of sources)
    if (/^[/~]/.test(source.text) || leavesFrom(call, source, to))
      find(call, "outside read", "a link that may leave the workspace");
}
/** @param led where the link would lead, as a normal absolute path */
function checkLed(call: ReadCall, source: Field, led: string): void {
  const place = placeOf(led);
  if (place.kind === "inside" && place.protectedAs !== null)
    find(call, "protected file", `a link to ${place.path} (${place.protectedAs})`);
  const meant = source.glob && place.kind === "inside" ? mayStandFor(place.path) : null;
  if (meant !== null) find(call, "protected file", `a link that may lead to ${meant}`);
  if (led === "/workspace") find(call, "protected file", "a link to all there is");
  if (place.kind === "git" || /(^|\/)\.git(\/|$)/.test(source.text)) find(call, "git's own files", source.text);
}
/** Where a link leads is looked up from where it stands, which may be below the folder it is named after. */
function leavesFrom(call: ReadCall, source: Field, link: Field | undefined): boolean {
  if (!/(^|\/)\.\.(\/|$)/.test(source.text)) return false;
  if (link?.known !== true || link.glob || call.operands.length > 2) return true;
  const place = absolutePath(call, link.text);
  return [posix.dirname(place), place].some((from) => !/^\/workspace\/./.test(posix.resolve(from, source.text)));
}
/** Of folders, whatever stands in one of them only is told or shown whole. */
function checkCompared(call: ReadCall): void {
  const briefly = call.options.has("-q") || call.options.has("--brief");
  if (recursive(call) && !briefly) for (const folder of call.operands) checkReadWhole(call, folder);
}
function checkMode(call: ReadCall): void {
  const mode = call.operands[0];
  if (
    mode === undefined ||
    !mode.known ||
    !/^(0?[0-7][0145][0145]|[ugoa]*[+-][rxX]+|u[+-][rwx]+|\+x|[+-]w)$/.test(mode.text)
  )
    find(call, "privilege", "a mode that opens it to everybody, or lends rights");
  else if (takesAway(mode.text, recursive(call))) find(call, "opaque", "nobody could read it any more");
}

/** A mode without the owner's right to read; below a folder, without the right to enter as well. */
function takesAway(mode: string, all: boolean): boolean {
  if (/^\d/.test(mode)) return !/^0?[4-7]/.test(mode) || (all && !/^0?[57]/.test(mode));
  return /^[goa]*u?[goa]*-/.test(mode) && !/^[go]+-/.test(mode) && (mode.includes("r") || (all && /x/i.test(mode)));
}
/** A size that no file of a repository has: from 1 GiB, or from ten digits, on. */
function checkSize(call: ReadCall): void {
  checkDeleted(call, call.operands, false);
  const sizes = [...(call.options.get("-s") ?? []), ...(call.options.get("--size") ?? [])];
  if (sizes.some(({ text, known }) => !known || !/^[-+<>/%]?\d{1,9}([KM]i?B?)?$/.test(text) || /\d{4,}M/.test(text)))
    find(call, "opaque", "how much room it takes");
}

/** Of one known path, its last part or all before. */
function named(part: (path: string) => string): NonNullable<Rule["output"]> {
  return ({ operands: [path, more] }) =>
    path?.known === true && more === undefined ? [{ ...path, text: part(path.text) }] : null;
}
/** Names that `ls` tells; those with a leading dot only when it is asked for them. */
function listed(call: ReadCall): readonly Field[] | null {
  const { operands, options } = call;
  const has = (...names: readonly string[]) => names.some((name) => options.has(name));
  const hidden = has("-a", "-A", "-f", "--all", "--almost-all");
  const names = [{ text: hidden ? ".*" : "*", known: true, glob: true }];
  const [folder, more] = operands;
  if (folder === undefined) return names;
  if (operands.every(({ glob }) => glob)) return operands;
  const place = placeOf(absolutePath(call, folder.text));
  const others = more === undefined && folder.known && place.kind === "inside" && place.protectedAs === null;
  return others && !has("-R", "--recursive", "-d", "--directory", "-l") ? names : null;
}
/** Only between folders: with a colon one of them is another machine's. */
function checkSynced(call: Call, fields: readonly Field[]): null {
  call.report.changes = true;
  const elsewhere = fields.some(({ text, known }) => !known || text.includes(":"));
  if (elsewhere || fields.every(({ text }) => text.startsWith("-"))) find(call, "network");
  else call.run([literal("rsync local"), ...fields]);
  return null;
}
/** It copies into its last operand; of `x/`, what stands in there. */
function checkMirrored(call: ReadCall): void {
  const sources = call.operands.slice(0, -1).map((field) => ({ ...field, text: field.text.replace(/\/$/, "/.") }));
  const into = call.operands.slice(-1).map((field) => ({ ...field, text: `${field.text}/` }));
  checkCopied({ ...call, operands: [...sources, ...into], options: new Map([["-r", []]]) });
  if (call.options.has("--delete")) checkDeleted(call, call.operands.slice(-1), true);
}

export const FILES: Programs = {
  rsync: { custom: checkSynced },
  "rsync local": {
    options:
      "-a -v -vv -r -u -c -n -h -q -z -t -p -i -m -W -x -P --archive --verbose --recursive --update --checksum --dry-run --delete --exclude= --include= --stats --progress --itemize-changes --human-readable --ignore-existing --existing --times --perms --mkpath --quiet --prune-empty-dirs --size-only",
    operands: ["text"],
    needs: 2,
    changes: true,
    check: checkMirrored,
  },
  ls: {
    options:
      "-a -A -b -B -c -C -d -f -F -g -G -h -H -i -k -l -L -m -n -N -o -p -q -Q -r -R -s -S -t -u -U -v -x -X -Z -1 --all --almost-all --color? --full-time --group-directories-first --human-readable --inode --recursive --reverse --size --sort= --time= --time-style= --si --classify? --directory -I= --ignore= -w= --help! --version!",
    operands: ["list"],
    output: listed,
  },
  tree: {
    options: "-a -d -f -i -l -p -s -h -D -F -L= -I= -P= --dirsfirst --gitignore --prune --noreport -C -n --du",
    operands: ["list"],
  },
  find: { custom: checkFind },
  ...each("fd fdfind", {
    options:
      "-H -e= --extension= -t= --type= -d= --max-depth= -g --glob -i -s -a -p -0 -1 -E= --exclude= --hidden --full-path --absolute-path -F -l -c= --color= -I --no-ignore -u --unrestricted -L --follow --changed-within= --changed-before= --newer= --older= -S= --size= --max-results= --min-depth= --exact-depth= --no-ignore-vcs --ignore-case --case-sensitive --regex --fixed-strings --strip-cwd-prefix? --print0 -q --quiet --and= --prune --list-details -o= --owner= --format=none --path-separator=none",
    operands: ["text", "list"],
  }),
  stat: { options: "-c= --format= -f -L -t --printf=", operands: ["list"] },
  file: { options: "-b -i -k -L --brief --mime --mime-type", operands: ["list"] },
  du: {
    options:
      "-a -b -c -d= -h -k -m -s -x -L --max-depth= --human-readable --summarize --exclude= --apparent-size --si -S",
    operands: ["list"],
  },
  df: { options: "-h -k -T -i --human-readable", operands: ["list"] },
  pwd: { options: "-L -P", output: ({ scene }) => [{ text: scene.directory, known: true, glob: false }] },
  realpath: { options: "-e -m -s -q --relative-to=list --relative-base=list", operands: ["list"] },
  readlink: { options: "-f -e -m -n", operands: ["list"] },
  basename: { options: "-a -s= -z", operands: ["text"], output: named(posix.basename) },
  dirname: { options: "-z", operands: ["text"], output: named(posix.dirname) },
  mkdir: { options: "-p -v --parents --verbose", operands: ["write"], changes: true },
  touch: { options: "-a -m -c -d= -t= -r=list --no-create --date=", operands: ["write"], changes: true },
  cp: {
    options:
      "-a -b -d -f -i -n -p -P -r -R -L -t=write -T -u -v -x --archive --force --no-clobber --parents --preserve? --recursive --update? --verbose --target-directory=write --reflink?",
    operands: ["text"],
    changes: true,
    check: checkCopied,
  },
  mv: {
    options: "-b -f -i -n -t=write -T -u -v --force --no-clobber --verbose --target-directory=write --update?",
    operands: ["text"],
    changes: true,
    check: checkMoved,
  },
  ln: {
    options: "-s -f -n -r -v -T --symbolic --force --relative",
    operands: ["text"],
    changes: true,
    check: checkLinked,
  },
  install: { options: "-d -D -m= -v -C", operands: ["text"], changes: true, check: checkCopied },
  rm: {
    options: "-f -i -I -r -R -d -v --force --recursive --dir --verbose --interactive?",
    operands: ["text"],
    changes: true,
    check: (call) => checkDeleted(call, call.operands, recursive(call)),
  },
  rmdir: { options: "-p -v --ignore-fail-on-non-empty", operands: ["write"], changes: true },
  unlink: { operands: ["text"], changes: true, check: (call) => checkDeleted(call, call.operands, false) },
  chmod: { options: "-v -c -f -R", operands: ["text", "made"], changes: true, check: checkMode },
  truncate: {
    options: "-s= -c --size=",
    operands: ["text"],
    changes: true,
    check: checkSize,
  },
  tee: { options: "-a --append", operands: ["write"], changes: true },
  mktemp: { options: "-d -q -u -t --suffix=", operands: ["write"], changes: true },
  sync: {},
  cmp: { options: "-b -l -s -n= -i= --silent --quiet", operands: ["read"] },
  diff: {
    options:
      "-a -b -B -c -d -e -E -i -N -p -q -r -s -t -T -u -w -y -U= -C= -W= -x= -I= --brief --color? --exclude= --ignore-all-space --ignore-blank-lines --ignore-case --new-file --recursive --side-by-side --strip-trailing-cr --suppress-common-lines --unified? --unified= --width= --label= -L= --text --minimal",
    operands: ["read"],
    check: checkCompared,
  },
  tar: { custom: checkTar },
  unzip: { options: "-l -v -Z -t -q", operands: ["read", "text"], check: checkListsOnly },
  zipinfo: { options: "-1 -l -s -m -v", operands: ["read"] },
  zip: {
    options: "-r -q -x= -j -9 -u",
    operands: ["write", "text"],
    changes: true,
    check: (call) => call.operands.slice(1).forEach((field) => checkReadWhole(call, field)),
  },
  gzip: {
    options: "-k -f -d -c -l -t -v -n -# -q --keep --stdout --decompress --best --fast --list --test",
    operands: ["write"],
    changes: true,
  },
  gunzip: { options: "-k -f -c -l -t -v", operands: ["write"], changes: true },
  ...each("zcat xzcat bzcat zstdcat gzcat", { options: "-q", operands: ["read"] }),
  ...each("xz unxz bzip2 bunzip2 lz4 brotli", {
    options: "-k -f -d -c -l -t -v -q -# -9 -T= -z -e -0 --keep --decompress --stdout --list --test --best --fast",
    operands: ["write"],
    changes: true,
  }),
  ...each("zstd unzstd", {
    options: "-d -k -f -c -q -v -t -l -# -T= -o=write --keep --decompress --stdout --ultra --long? --rm=none",
    operands: ["write"],
    changes: true,
  }),
  split: {
    options:
      "-l= -b= -C= -n= -d -x -a= -e --lines= --bytes= --numeric-suffixes? --suffix-length= --additional-suffix=plain --verbose",
    operands: ["read", "write"],
    changes: true,
    needs: 1,
    // some letters, or what it is told, stand behind what it is given
    check: (call) => {
      const [, prefix] = call.operands;
      if (prefix !== undefined) checkPlace(call, { ...prefix, text: `${prefix.text}*`, glob: true });
    },
  },
};
