import { foldLetters } from "./characters.ts";
import type { FindingClass, Severity } from "./finding.ts";
import { ASIAN_AND_SEMITIC } from "./languages/asian-semitic.ts";
import { GERMANIC_AND_ROMANCE } from "./languages/germanic-romance.ts";
import type { Language } from "./languages/language.ts";
import { SLAVIC_AND_TURKIC } from "./languages/slavic-turkic.ts";
import { sentenceAround } from "./sentence.ts";

/** What one sentence in some language says to an agent. */
export type Said = {
  readonly id: string;
  readonly class: FindingClass;
  readonly severity: Severity;
  readonly why: string;
  readonly at: number;
  readonly length: number;
};

type Part = keyof Omit<Language, "code">;
type Concept = {
  readonly name: string;
  readonly class: FindingClass;
  readonly severity: Severity;
  readonly why: string;
  /** The rarest part first: only where it stands are the others looked for. */
  readonly parts: readonly (Part | "address")[];
};
const CONCEPTS: readonly Concept[] = [
  concept("drop-orders", "override", "high", "tells the agent to drop its instructions", ["drop", "orders", "yours"]),
  concept("unlimited", "jailbreak", "high", "gives the agent a part without rules", ["unlimited", "you"]),
  concept("system-prompt", "extraction", "high", "asks for the agent's own instructions", ["prompt", "show"]),
  concept("conceal", "coercion", "high", "wants it kept from the people", ["conceal"]),
  concept("unasked", "coercion", "medium", "wants something done without asking", ["unasked", "run"]),
  concept("unasked-always", "coercion", "high", "wants everything done without asking", ["unasked", "run", "you"]),
  concept("secrets-away", "exfiltration", "high", "sends secrets to somebody else", ["secrets", "send", "address"]),
  concept("secrets-unasked", "exfiltration", "high", "takes secrets without asking", ["secrets", "unasked"]),
  concept("secrets-hushed", "exfiltration", "high", "sends secrets where others read them", [
    "secrets",
    "send",
    "conceal",
  ]),
  concept("secrets", "secrets", "low", "asks for secrets", ["secrets", "show"]),
  concept("agents", "embedded", "high", "speaks to whatever agent reads it", ["agents"]),
  concept("obey-me", "override", "high", "demands obedience", ["obey"]),
  concept("false-proof", "coercion", "high", "wants a success that is none", ["claim", "tests", "green", "remove"]),
  concept("lasting", "memory", "high", "wants a right remembered for ever", ["remember", "needless"]),
];
function concept(name: string, kind: FindingClass, severity: Severity, why: string, parts: Concept["parts"]): Concept {
  return { name, class: kind, severity, why, parts };
}

const ADDRESS = /https?:\/\/|@[\w-]+\.\w/i;
/** What a text must hold to be worth reading in a language: letters of its script, or words that no other has. */
const KNOWN: Readonly<Record<string, RegExp>> = {
  ru: /\p{Script=Cyrillic}{3}/u,
  uk: /\p{Script=Cyrillic}{3}/u,
  zh: /\p{Script=Han}{2}/u,
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}]{2}/u,
  ko: /\p{Script=Hangul}{2}/u,
  ar: /\p{Script=Arabic}{2}/u,
  hi: /\p{Script=Devanagari}{2}/u,
  // Without its accents Vietnamese is short words that other languages have as well; these are its own.
  vi: /\b(?:khong|cua|nguoi|duoc|truoc|cac|hay|dung|nhung|moi truong)\b/i,
};
/** Without one of the words that concepts begin with, none of them is in the text. */
function firstParts(language: Language): RegExp {
  const parts = CONCEPTS.map(({ parts: [first] }) => first).filter((part) => part !== undefined && part !== "address");
  return compile(
    [...new Set(parts)]
      .flatMap((part) => language[part] ?? [])
      .map((source) => `(?:${foldLetters(source)})`)
      .join("|"),
    "i",
  );
}
/** Of a language: those parts that are known of it. */
type Patterns = Readonly<Partial<Record<Part, RegExp>>>;
const LETTER = String.raw`[\p{L}\p{M}\p{N}_]`;
const TABLE = [...GERMANIC_AND_ROMANCE, ...SLAVIC_AND_TURKIC, ...ASIAN_AND_SEMITIC].map((language) => ({
  code: language.code,
  known: KNOWN[language.code] ?? firstParts(language),
  patterns: once(() => patternsOf(language)),
}));
function patternsOf(language: Language): Patterns {
  return Object.fromEntries(
    Object.entries(language)
      .filter(([part]) => part !== "code")
      .map(([part, source]) => [part, compile(foldLetters(source))]),
  );
}
/** A language that nobody has written in yet needs no patterns. */
function once<Value>(make: () => Value): () => Value {
  let made: Value | null = null;
  return () => (made ??= make());
}
/** `\b` and `\w` know ASCII only, so a pattern in another script says what its letters are. */
function compile(unbounded: string, flags = "gi"): RegExp {
  // An ending of any length would make a long run of letters cost its square.
  const source = unbounded.replaceAll("\\w*", "\\w{0,12}").replaceAll("\\w+", "\\w{1,12}");
  if (!/\P{ASCII}/u.test(source)) return new RegExp(source, flags);
  const edge = `(?:(?<=${LETTER})(?!${LETTER})|(?<!${LETTER})(?=${LETTER}))`;
  return new RegExp(source.replaceAll("\\b", edge).replaceAll("\\w", LETTER), `${flags}u`);
}

const MAX_STARTS = 40;
/** What sentences in any of the languages say to an agent; at most one finding for each concept and language. */
export function readLanguages(prose: string): readonly Said[] {
  return TABLE.filter(({ known }) => known.test(prose)).flatMap(({ code, patterns }) =>
    CONCEPTS.flatMap((concept) => {
      const said = find(prose, concept, patterns());
      return said === null
        ? []
        : [
            {
              ...said,
              id: `${concept.class}.${concept.name}.${code}`,
              class: concept.class,
              severity: concept.severity,
              why: concept.why,
            },
          ];
    }),
  );
}

function find(prose: string, { parts }: Concept, patterns: Patterns): Pick<Said, "at" | "length"> | null {
  const [first, ...others] = parts;
  if (first === undefined || first === "address") return null;
  const begins = patterns[first];
  if (begins === undefined) return null;
  let starts = 0;
  for (const match of prose.matchAll(begins)) {
    starts += 1;
    if (starts > MAX_STARTS) return null;
    const sentence = sentenceAround(prose, { at: match.index, length: match[0].length });
    if (others.every((part) => stands(part, sentence, patterns))) return { at: match.index, length: match[0].length };
  }
  return null;
}
function stands(part: Part | "address", sentence: string, patterns: Patterns): boolean {
  const pattern = part === "address" ? ADDRESS : patterns[part];
  return pattern !== undefined && sentence.search(pattern) !== -1;
}
