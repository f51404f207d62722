import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import type { CodingCliName } from "../core/ports/coding-clis.ts";
import { isInstalled, type Place, placeOf } from "./installed.ts";

export type Installed =
  | { readonly kind: "installed"; readonly folder: string }
  | { readonly kind: "there"; readonly folder: string }
  | { readonly kind: "failed"; readonly why: string };
export type InstallOptions = {
  /** The folder of all that is installed; made when it is missing. */
  readonly root: string;
  readonly architecture: string;
  /** For npm: PATH, and what says how the network is reached. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
};
const run = promisify(execFile);
const FETCH_MS = 10 * 60_000;
/** Longer than any installation takes. */
const BROKEN_MS = 3 * FETCH_MS;

/**
 * Gets the one package that holds a coding CLI's program from the npm registry, compares it with the integrity that stands in this program,
 * and unpacks it. Nothing of it is run, its scripts neither. Begun twice, or broken off, it leaves a whole folder or none.
 */
export async function installCodingCli(name: CodingCliName, options: InstallOptions): Promise<Installed> {
  const place = placeOf(options.root, name, options.architecture);
  if (place === null) return { kind: "failed", why: `there is none for ${options.architecture} processors` };
  if (isInstalled(place)) return { kind: "there", folder: place.folder };
  await mkdir(options.root, { recursive: true, mode: 0o755 });
  await removeBroken(place.folder);
  const fetched = await mkdtemp(join(tmpdir(), "sparks-install-"));
  const part = await mkdtemp(`${place.folder}.`);
  try {
    const problem = await unpack(place, { fetched, part, options });
    if (problem !== null) return { kind: "failed", why: problem };
    await chmod(part, 0o755);
    await rename(part, place.folder);
    return { kind: "installed", folder: place.folder };
  } catch (error) {
    options.signal.throwIfAborted();
    if (isInstalled(place)) return { kind: "there", folder: place.folder }; // somebody else was quicker
    return { kind: "failed", why: wordsOf(error) };
  } finally {
    await rm(fetched, { recursive: true, force: true });
    await rm(part, { recursive: true, force: true });
  }
}
/** What an installation that was killed left beside the folder; one that goes on elsewhere is let be. */
async function removeBroken(folder: string): Promise<void> {
  for (const name of await readdir(dirname(folder))) {
    if (!name.startsWith(`${basename(folder)}.`) || name.length !== basename(folder).length + 7) continue;
    const part = join(dirname(folder), name);
    const found = await stat(part).catch(() => null); // somebody else was quicker
    if (found !== null && Date.now() - found.mtimeMs > BROKEN_MS) await rm(part, { recursive: true, force: true });
  }
}
type Folders = { readonly fetched: string; readonly part: string; readonly options: InstallOptions };
/** @returns what is wrong with the package; null when it was unpacked */
async function unpack(place: Place, { fetched, part, options }: Folders): Promise<string | null> {
  const { environment: env, signal } = options;
  const quiet = ["--silent", "--ignore-scripts", "--pack-destination", fetched];
  await run("npm", ["pack", place.spec, ...quiet], { cwd: fetched, env, signal, timeout: FETCH_MS });
  const [file] = await readdir(fetched);
  if (file === undefined) return "npm fetched nothing";
  const archive = join(fetched, file);
  const found = await integrityOf(archive);
  if (found !== place.integrity)
    return `${place.spec} is not what it was when it was chosen (${found}); it was not unpacked`;
  await run("tar", ["-xzf", archive, "-C", part, "--strip-components=1", "--no-same-owner"], {
    env,
    signal,
    timeout: FETCH_MS,
  });
  return isInstalled({ ...place, folder: part }) ? null : `${place.program} is not in ${place.spec}`;
}
async function integrityOf(file: string): Promise<string> {
  const hash = createHash("sha512");
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest("base64")}`;
}
function wordsOf(error: unknown): string {
  const { stderr, code } = error as { stderr?: unknown; code?: unknown };
  if (code === "ENOENT") return "npm or tar is missing on this machine";
  const words = typeof stderr === "string" ? stderr.trim() : "";
  const said = words === "" ? "npm could not fetch it" : `npm could not fetch it: ${words.split("\n")[0]}`;
  return said.slice(0, 300).toWellFormed();
}
