/** Somebody's words on one line, at most so many UTF-16 units of them. */
export function oneLine(text: string, most: number): string {
  return text.replaceAll(/\s+/g, " ").trim().slice(0, most).toWellFormed();
}
