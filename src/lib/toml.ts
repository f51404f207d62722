import { parse } from "smol-toml";

/** @returns the document as plain data, or null when it is not TOML */
export function parseToml(text: string): Record<string, unknown> | null {
  try {
    return parse(text);
  } catch {
    return null;
  }
}
