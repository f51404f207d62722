/** `1 task`, `2 tasks`: for words whose plural is an s. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
