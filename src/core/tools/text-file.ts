import type { ToolAnswer, ToolContext } from "./tool.ts";
import { failed, pathRefused } from "./answer.ts";
import { reach } from "./reach.ts";

const MAX_FILE_BYTES = 4 * 1024 * 1024;

/** A whole text file of the workspace, exactly as it stands (a byte order mark included), or what to tell the model. */
export async function readTextFile(
  path: string,
  context: ToolContext,
): Promise<{ readonly text: string } | { readonly refused: ToolAnswer }> {
  const { session, signal } = context;
  const reached = await reach(path, "read", context);
  if ("refused" in reached) return reached;
  const result = await session.read(reached.path, { maxBytes: MAX_FILE_BYTES, signal });
  if (result.kind === "refused") return { refused: pathRefused(path, result.why) };
  if (result.size > MAX_FILE_BYTES)
    return {
      refused: failed(
        `${path} has ${result.size} bytes, too many to be read as text here (${MAX_FILE_BYTES}). Use shell with sed, head or tail.`,
      ),
    };
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(result.content);
    return text.includes("\0") ? { refused: notText(path, result.size) } : { text };
  } catch {
    return { refused: notText(path, result.size) };
  }
}
function notText(path: string, size: number): ToolAnswer {
  return failed(`${path} is not UTF-8 text (${size} bytes). Use shell to look at it.`);
}
