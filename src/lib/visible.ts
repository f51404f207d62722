/** Characters that are not seen, or that turn the reading direction, as their numbers: what is read is what there is. */
export function visible(text: string): string {
  return text.replaceAll(
    /[^\P{C}\n\t]|[\u2028\u2029\u115F\u1160\u3164]/gu,
    (one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
