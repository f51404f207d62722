import fc from "fast-check";
import { expect, test } from "vitest";

import { isPlaceholder, tailOf } from "./node-scripts.ts";

test.each([
  ["vitest run", { kind: "command", words: ["vitest", "run"], alone: true }],
  [
    "NODE_ENV=test cross-env A=1 npx c8 --all mocha 'test/**/*.js'",
    { kind: "command", words: ["mocha", "test/**/*.js"], alone: false },
  ],
  ["tsc && jest", { kind: "command", words: ["jest"], alone: false }],
  ["npm run unit", { kind: "script", by: "npm", name: "unit", words: ["unit"], alone: true }],
  ["yarn lint && pnpm test", { kind: "script", by: "pnpm", name: "test", words: ["test"], alone: false }],
  ["pnpm unit", { kind: "script", by: "pnpm", name: "unit", words: ["unit"], alone: true }],
  ["yarn vitest", { kind: "script", by: "yarn", name: "vitest", words: ["vitest"], alone: true }],
  ["pnpm install", { kind: "command", words: ["pnpm", "install"], alone: true }],
  ["turbo run test", { kind: "workspace" }],
  ["npm test --workspaces", { kind: "workspace" }],
  ["pnpm -r test", { kind: "workspace" }],
  ["jest | cat", { kind: "unclear" }],
  ["jest; true", { kind: "unclear" }],
  ["jest $FILES", { kind: "unclear" }],
  ["jest || true", { kind: "unclear" }],
  ["'unclosed", { kind: "unclear" }],
  ["", { kind: "unclear" }],
])("%s", (script, tail) => {
  expect(tailOf(script)).toEqual(tail);
});
test.each(['echo "Error: no test specified" && exit 1', "exit 0", "true", "", 'echo "no tests yet"'])(
  "%s is a placeholder",
  (script) => {
    expect(isPlaceholder(script)).toBe(true);
  },
);
test.each(["echo start && vitest", "node --test", "true && jest"])("%s is none", (script) => {
  expect(isPlaceholder(script)).toBe(false);
});
test("any text is read without throwing", () => {
  fc.assert(fc.property(fc.string(), (script) => void tailOf(script)));
});
