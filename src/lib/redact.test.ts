import * as fc from "fast-check";
import { expect, test } from "vitest";
import { disguises, findCanaries, newCanary } from "../../test/support/canaries.ts";
import { createRedactor } from "./redact.ts";
import { redactJson, redactTree } from "./redact-tree.ts";
import { LEAVING_SHAPES } from "./secret-shapes.ts";

const KEY = "Canary-7f3Kq9-xY2_zP0/w+Q";
const known = createRedactor([KEY]);
const leaving = createRedactor([KEY], LEAVING_SHAPES);
const MASK = "[secret]";
const bytes = (text: string) => Buffer.from(text);
const hex = bytes(KEY).toString("hex");

/** Each way that a value may be written, by what people call it. */
const FORMS: Readonly<Record<string, string>> = {
  "as it is": KEY,
  reversed: [...KEY].toReversed().join(""),
  base64: bytes(KEY).toString("base64"),
  "base64 after one byte": bytes(`a${KEY}`).toString("base64"),
  "base64 after two bytes": bytes(`ab${KEY}c`).toString("base64"),
  "base64url within more": bytes(`{"key":"${KEY}"}`).toString("base64url"),
  hexadecimal: hex,
  "hexadecimal in capitals": hex.toUpperCase(),
  "hexadecimal with colons": (hex.match(/../gu) ?? []).join(":"),
  "bytes of a program": (hex.match(/../gu) ?? []).map((byte) => `0x${byte}`).join(", "),
  "percent-encoded": encodeURIComponent(KEY),
  "percent-encoded throughout": (hex.match(/../gu) ?? []).map((byte) => `%${byte}`).join(""),
  "escaped as in JSON": [...KEY].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`).join(""),
  "escaped as in C": (hex.match(/../gu) ?? []).map((byte) => `\\x${byte}`).join(""),
  "entities of HTML": [...KEY].map((letter) => `&#${letter.charCodeAt(0)};`).join(""),
  "with invisible characters": [...KEY].join("\u200B"),
  "with soft hyphens and joiners": [...KEY].join("\u00AD\u2060"),
  "spaced out": [...KEY].join(" "),
  "over lines": KEY.replaceAll(/.{5}/gu, "$&\n  "),
  "joined in a program": `${KEY.slice(0, 7)}" + "${KEY.slice(7, 15)}" +\n  "${KEY.slice(15)}`,
  "joined in a list": `${KEY.slice(0, 9)}", "${KEY.slice(9)}`,
  "quoted in an answer": `${KEY.slice(0, 9)}\n> ${KEY.slice(9)}`,
  "base64 over lines": bytes(KEY).toString("base64").replaceAll(/.{7}/gu, "$&\n"),
};
const pieces = KEY.match(/.{1,5}/gu) ?? [];
const base64Of = (text: string) => bytes(text).toString("base64");
/** Each way in which a value is put together again by whoever leaves out what is neither letter nor digit, or takes off one coding after the other. */
const TAKEN_APART: Readonly<Record<string, string>> = {
  "letters joined by hyphens": [...KEY].join("-"),
  "letters joined by underscores": [...KEY].join("_"),
  "pieces of a path": pieces.join("/"),
  "pieces with colons": pieces.join(": "),
  "removed lines of a change": pieces.map((piece) => `-${piece}`).join("\n"),
  "lines with their numbers": pieces.map((piece, at) => `${String(at + 1).padStart(5)}\t${piece}`).join("\n"),
  "lines with their file": pieces.map((piece, at) => `a1.txt:${at + 1}:${piece}`).join("\n"),
  "a comment of many lines": pieces.map((piece) => `# ${piece}`).join("\n"),
  "letters in colours": [...KEY].join("\u001B[0m\u001B[38;5;12m"),
  "in capitals": KEY.toUpperCase(),
  "in small letters": KEY.toLowerCase(),
  "removed lines, escaped": JSON.stringify(pieces.map((piece) => `-${piece}`).join("\n")).slice(1, -1),
  "octal codes": [...bytes(KEY)].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join(""),
  "base64 twice": base64Of(base64Of(KEY)),
  "base64 twice, over lines": base64Of(base64Of(`the key is ${KEY}, as said`)).replaceAll(/.{76}/gu, "$&\n"),
  "base64 of hexadecimal": base64Of(hex),
  "base64 reversed": base64Of([...KEY].toReversed().join("")),
  "base64 of two bytes each": Buffer.from(KEY, "utf16le").toString("base64"),
  "hexadecimal of base64": bytes(base64Of(KEY)).toString("hex"),
  "hexadecimal twice": bytes(hex).toString("hex"),
  "hexadecimal of two bytes each": Buffer.from(KEY, "utf16le").toString("hex"),
};
const forms = fc.constantFrom(...Object.values(FORMS), ...Object.values(TAKEN_APART));

test.each(Object.entries(FORMS))("a secret is taken out: %s", (_, form) => {
  expect(known(`before: "${form}" :after`)).toMatch(/^before: "(?:0x|eyJrZXki)?\[secret\][=\s]*" :after$/u);
  const kept = known(`before: ${form} :after`, true);
  expect(kept).toHaveLength(`before: ${form} :after`.length);
  expect(kept).toMatch(/^before: (?:0x|eyJrZXki)?•+[=\s]*:after$/u);
});
test.each(Object.entries(TAKEN_APART))("nothing of a secret is left: %s", (_, form) => {
  for (const text of [form, `before: "${form}" :after`, `one\n${form}\ntwo`]) {
    const left = known(text).replace(MASK, "");
    expect(left).toMatch(/^(?:before: "|one\n)?(?:\s*1\t|a1\.txt:1:|[-#] ?)?=*(?:" :after|\ntwo)?$/u);
    expect(known(text, true)).toHaveLength(text.length);
  }
});
test("codings of a text without a secret stay, and so do words that a short value is made of", () => {
  const text = "the words of a text, long enough to be one, and no secret in it";
  for (const form of [base64Of(text), base64Of(base64Of(text)), bytes(base64Of(text)).toString("hex")])
    expect(known(form)).toBe(form);
  expect(createRedactor(["build-2024"])("A BUILD of 2024: build_2024")).toBe("A BUILD of 2024: build_2024");
});
test("several in one text all go, and what stands around them stays", () => {
  const clean = known(Object.values(FORMS).join(" ; is ; "));
  expect(clean.split(" ; is ; ").map((part) => part.replace(/^(?:0x|eyJrZXki)|[=\s]+$/gu, ""))).toEqual(
    Object.values(FORMS).map(() => MASK),
  );
});
test("whatever stands around a form, and however often it is cleaned, nothing of it is left", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), forms, fc.string({ unit: "binary" }), (before, form, after) => {
      const clean = known(`${before} ${form} ${after}`);
      expect(clean).not.toContain(form);
      expect(clean).toContain(MASK);
      expect(known(clean)).toBe(clean);
      expect(known(`${before} ${form} ${after}`, true)).toHaveLength(before.length + form.length + after.length + 2);
    }),
  );
});
test("text without a secret is never changed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
      expect(known(text)).toBe(text);
    }),
  );
});
test("any value of letters and digits is found in base64, hexadecimal and pieces", () => {
  const letter = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");
  const value = fc.string({ unit: letter, minLength: 12, maxLength: 60 }).map((text) => `a1${text}`);
  fc.assert(
    fc.property(value, fc.string({ maxLength: 5 }), fc.string({ maxLength: 5 }), (secret, before, after) => {
      const redact = createRedactor([secret]);
      for (const encoding of ["base64", "base64url", "hex"] as const)
        expect(redact(bytes(before + secret + after).toString(encoding))).toContain(MASK);
      expect(redact([...secret].join("\n"))).toBe(MASK);
    }),
  );
});
test("a value that is made of words is taken out as it stands, and the same words in a sentence stay", () => {
  const redact = createRedactor(["correct-horse-battery", "development", "short"]);
  expect(redact("it is correct-horse-battery, ti si yrettab-esroh-tcerroc")).toBe(`it is ${MASK}, ti si ${MASK}`);
  expect(redact("A correct horse battery. In deve lopment, short.")).toBe(
    "A correct horse battery. In deve lopment, short.",
  );
  expect(redact(bytes("its development now").toString("base64"))).toContain(MASK);
});
test("a piece of a value that was cut is taken out, and a word of one stays", () => {
  const redact = createRedactor(["service-account-k7Qz93Lm0xYw", "https://hooks.test/services/T00/B00/xyz123"]);
  for (const cut of ["service-account-k7Qz9", "nt-k7Qz93Lm0xYw", "account-k7Qz93Lm"])
    expect(redact(`: ${cut}…`)).toMatch(/^: (?:service-|account|ser)?\[secret\]…$/u);
  expect(redact(bytes("service-account-k7Qz93Lm0xYw").toString("base64").slice(0, -8))).toContain(MASK);
  for (const text of ["the service-account- of hooks.test", "https://hooks.test/services/"])
    expect(redact(text)).toBe(text);
});
test("what was escaped twice or more is read through", () => {
  const escaped = (KEY.match(/./gu) ?? []).map((letter) => `&amp;amp;#${letter.charCodeAt(0)};`).join("");
  const quoted = JSON.stringify(JSON.stringify(JSON.stringify([...KEY].join('"'))));
  const percent = [...hex.matchAll(/../gu)].map(([byte]) => `%2525${byte}`).join("");
  for (const text of [escaped, quoted.slice(1, -1), percent]) expect(known(text)).toContain(MASK);
});
test("each line of a key of several lines is a secret", () => {
  const lines = ["MIIEvQIBADANBgkqhkiG9w0BAQEFAASC", "BKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj"];
  const redact = createRedactor([`-----BEGIN PRIVATE KEY-----\n${lines.join("\n")}\n-----END PRIVATE KEY-----\n`]);
  for (const line of lines) expect(redact(`only ${line}!`)).toBe(`only ${MASK}!`);
});
test("well-known tokens go, known or not", () => {
  const run = "A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8";
  const jwt = `eyJ${run}.eyJ${run}.${run}`;
  const tokens = [
    `123456789:${run}`,
    `sk-${run}`,
    `sk-proj-ab_${run}`,
    `ghp_${run}`,
    `github_pat_${run}_${run}`,
    `glpat-${run}`,
    `xoxb-1234567890-${run}`,
    "AKIAABCDEFGHIJKLMNOP",
    `AIza${run.slice(0, 35)}`,
    `npm_${run}`,
    jwt,
    `-----BEGIN RSA PRIVATE KEY-----\n${run}\n${run}\nab==\n-----END RSA PRIVATE KEY-----`,
    `-----BEGIN PRIVATE KEY-----\\n${run}\\n-----END PRIVATE KEY-----`,
    `-----BEGIN OPENSSH PRIVATE KEY-----\n${run}`,
  ];
  for (const token of tokens) {
    expect(leaving(`x ${token} y`)).toBe(`x ${MASK} y`);
    expect(known(`x ${token} y`)).toBe(`x ${token} y`);
  }
  expect(leaving(`https://api.telegram.org/bot123456789:${run}/getMe`)).toBe(
    `https://api.telegram.org/bot${MASK}/getMe`,
  );
  expect(leaving("postgres://ada:pass1@db.test/x")).toBe(`postgres://${MASK}@db.test/x`);
  expect(leaving(`https://${run}@git.test/x`)).toBe(`https://${MASK}@git.test/x`);
  expect(leaving(`Authorization: Bearer ${run}`)).toBe(`Authorization: Bearer ${MASK}`);
});
test("what only looks like a token stays", () => {
  const texts = [
    "commit 9fceb02d0ae598e95dc970b74767f19372d61af8 of main",
    '"integrity": "sha512-oV5D5DMsPdPTkWl7ZKbVJhJlLFy7vBcs8nNJm9xIyFGg9xLQ1kPAcJOJRCDBhW/z1B0PhHMmcBl+XvjlBR3E+w=="',
    "123e4567-e89b-12d3-a456-426614174000",
    "sk-estimator-html-documentation-link and risk-averse-investment2024",
    "a bearer of news, Bearer authentication, and the xoxo-programme-of-2026",
    "https://user@host.test/x https://host.test:8080/a@b http://localhost:3000 ada@example.org",
    "-----BEGIN CERTIFICATE-----\nMIIBIjANBgkqhkiG9w0BAQ\n-----END CERTIFICATE-----",
    "12:30:45 2026-11-21 10001:10001 npm_config_registry hf_hub_download",
    "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
  ];
  for (const text of texts) expect(leaving(text)).toBe(text);
});
test("the time grows with the length of the text, whatever is in it", () => {
  const nasty = [
    "eyJ",
    "-----BEGIN PRIVATE KEY-----  ",
    "a://",
    "sk-",
    "\\u",
    "%4",
    "&#",
    KEY.slice(0, -1),
    " ",
    "https://a:",
    "\n1\t",
    "\n  a:",
    "\u001B[0m",
    "\\101",
    base64Of(base64Of("no secret is here, ")),
    "616263646566",
  ];
  const timeOf = (text: string) => {
    // Of the processor, and not of the clock: what else runs beside it says nothing.
    const began = process.cpuUsage();
    leaving(text);
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1000;
  };
  for (const part of nasty) {
    const small = part.repeat(20_000 / part.length);
    const large = part.repeat(400_000 / part.length);
    timeOf(small);
    // Twenty times the length: what is quadratic takes four hundred times as long.
    expect(timeOf(large)).toBeLessThan(100 * Math.max(timeOf(small), 3));
  }
});
test("JSON stays JSON, also where a secret goes over the marks of its form", () => {
  const value = { kind: "x", [KEY]: [KEY, ["a", { b: `say ${KEY}` }]], parts: [KEY.slice(0, 9), [KEY.slice(9)]], n: 1 };
  const clean = redactJson(`${JSON.stringify(value)}\n`, known);
  expect(clean.endsWith("\n")).toBe(true);
  expect(JSON.parse(clean)).toMatchObject({ [MASK]: [MASK, ["a", { b: `say ${MASK}` }]], n: 1 });
  expect(redactJson(`{no JSON ${KEY}`, known)).toBe(`{no JSON ${MASK}`);
  expect(redactTree({ kind: KEY, a: null, b: [true, KEY] }, known)).toEqual({ kind: KEY, a: null, b: [true, MASK] });
});
test("the line behind an encoded value stays as it is", () => {
  const secret = "model-7qAbC9xYzQ12Lk3m-4a1b2c3d4e5f6";
  const redact = createRedactor([secret]);
  for (const coding of ["hex", "base64"] as const) {
    const once = Buffer.from(secret).toString(coding);
    const twice = Buffer.from(once).toString("base64").replaceAll(/.{40}/gu, "$&\n");
    for (const encoded of [once, twice])
      expect(redact(`${encoded}\nexport const one = 1;`)).toBe("[secret]\nexport const one = 1;");
  }
});
test("of encoded values that stand one under the other each is taken out", () => {
  const secret = "model-7qAbC9xYzQ12Lk3m-4a1b2c3d4e5f6";
  const base64 = (text: string) => Buffer.from(text).toString("base64");
  const hex = Buffer.from(secret).toString("hex");
  const twice = base64(base64(`so it is ${secret}, as said`)).replaceAll(/.{40}/gu, "$&\n");
  const lines = [
    hex,
    base64(base64(secret)),
    base64(hex),
    "two words",
    twice,
    base64([...secret].toReversed().join("")),
  ];
  const left = createRedactor([secret])(lines.join("\n"));
  expect(left.replaceAll("[secret]", "").replaceAll(/\s|=/gu, "")).toBe("twowords");
});
test("no disguise of a value is left, whatever stands before it: lines, JSON, a path, a command", () => {
  for (let round = 0; round < 20; round += 1) {
    const secret = newCanary("model");
    const redact = createRedactor([secret]);
    const all = disguises(secret);
    const texts = all.flatMap((one) => [
      `x\n${one}\ny z`,
      JSON.stringify({ content: `a\n${one}\nb c` }),
      JSON.stringify({ command: ["sh", "-c", `echo ${one} > f`] }),
      `/tmp/notes/${one}.md`,
    ]);
    for (const text of [...texts, all.join("\n"), JSON.stringify(all.join("\n"))])
      expect(findCanaries([secret], redact(text))).toEqual([]);
  }
});
