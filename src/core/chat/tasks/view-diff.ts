import { bold, code, codeBlock, details, paragraph, type Block } from "../../../lib/blocks.ts";
import type { Diff } from "../../ports/repositories.ts";

/** A change as git writes it: as it is when it is of one file, else each file folded under its name. */
export function diffBlocks(taskId: number, { text, files, added, removed }: Diff): Block[] {
  const pieces = text.split(/^(?=diff --git )/m).filter((piece) => piece.startsWith("diff --git "));
  const title = bold(`Task ${taskId}: the change`);
  if (files.length < 2 || pieces.length !== files.length) return [paragraph(title), codeBlock(text, "diff")];
  return [
    paragraph(title, `, ${files.length} files, +${added} −${removed}`),
    ...files.map((file, at) =>
      details([code(file.path), ` +${file.added} −${file.removed}`], codeBlock((pieces[at] ?? "").trimEnd(), "diff")),
    ),
  ];
}
