/**
 * What a reader does not see and a model does: comments, invisible elements, attributes, link titles.
 * @returns the hidden pieces, each on a paragraph of its own
 */
export function readHidden(text: string): string {
  const pieces = HIDDEN.flatMap((pattern) =>
    [...text.matchAll(pattern)].slice(0, MAX_PIECES).map((match) => match.groups?.["hidden"] ?? ""),
  );
  return pieces.filter((piece) => piece.trim().length >= MIN_LENGTH).join("\n\n");
}
const MAX_PIECES = 50;
const MIN_LENGTH = 12;
/** Bounded, so that an unclosed comment costs no more than this many characters a start. */
const INSIDE = "(?<hidden>[^]{1,2000}?)";
const INVISIBLE_STYLE = String.raw`(?:\bhidden\b|display ?: ?none|visibility ?: ?hidden|opacity ?: ?0(?![.\d])|font-size ?: ?[01](?:px|pt|em)?\b|color ?: ?(?:white|#fff(?:fff)?|transparent)\b|left ?: ?-\d{3,})`;
const HIDDEN = [
  new RegExp(`<!--${INSIDE}-->`, "g"),
  new RegExp(String.raw`<[a-z]{1,10}\b[^<>]{0,200}?${INVISIBLE_STYLE}[^<>]{0,200}>${INSIDE}</`, "gi"),
  /^ {0,3}\[(?:\/\/|comment|_)\]: ?[^\s]{0,10} ?["'(](?<hidden>[^\n]{1,1000})["')]/gim,
  /\]\([^()\s]{1,300}\s+["'](?<hidden>[^"'\n]{12,500})["']\s*\)/g,
  /\b(?:alt|title|aria-label|content|data-[a-z]{1,20}|placeholder)\s*=\s*["'](?<hidden>[^"'\n<>]{12,600})/gi,
  /\\(?:color\{white\}|textcolor\{white\}|phantom|tiny)\s*\{(?<hidden>[^{}]{12,600})\}/g,
];
