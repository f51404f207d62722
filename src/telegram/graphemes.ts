let segmenter: Intl.Segmenter | null = null;

/** A text in whole graphemes. The tables for it take time to be read, so the first text that needs them has them read. */
export function graphemesOf(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
  return segmenter.segment(text);
}
