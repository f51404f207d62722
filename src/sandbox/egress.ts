import type { EgressOptions } from "./options.ts";

export type Egress = { readonly name: string; close(): Promise<void> };
export async function openEgress(_options: EgressOptions, _owner: string, _folder: string): Promise<Egress> {
  throw new Error("not yet");
}
