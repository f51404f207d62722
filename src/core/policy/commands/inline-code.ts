import { checkRead } from "../paths/paths.ts";
import { type Call, type Field, find, literal } from "./scene.ts";

/*
 * A program given in place of a file is only understood where it is one expression that tells a version, a sum, or something out of a
 * file of data of the repository. Everything else may be anything.
 */

/** A file of the repository that holds data and is loaded as such. */
const JSON_FILE = String.raw`(?:'(\.\.?/[\w@./-]+\.json)'|"(\.\.?/[\w@./-]+\.json)")`;
const OPENED = String.raw`(?:'([\w@./-]+)'|"([\w@./-]+)")`;
const KEYS = String.raw`(?:\??\.\w+|\[(?:\d+|'[\w@./:-]+'|"[\w@./:-]+")\])+`;
const WORDS = String.raw`(?:'[\w ,.:;!\\-]*'|"[\w ,.:;!\\-]*")`;
/** Numbers and what is done with them. */
const SUM = String.raw`(?=[^]*[\da-fA-F)]\s*[-+*/%&|^<>])(?:[-+*/%&|^~<>()\s]|0[xX][\da-fA-F]+(?!\w)|0[bB][01]+(?!\w)|\d+(?:\.\d+)?(?![\w.]))+`;
const LISTED = String.raw`Object\.(?:keys|values|entries)\(require\(${JSON_FILE}\)(?:${KEYS})?\)(?:\.length|\.sort\(\)|\.join\(${WORDS}\))*`;
const WRITTEN = String.raw`JSON\.stringify\(require\(${JSON_FILE}\)(?:${KEYS})?(?:,\s*null,\s*\d)?\)`;
const NODE_VALUE = String.raw`(?:require\(${JSON_FILE}\)${KEYS}|${LISTED}|${WRITTEN}|process\.(?:version|platform|arch|versions(?:\.\w+)?)|${SUM})`;
const NODE = new RegExp(String.raw`^\s*(?:console\.log\(\s*${NODE_VALUE}\s*\)|${NODE_VALUE});?\s*$`);
/** Of a module only what says which it is; loading one runs no more than running a file of the repository does. */
const MODULE_FACT = String.raw`[A-Za-z_]\w{0,60}\.(?:__version__|VERSION)|sys\.(?:version|version_info|executable|platform)|platform\.python_version\(\)`;
const LOADED = String.raw`(?:json\.load|yaml\.safe_load|tomllib\.load|ast\.parse)\(open\(${OPENED}(?:,\s*(?:'rb?'|"rb?"))?\)(?:\.read\(\))?\)`;
const PYTHON_VALUE = String.raw`(?:(?:len|list|sorted)\(\s*${LOADED}(?:${KEYS})?(?:\.keys\(\))?\s*\)|${LOADED}(?:${KEYS})?|${MODULE_FACT})`;
const PYTHON = new RegExp(
  String.raw`^\s*(?:import [A-Za-z_]\w{0,60}(?:,\s*sys)?\s*(?:;\s*|\n)(?:print\(\s*${PYTHON_VALUE}\s*\)|${LOADED})(?:\s*(?:;\s*|\n)print\(\s*${WORDS}\s*\))?|print\(\s*${SUM}\s*\))\s*;?\s*$`,
);
/** Modules of Python that do something as soon as they are loaded. */
const ACTIVE = /\b(antigravity|this|idlelib|turtledemo)\b/;

/** @returns whether it was understood */
function checkExpression(call: Call, { text, known, glob }: Field, form: RegExp): boolean {
  const found = known && !glob && text.length <= 400 ? form.exec(text) : null;
  if (found === null) return false;
  for (const file of found.slice(1)) if (file !== undefined) checkRead(call, literal(file));
  return true;
}
export function checkNodeExpression(call: Call, field: Field): void {
  if (!checkExpression(call, field, NODE)) find(call, "opaque", "it runs a program given in place");
}
/** A module that the same command has just written stands before every other of its name. */
export function checkModule(call: Call, module: string): void {
  const path = `/${module.replaceAll(".", "/")}`;
  const files = [".py", "/__init__.py", "/__main__.py"].map((ending) => path + ending);
  if (call.report.written.some((file) => files.some((one) => file.endsWith(one))))
    find(call, "opaque", "it runs what it has just written");
}
export function checkPythonExpression(call: Call, field: Field): void {
  for (const [module] of (/^\s*import ([\w, ]+)/.exec(field.text)?.[1] ?? "").matchAll(/\w+/g))
    checkModule(call, module);
  if (ACTIVE.test(field.text) || !checkExpression(call, field, PYTHON))
    find(call, "opaque", "it runs a program given in place, or piped in");
}
