import { spawnSync } from "node:child_process";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { classifyCommand } from "../../src/core/policy/commands/command.ts";
import { parseScript } from "../../src/core/policy/shell/parse.ts";
import type { Node, Word } from "../../src/core/policy/shell/syntax.ts";

/** Pieces that shells take apart, thrown together. */
const piece = fc.constantFrom(
  ..."abAB01 \t\n'\"\\$`;&|<>(){}[]*?!#~=-_/.,:@%^+",
  ...[
    "$(",
    "${",
    "$((",
    "<<",
    ">>",
    "&&",
    "||",
    "2>&1",
    "$'",
    "'\\''",
    "\\\n",
    "if ",
    "then",
    "fi",
    "for x in",
    "done",
    "é",
    "字",
  ],
);
const scribble = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(""));

test("no text makes the reader throw, and none is judged twice differently", () => {
  fc.assert(
    fc.property(fc.oneof(scribble, fc.string({ unit: "binary", maxLength: 60 })), (script) => {
      const parsed = parseScript(script);
      expect(["script", "unknown"]).toContain(parsed.kind);
      const traits = classifyCommand(["sh", "-c", script]);
      expect(classifyCommand(["sh", "-c", script])).toEqual(traits);
      if (parsed.kind === "unknown") expect(traits).not.toEqual([]);
    }),
    { numRuns: 4000 },
  );
});

/** The words after `printf '%s\0'` as this reader has them; null where it leaves anything to the shell. */
function wordsOf(script: string): readonly string[] | null {
  const parsed = parseScript(script);
  if (parsed.kind === "unknown" || parsed.body.kind !== "list") return null;
  const [command, more] = parsed.body.nodes;
  if (command?.kind !== "simple" || more !== undefined || command.redirects.length > 0) return null;
  const words = command.words.slice(2).map(plain);
  return words.every((word) => word !== null) ? words : null;
}
function plain(word: Word): string | null {
  const fixed = word.every((part) => part.kind === "text" && (part.quoted || !/[*?[{~]/.test(part.text)));
  return fixed ? word.map((part) => (part.kind === "text" ? part.text : "")).join("") : null;
}
function shellWords(shell: string, script: string): readonly string[] {
  const { status, stdout } = spawnSync(shell, ["-c", script], { encoding: "utf8", env: { LC_ALL: "C.UTF-8" } });
  expect({ script, status }).toEqual({ script, status: 0 });
  return stdout.split("\0").slice(0, -1);
}

/** Letters without NUL, which no word can hold. */
const word = fc.string({ unit: "grapheme", maxLength: 12 }).map((text) => text.replaceAll("\0", ""));
const quoted = fc.tuple(word, fc.nat(2)).map(([text, style]) => {
  if (style === 0) return { text, source: `'${text.replaceAll("'", `'\\''`)}'` };
  if (style === 1) return { text, source: `"${text.replaceAll(/[$`"\\]/g, "\\$&")}"` };
  return { text, source: `''${[...text].map((char) => (char === "\n" ? "'\n'" : `\\${char}`)).join("")}` };
});

test("words in quotes are to this reader what they are to a shell", () => {
  fc.assert(
    fc.property(fc.array(quoted, { minLength: 1, maxLength: 12 }), (words) => {
      const script = `printf '%s\\0' ${words.map(({ source }) => source).join(" ")}`;
      const texts = words.map(({ text }) => text);
      expect(wordsOf(script)).toEqual(texts);
      expect(shellWords("sh", script)).toEqual(texts);
    }),
    { numRuns: 60 },
  );
});

/** Half-made quoting: whatever of it this reader claims to know must be the shells' reading as well. */
const doodle = fc
  .array(
    fc.constantFrom(
      ...["a", "b", " ", "  ", "'", '"', "\\", "\\\\", "$", "#", " #", "=", "\\\n", "\n", "'a b'", '"c d"', "-", "é"],
    ),
    {
      minLength: 1,
      maxLength: 14,
    },
  )
  .map((pieces) => `printf '%s\\0' x${pieces.join("")}`);

test("what this reader says of a script's words is what sh and bash make of them", () => {
  let compared = 0;
  fc.assert(
    fc.property(doodle, (script) => {
      const words = wordsOf(script);
      if (words === null) return;
      compared += 1;
      expect(shellWords("sh", script)).toEqual(words);
      expect(shellWords("bash", script)).toEqual(words);
    }),
    { numRuns: 500 },
  );
  expect(compared).toBeGreaterThan(50);
});

/** The words of each `w` in a list of nothing else; null where this reader leaves anything to the shell. */
function commandsOf(script: string): readonly (readonly string[])[] | null {
  const parsed = parseScript(script);
  if (parsed.kind === "unknown" || parsed.body.kind !== "list") return null;
  const all = parsed.body.nodes.map((node) => {
    if (node.kind !== "simple" || node.assignments.length > 0 || !node.redirects.every(({ to }) => to === "text"))
      return null;
    const words = node.words.map(plain);
    return words[0] === "w" && words.every((word) => word !== null) ? words.slice(1) : null;
  });
  return all.every((one) => one !== null) ? all : null;
}
function shellCommands(shell: string, script: string): readonly (readonly string[])[] {
  const told = shellWords(shell, `w() { printf '%s\\0' "$@" "$(printf '\\n.')"; }\n${script}`);
  const commands: string[][] = [[]];
  for (const text of told) {
    if (text === "\n.") commands.push([]);
    else commands.at(-1)?.push(text);
  }
  return commands.slice(0, -1);
}
const line = fc.oneof(
  fc
    .array(
      fc.constantFrom(
        "w a",
        " <<E",
        " <<-E",
        " <<'E'",
        ' <<"F"',
        " <<\\F",
        "; w b",
        " c",
        " # x",
        " <<<d",
        " 'q",
        '"',
        " \\",
      ),
      {
        minLength: 1,
        maxLength: 5,
      },
    )
    .map((pieces) => pieces.join("")),
  fc.constantFrom(
    "E",
    "F",
    "\tE",
    "E ",
    "",
    "text",
    "it's",
    'a "b',
    "w hidden",
    "$",
    "`",
    "$(",
    "\\",
    "E\\",
    "\\`",
    "\\$",
    "x\\\\",
  ),
);
test("where a here-document ends, and what is a command again, is what sh and bash make of it", () => {
  let compared = 0;
  fc.assert(
    fc.property(fc.array(line, { minLength: 2, maxLength: 8 }), (lines) => {
      const script = `w x${lines.join("\n")}\n`;
      const commands = commandsOf(script);
      if (commands === null || !script.includes("<<")) return;
      compared += 1;
      if (!script.includes("<<<")) expect(shellCommands("sh", script)).toEqual(commands);
      expect(shellCommands("bash", script)).toEqual(commands);
    }),
    { numRuns: 3000 },
  );
  expect(compared).toBeGreaterThan(30);
});

const letters = fc.array(fc.constantFrom("a", " ", "\\", "\\\\", "\\$", "\\`", "$", '"', "'", "\n", "E", "\t"), {
  maxLength: 14,
});
test("the text of a here-document is what sh and bash make of it", () => {
  let compared = 0;
  fc.assert(
    fc.property(letters, fc.constantFrom("<<E", "<<-E", "<<'E'"), (pieces, opens) => {
      const script = `cat ${opens}\n${pieces.join("")}\nE`;
      const parsed = parseScript(script);
      if (parsed.kind === "unknown" || parsed.body.kind !== "list") return;
      const [command] = parsed.body.nodes;
      const told = command?.kind === "simple" ? command.redirects.map(({ target }) => plain(target)) : [];
      if (parsed.body.nodes.length > 1 || told.includes(null)) return;
      compared += 1;
      for (const shell of ["sh", "bash"]) {
        const { stdout } = spawnSync(shell, ["-c", script], { encoding: "utf8", env: { LC_ALL: "C.UTF-8" } });
        expect({ script, shell, text: stdout.replace(/\n$/, "") }).toEqual({ script, shell, text: told.join("") });
      }
    }),
    { numRuns: 400 },
  );
  expect(compared).toBeGreaterThan(50);
});

/** Whole scripts of branches and loops, every command of which is `w` with words that tell which it is. */
const { script } = fc.letrec<{ script: string; command: string }>((tie) => ({
  script: fc
    .array(fc.tuple(tie("command"), fc.constantFrom("; ", "\n", " ;\n", " && ", " || ")), {
      minLength: 1,
      maxLength: 3,
    })
    .map((all) =>
      all
        .map(([text, end]) => text + end)
        .join("")
        .replace(/( && | \|\| )$/, "\n"),
    ),
  command: fc.oneof(
    { maxDepth: 3 },
    fc.nat(99).map((at) => `w ${at}`),
    fc.constantFrom(
      "true",
      "false",
      "[[ -n a ]]",
      "[ a = b ]",
      "x=$((1+2))",
      'w "$x"',
      'w "$((1+$(w n; echo 2)))"',
      "x=$(( (2+$(w m; echo 1)) * 3 ))",
    ),
    fc
      .tuple(
        fc.constantFrom("a", "'b'", '"$x"', "$(w s; echo a)"),
        fc.array(fc.tuple(fc.constantFrom("a", "(b", "a|b", "*", "'c'|\"$x\""), tie("script")), { maxLength: 3 }),
        fc.constantFrom("in ", "in\n", "\nin\n"),
      )
      .map(
        ([word, arms, inside]) => `case ${word} ${inside}${arms.map(([p, body]) => `${p}) ${body};;\n`).join("")}esac`,
      ),
    fc.tuple(tie("script"), tie("script")).map(([test, body]) => `if ${test}then ${body}fi`),
    fc.tuple(tie("script"), tie("script")).map(([body, other]) => `if true; then ${body}else ${other}fi`),
    tie("script").map((body) => `for x in 1 2; do ${body}done`),
    tie("script").map((body) => `i=0; while [ $i -lt 2 ]; do ${body}i=$((i+1)); done`),
    tie("script").map((body) => `(${body})`),
  ),
}));
/** The same with something put in or cut out somewhere. */
const mangled = fc
  .tuple(
    script,
    fc.nat(200),
    fc.nat(4),
    fc.constantFrom(";;", ")", "(", "esac", " in ", ";", "\n", "'", '"', "w z", " do ", "]]"),
  )
  .map(([text, at, cut, put]) => text.slice(0, at) + put + text.slice(at + cut));

/** Every `w` of a script, null where a word of it is left to the shell. */
function allCommands(node: Node): readonly (readonly (string | null)[])[] {
  const within = (nodes: readonly Node[]) => nodes.flatMap(allCommands);
  const inWords = (words: readonly Word[]) =>
    words.flat().flatMap((part) => {
      const scripts = part.kind === "output" ? [part.script] : part.kind === "number" ? part.scripts : [];
      return scripts.map(parseScript).flatMap((one) => (one.kind === "script" ? allCommands(one.body) : []));
    });
  switch (node.kind) {
    case "simple": {
      const [first, ...words] = node.words.map(plain);
      return [
        ...(first === "w" ? [words] : []),
        ...inWords([...node.words, ...node.assignments.map(({ value }) => value)]),
      ];
    }
    case "list":
      return within(node.nodes);
    case "pipe":
      return within(node.commands);
    case "chain":
      return within([node.first, ...node.rest.map((one) => one.node)]);
    case "not":
      return allCommands(node.node);
    case "subshell":
      return allCommands(node.body);
    case "for":
      return allCommands(node.body);
    case "loop":
      return within([node.test, node.body]);
    case "if":
      return within([
        ...node.branches.flatMap(({ test, body }) => [test, body]),
        ...(node.otherwise ? [node.otherwise] : []),
      ]);
    case "case":
      return [...inWords([node.word]), ...within(node.branches.map(({ body }) => body))];
  }
}
test("no shell runs a command in branches or loops that this reader has not seen", () => {
  let compared = 0;
  fc.assert(
    fc.property(fc.oneof(script, mangled), (text) => {
      const parsed = parseScript(text);
      if (parsed.kind === "unknown") return;
      const seen = allCommands(parsed.body);
      for (const shell of ["sh", "bash"]) {
        // one write a command: two of them at once must not be mixed
        const defined = `w() { r=$(printf '%s\\001' "$@" .); printf '%s\\002' "$r" >&3; }\n${text}`;
        const told =
          spawnSync(shell, ["-c", defined], {
            encoding: "utf8",
            timeout: 2000,
            env: { LC_ALL: "C.UTF-8" },
            stdio: ["ignore", "ignore", "ignore", "pipe"],
          }).output[3] ?? "";
        for (const words of told
          .split("\u0002")
          .slice(0, -1)
          .map((one) => one.split("\u0001").slice(0, -2))) {
          compared += 1;
          const known = seen.some(
            (one) => one.length === words.length && one.every((word, at) => word === null || word === words[at]),
          );
          expect({ text, shell, words, known }).toEqual({ text, shell, words, known: true });
        }
      }
    }),
    { numRuns: 600 },
  );
  expect(compared).toBeGreaterThan(200);
});
