import { RE2JS } from "re2js";

export type Pattern = { test(text: string): boolean };
/**
 * A regular expression in RE2's syntax, whose time grows with the text alone: no expression can hold the program up.
 * @returns what is wrong with it as a string, when it is none
 */
export function compilePattern(source: string): Pattern | string {
  try {
    const compiled = RE2JS.compile(source, RE2JS.CASE_INSENSITIVE);
    return { test: (text) => compiled.matcher(text).find() };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
