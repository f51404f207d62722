import type { MessageEntity } from "@grammyjs/types";

/** A message's text as a tree: leaves in order are the text, each inside the entities that cover it. */
export type TextNode =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "entity"; readonly entity: MessageEntity; readonly children: readonly TextNode[] };

type Span = { readonly entity: MessageEntity; readonly start: number; readonly end: number };

/**
 * Nests entities by their UTF-16 offsets. Entities that overlap without one holding the other are split where the outer
 * one ends, so that every character keeps all its entities. Parts beyond the text are cut off; empty ones are dropped.
 */
export function nestEntities(text: string, entities: readonly MessageEntity[] = []): TextNode[] {
  const spans = entities
    .map((entity) => ({
      entity,
      start: Math.max(0, entity.offset),
      end: Math.min(text.length, entity.offset + entity.length),
    }))
    .filter((span) => span.start < span.end);
  return nest(text, 0, text.length, spans);
}

function nest(text: string, start: number, end: number, spans: readonly Span[]): TextNode[] {
  const nodes: TextNode[] = [];
  let waiting = [...spans].sort(outermostFirst);
  let at = start;
  for (let outer = waiting[0]; outer !== undefined; outer = waiting[0]) {
    const { start: from, end: to } = outer;
    if (at < from) nodes.push({ kind: "text", text: text.slice(at, from) });
    const others = waiting.slice(1);
    const inside = others.filter((span) => span.start < to).map((span) => ({ ...span, end: Math.min(span.end, to) }));
    nodes.push({ kind: "entity", entity: outer.entity, children: nest(text, from, to, inside) });
    waiting = others
      .filter((span) => span.end > to)
      .map((span) => ({ ...span, start: Math.max(span.start, to) }))
      .sort(outermostFirst);
    at = to;
  }
  if (at < end) nodes.push({ kind: "text", text: text.slice(at, end) });
  return nodes;
}

/** Blocks go outside inline entities of the same extent, as a bold quotation is a quotation in bold letters. */
function outermostFirst(left: Span, right: Span): number {
  return left.start - right.start || right.end - left.end || rank(left.entity) - rank(right.entity);
}

function rank(entity: MessageEntity): number {
  return isBlock(entity) ? 0 : entity.type === "code" ? 2 : 1;
}

export function isBlock(entity: MessageEntity): boolean {
  return entity.type === "pre" || entity.type === "blockquote" || entity.type === "expandable_blockquote";
}
