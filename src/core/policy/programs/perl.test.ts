import { spawnSync } from "node:child_process";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { classifyCommand } from "../commands/command.ts";

const passes = (script: string) => classifyCommand(["perl", "-pe", script, "a.txt"]).length === 0;

test.each([
  ...["s/a/b/g", "s|/old|/new|", String.raw`s/(\w+)\.old$/$1.new/`, "s{foo}{bar}g; s/baz/qux/ if /x/", "tr/a-z/A-Z/"],
  ...[String.raw`print "$.: $_" if /\s+$/`, "print if 10..20", "next if /^#/; s/ +$//", "s/a/${1}b/ unless /c|d$/"],
])("%s only changes or prints lines", (script) => {
  expect(passes(script)).toBe(true);
});
test.each([
  ...['s/a/warn("x")/e', 's/(a)/$1[warn "x"]/', 's/a/@{[warn "x"]}/', 's/a/${\\ warn "x"}/', 's/(a)/$1->[warn "x"]/'],
  ...[
    'print if /(?{warn "x"})/',
    'print if /(??{warn "x"})/',
    's/a/b/; warn "x"',
    'print "$_[warn 1]"',
    "print STDERR $_",
  ],
])("%s may run something", (script) => {
  expect(passes(script)).toBe(false);
});

const call = 'warn("CALLED")';
const piece = fc.constantFrom(
  ...[
    "a",
    "b",
    "(a)",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "/",
    "|",
    "#",
    "!",
    ",",
    "\\",
    "$",
    "$1",
    "$_",
    "$&",
    "$.",
    "@",
    "e",
    "g",
    "i",
  ],
  ...[
    call,
    `@{[${call}]}`,
    `[${call}]`,
    `{${call}}`,
    `->[${call}]`,
    `(?{${call}})`,
    `(??{${call}})`,
    `\${\\ ${call}}`,
    ";",
    '"',
    " ",
    "::",
    "?",
    "*",
    "+",
  ],
);
const scribble = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(""));
const statement = fc.oneof(
  fc
    .tuple(fc.constantFrom("/", "|", "#", "!", ","), scribble, scribble, fc.constantFrom("", "g", "e", "i"))
    .map(([mark, before, after, flags]) => `s${mark}${before}${mark}${after}${mark}${flags}`),
  fc.tuple(scribble, scribble).map(([before, after]) => `s{${before}}{${after}}`),
  fc.tuple(scribble, scribble).map(([before, after]) => `tr/${before}/${after}/`),
  scribble.map((text) => `print "${text}"`),
  fc.tuple(scribble, fc.constantFrom("if", "unless")).map(([text, word]) => `print ${word} /${text}/`),
  scribble,
);
test("whatever passes calls nothing, as perl itself reads it", () => {
  let compared = 0;
  fc.assert(
    fc.property(fc.array(statement, { minLength: 1, maxLength: 2 }), (statements) => {
      const script = statements.join("; ");
      if (!passes(script)) return;
      compared += 1;
      const { stderr } = spawnSync("perl", ["-pe", script], { input: "a\nab\n", encoding: "utf8", timeout: 5000 });
      expect({ script, called: stderr.includes("CALLED at") }).toEqual({ script, called: false });
    }),
    { numRuns: 3000 },
  );
  expect(compared).toBeGreaterThan(50);
});
