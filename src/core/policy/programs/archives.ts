import { checkRead, checkReadWhole, checkWrite } from "../paths/paths.ts";
import { type Call, type Field, find, type ReadCall } from "../commands/scene.ts";

/** Letters of tar that change nothing but how it reads, writes and tells. */
const PLAIN = /^[ctzjJvapkhO]*$/;
/** tar's first word is a cluster of letters, with or without a dash. Only listing and packing are harmless: what comes out may be anything. */
export function checkTar(call: Call, fields: readonly Field[]): null {
  const [first, ...rest] = fields;
  const letters = first?.known === true ? first.text.replace(/^-/, "") : "";
  const file = letters.endsWith("f") ? rest[0] : undefined;
  const members = file === undefined ? rest : rest.slice(1);
  if (!PLAIN.test(letters.replace(/f$/, "")) || !/^[^tc]*[tc][^tc]*$/.test(letters) || members.some(isOption)) {
    find(call, "opaque", "it unpacks, or runs other programs");
    return null;
  }
  const packs = letters.includes("c");
  if (file !== undefined && /^[^/]*:/.test(file.text)) find(call, "network", "an archive on another machine");
  if (file !== undefined) (packs ? checkWrite : checkRead)(call, file);
  if (packs) for (const member of members) checkPacked(call, member);
  return null;
}
function isOption({ text, known }: Field): boolean {
  return !known || (text.startsWith("-") && !/^--exclude=[\w./*-]+$/.test(text));
}
function checkPacked(call: Call, member: Field): void {
  if (member.text.startsWith("--exclude=")) return;
  checkReadWhole(call, member);
}

export function checkListsOnly(call: ReadCall): void {
  if (!["-l", "-v", "-Z", "-t"].some((option) => call.options.has(option)))
    find(call, "opaque", "what it unpacks may be anything");
}
