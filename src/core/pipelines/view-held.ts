import { code, paragraph, type Block, type Inline } from "../../lib/blocks.ts";
import { visible } from "../../lib/visible.ts";

const MOST_NAMED = 5;
/** What a workspace has not; nothing to tell where it has all. */
export function heldBlocks(held: readonly string[] = []): Block[] {
  if (held.length === 0) return [];
  const named = held.slice(0, MOST_NAMED).flatMap((path, at): Inline[] => [at === 0 ? "" : ", ", code(visible(path))]);
  const more = held.length > MOST_NAMED ? ` and ${held.length - MOST_NAMED} more` : "";
  return [paragraph("🔒 Held back from the workspace: ", ...named, `${more}.`)];
}
