import { posix } from "node:path";
import { checkNames } from "../policy/paths/path.ts";
import { placeOf } from "../policy/paths/protected-paths.ts";
import { failed, pathRefused } from "./answer.ts";
import type { ToolAnswer, ToolContext } from "./tool.ts";

/** A path as it really leads, or what to tell the model. */
export type Reached = { readonly path: string } | { readonly refused: ToolAnswer };

/**
 * The real path of a file that a tool was told to read or write. What the policy allowed was the path as given: where it
 * leads elsewhere through links, that place must be no secret, and to write there need nothing that was not asked for.
 */
export async function reach(path: string, op: "read" | "write", { session, signal }: ToolContext): Promise<Reached> {
  const found = await session.locate(path, { signal });
  if (found.kind === "refused") return { refused: pathRefused(path, found.why) };
  const named = [path, found.path].map((name) => checkNames(name, "read")).find(({ verdict }) => verdict === "deny");
  if (named?.verdict === "deny")
    return { refused: failed(`${named.reason}: it is neither shown nor changed. Work with a template of it.`) };
  if (op === "write" && weighsMore(found.path, path))
    return { refused: failed(`${path} is a link to ${found.path}: name that path itself, so that it can be judged.`) };
  return { path: found.path === "" ? "." : found.path };
}
function weighsMore(real: string, given: string): boolean {
  const [to, from] = [placeOf(real), placeOf(given)];
  if (posix.normalize(given) === real || to.kind === "outside") return false;
  return to.kind === "git" || (to.protectedAs !== null && (from.kind !== "inside" || from.protectedAs === null));
}
