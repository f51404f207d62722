/**
 * Characters that make a command look other than it is, or that readers take differently from shells: controls, zero-width and
 * bidirectional marks (Unicode Technical Report 36, "Trojan Source"), blanks that are no blanks to a shell, tag characters.
 * Line feed and tab are what they seem.
 */
const DECEIVING: readonly (readonly [first: number, last: number])[] = [
  [0x00, 0x08],
  [0x0b, 0x1f],
  [0x7f, 0xa0],
  [0xad, 0xad],
  [0x034f, 0x034f],
  [0x061c, 0x061c],
  [0x115f, 0x1160],
  [0x1680, 0x1680],
  [0x17b4, 0x17b5],
  [0x180b, 0x180e],
  [0x2000, 0x200f],
  [0x2028, 0x202f],
  [0x205f, 0x206f],
  [0x3000, 0x3000],
  [0x3164, 0x3164],
  [0xd800, 0xdfff],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfffb],
  [0xe0000, 0xe0fff],
];

/** @returns how the first such character is written, `U+200B`; null when there is none */
export function deceivingCharacter(text: string): string | null {
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (DECEIVING.some(([first, last]) => code >= first && code <= last))
      return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  }
  return null;
}
