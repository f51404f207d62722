import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { Fault } from "../core/fault.ts";
import { makeFolder } from "../lib/make-folder.ts";
import { readIfThere } from "../lib/read-if-there.ts";
import type { Clock, Instant } from "../lib/time.ts";
import { instant } from "../lib/time.ts";
import { KeyringError, type Keyring } from "./keyring.ts";
import type { Keyrings } from "./open-keyrings.ts";
import { replaceFile } from "./replace-file.ts";

/** A name that is stored, and where; never its value. */
type StoredSecret = {
  readonly name: string;
  /** As people know it: "the desktop's keyring". */
  readonly title: string;
  /** Null when nobody knows. */
  readonly savedAt: Instant | null;
  /** In characters; null when it cannot be read now, and `trouble` says why. */
  readonly length: number | null;
  readonly trouble: string | null;
};
/** The secrets kept in keyrings. Which names there are stands in `secrets/` of the home, a file each. */
export interface SecretBook {
  /** Replaces an older value. @returns where it went @throws KeyringError */
  set(name: string, value: string): Promise<{ readonly title: string; readonly replaced: boolean }>;
  /** @returns where it was; null when there was none @throws KeyringError when it is still there */
  remove(name: string): Promise<{ readonly title: string } | null>;
  list(): Promise<readonly StoredSecret[]>;
  /**
   * All values by name, but those in `besides`, which somebody else gives.
   * @throws Fault secret.unreadable
   */
  load(besides: ReadonlySet<string>): Promise<ReadonlyMap<string, string>>;
}
const entrySchema = z.strictObject({
  version: z.literal(1),
  keyring: z.enum(["secret-service", "macos", "file"]),
  savedAt: z.number().int(),
});
type Entry = z.infer<typeof entrySchema>;
const ENTRY = /^([A-Z][A-Z0-9_]*)\.json$/u;

export function createSecretBook(home: string, keyrings: Keyrings, clock: Pick<Clock, "now">): SecretBook {
  const folder = join(home, "secrets");
  const fileOf = (name: string) => join(folder, `${name}.json`);
  function entryOf(name: string): Entry | "damaged" | null {
    const text = readIfThere(fileOf(name));
    if (text === null) return null;
    try {
      return entrySchema.parse(JSON.parse(text));
    } catch {
      return "damaged";
    }
  }
  async function names(): Promise<string[]> {
    const files = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return [];
      throw error;
    });
    return files.flatMap((file) => ENTRY.exec(file)?.[1] ?? []).sort();
  }
  async function read(name: string): Promise<{ entry: Entry; keyring: Keyring; value: string }> {
    const entry = entryOf(name);
    if (entry === null) throw new KeyringError("it is gone");
    if (entry === "damaged") throw new KeyringError(`${fileOf(name)}, which says where it is kept, is damaged`);
    const keyring = keyringOf(entry);
    const value = await keyring.get(name);
    if (value === null) throw new KeyringError(`${keyring.title} has it no longer`);
    return { entry, keyring, value };
  }
  function keyringOf({ keyring }: Entry): Keyring {
    const found = keyrings.of(keyring);
    if (found === null) throw new KeyringError(`it is in a keyring that is not on this machine (${keyring})`);
    return found;
  }
  const titleOf = ({ keyring }: Entry) => keyrings.of(keyring)?.title ?? `a keyring of another machine (${keyring})`;
  return {
    async set(name, value) {
      makeFolder(folder);
      const before = entryOf(name);
      const keyring = await keyrings.usual();
      // The name first: what is in a keyring can always be found again and removed.
      if (before === null) await replaceFile(fileOf(name), entryText(keyring, clock.now()));
      try {
        await keyring.set(name, value);
      } catch (error) {
        if (before === null) await rm(fileOf(name), { force: true });
        throw error;
      }
      await replaceFile(fileOf(name), entryText(keyring, clock.now()));
      if (typeof before === "object" && before !== null && before.keyring !== keyring.kind)
        await keyringOf(before)
          .remove(name)
          .catch(() => undefined);
      return { title: keyring.title, replaced: before !== null };
    },
    async remove(name) {
      const entry = entryOf(name);
      if (entry === null) return null;
      const keyring = entry === "damaged" ? await keyrings.usual() : keyringOf(entry);
      // Where it is kept, a damaged entry no longer says.
      if (entry === "damaged") await keyrings.of("file")?.remove(name);
      await keyring.remove(name);
      await rm(fileOf(name), { force: true });
      return { title: keyring.title };
    },
    async list() {
      return Promise.all((await names()).map((name) => describe(name, { titleOf, entryOf, read })));
    },
    async load(besides) {
      const values = new Map<string, string>();
      for (const name of await names()) {
        if (besides.has(name)) continue;
        try {
          values.set(name, (await read(name)).value);
        } catch (cause) {
          if (!(cause instanceof KeyringError)) throw cause;
          throw new Fault("secret.unreadable", { name, reason: cause.message }, { cause });
        }
      }
      return values;
    },
  };
}
function entryText({ kind }: Keyring, savedAt: Instant): string {
  return `${JSON.stringify({ version: 1, keyring: kind, savedAt } satisfies Entry)}\n`;
}
async function describe(
  name: string,
  book: {
    titleOf(entry: Entry): string;
    entryOf(name: string): Entry | "damaged" | null;
    read(name: string): Promise<{ entry: Entry; keyring: Keyring; value: string }>;
  },
): Promise<StoredSecret> {
  try {
    const { entry, keyring, value } = await book.read(name);
    return { name, title: keyring.title, savedAt: instant(entry.savedAt), length: value.length, trouble: null };
  } catch (error) {
    if (!(error instanceof KeyringError)) throw error;
    const entry = book.entryOf(name);
    const known = typeof entry === "object" ? entry : null;
    return {
      name,
      title: known === null ? "a keyring" : book.titleOf(known),
      savedAt: known === null ? null : instant(known.savedAt),
      length: null,
      trouble: error.message,
    };
  }
}
