import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parsePersona } from "../config/personas.ts";
import { Fault } from "../core/fault.ts";
import type { Persona } from "../core/personas/persona.ts";

export async function loadPersonas(folder: string): Promise<readonly Persona[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".md")).sort();
  return Promise.all(
    files.map(async (name) => parsePersona(await readFile(join(folder, name), "utf8"), join(folder, name))),
  );
}
/** A limit for a spark that does not exist would hold for nobody. */
export function strangersAmong(names: readonly string[], personas: readonly Persona[]): readonly string[] {
  const known = personas.map(({ name }) => name);
  return names
    .filter((name) => !known.includes(name))
    .map((name) => `budget.sparks.${name} is no spark; there are ${known.join(", ")}`);
}
/** @throws Fault config.invalid */
export function knowSparks(names: readonly string[], personas: readonly Persona[]): void {
  const problems = strangersAmong(names, personas);
  if (problems.length > 0) throw new Fault("config.invalid", { file: "config.toml", problems });
}
export function findPersona(personas: readonly Persona[], name: string): Persona {
  const persona = personas.find((each) => each.name === name);
  if (persona === undefined) throw new Error(`there is no spark ${name}`);
  return persona;
}
