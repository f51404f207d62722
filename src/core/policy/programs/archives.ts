import { absolutePath, checkFolder, checkRead, checkReadWhole, checkWrite } from "../paths/paths.ts";
import { type Call, type Field, find, type ReadCall } from "../commands/scene.ts";

/** Letters of tar that change nothing but how it reads, writes and tells. */
const PLAIN = /^[ctzjJvapkhO]*$/;
/**
 * tar's first word is a cluster of letters, with or without a dash; what it leaves out and `-C` may stand before it. Only listing and
 * packing are harmless: what comes out may be anything.
 */
export function checkTar(call: Call, fields: readonly Field[]): null {
  const before = fields.findIndex((_, at) => !isOption(fields, at) && !isOption(fields, at - 1, "-C"));
  const [first, ...rest] = before === -1 ? [] : fields.slice(before);
  const letters = first?.known === true ? first.text.replace(/^-/, "") : "";
  const file = letters.endsWith("f") ? rest[0] : undefined;
  const members = [...fields.slice(0, Math.max(before, 0)), ...(file === undefined ? rest : rest.slice(1))];
  const options = members.filter(({ text, known }) => !known || text.startsWith("-"));
  const strange = options.some((option) => !isOption([option], 0));
  if (!PLAIN.test(letters.replace(/f$/, "")) || !/^[^tc]*[tc][^tc]*$/.test(letters) || strange) {
    find(call, "opaque", "it unpacks, or runs other programs");
    return null;
  }
  const packs = letters.includes("c");
  if (file !== undefined && /^[^/]*:/.test(file.text)) find(call, "network", "an archive on another machine");
  if (file !== undefined) (packs ? checkWrite : checkRead)(call, file);
  if (packs) checkPacked(call, members);
  return null;
}
/** Is what stands there one of the options that are known, or that one? */
function isOption(fields: readonly Field[], at: number, only?: "-C"): boolean {
  const field = fields[at];
  if (field?.known !== true) return false;
  return field.text === "-C" || (only === undefined && /^--exclude=[\w./*-]+$/.test(field.text));
}
/** Each is looked for in the folder that `-C` names, which must be one and stand before them all. */
function checkPacked(call: Call, members: readonly Field[]): void {
  let { directory } = call.scene;
  let settled = false;
  for (const [at, member] of members.entries()) {
    const here = { ...call, scene: { ...call.scene, directory } };
    if (isOption(members, at)) {
      if (member.text === "-C" && (settled || members[at + 1] === undefined))
        find(call, "opaque", "which folder it packs is not told plainly");
      settled ||= member.text === "-C";
    } else if (isOption(members, at - 1, "-C")) {
      checkFolder(here, member);
      if (member.glob) find(call, "opaque", "which folder it packs is only known when it runs");
      directory = absolutePath(here, member.text);
    } else {
      settled = true;
      checkReadWhole(here, member);
    }
  }
}

export function checkListsOnly(call: ReadCall): void {
  if (!["-l", "-v", "-Z", "-t"].some((option) => call.options.has(option)))
    find(call, "opaque", "what it unpacks may be anything");
}
