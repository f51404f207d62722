/** `1 task`, `2 tasks`; `many`: the plural that is not just an s more. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
