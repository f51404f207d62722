/** The numbers of a tmpfs's options; a flag's value is true. Null when a word is not known or comes twice. */
type TmpfsOptions = ReadonlyMap<string, string | true>;
const FLAGS = new Set(["rw", "ro", "exec", "noexec", "nosuid", "nodev"]);
const VALUES = new Set(["size", "nr_inodes", "mode", "uid", "gid"]);
const UNITS: Readonly<Record<string, number>> = { "": 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

function parse(text: string): TmpfsOptions | null {
  const options = new Map<string, string | true>();
  for (const word of text.split(",")) {
    const [, name = "", value] = /^([a-z_]+)(?:=(.*))?$/.exec(word) ?? [];
    const known = value === undefined ? FLAGS.has(name) : VALUES.has(name);
    if (!known || options.has(name)) return null; // of two, the later would count
    options.set(name, value ?? true);
  }
  return options;
}
/** How many a size means; null for what is none, and for 0, which a tmpfs takes as "no limit". */
function amount(value: string | true | undefined): number | null {
  const [, digits = "", unit = ""] = /^(\d{1,15})([kmg]?)$/i.exec(String(value)) ?? [];
  const number = Number(digits) * (UNITS[unit.toLowerCase()] ?? 0);
  return number > 0 ? number : null;
}

/** Why a tmpfs with these options is weaker than the template's; null when it is not. */
export function tmpfsWeakness(given: string, template: string): string | null {
  const options = parse(given);
  const wanted = parse(template);
  if (wanted === null) throw new Error(`the template's own tmpfs cannot be read: ${template}`);
  if (options === null) return "has options that are not known, or twice";
  for (const flag of ["nosuid", "nodev"]) if (!options.has(flag)) return `lacks ${flag}`;
  if (options.has("exec") && (options.has("noexec") || !wanted.has("exec"))) return "must not be exec";
  if (options.has("rw") && options.has("ro")) return "is both rw and ro";
  for (const limit of ["size", "nr_inodes"]) {
    const most = amount(wanted.get(limit)) ?? 0;
    const found = amount(options.get(limit));
    if (found === null || found > most) return `must have ${limit} of at most ${most}`;
  }
  for (const name of ["mode", "uid", "gid"])
    if (options.get(name) !== wanted.get(name)) return `must have ${name}=${String(wanted.get(name) ?? "")}`;
  return null;
}
