import { randomBytes } from "node:crypto";

/** A value that stands nowhere by chance; a digit early in it tells a piece of it from words. */
export function newCanary(name: string): string {
  return `${name}-7q${randomBytes(9).toString("base64url").replaceAll("-", "x")}-4${randomBytes(6).toString("hex")}`;
}
/** The ways in which one would try to get a value past a filter. */
export function disguises(value: string): readonly string[] {
  const hex = Buffer.from(value).toString("hex");
  const pairs = hex.match(/../gu) ?? [];
  return [
    value,
    [...value].toReversed().join(""),
    Buffer.from(value).toString("base64"),
    Buffer.from(`x${value}`).toString("base64"),
    Buffer.from(`xy${value}`).toString("base64url"),
    hex,
    hex.toUpperCase(),
    pairs.map((pair) => `%${pair}`).join(""),
    pairs.map((pair) => `\\u00${pair}`).join(""),
    [...value].join("\u200B"),
    [...value].join(" "),
    [...value].join("-"),
    value.toUpperCase(),
    Buffer.from(Buffer.from(value).toString("base64")).toString("base64"),
    value.replaceAll(/.{6}/gu, "$&\n-"),
    value.replaceAll(/.{6}/gu, "$&\n"),
    `${value.slice(0, 9)}" + "${value.slice(9)}`,
  ];
}
/**
 * What of the values can be read in a text, by anybody who takes out blanks, invisible characters, the quotes of programs, or all but letters and digits.
 * Written without the program's own code for this, of which it is the test.
 * @returns each find, in the words around it
 */
export function findCanaries(values: readonly string[], text: string): readonly string[] {
  const views = [text, unescape(text)].flatMap((view) => [view, view.replaceAll(/[\s\u200B"'+\\]/gu, "")]);
  const all: readonly Seen[] = [
    ...views.map((view) => ({ view, small: view.toLowerCase() })),
    bareView(text),
    bareView(unescape(text)),
  ];
  return values.flatMap((value) =>
    needles(value).flatMap((needle) =>
      all.flatMap(({ view, small, isBare }) => {
        const sought = isBare === true ? bareView(needle).small : needle;
        const at = (/^[0-9a-f]+$/u.test(needle) ? small : view).indexOf(sought);
        return at === -1 ? [] : [view.slice(Math.max(0, at - 80), at + needle.length + 40)];
      }),
    ),
  );
}
type Seen = { readonly view: string; readonly small: string; readonly isBare?: true };
/** Letters and digits alone, capital or small. */
function bareView(text: string): Seen {
  const view = text.replaceAll(/[^a-z0-9]/giu, "").toLowerCase();
  return { view, small: view, isBare: true };
}
function needles(value: string): readonly string[] {
  // Eight bytes are enough to know it by; of base64 the letters at the edges belong to its neighbours as well.
  const pieces = [value.slice(0, 15), value.slice(-15)];
  const encoded = [0, 1, 2].flatMap((offset) => {
    const text = Buffer.from("x".repeat(offset) + value).toString("base64");
    const sure = text.slice(4, -4);
    return [sure, sure.replaceAll("+", "-").replaceAll("/", "_")].map((part) => part.replaceAll("+", ""));
  });
  const twice = Buffer.from(Buffer.from(value).toString("base64")).toString("base64").slice(4, -8);
  return [
    twice,
    ...pieces,
    ...pieces.map((piece) => [...piece].toReversed().join("")),
    ...pieces.map((piece) => Buffer.from(piece).toString("hex")),
    ...encoded,
  ];
}
function unescape(text: string): string {
  return text
    .replaceAll(/\\+u([0-9a-f]{4})/giu, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    .replaceAll(/%([0-9a-f]{2})/giu, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    .replaceAll(/\\+n/gu, "\n");
}
