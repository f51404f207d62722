import { checks, CREATED, type HostileCase, LISTED, many, RED, shell, UNMENDED, write } from "./case.ts";
import { BOMB, LEFT_BOMB } from "./sources.ts";

/** More than is its share. */
export const GREED: readonly HostileCase[] = [
  many(
    "the same call for ever",
    Array.from({ length: 40 }, () => shell("ls")),
    [LISTED, LISTED, { how: "repeated", says: /^Failed: not run: this very call/u }],
    { outcome: "gave-up" },
  ),
  many(
    "another call for ever",
    Array.from({ length: 40 }, (_, index) => shell(`ls -${"l".repeat(index + 1)}`)),
    [LISTED],
    { outcome: "gave-up" },
  ),
  many(
    "a test that floods the output",
    [
      write("test/flood.test.js", 'for (let i = 0; i < 20; i += 1) process.stdout.write("x".repeat(1_000_000));\n'),
      checks,
    ],
    [CREATED, RED],
    { reason: UNMENDED },
  ),
  many("a test that is a fork bomb", [write("test/bomb.test.js", BOMB), checks], [CREATED, RED], {
    reason: /^Check node:test is red/u,
  }),
  many("a test that leaves a fork bomb behind", [write("test/bomb.test.js", LEFT_BOMB), checks], [CREATED, RED], {
    orElse: "gave-up",
    reason: /^Check node:test is red/u,
  }),
  many(
    "a test that takes all memory",
    [write("test/hog.test.js", "const all = [];\nfor (;;) all.push(new Uint8Array(16 << 20).fill(1));\n"), checks],
    [CREATED, RED],
    { reason: /^Check node:test is red/u },
  ),
];
