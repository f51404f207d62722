import { createHash } from "node:crypto";
import { chmod, readdir, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../test/support/folder.ts";
import { createAttachmentShelf } from "./attachment-shelf.ts";

test("what is put is there under its hash, once, for this user alone", async () => {
  using folder = temporaryFolder();
  const place = join(folder.path, "files");
  const shelf = createAttachmentShelf({ folder: place });
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 100 }), async (bytes) => {
      const hash = await shelf.put(bytes);
      expect(hash).toBe(createHash("sha256").update(bytes).digest("hex"));
      expect(await shelf.put(bytes)).toBe(hash);
      expect(await shelf.has(hash)).toBe(true);
      expect(Buffer.from((await shelf.read(hash)) ?? "none").equals(bytes)).toBe(true);
      expect((await stat(join(place, hash))).mode & 0o777).toBe(0o600);
    }),
    { numRuns: 20 },
  );
  expect((await stat(place)).mode & 0o777).toBe(0o700);
  expect((await readdir(place)).every((name) => /^[0-9a-f]{64}$/.test(name))).toBe(true);
});
test("what was changed behind its back is not given out, and is put again", async () => {
  using folder = temporaryFolder();
  const shelf = createAttachmentShelf({ folder: folder.path });
  const bytes = Buffer.from("alpha");
  const hash = await shelf.put(bytes);
  await chmod(join(folder.path, hash), 0o600);
  await writeFile(join(folder.path, hash), "other");
  expect(await shelf.read(hash)).toBeNull();
  await shelf.put(bytes);
  expect(Buffer.from((await shelf.read(hash)) ?? "").toString()).toBe("alpha");
  expect(await shelf.read("0".repeat(64))).toBeNull();
  await expect(shelf.read("../../etc/passwd")).rejects.toThrow("not the hash");
});
test("what nobody knows is cleared away, unless it has only just come", async () => {
  using folder = temporaryFolder();
  const shelf = createAttachmentShelf({ folder: folder.path });
  const [kept, old, young] = await Promise.all(["kept", "old", "young"].map((text) => shelf.put(Buffer.from(text))));
  const long = new Date(Date.now() - 3_600_000);
  const half = `${kept}.half-written`;
  await writeFile(join(folder.path, half), "ke");
  for (const name of [kept, old, half]) await utimes(join(folder.path, name ?? ""), long, long);
  expect(await shelf.keepOnly(new Set([kept ?? ""]))).toBe(2);
  expect(await readdir(folder.path)).not.toContain(half);
  expect(await Promise.all([kept, old, young].map((hash) => shelf.has(hash ?? "")))).toEqual([true, false, true]);
});
