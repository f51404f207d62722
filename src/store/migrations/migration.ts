/** One step of the schema, applied once in a transaction. `sql` never changes after it was published: its checksum is kept. */
export type Migration = { readonly version: number; readonly name: string; readonly sql: string };
