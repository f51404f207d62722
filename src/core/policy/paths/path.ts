import { plainParts } from "../addresses/plain-name.ts";
import { hostRunAs, isGits } from "./protected-paths.ts";
import { secretOf } from "../commands/secret-names.ts";
import { ALLOWED, denied, type Verdict } from "../verdict.ts";

/** What somebody wants to do with a file: everything but looking is a change. */
export type PathOp = "read" | "write" | "delete";
/** Where a path really leads below a root, once every link on its way was followed. */
export type RealPlace = {
  /** Relative to the root, "" for the root itself. */
  readonly path: string;
  readonly entry: "file" | "folder" | "special" | "nothing";
  /** How many names the file has. */
  readonly names: number;
  /** Those of its other names that are below the root, relative to it; undefined when nobody looked for them. */
  readonly others?: readonly string[];
};

/** Linux: NAME_MAX and PATH_MAX, in bytes of UTF-8. */
const MAX_NAME = 255;
const MAX_PATH = 4096;

/** What no path may hold, whatever it leads to. */
export function textProblem(path: string): string | undefined {
  if (path === "") return "it is empty";
  if (path.includes("\0")) return "it holds a NUL byte";
  if (!path.isWellFormed()) return "it is not valid Unicode";
  if (/\p{Cc}|[\u2028\u2029\u202A-\u202E\u2066-\u2069]/u.test(path)) return "it holds control characters";
  if (/^[a-z]:([\\/]|$)|^\\\\/i.test(path)) return "it is a path of Windows, outside the folder";
  if (/^file:/i.test(path)) return "it is a URL";
  const encoder = new TextEncoder();
  if (encoder.encode(path).length >= MAX_PATH) return "it is too long";
  return path.split("/").some((part) => encoder.encode(part).length > MAX_NAME)
    ? "a name in it is too long"
    : undefined;
}
/**
 * How else a path may be meant: with Windows' separators, in full-width letters, or encoded as in a URL, once or twice.
 * All of them must be allowed, since who reads it next may take it in that way.
 */
export function readingsOf(path: string): readonly string[] {
  const plain = (text: string) => text.normalize("NFKC").replaceAll("\\", "/");
  const once = decoded(path);
  return [...new Set([path, path.replaceAll("\\", "/"), plain(path), plain(once), plain(decoded(once))])];
}
/** What stands for ASCII, the over-long UTF-8 of `.` and `/` included; all else may stay as it is. */
function decoded(path: string): string {
  return path
    .replaceAll(/%c0%ae/gi, ".")
    .replaceAll(/%c0%af/gi, "/")
    .replaceAll(/%([0-7][0-9a-f])/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
}

/** Judges the names in a path, which need not exist. @param path relative to the workspace */
export function checkNames(path: string, op: PathOp): Verdict {
  const secret = secretOf(path);
  if (secret !== undefined) return denied(`${path} is ${secret}`);
  if (op === "read") return ALLOWED;
  const parts = plainParts(path);
  if (isGits(parts)) return denied(`${path} is inside .git, which only git commands may change`);
  const runs = hostRunAs(parts.join("/"));
  return runs === null ? ALLOWED : denied(`${path} decides what runs outside the sandbox (${runs})`);
}
/** Judges where a path really leads. */
export function checkPlace({ path, entry, names, others }: RealPlace, op: PathOp): Verdict {
  if (path === "" && op !== "read") return denied("it is the folder itself");
  const byName = checkNames(path, op);
  if (byName.verdict === "deny") return byName;
  if (entry === "special") return denied(`${path} is a pipe, a socket or a device`);
  if (entry === "file" && names > 1 && op === "write")
    return denied(`${path} has ${names} names: a change of it would change a file somewhere else`);
  if (entry === "file" && op === "read" && others !== undefined) return checkOthers(path, names, others);
  return ALLOWED;
}
/** What is read under one name is what stands there under the others. */
function checkOthers(path: string, names: number, others: readonly string[]): Verdict {
  const secret = others.find((other) => checkNames(other, "read").verdict === "deny" || isGits(plainParts(other)));
  if (secret !== undefined) return denied(`${path} is another name of ${secret}`);
  if (others.length + 1 < names) return denied(`${path} has another name that is not below the folder`);
  return ALLOWED;
}
