import type { JsonObject, ToolCall } from "../core/ports/model.ts";

/** A call as it came off the wire: `id` may be missing, `arguments` may be anything. */
export type RawCall = { readonly id: string; readonly name: string; readonly arguments: string };

/**
 * Gives every call an id of its own and parses its arguments.
 * @param taken ids of earlier turns: some servers count from `call_0` anew in every answer
 */
export function finishCalls(raws: readonly RawCall[], taken: Iterable<string>): ToolCall[] {
  const used = new Set(taken);
  return raws.map((raw) => {
    const id = raw.id !== "" && !used.has(raw.id) ? raw.id : freshId(used);
    used.add(id);
    return { id, name: raw.name, ...parseArguments(raw.arguments) };
  });
}

/** By counting, not by chance, so that the same answers give the same ids. */
function freshId(used: ReadonlySet<string>): string {
  let number = used.size + 1;
  while (used.has(`call_${number}`)) number += 1;
  return `call_${number}`;
}

type Parsed = { kind: "parsed"; arguments: JsonObject } | { kind: "invalid"; raw: string; problem: string };

/** Takes white space and a code fence off, and mends nothing else: a guessed argument could do harm. */
export function parseArguments(raw: string): Parsed {
  const fenced = /^\s*```(?:json)?\s*\n([\s\S]*?)\n?\s*```\s*$/i.exec(raw);
  const text = fenced?.[1] ?? raw;
  if (text.trim() === "") return { kind: "invalid", raw, problem: "The arguments are empty; send a JSON object." };
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return { kind: "parsed", arguments: value };
    return { kind: "invalid", raw, problem: "The arguments are JSON, but no JSON object." };
  } catch (cause) {
    return { kind: "invalid", raw, problem: `The arguments are no JSON: ${(cause as Error).message}` };
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
