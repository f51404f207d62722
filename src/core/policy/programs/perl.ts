import { checkRead, checkWrite } from "../paths/paths.ts";
import { type Call, type Field, find, literal } from "../commands/scene.ts";

/*
 * perl as a better sed: substitutions, and lines that are printed where they match. In a pattern and in a string perl runs what stands in
 * `(?{…})`, `@{…}` and the index of `$1[…]`, so a `$` is only an end, a group or the line, and nothing of these may follow it, nor what would
 * make its name longer: `$_x[…]` and `$10[…]` are others. `\c\@` is one letter and an `@` that works.
 */
const patternOf = (end: string) =>
  String.raw`(?:[^\\${end}$@(\n]|\\[^\ncN]|\((?![?*])|\(\?(?:[a-z]*[:)]|<?[=!])|\$(?=[)|]|[${end}]))*`;
const textOf = (end: string, names: string) =>
  String.raw`(?:[^\\${end}$@\n]|\\[^\ncN]|\$(?:${names}|\{\d\})(?!\[|\{|->|::))*`;
/** Groups, what fitted, the line and its number. */
const GROUP = String.raw`\d(?!\d)|&`;
const LINE = String.raw`${GROUP}|\.|_(?![\w'])`;
const SUBSTITUTIONS = ["/", "|", "#", ",", "!", "~"].map((mark) => {
  const end = `\\${mark}`;
  return `s${end}${patternOf(end)}${end}${textOf(end, GROUP)}${end}[gimsx]*`;
});
const IN_BRACES = String.raw`s\{${patternOf("{}")}\}\{${textOf("{}", GROUP)}\}[gimsx]*`;
const LETTERS = String.raw`(?:tr|y)\/(?:[^/\\\n]|\\[^\n])*\/(?:[^/\\\n]|\\[^\n])*\/[cds]*`;
const STRING = `"${textOf('"', LINE)}"`;
const PRINTED = String.raw`print(?:\s*(?:${STRING}|\$[_\d&.](?!\[|\{|->|::))(?:\s*,\s*(?:${STRING}|\$[_\d&.](?!\[|\{|->|::)))*)?`;
const TEST = String.raw`(?:!?\s*\/${patternOf("\\/")}\/[gimsx]*|\$\.\s*[=<>!]=?\s*\d+|\d+\s*\.\.\s*\d+|eof)`;
const STATEMENT = String.raw`(?:${[...SUBSTITUTIONS, IN_BRACES, LETTERS, PRINTED, "next", "last"].join("|")})(?:\s*(?:if|unless)\s*${TEST}(?:\s*(?:&&|\|\|)\s*${TEST})*)?`;
const SCRIPT = new RegExp(String.raw`^\s*${STATEMENT}\s*(?:;\s*${STATEMENT}\s*)*;?\s*$`);
const MAX_LENGTH = 400;

type Line = { readonly scripts: readonly Field[]; readonly files: readonly Field[]; readonly inPlace: boolean };
/** @returns null where its options are others than those of such a line */
function readLine(fields: readonly Field[]): Line | null {
  const scripts: Field[] = [];
  let [inPlace, loops, at] = [false, false, 0];
  for (; fields[at]?.known === true && /^-./.test(fields[at]?.text ?? ""); at += 1) {
    // what stands behind `i` is the ending of what it keeps; another may make a name that others read
    const found = /^-(?=.)([pnlw]*)(?:0[0-7]{0,3})?([pnlw]*)(i(?:\.(?:bak|orig|old|tmp))?$)?(e?)$/.exec(
      fields[at]?.text ?? "",
    );
    if (found === null) return null;
    loops ||= /[pn]/.test(`${found[1]}${found[2]}`);
    inPlace ||= found[3] !== undefined;
    if (found[4] === "") continue;
    at += 1;
    const script = fields[at];
    if (script === undefined) return null;
    scripts.push(script);
  }
  return loops && scripts.length > 0 ? { scripts, files: fields.slice(at), inPlace } : null;
}
function isHarmless({ text, known, glob }: Field): boolean {
  return known && !glob && text.length <= MAX_LENGTH && SCRIPT.test(text);
}
/** Blanks at its end are left out. A name that begins or ends with `|`, `<` or `>` is no file to it. */
function isPlain({ text, known, glob, split }: Field): boolean {
  return (
    known &&
    !(glob && split === true) &&
    /^[\w./@]([^|<>\n]*[^|<>\s])?$/.test(text) &&
    !(glob && /^\W*[*?[]|[*?\]]$/.test(text.replace(/^(\.\/)+/, "")))
  );
}
export function checkPerl(call: Call, fields: readonly Field[]): null {
  const line = readLine(fields);
  if (line === null || !line.scripts.every(isHarmless)) {
    call.run([literal("perl plain"), ...fields]);
    return null;
  }
  if (!line.files.every(isPlain)) find(call, "opaque", "a name may be an order to it");
  for (const file of line.files) {
    checkRead(call, file);
    if (line.inPlace) checkWrite(call, file);
  }
  return null;
}
