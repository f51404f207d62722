import { Api } from "grammy";
import fc from "fast-check";
import { expect, test } from "vitest";
import { textContent } from "../../src/emulator/content.ts";
import type { Context } from "../../src/emulator/context.ts";
import { createHandClock } from "../../src/emulator/hand-clock.ts";
import { openEmulator } from "../../src/emulator/emulator.ts";
import { richContent } from "../../src/emulator/rich/rich.ts";
import type { Block } from "../../src/lib/blocks.ts";
import { codeBlock, paragraph } from "../../src/lib/blocks.ts";
import { parseMarkdown } from "../../src/lib/markdown.ts";
import { isBlank } from "../../src/telegram/cut-parts.ts";
import { renderEntities } from "../../src/telegram/render-entities.ts";
import { renderPlain } from "../../src/telegram/render-plain.ts";
import { renderRich } from "../../src/telegram/render-rich.ts";
import { tidyBlocks } from "../../src/telegram/tidy.ts";
import { anyBlock, anyText } from "../support/any-blocks.ts";
import { GOLDEN_BLOCKS } from "../support/golden-blocks.ts";

const ADA = 1001;
const token = "4242:local";

test("every golden text is taken by the server as a rich message, with entities and as plain text", async () => {
  const clock = createHandClock(Date.UTC(2026, 10, 21));
  const users = [{ id: ADA, firstName: "Ada" }];
  await using emulator = await openEmulator({ token, pageKey: "page-key-of-a-test", users, clock });
  const api = new Api(token, { apiRoot: emulator.apiRoot });
  for (const [name, given] of Object.entries(GOLDEN_BLOCKS)) {
    // A chat takes only so many messages a second.
    clock.advance(10_000);
    const blocks = tidyBlocks(given);
    const rich = renderRich(blocks);
    expect(rich, name).not.toBeNull();
    if (rich !== null)
      expect((await api.sendRichMessage(ADA, rich)).rich_message?.blocks, name).toHaveLength(blocks.length);
    for (const part of renderEntities(blocks)) {
      const sent = await api.sendMessage(ADA, part.text, { entities: [...part.entities] });
      // Marks are cut where code lies within them; no kind is dropped.
      const kinds = (all: readonly { readonly type: string }[]) => [...new Set(all.map(({ type }) => type))].sort();
      expect({ text: sent.text, kinds: kinds(sent.entities ?? []) }, name).toEqual({
        text: part.text,
        kinds: kinds(part.entities),
      });
      expect((await api.sendMessage(ADA, renderPlain(part))).text, name).toBe(renderPlain(part));
    }
  }
});

/** What can be seen of a text: white space (trimmed at both ends of a message) and characters without a shape are not. */
function seen(text: string): string {
  return [...text].filter((character) => !isBlank(character)).join("");
}
/** What the server keeps of a text that is sent in parts. */
function shownOf(blocks: readonly Block[], max: number): string {
  return renderEntities(tidyBlocks(blocks), { max })
    .map(({ text, entities }) => {
      if (isBlank(text)) return "";
      return textContent({ text, entities: [...entities] }).text ?? "";
    })
    .join("");
}
function wholeOf(blocks: readonly Block[]): string {
  return renderEntities(tidyBlocks(blocks), { max: Number.MAX_SAFE_INTEGER })
    .map(({ text }) => text)
    .join("");
}
/** Every run of characters somewhere in the tree. */
function leaves(part: unknown): string[] {
  if (typeof part === "string") return [part];
  if (Array.isArray(part)) return part.flatMap(leaves);
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    ["kind", "url", "language", "shows"].includes(key) ? [] : leaves(value),
  );
}
const noMedia = {} as Context;

test("no part of any text is refused, and nothing that can be seen is lost on the way", () => {
  fc.assert(
    fc.property(fc.array(anyBlock, { maxLength: 12 }), fc.constantFrom(64, 300, 1024, 4096), (blocks, max) => {
      const whole = seen(wholeOf(blocks));
      expect(seen(shownOf(blocks, max))).toBe(whole);
      for (const leaf of leaves(tidyBlocks(blocks))) expect(whole).toContain(seen(leaf));
    }),
    { numRuns: 3000 },
  );
});
test("no rich message is refused: what does not fit is not made one", () => {
  let made = 0;
  fc.assert(
    fc.property(fc.array(anyBlock, { maxLength: 40 }), (blocks) => {
      const rich = renderRich(tidyBlocks(blocks));
      if (rich === null) return;
      made += 1;
      richContent(noMedia, rich, { files: new Map() });
    }),
    { numRuns: 1500 },
  );
  expect(made).toBeGreaterThan(500);
});
const lines = fc.array(
  fc.tuple(
    fc.constantFrom("", "- ", "  - ", "> ", "# ", "1. ", "    ", "```ts\n", "```\n", "**", "<b>", "| a | "),
    anyText,
  ),
  {
    maxLength: 20,
  },
);
test("whatever Markdown a model writes, each part is taken", () => {
  fc.assert(
    fc.property(lines, (all) => {
      const blocks = parseMarkdown(all.map(([mark, text]) => `${mark}${text}`).join("\n"));
      expect(seen(shownOf(blocks, 4096))).toBe(seen(wholeOf(blocks)));
      const rich = renderRich(tidyBlocks(blocks));
      if (rich !== null) richContent(noMedia, rich, { files: new Map() });
    }),
    { numRuns: 1500 },
  );
});
test.each([
  ["200 KB of code", [codeBlock(Array.from({ length: 8000 }, (_, at) => `\tlet a${at} = "x";`).join("\r\n"), "ts")]],
  ["one word of 10,000 characters", [paragraph("w".repeat(10_000))]],
  ["10,000 flags", [paragraph("🇨🇿🇩🇪".repeat(5000))]],
  ["families without a blank", [codeBlock("👩‍👩‍👧‍👦漢".repeat(8000))]],
  ["a table of 300 rows", [tableOf(4, 300)]],
  ["a table of 40 columns", [tableOf(40, 3)]],
  ["50,000 line breaks", [paragraph("a", "\n".repeat(50_000), "b")]],
  ["NUL and halves of characters", [paragraph("a\0\uD83Db\uDE00".repeat(3000))]],
])("%s is taken whole", (_, blocks) => {
  expect(seen(shownOf(blocks, 4096))).toBe(seen(wholeOf(blocks)));
  for (const part of renderEntities(tidyBlocks(blocks))) expect(part.text.length).toBeLessThanOrEqual(4096);
});
function tableOf(columns: number, rows: number): Block {
  const row = (at: number) =>
    Array.from({ length: columns }, (_, column) => (column === at % 3 ? [] : [`c${at}.${column}`]));
  return { kind: "table", header: row(0), rows: Array.from({ length: rows }, (_, at) => row(at + 1)) };
}
