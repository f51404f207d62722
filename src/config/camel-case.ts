type CamelCase<Name extends string> = Name extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name;
/** The same data with the names that code uses. */
export type CamelCased<Data> = Data extends readonly (infer Item)[]
  ? readonly CamelCased<Item>[]
  : Data extends object
    ? { readonly [Name in keyof Data as Name extends string ? CamelCase<Name> : never]: CamelCased<Data[Name]> }
    : Data;

export function camelCased<Data>(data: Data): CamelCased<Data> {
  return rename(data) as CamelCased<Data>;
}
function rename(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(rename);
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [camelCase(name), rename(value)]));
}
export function camelCase(name: string): string {
  return name.replaceAll(/_(.)/gu, (_, letter: string) => letter.toUpperCase());
}
