import { spawnSync } from "node:child_process";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parseScript } from "../shell/parse.ts";
import { changed } from "./parameter.ts";
import { literal } from "./scene.ts";

const value = fc
  .array(fc.constantFrom("a", "b", "/", ".", ".js", "src"), { maxLength: 6 })
  .map((parts) => parts.join(""));
const given = fc
  .array(fc.constantFrom("a", "b", "/", ".", ".js", "src", "-", "*"), { maxLength: 3 })
  .map((parts) => parts.join(""));
const form = fc
  .tuple(fc.constantFrom("%", "%%", "#", "##", ":-", "-"), given)
  .map(([mark, text]) => `\${x${mark}${text}}`);

test("what is made of a value is what sh and bash make of it", () => {
  let compared = 0;
  fc.assert(
    fc.property(value, fc.oneof(form, fc.constant("${#x}")), (text, word) => {
      const script = `x='${text}'; printf %s "${word}"`;
      const parsed = parseScript(script);
      const node = parsed.kind === "script" && parsed.body.kind === "list" ? parsed.body.nodes[1] : undefined;
      const part = node?.kind === "simple" ? node.words[2]?.find(({ kind }) => kind === "variable") : undefined;
      if (part?.kind !== "variable") return;
      const fields = changed([literal(text)], part.change);
      if (fields.some(({ known }) => !known)) return;
      compared += 1;
      for (const shell of ["sh", "bash"])
        expect({ script, shell, out: spawnSync(shell, ["-c", script], { encoding: "utf8" }).stdout }).toEqual({
          script,
          shell,
          out: fields.map((field) => field.text).join(""),
        });
    }),
    { numRuns: 800 },
  );
  expect(compared).toBeGreaterThan(100);
});
test("of what stands for files only that is known which is the same for all of them", () => {
  const files = { ...literal("src/*.js"), glob: true };
  const cut = (mark: "%" | "##", pattern: string) => changed([files], { kind: "cut", mark, pattern });
  expect(cut("%", ".js")).toMatchObject([{ text: "src/*", glob: true }]);
  expect(cut("%", ".*")).toMatchObject([{ text: "src/*", glob: true }]);
  expect(cut("%", "/*")).toMatchObject([{ known: false }]);
  expect(cut("##", "*/")).toMatchObject([{ known: false }]);
  expect(cut("%", ".ts")).toMatchObject([{ known: false }]);
});
