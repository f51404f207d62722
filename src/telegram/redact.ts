/** Removes what must not leave: the shape of bot tokens and the secrets that are known. */
export type Redact = (text: string, keepLength?: boolean) => string;
const BOT_TOKEN = /\b\d{6,12}:[A-Za-z0-9_-]{30,}\b/g;

/** @param secrets values of at least 8 characters; `keepLength` replaces each with as many units, so that entity offsets stay right */
export function createRedact(secrets: readonly string[]): Redact {
  const known = secrets.filter((secret) => secret.length >= 8).sort((a, b) => b.length - a.length);
  return (text, keepLength = false) => {
    const hidden = (found: string) => (keepLength ? "•".repeat(found.length) : "[secret]");
    const without = known.reduce((rest, secret) => rest.replaceAll(secret, hidden(secret)), text);
    return without.replaceAll(BOT_TOKEN, hidden);
  };
}
const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
/** Bot API: 0-200 characters in the answer to a callback query. */
export function cutToast(text: string): string {
  if (text.length <= 200) return text;
  let kept = "";
  for (const { segment } of graphemes.segment(text)) {
    if (kept.length + segment.length > 199) break;
    kept += segment;
  }
  return `${kept}…`;
}
