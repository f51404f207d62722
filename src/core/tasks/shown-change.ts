/**
 * A change as a button carries it: the first 28 bits of its commit, which names the whole content, its base and its message. A button of a change that
 * is another by now carries another number.
 */
export function shownChange(commit: string): number {
  return Number.parseInt(commit.slice(0, 7), 16);
}
