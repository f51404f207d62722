/** At most `most` UTF-16 units of a text, the last of them `…` when something was cut off; never half a character. */
export function cutText(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed()}…`;
}
