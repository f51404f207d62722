import { absolutePath } from "../paths/paths.ts";
import { type Call, find } from "./scene.ts";

const SYSTEM_FOLDERS = /^(\/usr)?(\/local)?\/s?bin\/$/;
/** Where package managers put programs beside the repository. */
const OWN_FOLDERS =
  /^(\.\/|\/workspace\/)?(?:(?!\.\.\/)[\w@.-]+\/)*(node_modules\/\.bin|\.venv\/bin|venv\/bin|vendor\/bin)\/$/;
/** Build tools that a repository brings along to pin their version. */
const BROUGHT_ALONG =
  /^(\.\/|\.\.\/)*((gradlew|mvnw)|bin\/(rspec|rails|rake|rubocop|brakeman|erb_lint|bundle|phpunit|standardrb))$/;
/** A repository's own scripts for its daily checks, where such scripts usually stand. */
const OWN_CHECKS =
  /^(\.\/|\/workspace\/)?(scripts?|bin|tools|ci|hack|dev)\/((run|ci|do)[-_])?(test|tests|build|lint|check|checks|format|fmt|typecheck|compile)([-_][a-z]+)?(\.(sh|bash|py|js|mjs|ts))?$/;

/** What builds leave, where they usually leave it. */
const BUILT =
  /^(?!.*\.\.)(\.\/|\/workspace\/)?([\w-]+\/)?(build|builddir|cmake-build-\w+|out|target\/([\w-]+\/)?(debug|release)|\.build\/(debug|release)|zig-out\/bin|_build|dist)\/(([\w.-]+)\/){0,4}[\w+-][\w.+-]*$/;

/** The same in the repository's own folder. */
const ROOT_CHECKS =
  /^(\.\/|\/workspace\/)?((run|ci|do)[-_])?(test|tests|build|lint|check|checks|format|typecheck|compile)([-_](all|unit|fast|ci))?\.(sh|bash)$/;

/** @returns the name in the table that a program's path stands for; of one that is in no known place, the path itself */
export function programNamed(call: Call, path: string): string {
  const slash = path.lastIndexOf("/");
  if (slash === -1) return path;
  const name = path.slice(slash + 1);
  const folder = path.slice(0, slash + 1);
  if (SYSTEM_FOLDERS.test(folder)) return name;
  // What stands there is the repository's, whatever it is called.
  call.report.changes = true;
  if (absolutePath(call, path).startsWith("/workspace/")) {
    if (OWN_FOLDERS.test(folder) || BROUGHT_ALONG.test(path)) return name;
    if (OWN_CHECKS.test(path) || ROOT_CHECKS.test(path)) return "own check";
    if (BUILT.test(path) && !/deploy|publish|release[^/]*$|upload|install/i.test(name)) return "own check";
    if (/^(\.\/|\/workspace\/)configure$/.test(path)) return "own configure";
  }
  find(call, "opaque", "it runs a file as a program");
  return path;
}
