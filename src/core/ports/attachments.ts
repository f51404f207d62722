import type { SentFile } from "../incoming.ts";
import type { Instant } from "../../lib/time.ts";

/** A file that somebody sent: as its message described it and, once it is loaded, what it is. */
export type Attachment = {
  readonly id: number;
  /** The message's row in the inbox; a message has one file. */
  readonly rowId: number;
  readonly chatId: number;
  readonly userId: number;
  readonly messageId: number;
  /** The same for all parts of an album. */
  readonly album: string | null;
  readonly receivedAt: Instant;
  readonly file: SentFile;
  /** Words of somebody else that were forwarded with it. */
  readonly note: string | null;
  readonly content: AttachmentContent | null;
};
export type AttachmentContent = {
  /** SHA-256 of the bytes, in hex: what the shelf calls it. */
  readonly hash: string;
  readonly bytes: number;
  readonly kind: "text" | "image" | "binary";
  /** Told by its bytes, for people: "text", "PNG picture", "ZIP archive". */
  readonly what: string;
  /** Of an image: told by its bytes. */
  readonly mime: string | null;
  /** It holds what reads like orders to a model: which, as the rest of a sentence that begins with "it". */
  readonly warning?: string;
};
/** A file given to a task. */
export type TaskFile = {
  readonly attachment: Attachment;
  /** What it is called in the workspace; unique in the task. */
  readonly name: string;
  /** The message that gave it to the task while that was at work; null: it came with the goal. */
  readonly givenBy: number | null;
};
export interface AttachmentStore {
  /** Keeps it; that of the same message is returned as it stands. */
  add(attachment: Omit<Attachment, "id" | "content">): Promise<Attachment>;
  /** Those that are known, in the order in which they came. */
  get(ids: readonly number[]): Promise<readonly Attachment[]>;
  ofRow(rowId: number): Promise<Attachment | null>;
  ofMessage(chatId: number, messageId: number): Promise<Attachment | null>;
  /** The parts of an album that came, in their order. */
  ofAlbum(chatId: number, album: string): Promise<readonly Attachment[]>;
  /** The message that acts for the whole album; null when none does yet. */
  leadOf(chatId: number, album: string): Promise<number | null>;
  /** Makes this message the one that acts for the album, unless there is one. @returns the one that does */
  lead(chatId: number, album: string, rowId: number): Promise<number>;
  loaded(id: number, content: AttachmentContent): Promise<void>;
  remove(ids: readonly number[]): Promise<void>;
  /** Gives files to a task; what it has already stays as it is. */
  give(taskId: number, files: readonly { id: number; name: string; givenBy: number | null }[]): Promise<void>;
  /** In the order in which they were given. */
  ofTask(taskId: number): Promise<readonly TaskFile[]>;
  /** Forgets what came before, unless a task that has not ended has it. @returns how many */
  removeOld(before: Instant): Promise<number>;
  /** All that is loaded and known: hash and bytes, each content once. */
  contents(): Promise<readonly { readonly hash: string; readonly bytes: number }[]>;
}
/** Where the bytes lie, each content once, named by its hash; nobody but this program's user reads them. */
export interface AttachmentShelf {
  /** @returns SHA-256 in hex @throws Fault disk.full */
  put(bytes: Uint8Array): Promise<string>;
  /** Null when it is not there, or not what it was. */
  read(hash: string): Promise<Uint8Array | null>;
  has(hash: string): Promise<boolean>;
  /** Removes all but these. @returns how many */
  keepOnly(hashes: ReadonlySet<string>): Promise<number>;
}
