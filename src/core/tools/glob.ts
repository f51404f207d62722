import { z } from "zod";
import { ANSWER_BYTES, failed, ranAnswer, succeeded } from "./answer.ts";
import { repositoryFiles } from "./repository-files.ts";
import { defineTool } from "./tool.ts";

const MOST_ALTERNATIVES = 64;
const schema = z.strictObject({
  pattern: z
    .string()
    .min(1)
    .max(500)
    .refine((pattern) => alternatives(pattern).length <= MOST_ALTERNATIVES, "too many alternatives in braces")
    .describe("e.g. src/**/*.{ts,tsx}; without a slash it is compared with names at any depth"),
  path: z.string().default(".").describe("Folder that the pattern is relative to"),
  limit: z.int().min(1).max(1000).default(300),
});

export const glob = defineTool({
  name: "glob",
  description: "Finds files of the repository by the pattern of their path, without what is ignored.",
  schema,
  risk: "low",
  mutates: false,
  intent: ({ path }) => ({ effect: "look", paths: [path] }),
  async run({ pattern, path, limit }, context) {
    if (/^\/|(^|\/)\.\.(\/|$)/.test(pattern))
      return failed("the pattern leaves the folder: give a path, and a pattern below it.");
    const found = await repositoryFiles(pathspecsOf(pattern, path), context, 8 * ANSWER_BYTES);
    if (found.kind === "failed") return ranAnswer(found.result);
    if (found.files.length === 0) return succeeded(`No file matches ${pattern}${path === "." ? "" : ` in ${path}`}.`);
    const more = found.files.length > limit || found.cut ? `\n[there are more: take a narrower pattern]` : "";
    return succeeded(`${found.files.slice(0, limit).join("\n")}${more}`);
  },
});

/** Git's own matching: `*` stays within a name, `**` goes through folders. */
function pathspecsOf(pattern: string, path: string): readonly string[] {
  const folder = path.replace(/^(\.\/)+/, "").replace(/\/+$/, "");
  const below = folder === "" || folder === "." ? "" : `${folder.replaceAll(/[*?[\]\\]/g, String.raw`\$&`)}/`;
  return alternatives(pattern).map(
    (one) => `:(glob)${below}${one.includes("/") ? one.replace(/^(\.\/)+/, "") : `**/${one}`}`,
  );
}
/** Braces taken apart, which git does not know: `{a,b}c` → `ac`, `bc`. Stops growing once there are too many. */
export function alternatives(pattern: string): readonly string[] {
  let found = [pattern];
  for (;;) {
    const next = found.flatMap((one) => {
      const [whole, inside] = /\{([^{}]*,[^{}]*)\}/.exec(one) ?? [];
      return whole === undefined || inside === undefined
        ? [one]
        : inside.split(",").map((part) => one.replace(whole, () => part));
    });
    if (next.length === found.length || next.length > MOST_ALTERNATIVES) return [...new Set(next)];
    found = next;
  }
}
