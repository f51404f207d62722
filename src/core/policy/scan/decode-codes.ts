import { bytesToText } from "./characters.ts";

/** A run of signs that stand for characters: how it looks, and how it is read. */
type Code = { readonly layer: string; readonly pattern: RegExp; readonly read: (run: string) => string };

const MORSE: ReadonlyMap<string, string> = new Map(
  (
    ".- a|-... b|-.-. c|-.. d|. e|..-. f|--. g|.... h|.. i|.--- j|-.- k|.-.. l|-- m|-. n|--- o|.--. p|--.- q|.-. r|... s|- t|" +
    "..- u|...- v|.-- w|-..- x|-.-- y|--.. z|----- 0|.---- 1|..--- 2|...-- 3|....- 4|..... 5|-.... 6|--... 7|---.. 8|----. 9|.-.-.- ."
  )
    .split("|")
    .map((pair) => pair.split(" ") as [string, string]),
);
const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** Each is bounded by what it looks like: a table of numbers reads as nothing, and is dropped for not being text. */
const CODES: readonly Code[] = [
  { layer: "base32", pattern: /(?<![A-Za-z0-9])[A-Z2-7]{24,}={0,6}/g, read: fromBase32 },
  {
    layer: "binary",
    pattern: /(?<!\d)[01]{8}(?:[ ,\n]?[01]{8}){7,}(?!\d)/g,
    read: (run) => numbers(run, /[01]{8}/g, 2),
  },
  {
    layer: "hex",
    pattern: /0x[0-9a-f]{2}(?:[ ,;\n]{1,2}0x[0-9a-f]{2}){7,}/gi,
    read: (run) => numbers(run, /(?<=x)[0-9a-f]{2}/gi, 16),
  },
  {
    layer: "character codes",
    pattern:
      /(?<![\d.])(?:3[2-9]|[4-9]\d|1[01]\d|12[0-6])(?:[ ,\n]{1,2}(?:3[2-9]|[4-9]\d|1[01]\d|12[0-6])){11,}(?![\d.])/g,
    read: (run) => numbers(run, /\d+/g, 10),
  },
  { layer: "quoted-printable", pattern: /(?:=[0-9A-F]{2}){8,}/g, read: (run) => numbers(run, /[0-9A-F]{2}/g, 16) },
  {
    layer: "Morse code",
    pattern: /(?<![.\w-])[.\-–·]{1,6}(?:(?: ?\/ ?| {1,3}|\n)[.\-–·]{1,6}){11,}/g,
    read: fromMorse,
  },
];
const MAX_RUNS = 20;

/** What runs of such codes say; not yet looked at whether it is text. */
export function decodeCodes(text: string): readonly { readonly layer: string; readonly text: string }[] {
  return CODES.flatMap(({ layer, pattern, read }) =>
    (text.match(pattern) ?? []).slice(0, MAX_RUNS).map((run) => ({ layer, text: read(run) })),
  );
}

function numbers(run: string, pattern: RegExp, base: number): string {
  return bytesToText((run.match(pattern) ?? []).map((digits) => Number.parseInt(digits, base)));
}
function fromBase32(run: string): string {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const letter of run.replaceAll("=", "")) {
    held = ((held << 5) | BASE32.indexOf(letter)) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 0xff);
  }
  return bytesToText(bytes);
}
function fromMorse(run: string): string {
  return run
    .replaceAll("–", "-")
    .replaceAll("·", ".")
    .split(/ ?\/ ?| {2,3}|\n/)
    .map((word) =>
      word
        .split(" ")
        .map((signs) => MORSE.get(signs) ?? "")
        .join(""),
    )
    .join(" ");
}
