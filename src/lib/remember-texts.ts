/**
 * The same function of a text, whose last few hundred answers are kept: the parts of a message and the keys of its rows come again and
 * again on their way. Long texts are worked out each time.
 */
export function rememberTexts(work: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const after = work(text);
    if (text.length > LONGEST) return after;
    if (known.size >= MOST) known.clear();
    known.set(text, after);
    return after;
  };
}
const MOST = 500;
/** UTF-16 units. */
const LONGEST = 2000;
