import { Fault } from "../fault.ts";
import type { Attachment, AttachmentContent, AttachmentShelf, AttachmentStore } from "../ports/attachments.ts";
import type { MessageFiles } from "../ports/speech.ts";
import { decodeText, recognise } from "./recognise.ts";

/** Read anew each time. */
export type FileLimits = {
  /** Of one file. */
  readonly maxBytes: number;
  /** Of all that is kept. */
  readonly maxTotalBytes: number;
  /** Of one text, in a model's context. */
  readonly textBytes: number;
};
/** Looks at a text before it is kept. @returns what is to be told of it, or null @throws Fault file.withheld */
export type LookAtText = (text: string, attachment: Attachment) => string | null;
type LoadDependencies = {
  readonly look: LookAtText;
  readonly files: MessageFiles;
  readonly attachments: AttachmentStore;
  readonly shelf: AttachmentShelf;
};
export type LoadedFiles = {
  readonly loaded: readonly Attachment[];
  readonly failed: readonly { readonly attachment: Attachment; readonly fault: Fault }[];
};

/** Fetches what is not there yet, one after the other; what failed is told, and nothing is kept of it. */
export async function loadAttachments(
  wanted: readonly Attachment[],
  limits: FileLimits,
  deps: LoadDependencies,
  signal: AbortSignal,
): Promise<LoadedFiles> {
  const loaded: Attachment[] = [];
  const failed: { attachment: Attachment; fault: Fault }[] = [];
  for (const attachment of wanted) {
    try {
      loaded.push(await loadOne(attachment, limits, deps, signal));
    } catch (error) {
      if (!(error instanceof Fault) || !error.code.startsWith("file.")) throw error;
      failed.push({ attachment, fault: error });
    }
  }
  return { loaded, failed };
}
async function loadOne(
  attachment: Attachment,
  limits: FileLimits,
  { files, attachments, shelf, look }: LoadDependencies,
  signal: AbortSignal,
): Promise<Attachment> {
  const { content: known, file } = attachment;
  if (known !== null && (await shelf.has(known.hash))) return attachment;
  if (file.bytes !== null && file.bytes > limits.maxBytes)
    throw new Fault("file.too-large", { bytes: file.bytes, mostBytes: limits.maxBytes });
  await mustFit(file.bytes ?? 0, limits, attachments);
  const bytes = await files.load(file.fileId, { maxBytes: limits.maxBytes, signal });
  const warning = warningOf(bytes, attachment, look);
  const content: AttachmentContent = {
    ...recognise(bytes),
    hash: await shelf.put(bytes),
    bytes: bytes.byteLength,
    ...(warning === null ? {} : { warning }),
  };
  await attachments.loaded(attachment.id, content);
  // Before it was written down, somebody may have cleared away what nobody seemed to need.
  if (!(await shelf.has(content.hash))) await shelf.put(bytes);
  return { ...attachment, content };
}
/** Words that were forwarded with a file are looked at with it. */
function warningOf(bytes: Uint8Array, attachment: Attachment, look: LookAtText): string | null {
  const said = [decodeText(bytes), attachment.note].filter((text) => text !== null && text !== "");
  return said.length === 0 ? null : look(said.join("\n\n"), attachment);
}
async function mustFit(bytes: number, { maxTotalBytes }: FileLimits, attachments: AttachmentStore): Promise<void> {
  const kept = (await attachments.contents()).reduce((sum, content) => sum + content.bytes, 0);
  if (kept + bytes > maxTotalBytes) throw new Fault("file.no-room", { mostBytes: maxTotalBytes });
}
