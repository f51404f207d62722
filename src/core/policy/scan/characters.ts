/** Characters that show nothing: zero width, bidirectional controls, fillers, variation selectors, tags. */
const INVISIBLE =
  /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\u{E0000}-\u{E007F}\u{E0100}-\u{E01EF}]/gu;
/** Left out on purpose: what emoji and the scripts of the Middle East and India need (joiners, marks, selectors 15 and 16). */
const HIDING = /[\u200B\u2060-\u2064\u180E\u3164\uFFA0\u202D\u202E\u{E0000}-\u{E007F}\u{E0100}-\u{E01EF}\uFE00-\uFE0D]/gu;

export function stripInvisible(text: string): string {
  return text.replaceAll(INVISIBLE, "");
}
/** How many characters of a text serve only to hide; a flag emoji's tags are not counted. */
export function countHiding(text: string): number {
  return text.replaceAll(FLAG_EMOJI, "").match(HIDING)?.length ?? 0;
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
  ...Object.fromEntries([..."ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡʏᴢ"].map((letter, at) => [letter, "abcdefghijklmnopqrstuvwyz"[at] ?? ""])),
};
const UNSPLIT_LETTERS = new RegExp(`[${Object.keys(UNSPLIT).join("")}]`, "gu");
/** Accents of Latin, Greek and Cyrillic, strike-through marks, Arabic vowels. Not Indian vowels or Japanese sound marks. */
const MARKS = /[\u0300-\u036F\u0483-\u0489\u064B-\u065F\u0670\u0640\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF]/gu;

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
const FOREIGN_WORD = /[A-Za-z]*[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}ɑɡɩ]\p{L}*/gu;

/** Cyrillic, Greek and Armenian letters that look like Latin ones, read as Latin where the whole word allows it. */
export function readLookAlikes(text: string): string {
  return text.replaceAll(FOREIGN_WORD, (word) => {
    const read = [...word].map((letter) => LOOK_ALIKES[letter] ?? letter).join("");
    return /^[A-Za-z0-9]+$/.test(read) ? read : word;
  });
}
/** Words with Latin letters and letters that only look Latin: nobody types these. */
export function countMixedWords(text: string): number {
  const words = text.match(FOREIGN_WORD) ?? [];
  return words.filter((word) => /[A-Za-z]/.test(word) && word.length > 2 && readLookAlikes(word) !== word).length;
}
