type Range = readonly [first: number, last?: number];
/** Any one character of these ranges. Numbers, since the characters themselves do not show in a source. */
function anyOf(ranges: readonly Range[]): RegExp {
  const escape = (code: number) => `\\u{${code.toString(16)}}`;
  return new RegExp(`[${ranges.map(([first, last = first]) => `${escape(first)}-${escape(last)}`).join("")}]`, "gu");
}
const TAGS: Range = [0xe0000, 0xe007f];
const MORE_SELECTORS: Range = [0xe0100, 0xe01ef];
/** Characters that show nothing: zero width, bidirectional controls, fillers, variation selectors, tags. */
const INVISIBLE = anyOf([
  [0xad],
  [0x34f],
  [0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff],
  [0xffa0],
  TAGS,
  MORE_SELECTORS,
]);
/** Left out on purpose: what emoji and the scripts of the Middle East and India need (joiners, marks, selectors 15 and 16). */
const HIDING = anyOf([
  [0x180e],
  [0x200b],
  [0x202d, 0x202e],
  [0x2060, 0x2064],
  [0x3164],
  [0xfe00, 0xfe0d],
  [0xffa0],
  TAGS,
  MORE_SELECTORS,
]);

export function stripInvisible(text: string): string {
  return text.replaceAll(INVISIBLE, "");
}
/** How many characters of a text serve only to hide; a flag emoji's tags are not counted. */
export function countHiding(text: string): number {
  return text.replaceAll(FLAG_EMOJI, "").match(HIDING)?.length ?? 0;
}
/** Letters written as no keyboard writes them, and what stands between letters to hide them: fewer come by chance. */
const MANY_DISGUISED = 8;
const NOTHING_AFTER_LATIN = new RegExp(
  `[A-Za-z]${
    anyOf([
      [0x200b, 0x200d],
      [0x2060, 0x2060],
      [0x334, 0x338],
    ]).source
  }`,
  "gu",
);
/** Whether what a reader sees as plain letters is written in others, or with unseen characters among them. */
export function isDisguised(text: string): boolean {
  if (countHiding(text) >= MANY_DISGUISED) return true;
  // Joiners and strike-through, which other scripts need, do nothing after a Latin letter.
  if ((text.match(NOTHING_AFTER_LATIN)?.length ?? 0) >= MANY_DISGUISED) return true;
  const asNumbers = text.match(/&#(?:x0*[4-7][0-9a-f]|0*(?:6[5-9]|[789][0-9]|1[01][0-9]|12[0-2]));/gi)?.length ?? 0;
  return asNumbers >= MANY_DISGUISED || countUnusual(text) >= MANY_DISGUISED;
}
/** Letters that stand for one Latin letter: wide, bold, circled. A sign or a ligature that stands for several is everyday print. */
function countUnusual(text: string): number {
  const unusual = text.match(/[^\p{ASCII}\p{Script=Latin}\s]/gu) ?? [];
  return unusual.filter((one) => /^[A-Za-z]$/.test(one.normalize("NFKC"))).length;
}
const FLAG_EMOJI = /\u{1F3F4}[\u{E0020}-\u{E007E}]{2,8}\u{E007F}/gu;

const TAG_RUN = /[\u{E0020}-\u{E007E}]{4,}/gu;
/** Unicode tag characters are ASCII moved up by 0xE0000: no font shows them, a model reads them. */
export function readTags(text: string): string {
  const runs = text.replaceAll(FLAG_EMOJI, "").match(TAG_RUN) ?? [];
  return runs.map((run) => [...run].map((tag) => String.fromCodePoint(codeOf(tag) - 0xe0000)).join("")).join("\n");
}

const SELECTOR_RUN = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]{4,}/gu;
/** A run of variation selectors carries bytes: the first sixteen selectors are 0–15, the others go on from there. */
export function readSelectors(text: string): string {
  const runs = text.match(SELECTOR_RUN) ?? [];
  return runs.map((run) => bytesToText([...run].map((selector) => selectorByte(codeOf(selector))))).join("\n");
}
function selectorByte(code: number): number {
  return code < 0xe0100 ? code - 0xfe00 : code - 0xe0100 + 16;
}
function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}

export function bytesToText(bytes: readonly number[]): string {
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

// Letters that Unicode does not take apart into a base and an accent.
const UNSPLIT: Readonly<Record<string, string>> = {
  ł: "l",
  Ł: "L",
  đ: "d",
  Đ: "D",
  ø: "o",
  Ø: "O",
  ß: "ss",
  ı: "i",
  æ: "ae",
  œ: "oe",
  // The letters of "small capitals", which have no compatibility form.
  ...Object.fromEntries(
    [..."ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡʏᴢ"].map((letter, at) => [letter, "abcdefghijklmnopqrstuvwyz"[at] ?? ""]),
  ),
};
const UNSPLIT_LETTERS = new RegExp(`[${Object.keys(UNSPLIT).join("")}]`, "gu");
/** Accents of Latin, Greek and Cyrillic, strike-through marks, Arabic vowels. Not Indian vowels or Japanese sound marks. */
const MARKS = anyOf([
  [0x300, 0x36f],
  [0x483, 0x489],
  [0x640],
  [0x64b, 0x65f],
  [0x670],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20ff],
]);

/** One way to write each letter: compatibility forms resolved, accents gone. Rules are written in this form as well. */
export function foldLetters(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(MARKS, "")
    .normalize("NFKC")
    .replaceAll(UNSPLIT_LETTERS, (letter) => UNSPLIT[letter] ?? letter);
}

/** Pairs: the letter that looks like another, and that other. */
const LOOK_ALIKE_PAIRS =
  "аa сc еe оo рp хx уy іi јj ѕs һh ԁd ԛq ԝw ѵv кk мm тt нh вb ьb ӏl гr пn иu " +
  "АA ВB СC ЕE НH ІI ЈJ КK МM ОO РP ЅS ТT ХX УY ԚQ ԜW Ѵv ӀI " +
  "αa βb εe ιi κk νv οo ρp τt υu χx ωw γy ηn ϲc ϳj μu σo " +
  "ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ɑa ɡg ɩi оo սu օo հh ցg";
const LOOK_ALIKES: Readonly<Record<string, string>> = Object.fromEntries(
  LOOK_ALIKE_PAIRS.split(" ").map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);
const WORD = /\p{L}+/gu;
const FOREIGN = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}ɑɡɩ]/u;

/** Cyrillic, Greek and Armenian letters that look like Latin ones, read as Latin where the whole word allows it. */
export function readLookAlikes(text: string): string {
  return FOREIGN.test(text) ? text.replaceAll(WORD, readWord) : text;
}
function readWord(word: string): string {
  if (!FOREIGN.test(word)) return word;
  const read = [...word].map((letter) => LOOK_ALIKES[letter] ?? letter).join("");
  return /^[A-Za-z0-9]+$/.test(read) ? read : word;
}
/** Words with Latin letters and letters that only look Latin: nobody types these. */
export function countMixedWords(text: string): number {
  if (!FOREIGN.test(text)) return 0;
  const words = text.match(WORD) ?? [];
  return words.filter((word) => word.length > 2 && /[A-Za-z]/.test(word) && readWord(word) !== word).length;
}
