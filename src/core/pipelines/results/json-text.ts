/** JSON that may have been cut off in the middle. */

type JsonRead = { readonly value: unknown; readonly whole: boolean };

/** @returns the value; of a cut text what was complete until then, `whole: false`; undefined when it is no JSON */
function readJson(text: string): JsonRead {
  try {
    return { value: JSON.parse(text) as unknown, whole: true };
  } catch {
    return { value: salvage(text), whole: false };
  }
}

/**
 * Closes what is open after the last element of an array that was complete: an object is all there or not at all.
 * Looks at brackets and strings only; JSON.parse judges the rest.
 */
function salvage(text: string): unknown {
  const open: string[] = [];
  let cut: { at: number; close: string } | null = null;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? "";
    if (inString) {
      if (character === "\\") at += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === "{" || character === "[") open.push(character === "{" ? "}" : "]");
    else if (character === "}" || character === "]") {
      if (open.pop() !== character) return undefined;
      if (open.at(-1) === "]") cut = { at: at + 1, close: open.toReversed().join("") };
    }
    if (open.length > 200) return undefined;
  }
  if (cut === null) return undefined;
  try {
    return JSON.parse(text.slice(0, cut.at) + cut.close) as unknown;
  } catch {
    return undefined;
  }
}

/** Collects the pieces of a document that is read as a whole when it ends. */
export function createJsonText(take: (value: unknown) => void): { write(piece: string): void; end(): string[] } {
  const pieces: string[] = [];
  return {
    write: (piece) => void pieces.push(piece),
    end: () => {
      const { value, whole } = readJson(pieces.join(""));
      if (value !== undefined) take(value);
      return whole ? [] : ["The results end early or are not JSON."];
    },
  };
}
