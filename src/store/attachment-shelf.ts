import { createHash } from "node:crypto";
import { access, mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Fault } from "../core/fault.ts";
import type { AttachmentShelf } from "../core/ports/attachments.ts";
import { MINUTE_MS } from "../lib/time.ts";

/** What was put so lately may not have been written down yet, and stays. */
const YOUNG_MS = 5 * MINUTE_MS;
const HASH = /^[0-9a-f]{64}$/;

/** Files below `folder`, which nothing else may use: a file a content, by its hash. Written aside and renamed: never half there. */
export function createAttachmentShelf({ folder }: { readonly folder: string }): AttachmentShelf {
  const pathOf = (hash: string): string => {
    if (!HASH.test(hash)) throw new Error("not the hash of a content");
    return join(folder, hash);
  };
  const has = (hash: string) =>
    access(pathOf(hash)).then(
      () => true,
      () => false,
    );
  return {
    has,
    async put(bytes) {
      const hash = hashOf(bytes);
      if (await isWhole(pathOf(hash), hash)) return hash;
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeAside(pathOf(hash), bytes, folder);
      return hash;
    },
    async read(hash) {
      const bytes = await readFile(pathOf(hash)).catch(() => null);
      return bytes === null || hashOf(bytes) !== hash ? null : bytes;
    },
    async keepOnly(hashes) {
      const names = await readdir(folder).catch(() => []);
      let removed = 0;
      for (const name of names) {
        if (hashes.has(name)) continue;
        const found = await stat(join(folder, name)).catch(() => null);
        if (found === null || Date.now() - found.mtimeMs < YOUNG_MS) continue;
        await rm(join(folder, name), { force: true });
        removed += 1;
      }
      return removed;
    },
  };
}
function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
async function isWhole(path: string, hash: string): Promise<boolean> {
  const bytes = await readFile(path).catch(() => null);
  return bytes !== null && hashOf(bytes) === hash;
}
async function writeAside(path: string, bytes: Uint8Array, folder: string): Promise<void> {
  const aside = `${path}.${crypto.randomUUID()}`;
  try {
    await using file = await open(aside, "wx", 0o600);
    await file.writeFile(bytes);
    await file.sync();
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true });
    if (error instanceof Error && "code" in error && (error.code === "ENOSPC" || error.code === "EDQUOT"))
      throw new Fault("disk.full", { path: folder }, { cause: error });
    throw error;
  }
}
