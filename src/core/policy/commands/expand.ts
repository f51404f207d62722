import { isTellable } from "./environment.ts";
import { type Call, type Field, find, isNumber, literal, NUMBER, UNKNOWN } from "./scene.ts";
import { STEERING, standsFor } from "../paths/notable.ts";
import { changed } from "./parameter.ts";
import type { Part, Word } from "../shell/syntax.ts";

/** What a `$(…)` gives, after what runs in it was looked at; null: anything. */
export type OutputOf = (script: string) => readonly Field[] | null;

/**
 * The fields a shell makes of a word, as far as its text tells. One that cannot be told is one unknown field; braces give what bash makes
 * of them and, since other shells leave them alone, the word as it stands.
 */
export function expandWord(word: Word, call: Call, outputOf: OutputOf): readonly Field[] {
  const pieces = word.map((part) => expandPart(part, call, outputOf));
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined) return only.flatMap(withBraces);
  const joined: Field[] = [{ text: "", known: true, glob: false }];
  for (const piece of pieces) {
    const [field] = piece;
    const last = joined.pop() ?? UNKNOWN;
    if (field === undefined) joined.push(last);
    else if (piece.length === 1 && field.number === true && last.known && last.text === "") joined.push(field);
    else if (piece.length > 1 || !field.known || !last.known)
      joined.push([last, ...piece].some(({ split }) => split === true) ? { ...UNKNOWN, split: true } : UNKNOWN);
    else joined.push(join(last, field));
  }
  const braces = word.some((part) => part.kind === "text" && !part.quoted && /[{}]/.test(part.text));
  return braces ? joined.map((field) => ({ ...field, glob: true })).flatMap(withBraces) : joined;
}

/** What may be among the files that a part stands for stays so where only the workspace is put before it. */
function join(last: Field, field: Field): Field {
  const atTop = /^(\.\/|\/workspace\/)*$/.test(last.text) ? field.among : undefined;
  const text = last.text + field.text;
  const behind = last.among === undefined || last.among.length === 0 ? atTop : endingSo(text);
  const among = field.text === "" ? last.among : behind;
  const split = last.split === true || field.split === true;
  const glob = last.glob || field.glob;
  return { text, known: true, glob, ...(split ? { split } : {}), ...(among === undefined ? {} : { among }) };
}
/** `renovate.x` may be among `*.x`, so that `${f%.x}.json` is what others read. */
function endingSo(text: string): readonly string[] {
  const path = text.replace(/^(\.\/|\/workspace\/)*/, "");
  return STEERING.filter((steering) => /^[^.]/.test(steering) && standsFor(path, steering));
}
function expandPart(part: Part, call: Call, outputOf: OutputOf): readonly Field[] {
  switch (part.kind) {
    case "text":
      return [part.quoted ? literal(part.text) : { ...literal(part.text), glob: /[*?[]|\{.*[,.].*\}/.test(part.text) }];
    case "variable":
      return asParts(changed(variable(part.name, call), part.change), part.quoted);
    case "file":
      outputOf(part.script);
      return [literal("/dev/stdin")];
    case "number":
      for (const name of part.names) checkNumber(name, call);
      for (const script of part.scripts)
        if (outputOf(script)?.every(isNumber) !== true)
          find(call, "opaque", "what a command tells would be worked out");
      // What comes of it is not worked out here: a bound would be looked for in a number that is not there.
      return NUMBER;
    case "output":
      return asParts(outputOf(part.script) ?? [UNKNOWN], part.quoted);
  }
}
/** In quotes, several are one word that nobody can name; outside of them, blanks and patterns work again. */
function asParts(fields: readonly Field[], quoted: boolean): readonly Field[] {
  if (quoted) return fields.length === 1 ? fields : [fields.every(({ known }) => known) ? joinFields(fields) : UNKNOWN];
  return fields.flatMap((field) => {
    if (field.number === true) return [field];
    if (!field.known || !/\s/.test(field.text)) return [unquoted(field)];
    const words = field.text.split(/\s+/).filter((word) => word !== "");
    return words.map((word) => unquoted({ text: word, known: true, glob: field.glob }));
  });
}
function unquoted(field: Field): Field {
  const split = field.glob || !field.known;
  return { ...field, glob: field.glob || /[*?[]/.test(field.text), ...(split ? { split } : {}) };
}
function joinFields(fields: readonly Field[]): Field {
  return { ...literal(fields.map(({ text }) => text).join(" ")), glob: fields.some(({ glob }) => glob) };
}

/** What stands in a variable is worked out as well: `a[$(…)]` would be run. */
function checkNumber(name: string, call: Call): void {
  const own = call.scene.variables.get(name);
  if (own === undefined && /^(RANDOM|SECONDS|LINENO|EPOCHSECONDS)$/.test(name)) return;
  const [field, more] = own ?? [];
  if (field === undefined || more !== undefined || !isNumber(field))
    find(call, "opaque", `what stands in ${name} would be worked out`);
}
function variable(name: string, call: Call): readonly Field[] {
  const own = call.scene.variables.get(name);
  if (own !== undefined) return own ?? [UNKNOWN];
  if (name === "HOME") return [literal("/home/agent")];
  if (name === "PWD") return [literal(call.scene.directory)];
  if (name === "TMPDIR") return [literal("/tmp")];
  if (name === "IFS") find(call, "opaque", "$IFS stands for a blank");
  else if (/^([?#$]|SECONDS|RANDOM|LINENO|EPOCHSECONDS|UID|EUID|PPID)$/.test(name)) return NUMBER;
  else if (!isTellable(name)) find(call, "secret", `it reads $${name} from the environment`);
  return [UNKNOWN];
}
const MAX_FIELDS = 64;
/** Beyond these the fields would be too many to be told, or to be made. */
const MAX_BRACES = 4;
const MAX_CHOICES = 24;
/** `a{b,c}` in bash is `ab ac`; ranges stand for any text. */
function withBraces(field: Field): readonly Field[] {
  const found = /^([^]*?)\{([^{}]*(?:,|\.\.)[^{}]*)\}([^]*)$/.exec(field.text);
  if (!field.known || !field.glob || found === null) return [field];
  if (field.text.split("{").length > MAX_BRACES || field.text.split(",").length > MAX_CHOICES) return [UNKNOWN];
  const [, before = "", inner = "", after = ""] = found;
  const choices = inner.includes(",") ? inner.split(",") : ["*"];
  const all = choices.flatMap((choice) => withBraces({ ...field, text: before + choice + after }));
  return all.length > MAX_FIELDS ? [UNKNOWN] : [...all, { ...field, glob: false }];
}
