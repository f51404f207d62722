import type { MessageEntity } from "@grammyjs/types";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { nestEntities, type TextNode } from "./entities.ts";

type Flat = { readonly character: string; readonly types: readonly string[] };

function flatten(nodes: readonly TextNode[], outer: readonly string[] = []): Flat[] {
  return nodes.flatMap((node) =>
    node.kind === "text"
      ? node.text.split("").map((character) => ({ character, types: [...outer].sort() }))
      : flatten(node.children, [...outer, node.entity.type]),
  );
}

const types = ["bold", "italic", "underline", "strikethrough", "spoiler", "blockquote"] as const;
const entity = fc.record({
  type: fc.constantFrom(...types),
  offset: fc.integer({ min: -3, max: 14 }),
  length: fc.nat(14),
});

test("every character keeps exactly the entities that cover it, in whatever way they overlap", () => {
  const text = "abcdefghij";
  fc.assert(
    fc.property(fc.array(entity, { maxLength: 8 }), (entities: MessageEntity[]) => {
      const expected = text.split("").map((character, index) => ({
        character,
        types: entities
          .filter(({ offset, length }) => offset <= index && index < offset + length)
          .map(({ type }) => type as string)
          .sort(),
      }));
      expect(flatten(nestEntities(text, entities))).toEqual(expected);
    }),
  );
});

test("text without entities is one leaf, and no text is none", () => {
  expect(nestEntities("plain")).toEqual([{ kind: "text", text: "plain" }]);
  expect(nestEntities("", [{ type: "bold", offset: 0, length: 4 }])).toEqual([]);
});

test("offsets count UTF-16 code units, so an emoji is two", () => {
  expect(nestEntities("👍 ok", [{ type: "bold", offset: 3, length: 2 }])).toEqual([
    { kind: "text", text: "👍 " },
    {
      kind: "entity",
      entity: { type: "bold", offset: 3, length: 2 },
      children: [{ kind: "text", text: "ok" }],
    },
  ]);
});

test("a quotation of the same extent as bold text goes outside it", () => {
  const [outer] = nestEntities("quoted", [
    { type: "bold", offset: 0, length: 6 },
    { type: "blockquote", offset: 0, length: 6 },
  ]);
  expect(outer).toMatchObject({ kind: "entity", entity: { type: "blockquote" } });
});
