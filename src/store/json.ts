import type { z } from "zod";

/** Names a row in an error: `tasks row 12`. */
export type RowName = { readonly table: string; readonly id: number | string };

/** Canonical JSON of a checked value: keys stand in the schema's order, so that equal values are equal text. */
export function encode<Value>(schema: z.ZodType<Value>, value: Value): string {
  return JSON.stringify(schema.parse(value));
}
/** @throws Error naming table, row and field when the row does not hold what the program wrote */
export function decode<Value>(schema: z.ZodType<Value>, text: string, row: RowName): Value {
  const result = schema.safeParse(parse(text, row));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Error(`${corrupted(row)}: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? "unreadable"}`, {
    cause: result.error,
  });
}
function parse(text: string, row: RowName): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${corrupted(row)}: it is no JSON`, { cause });
  }
}
function corrupted({ table, id }: RowName): string {
  return `The database row ${id} of table ${table} is damaged`;
}
