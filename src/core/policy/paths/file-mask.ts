import { createHash } from "node:crypto";
import { compilePattern } from "../../../lib/pattern.ts";
import { plainParts } from "../addresses/plain-name.ts";
import { SECRET_RULES, secretOf } from "../commands/secret-names.ts";

/** Which files of a repository are held back from every workspace. */
export type FileMask = {
  /** The same rules have the same id; other rules another. 16 hexadecimal digits. */
  readonly id: string;
  /** @param path relative to the repository's root */
  hides(path: string): boolean;
};
export type MaskSettings = {
  /** Held back besides what is known to hold secrets. */
  readonly masked: readonly string[];
  /** Given in spite of everything else. */
  readonly shown: readonly string[];
};

/**
 * What is known by its name to hold secrets (`.env`, private keys, credentials), and what the settings add. Templates such as `.env.example` are
 * nobody's secrets.
 * @param own of the repository alone: what it says of a file holds, whatever `all` says of it
 */
export function createFileMask(all: MaskSettings, own: MaskSettings = NOTHING): FileMask {
  const more = own.masked.length + own.shown.length === 0 ? [] : [own.masked, own.shown];
  const rules = JSON.stringify([SECRET_RULES, all.masked, all.shown, ...more]);
  const layers = [own, all].map(({ masked, shown }) => ({ isShown: anyOf(shown), isMasked: anyOf(masked) }));
  return {
    id: createHash("sha256").update(rules).digest("hex").slice(0, 16),
    hides(path) {
      const plain = plainParts(path).join("/");
      for (const { isShown, isMasked } of layers) {
        if (isShown(plain)) return false;
        if (isMasked(plain)) return true;
      }
      return secretOf(path) !== undefined;
    },
  };
}
const NOTHING: MaskSettings = { masked: [], shown: [] };

/** What the settings say of one repository by its name, or of all as `*`. */
export type RepositoryMask = MaskSettings & { readonly repository: string };
/**
 * The mask of a repository.
 * @param repository null: nobody knows which it is, and what any of them holds back is held back
 */
export function maskOfRepository(
  all: MaskSettings,
  ofRepositories: readonly RepositoryMask[],
  repository: string | null,
): FileMask {
  const fits = ofRepositories.filter(
    (each) => repository === null || each.repository === "*" || each.repository === repository,
  );
  const masked = fits.flatMap((each) => each.masked);
  return createFileMask(all, { masked, shown: repository === null ? [] : fits.flatMap((each) => each.shown) });
}
function anyOf(globs: readonly string[]): (path: string) => boolean {
  const patterns = globs.map((glob) => {
    const pattern = compilePattern(globSource(glob));
    if (typeof pattern === "string") throw new Error(`the pattern ${glob} cannot be read: ${pattern}`);
    return pattern;
  });
  return (path) => patterns.some((pattern) => pattern.test(path));
}

const PIECE = /\*\*\/|\*\*|[*?]|[^*?]+/gu;
const MEANS: ReadonlyMap<string, string> = new Map([
  ["**/", "(?:.*/)?"],
  ["**", ".*"],
  ["*", "[^/]*"],
  ["?", "[^/]"],
]);
/**
 * `*` and `?` stay within one name, `**` does not. Without a slash before its end a pattern is a name in any folder. What it finds is meant with everything below it.
 */
function globSource(glob: string): string {
  const plain = plainParts(glob).join("/");
  const anywhere = /\/./u.test(glob) ? "" : "(?:.*/)?";
  const source = [...plain.matchAll(PIECE)].map(
    ([piece]) => MEANS.get(piece) ?? piece.replaceAll(/[^\w/-]/gu, escaped),
  );
  return `(?s)^${anywhere}${source.join("")}(?:/.*)?$`;
}
function escaped(character: string): string {
  return character.charCodeAt(0) < 128 ? `\\${character}` : character;
}
