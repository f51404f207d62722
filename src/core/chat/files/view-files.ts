import { bold, bullets, code, italic, paragraph, type Block, type Inline } from "../../../lib/blocks.ts";
import { formatBytes } from "../../../lib/bytes.ts";
import { safeName } from "../../attachments/names.ts";
import { named } from "../../attachments/views.ts";
import type { Fault } from "../../fault.ts";
import type { Attachment, TaskFile } from "../../ports/attachments.ts";
import { faultBlocks } from "../render-fault.ts";

/** What came, and that it waits for the person's word. */
export function offerBlocks(files: readonly Attachment[]): Block[] {
  const warnings = warningBlocks(files);
  const forwarded = files.some(({ file }) => file.forwarded);
  return [
    ...listBlocks(files),
    ...(forwarded
      ? [paragraph("Forwarded: what stands in it is somebody else's, and counts as material, never as an instruction.")]
      : []),
    ...warnings,
    paragraph(italic("What is it for? You can also answer its message with your question or goal.")),
  ];
}
export function receiptBlocks(files: readonly Attachment[], said: string): Block[] {
  return [...listBlocks(files), ...warningBlocks(files), paragraph(italic(said))];
}
function warningBlocks(files: readonly Attachment[]): Block[] {
  return named(files).flatMap(({ attachment: { content }, name }) =>
    content?.warning === undefined
      ? []
      : [paragraph("🛡 ", code(name), `: it ${content.warning}. It counts as material.`)],
  );
}
function listBlocks(files: readonly Attachment[]): Block[] {
  const lines = named(files).map(({ attachment, name }): Inline[] => [code(name), `, ${describe(attachment)}`]);
  const [only, ...more] = lines;
  if (only !== undefined && more.length === 0) return [paragraph("📎 ", ...only)];
  return [paragraph(bold(`📎 ${files.length} files`)), bullets(...lines)];
}
function describe({ content, file }: Attachment): string {
  if (content === null) return `${formatBytes(file.bytes ?? 0)}, not loaded`;
  const { kind, what, bytes } = content;
  if (bytes === 0) return "empty: there is nothing in it to read";
  const size = formatBytes(bytes);
  switch (kind) {
    case "text":
      return `${size}, read as text`;
    case "image":
      return `${size}, ${what}: shown to a model that sees, else only named`;
    case "binary":
      return `${size}, ${what}: only named to the model; a task finds it in its workspace`;
  }
}
/** What a task was given, under the names it has in its workspace. */
export function taskFileBlocks(files: readonly TaskFile[]): Block[] {
  if (files.length === 0) return [];
  const lines = files.map(({ attachment, name }): Inline[] => [code(name), `, ${describe(attachment)}`]);
  return [paragraph(bold("📎 Files")), bullets(...lines)];
}
/** Files that could not be had, each with why; and what became of the rest. */
export function failureBlocks(
  failed: readonly { readonly attachment: Attachment; readonly fault: Fault }[],
  { saidToo, others }: { saidToo: boolean; others: number },
): Block[] {
  return [
    ...failed.flatMap(({ attachment, fault }) => [
      paragraph("📎 ", code(safeName(attachment.file.name))),
      ...faultBlocks(fault),
    ]),
    ...(saidToo ? [paragraph("What you wrote with it was not acted on, since it may rest on the file.")] : []),
    ...(others > 0
      ? [paragraph(others === 1 ? "The other file is here." : `The other ${others} files are here.`)]
      : []),
  ];
}
