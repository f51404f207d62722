import { z } from "zod";
import { createJsonReader } from "./json-text.ts";
import { milliseconds, type ResultReader, type Sink } from "./reader.ts";

const test = z.object({
  title: z.string(),
  fullTitle: z.string().catch(""),
  file: z.string().nullish().catch(null),
  duration: z.number().nullish().catch(null),
  err: z.object({ message: z.string().optional(), stack: z.string().optional() }).nullish().catch(null),
});
type MochaTest = z.infer<typeof test>;
const schema = z.object({ tests: z.array(test), pending: z.array(test).catch([]), failures: z.array(test).catch([]) });

/** Mocha's `--reporter json`. */
export function readMochaJson(sink: Sink): ResultReader {
  return createJsonReader(schema, "Mocha", ({ tests, pending, failures }) => {
    const keys = (list: readonly MochaTest[]) => new Set(list.map(keyOf));
    const [skipped, failed] = [keys(pending), keys(failures)];
    // A hook that fails stands among the failures and not among the tests.
    const known = keys(tests);
    for (const each of [...tests, ...failures.filter((failure) => !known.has(keyOf(failure)))]) {
      const suite = each.fullTitle.endsWith(each.title) ? each.fullTitle.slice(0, -each.title.length).trim() : "";
      const status = failed.has(keyOf(each)) ? "failed" : skipped.has(keyOf(each)) ? "skipped" : "passed";
      sink({
        file: each.file ?? null,
        line: null,
        suite: suite === "" ? [] : [suite],
        name: each.title,
        status,
        durationMs: milliseconds(each.duration),
        message: each.err?.message ?? null,
        stack: each.err?.stack ?? null,
      });
    }
  });
}
function keyOf({ file, fullTitle }: MochaTest): string {
  return `${file ?? ""}\n${fullTitle}`;
}
