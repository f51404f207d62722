import { nearestLines } from "./nearest-lines.ts";

type Replacement = { readonly old_text: string; readonly new_text: string; readonly replace_all: boolean };
type Edited = { readonly text: string; readonly count: number } | { readonly problem: string };
/** A piece of a text replaced, or what to tell the model: it must occur exactly once unless all are meant. */
export function replaceText(text: string, { old_text, new_text, replace_all }: Replacement): Edited {
  if (old_text === new_text) return { problem: "old_text and new_text are the same; nothing was changed." };
  const [old, replacement] = withLineEndsOf(text, old_text, new_text);
  const count = text.split(old).length - 1;
  if (count === 0) return { problem: `old_text does not occur; nothing was changed. ${nearestLines(text, old)}` };
  if (count > 1 && !replace_all)
    return {
      problem: `old_text occurs ${count} times, at lines ${lineNumbers(text, old)}; nothing was changed. Take more lines around it, or set replace_all.`,
    };
  return { text: text.split(old).join(replacement), count };
}
/** Models write `\n`; a file with `\r\n` throughout keeps its own. */
function withLineEndsOf(text: string, old: string, replacement: string): [string, string] {
  const windows = text.includes("\r\n") && !text.includes(old) && !old.includes("\r");
  return windows ? [old.replaceAll("\n", "\r\n"), replacement.replaceAll(/\r?\n/g, "\r\n")] : [old, replacement];
}
function lineNumbers(text: string, old: string): string {
  const found: number[] = [];
  for (let at = text.indexOf(old); at !== -1 && found.length < 10; at = text.indexOf(old, at + old.length))
    found.push(text.slice(0, at).split("\n").length);
  return found.join(", ");
}
