/** What a table itself holds under a name from outside: `constructor` and its like, which every object has, are in none. */
export function own<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
