import { placeOf } from "../policy/paths/protected-paths.ts";

/** Where a task finds what was sent to it, below its workspace. No commit of the task includes it. */
export const ATTACHMENTS_FOLDER = ".sparks/attachments";
/** Below the 255 bytes of usual file systems, with room for a number that tells names apart. */
const MOST_BYTES = 120;
const encoder = new TextEncoder();

/** A sender's name for a file as one that is safe to write, to print and to say: a single visible name, none that a tool reads as its own. */
export function safeName(given: string): string {
  const last = given.normalize("NFC").toWellFormed().split(/[/\\]/).at(-1) ?? "";
  const plain = last
    // Control, format (bidirectional marks, zero-width) and private characters show nothing, or something else.
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}\ufffd]/gu, "")
    .replaceAll(/[^\p{L}\p{M}\p{N}._+@ ()-]/gu, "_")
    .replaceAll(/\s+/g, " ")
    .replace(/^[\s.-]+/, "")
    .replace(/[\s.]+$/, "");
  const short = shortened(plain === "" || /^_+$/.test(plain) ? "file" : plain);
  const [plainly = `file-${short}.txt`] = [short, `file-${short}`].filter((name) => !isReserved(name));
  return plainly;
}
/** The same for several: those that are alike, whatever their case, get a number, as do those that are `taken`. */
export function distinctNames(given: readonly string[], taken: readonly string[] = []): readonly string[] {
  const used = new Set(taken.map(fold));
  return given.map((each) => {
    const name = safeName(each);
    const [, stem = name, ending = ""] = /^(.+?)((?:\.[A-Za-z0-9]{1,10}){0,2})$/u.exec(name) ?? [];
    let chosen = name;
    for (let count = 2; used.has(fold(chosen)); count += 1) chosen = `${stem}-${count}${ending}`;
    used.add(fold(chosen));
    return chosen;
  });
}
function fold(name: string): string {
  return name.normalize("NFKC").toLowerCase();
}
/** What Windows takes for a device, or what decides elsewhere what machines and agents will run. */
function isReserved(name: string): boolean {
  const place = placeOf(name);
  const here = placeOf(`${ATTACHMENTS_FOLDER}/${name}`);
  const isProtected = [place, here].some((each) => each.kind !== "inside" || each.protectedAs !== null);
  return isProtected || /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i.test(name);
}
/** The end stays, since it says what the file is. */
function shortened(name: string): string {
  if (encoder.encode(name).length <= MOST_BYTES) return name;
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? "";
  let stem = name.slice(0, name.length - ending.length);
  while (encoder.encode(stem + ending).length > MOST_BYTES) stem = [...stem].slice(0, -1).join("");
  return stem + ending;
}
