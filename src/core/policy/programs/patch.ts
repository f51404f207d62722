import { checkWrite } from "../paths/paths.ts";
import { find, literal, type ReadCall } from "../commands/scene.ts";
import { namesInDiff } from "../commands/unified-diff.ts";
import type { Programs } from "./rule.ts";

const has = (call: ReadCall, ...names: readonly string[]) => names.some((name) => call.options.has(name));

export function checkApplied(call: ReadCall): void {
  if (has(call, "--check", "--stat", "--numstat", "--summary")) return;
  checkText(call, has(call, "--directory", "--include", "--exclude"));
}
function checkPatched(call: ReadCall): void {
  if (!has(call, "--dry-run")) checkText(call, has(call, "-i", "--input"));
}
/** Of a patch in a file it is not told what it changes. */
function checkText(call: ReadCall, elsewhere: boolean): void {
  const piped = call.operands.every(({ text, known }) => known && text === "-");
  const names = elsewhere || !piped || call.scene.text === undefined ? null : namesInDiff(call.scene.text);
  if (names === null) return find(call, "opaque", "what the patch changes is not told");
  const strips = has(call, "-p", "--strip") || call.name === "patch";
  const places = [call.scene.directory, "/workspace"];
  for (const path of new Set(names.flatMap((name) => readingsOf(name, strips))))
    for (const directory of places) checkWrite({ ...call, scene: { ...call.scene, directory } }, literal(path));
}
/** Which file of the workspace it names depends on how many folders are taken off in front: by themselves, git takes one or none. */
function readingsOf(name: string, strips: boolean): readonly string[] {
  const parts = name.split("/");
  const readings = parts.map((_, at) => parts.slice(at).join("/"));
  return strips ? readings : readings.slice(0, 2);
}

export const PATCH: Programs = {
  patch: {
    options:
      "-p= --strip= -R --reverse -N --forward -s --quiet --silent -u --unified -l -f -t --batch -E --dry-run --verbose -b --backup --no-backup-if-mismatch -F= --fuzz= -i=read --input=read --binary --version! --help!",
    operands: ["none"],
    changes: true,
    check: checkPatched,
  },
};
