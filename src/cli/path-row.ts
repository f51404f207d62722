import { posix, resolve } from "node:path";
import {
  checkNames,
  checkPlace,
  type PathOp,
  type RealPlace,
  readingsOf,
  textProblem,
} from "../core/policy/paths/path.ts";
import { ALLOWED, denied, type Verdict } from "../core/policy/verdict.ts";
import { findReal, type Found } from "../lib/real-path.ts";
import { otherNames } from "./other-names.ts";

/** Where a sandbox has the workspace; paths that a model names may begin with it. */
const MOUNT = "/workspace";
const LOOKS = /^(read|list|stat|search|look|open|exec|run)$/;

/** Judges a path below a folder of this machine by where it really leads now. */
export function checkPath(path: string, op: string, root: string): Verdict {
  const wanted: PathOp = LOOKS.test(op) ? "read" : /^(delete|remove|unlink|rm|rmdir)$/.test(op) ? "delete" : "write";
  const problem = textProblem(path);
  if (problem !== undefined) return denied(problem);
  for (const reading of readingsOf(path)) {
    const verdict = checkReading(reading, wanted, resolve(root));
    if (verdict.verdict === "deny") return verdict;
  }
  return ALLOWED;
}
function checkReading(reading: string, op: PathOp, root: string): Verdict {
  const mounted = !root.startsWith(MOUNT) && (reading === MOUNT || reading.startsWith(`${MOUNT}/`));
  const path = mounted ? `${root}/${reading.slice(MOUNT.length)}` : reading;
  const real = realRoot(root);
  const byName = checkNames(namesIn(path, [root, real]), op);
  if (byName.verdict === "deny") return byName;
  const found = findReal(root, path);
  if ("lost" in found) return denied(`it leads nowhere: ${found.lost}`);
  using held = found;
  const inside = below(real, held.real);
  return inside === null ? denied("it leads outside the folder") : checkPlace(placeOf(held, inside, real), op);
}
function realRoot(root: string): string {
  const found = findReal(root, ".");
  if ("lost" in found) return root;
  using held = found;
  return held.real;
}
/** The names as written, without the root's own where the path is absolute: what lies above is nobody's question here. */
function namesIn(path: string, roots: readonly string[]): string {
  const plain = posix.normalize(path);
  return roots.map((root) => below(root, plain)).find((inside) => inside !== null) ?? plain;
}
function below(root: string, real: string): string | null {
  if (real === root) return "";
  return real.startsWith(`${root}/`) ? real.slice(root.length + 1) : null;
}
function placeOf({ stats }: Found, path: string, root: string): RealPlace {
  if (stats === null) return { path, entry: "nothing", names: 0 };
  const entry = stats.isFile() ? "file" : stats.isDirectory() ? "folder" : "special";
  const others = entry === "file" && stats.nlink > 1 ? { others: otherNames(root, path, stats) } : {};
  return { path, entry, names: stats.nlink, ...others };
}
