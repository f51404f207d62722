import { foldLetters, readLookAlikes, readSelectors, readTags, stripInvisible } from "./characters.ts";
import { knownWords } from "./decode-whole.ts";
import { decodeAll, decodeRuns } from "./decode.ts";
import { readHidden } from "./hidden.ts";
import { setRight } from "./spelling.ts";

/** One form in which the rules read the text. */
export type Layer = {
  readonly name: string;
  /** With its line breaks, for rules about the shape of a text. */
  readonly lines: string;
  /** Paragraphs on one line each, without comment leaders and emphasis: for rules about words. */
  readonly prose: string;
  /** The same with the line breaks left that no sentence goes on after: what stands between lines of code is one by itself. */
  readonly sentences: string;
  /**
   * How hidden: `open` as anybody reads it, `rejoined` where what stands between its words is taken out, `odd` in other letters,
   * `hidden` behind markup or an encoding.
   */
  readonly depth: "open" | "rejoined" | "odd" | "hidden";
};

/** The layer in which names are taken apart into words. */
export const IDENTIFIERS = "joined identifiers";
/** At most this many characters of the beginning, and as many of the end, are read. */
const WINDOW = 64 * 1024;
const MAX_DECODED = 24;

/** Every form of a text in which instructions can stand: the first is the plain one. Each differs from all before it. */
export function layersOf(whole: string): readonly Layer[] {
  const text = windowOf(whole);
  const open = plain(text);
  const layers = [
    layer("plain", open, "open"),
    ...oddForms(open).map(({ name, text }) => layer(name, text, "odd")),
    ...rejoinedForms(open).map(({ name, text }) => layer(name, text, "rejoined")),
    ...hiddenForms(text, open).map(({ name, text }) => layer(name, text, "hidden")),
  ];
  return layers.filter(
    ({ prose }, at) => at === 0 || (prose !== "" && layers.findIndex((other) => other.prose === prose) === at),
  );
}

/** What is read of a text: of a very long one its beginning and its end. */
export function windowOf(text: string): string {
  if (text.length <= 2 * WINDOW) return text.toWellFormed();
  return `${text.slice(0, WINDOW)}\n\n${text.slice(-WINDOW)}`.toWellFormed();
}

type Form = { readonly name: string; readonly text: string };
/** A form is worth its reading only when telling words come to light in it. */
function oddForms(open: string): readonly Form[] {
  const telling = countTelling(open);
  const known = knownWords(open);
  const uncovered: readonly Form[] = [
    { name: "look-alike letters", text: readLookAlikes(open) },
    { name: IDENTIFIERS, text: splitIdentifiers(open) },
    { name: "spaced letters", text: joinSpaced(open) },
    ...LEET.map((table) => ({ name: "digits for letters", text: readLeet(open, table) })),
    { name: "misspelt", text: setRight(open) ?? open },
  ];
  return uncovered.filter(
    ({ text }) => text !== open && (countTelling(text) > telling || knownWords(text) > known + 1),
  );
}
/** In these, telling words may stand together that did not. */
function rejoinedForms(open: string): readonly Form[] {
  const joined: readonly Form[] = [
    { name: "tags removed", text: open.replaceAll(/<\/?[a-z][^<>]{0,300}>|<!--|-->/gi, "") },
    { name: "joined strings", text: joinStrings(open) },
    { name: "joined words", text: splitLongNames(open) },
  ];
  return joined.filter(({ text }) => text !== open && countTelling(text) >= MANY_TELLING);
}
/** An order takes a verb and what it is about; a word that tells is the least of an attack in pieces. */
const MANY_TELLING = 1;
const TELLING =
  /\b(?:ignore|disregard|forget|override|bypass|disable|reveal|send|upload|instructions?|prompt|rules|guidelines|secrets?|tokens?|passwords?|credentials|keys?|guardrails?|safety|sandbox|tests?|delete|wipe|execute|obey|orders|operator|plan|task|issue|request|user|owner|everything|whatever|approvals?|approved|approve|confirmation|permission|assistant|agents?|unrestricted|restrictions|developer|turn off|without|silently|previous|systemprompt|\w{0,8}previous(?:instructions|rules)\w{0,8})\b/gi;
function countTelling(text: string): number {
  return text.match(TELLING)?.length ?? 0;
}

function hiddenForms(text: string, open: string): readonly Form[] {
  const tags = readTags(text);
  const selectors = readSelectors(text);
  const decoded = decodeAll(open)
    .slice(0, MAX_DECODED)
    .flatMap(({ layer, text }) => [
      { name: layer, text: plain(text) },
      ...decodeRuns(text).map((inner) => ({ name: `${layer}, then ${inner.layer}`, text: plain(inner.text) })),
    ]);
  return [
    { name: "hidden markup", text: readHidden(open) },
    { name: "Unicode tags", text: plain(tags) },
    { name: "variation selectors", text: plain(selectors) },
    ...decoded,
  ].filter(({ text }) => text !== "");
}

function layer(name: string, lines: string, depth: Layer["depth"]): Layer {
  return { name, lines, prose: proseOf(lines), sentences: sentencesOf(lines), depth };
}

// A terminal's colours, which stand in the middle of words.
// oxlint-disable-next-line no-control-regex -- a terminal's colour begins with a control character, and that is what is looked for
const COLOURS = /\u001B\[[0-9;]{0,20}[A-Za-z]/g;
function plain(text: string): string {
  return foldLetters(unescapeHtml(stripInvisible(text.replaceAll(COLOURS, ""))));
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'", nbsp: " " };
function unescapeHtml(text: string): string {
  return text
    .replaceAll(/&#(\d{1,7});|&#x([0-9a-f]{1,6});/gi, (whole, decimal?: string, hex?: string) => {
      const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number.parseInt(decimal, 10);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replaceAll(/&(lt|gt|amp|quot|apos|nbsp);/g, (_whole, name: string) => ENTITIES[name] ?? "");
}

/** What begins a line of a comment, a quotation, a list or a numbered file, and says nothing. */
const LEADER = /\n[ \t]{0,40}(?:\d{1,6}\t[ \t]{0,40})?(?:\/{2,3}!?|#{1,6}|\*{1,3}|>{1,3}|--|;{1,2}|%|\|)?(?=[ \t\n])/g;
function proseOf(lines: string): string {
  return lines
    .replaceAll(/\*\*|__|~~|\*(?=\w)|(?<=\w)\*/g, "")
    .replaceAll(LEADER, "\n")
    .replaceAll(/\n[ \t]*(?:\n[ \t]*)+/g, "\u2029")
    .replaceAll(/[ \t\r\n\f\v]+/g, " ")
    .replaceAll("\u2029", "\n")
    .replaceAll("’", "'");
}

/** A line that begins with a small letter goes on where the one before stopped, unless that ended like code. */
const GOES_ON = /(?<=[\p{L},\-–])[ \t]*\n[ \t]*(?=\p{Ll}[\p{L}\p{M}',]* )/gu;
function sentencesOf(lines: string): string {
  return lines
    .replaceAll(/\*\*|__|~~|\*(?=\w)|(?<=\w)\*/g, "")
    .replaceAll(LEADER, "\n")
    .replaceAll(GOES_ON, " ")
    .replaceAll(/[ \t\r\f\v]+/g, " ")
    .replaceAll("’", "'");
}

/** `ignoreAllRules` and `ignore_all_rules` as words. */
function splitIdentifiers(text: string): string {
  return text.replaceAll(/([a-z])([A-Z])/g, "$1 $2").replaceAll(/(?<=[A-Za-z])[_-](?=[A-Za-z])/g, " ");
}

/** A sentence written as one name: longer than any name is. */
const LONG_NAME = /\b[A-Z]?[a-z]{1,20}(?:[A-Z][a-z]{0,20}){5,30}\b|\b[A-Za-z]{1,20}(?:_[A-Za-z.]{1,20}){5,40}\b/g;
function splitLongNames(text: string): string {
  return (text.match(LONG_NAME) ?? []).map(splitIdentifiers).join("\n");
}

/** Letters that stand alone, each apart from the next by the same blank, full stop or dash: four or more betray the trick. */
const SPACED = /(?<![\p{L}\p{N}])\p{L}([ .\-_*/|])\p{L}(?:\1\p{L}){2,}(?![\p{L}\p{N}])/u;
const SPACED_WORDS = /(?<![\p{L}\p{N}])\p{L}([ .\-_*/|])\p{L}(?:\1\p{L})*(?![\p{L}\p{N}])/gu;
function joinSpaced(text: string): string {
  if (!SPACED.test(text)) return text;
  return text.replaceAll(SPACED_WORDS, (run, separator: string) => run.replaceAll(separator, ""));
}

/** `"ignore " + "all"` as one string. */
function joinStrings(text: string): string {
  return text.replaceAll(/["'`]\s{0,20}[+.,&]?\s{0,20}["'`]/g, "");
}

const LEET = [
  { "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", $: "s", "!": "i", "|": "l" },
  { "0": "o", "1": "l", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", $: "s", "!": "i", "|": "i" },
] as const satisfies readonly Readonly<Record<string, string>>[];
const LEET_WORD = /(?=[a-z013457@$!|]{0,20}[a-z])[a-z013457@$!|]{2,20}/gi;
/** Only when three words or more mix letters and digits that way: names such as `utf8` or `b4` do not. */
function readLeet(text: string, table: Readonly<Record<string, string>>): string {
  let read = 0;
  const plain = text.replaceAll(LEET_WORD, (word) => {
    if (!/[013457@$|]/.test(word)) return word;
    read += 1;
    return word.replaceAll(/[013457@$!|]/g, (character) => table[character] ?? character);
  });
  return read >= 3 ? plain : text;
}
