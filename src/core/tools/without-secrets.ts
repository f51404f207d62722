import { secretOf } from "../policy/commands/secret-names.ts";

/** The line that stands where a long output was cut, with the rest of a line on either side of it. */
const CUT = /^\[… \d+ bytes left out …\]$/;

/**
 * Matches of a search, each `path NUL line:text`, as `path:line:text`, those in files of secrets left out. A line whose
 * beginning was cut off does not say which file it is of, and goes too.
 */
export function matchesShown(output: string): string {
  const lines = output.split("\n");
  let hidden = 0;
  const shown = lines.flatMap((line, at) => {
    if (CUT.test(line)) return [line];
    const end = line.indexOf("\0");
    if (end < 0 || CUT.test(lines[at - 1] ?? "")) return [];
    const path = line.slice(0, end);
    if (secretOf(path) === undefined) return [`${path}:${line.slice(end + 1)}`];
    hidden += 1;
    return [];
  });
  return [...shown, ...noteOf(hidden, "matches")].join("\n");
}

/** With `--graph` the drawing stands before; a line of a file begins with a blank, `+` or `-` in its place. */
const STARTS_FILE = /^(?:[|\\/*_ ]*[|\\/*] )?diff --(?:git|cc|combined) /;
const STARTS_COMMIT = /^(?:[|\\/*_ ]*[|\\/*] )?commit [0-9a-f]{7,64}\b/;
const RAW = /^(?:[|\\/*_ ]*[|\\/*] )?:+[0-7]{6} [^\t]*\t(.*)$/;
// oxlint-disable-next-line no-control-regex -- it is what colours are made of
const COLOUR = /\u001B\[[0-9;]*m/g;
/** What git prints, the changes of files of secrets left out, and after a cut all up to the next file that is named. */
export function changesShown(output: string): string {
  let hiding = false;
  let hidden = 0;
  const shown = output.split("\n").filter((coloured) => {
    const line = coloured.replaceAll(COLOUR, "");
    if (CUT.test(line)) hiding = true;
    else if (STARTS_FILE.test(line)) {
      hiding = namesOf(line).some((name) => secretOf(name) !== undefined);
      if (hiding) hidden += 1;
    } else if (STARTS_COMMIT.test(line)) hiding = false;
    return (!hiding || CUT.test(line)) && !tellsSecretBlob(line);
  });
  return [...shown, ...noteOf(hidden, "changes")].join("\n");
}
/** A line of `--raw` gives the object that holds a file's content, which could then be asked for by its hash alone. */
function tellsSecretBlob(line: string): boolean {
  const names = RAW.exec(line)?.[1]?.split("\t") ?? [];
  return names.some((name) => secretOf(name.replaceAll('"', "")) !== undefined);
}
/** Where one name ends and the next begins cannot be told when they hold blanks, so each beginning and end counts. */
function namesOf(line: string): readonly string[] {
  const words = line.replaceAll('"', "").replace(STARTS_FILE, "").split(" ");
  return words.flatMap((_, at) => [words.slice(0, at + 1).join(" "), words.slice(at).join(" ")]);
}
function noteOf(count: number, what: string): readonly string[] {
  return count === 0 ? [] : [`[left out: ${count} of the ${what}, which are of files of secrets]`];
}
