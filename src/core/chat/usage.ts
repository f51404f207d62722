import { code, paragraph, type Block, type Inline } from "../../lib/blocks.ts";
import type { CommandSpec } from "../ports/commands.ts";

/** How a command is used, after what was wrong, if anything was. */
export function usageBlocks({ name, usage, summary, examples }: CommandSpec, problem?: string): Block[] {
  const shown = examples.flatMap((example, at): Inline[] => [at === 0 ? "" : " or ", code(example)]);
  return [
    ...(problem === undefined ? [] : [paragraph(problem)]),
    paragraph("Usage: ", code(usage === "" ? `/${name}` : `/${name} ${usage}`), `. ${summary}.`),
    paragraph("Example: ", ...shown),
  ];
}
