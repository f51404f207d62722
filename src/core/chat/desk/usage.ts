import { code, paragraph, type Block, type Inline } from "../../../lib/blocks.ts";
import { nearestName } from "../../../lib/nearest-name.ts";
import type { CommandSpec } from "../../ports/commands.ts";

/** How a command is used, after what was wrong, if anything was. */
export function usageBlocks({ name, usage, summary, examples }: CommandSpec, problem?: string): Block[] {
  const shown = examples.flatMap((example, at): Inline[] => [at === 0 ? "" : " or ", code(example)]);
  return [
    ...(problem === undefined ? [] : [paragraph(problem)]),
    paragraph("Usage: ", code(usage === "" ? `/${name}` : `/${name} ${usage}`), `. ${summary}.`),
    paragraph("Example: ", ...shown),
  ];
}
/** What was meant instead, perhaps, and where all stand. */
export function unknownCommand(name: string, all: readonly CommandSpec[]): Block {
  const known = all.map((command) => command.name);
  const near = nearestName(name, known);
  return paragraph(
    "There is no command ",
    code(`/${name.slice(0, 40)}`),
    ".",
    ...(near === null ? [] : [" Did you mean ", code(`/${near}`), "?"]),
    " ",
    code("/help"),
    " lists them all.",
  );
}
