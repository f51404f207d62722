export type RawChange = {
  /** Where it is now; where it was when it is gone. */
  readonly path: string;
  readonly oldMode: string;
  readonly newMode: string;
  readonly newOid: string;
  /** git's letter: A, M, D, T, R, C. */
  readonly letter: string;
};
/** Reads `--raw -z`: `:<mode> <mode> <oid> <oid> <letter><score>\0<path>\0`, and a second path for renames and copies. */
export function parseRaw(output: string): readonly RawChange[] {
  const fields = output.split("\0");
  const changes: RawChange[] = [];
  for (let at = 0; at + 1 < fields.length;) {
    const [oldMode = "", newMode = "", , newOid = "", status = ""] = (fields[at] ?? "").slice(1).split(" ");
    const letter = status.slice(0, 1);
    const names = letter === "R" || letter === "C" ? 2 : 1;
    changes.push({ path: fields[at + names] ?? "", oldMode, newMode, newOid, letter });
    at += 1 + names;
  }
  return changes;
}
/** Reads `--numstat -z`; binary files count 0. Keyed by the path where the file is now. */
export function parseNumstat(output: string): ReadonlyMap<string, { added: number; removed: number }> {
  const fields = output.split("\0");
  const counts = new Map<string, { added: number; removed: number }>();
  for (let at = 0; at + 1 < fields.length;) {
    const [added = "", removed = "", ...name] = (fields[at] ?? "").split("\t");
    const path = name.join("\t");
    // A rename's field holds no path: two fields follow with the old and the new one.
    const renamed = path === "";
    counts.set(renamed ? (fields[at + 2] ?? "") : path, { added: Number(added) || 0, removed: Number(removed) || 0 });
    at += renamed ? 3 : 1;
  }
  return counts;
}
