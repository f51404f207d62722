import { rmSync, statSync, writeFileSync } from "node:fs";

const RESERVE_BYTES = 1024 * 1024;

/**
 * A file beside the database that only takes up room. On a full disk SQLite can neither write nor delete; giving this
 * room back lets running work be ended and told. It is laid down again at the next start with room for it.
 */
export function createReserve(path: string): { release(): void } {
  if (path === ":memory:") return { release: () => undefined };
  const file = `${path}.reserve`;
  try {
    if (statSync(file, { throwIfNoEntry: false })?.size !== RESERVE_BYTES) {
      // Chance-free but not zero: file systems that compress or skip zeros would keep no room.
      writeFileSync(file, Buffer.alloc(RESERVE_BYTES, "sparks keeps this room for a full disk\n"), { mode: 0o600 });
    }
  } catch {
    // No room for it now: the database itself says so when it has none either.
    rmSync(file, { force: true });
  }
  return { release: () => rmSync(file, { force: true }) };
}
