import type { MessageEntity } from "@grammyjs/types";
import { expect, test } from "vitest";
import { GOLDEN_BLOCKS } from "../../test/support/golden-blocks.ts";
import type { Part } from "./cut-parts.ts";
import { renderEntities } from "./render-entities.ts";
import { renderPlain } from "./render-plain.ts";
import { renderRich } from "./render-rich.ts";
import { tidyBlocks } from "./tidy.ts";

test.each(Object.entries(GOLDEN_BLOCKS))("%s as a rich message, with entities and as plain text", (_, blocks) => {
  const tidy = tidyBlocks(blocks);
  const parts = renderEntities(tidy);
  expect(
    [
      "=== rich",
      ...(renderRich(tidy)?.blocks ?? []).map((block) => JSON.stringify(block)),
      "=== entities",
      ...parts.flatMap(shown),
      "=== plain",
      ...parts.map(renderPlain),
    ].join("\n"),
  ).toMatchSnapshot();
});
function shown({ text, entities }: Part): string[] {
  return [text, ...entities.map((entity) => `  ${described(entity)}: ${JSON.stringify(slice(text, entity))}`)];
}
function slice(text: string, { offset, length }: MessageEntity): string {
  return text.slice(offset, offset + length);
}
function described(entity: MessageEntity): string {
  const more = Object.entries(entity).filter(([key]) => !["type", "offset", "length"].includes(key));
  return [entity.type, ...more.map(([key, value]) => `${key}=${String(value)}`)].join(" ");
}
