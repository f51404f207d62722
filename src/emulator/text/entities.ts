/** From the three ways a bot may write a formatted text to the text and entities that people see. */
import type { MessageEntity } from "@grammyjs/types";
import { badRequest } from "../failure.ts";
import { cleanFormatted } from "./clean.ts";
import { parseHtml } from "./html.ts";
import { parseLegacyMarkdown } from "./markdown-legacy.ts";
import { parseMarkdownV2 } from "./markdown-v2.ts";
import { MarkupError } from "./span.ts";
import type { FormattedText } from "./span.ts";

export type TextInput = {
  readonly text: string;
  readonly parse_mode?: string | undefined;
  readonly entities?: readonly MessageEntity[] | undefined;
};

/** @throws Refusal with Telegram's own words when the markup or the entities are wrong. */
export function formatText(input: TextInput, detect = true): FormattedText {
  if (!input.text.isWellFormed()) throw badRequest("strings must be encoded in UTF-8");
  return cleanFormatted(parse(input), detect);
}

function parse({ text, parse_mode: mode = "", entities = [] }: TextInput): FormattedText {
  try {
    switch (mode.toLowerCase()) {
      case "":
      case "none":
        return { text, entities: checkEntities(text, entities) };
      case "html":
        return parseHtml(text);
      case "markdownv2":
        return parseMarkdownV2(text);
      case "markdown":
        return parseLegacyMarkdown(text);
      default:
        throw badRequest("unsupported parse_mode");
    }
  } catch (cause) {
    if (cause instanceof MarkupError) throw badRequest(`can't parse entities: ${cause.message}`);
    throw cause;
  }
}

const ENTITY_TYPES = new Set<MessageEntity["type"]>([
  "mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bold", "italic", "underline", "strikethrough",
  "spoiler", "blockquote", "expandable_blockquote", "code", "pre", "text_link", "text_mention", "custom_emoji", "date_time",
]); // prettier-ignore
/** Telegram finds these itself and takes nobody's word for them. */
const FOUND_BY_ITSELF = new Set<string>([
  "mention",
  "hashtag",
  "cashtag",
  "bot_command",
  "url",
  "email",
  "phone_number",
]);

function checkEntities(text: string, entities: readonly MessageEntity[]): MessageEntity[] {
  return entities.flatMap((entity: unknown) => {
    if (typeof entity !== "object" || entity === null)
      throw badRequest("can't parse MessageEntity: expected an Object");
    const { type, offset, length } = entity as Partial<MessageEntity>;
    if (typeof type !== "string" || !ENTITY_TYPES.has(type)) {
      throw badRequest("can't parse MessageEntity: unsupported type of the entity specified");
    }
    if (!isPosition(offset)) throw badRequest(`Receive an entity with incorrect offset ${String(offset)}`);
    if (!isPosition(length)) throw badRequest(`Receive an entity with incorrect length ${String(length)}`);
    checkBounds(text, offset, offset + length);
    return FOUND_BY_ITSELF.has(type) || length === 0 ? [] : [entity as MessageEntity];
  });
}

function isPosition(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 1_000_000;
}

function checkBounds(text: string, from: number, to: number): void {
  if (to > text.length) {
    throw badRequest(`entity beginning at UTF-16 offset ${from} ends after the end of the text at UTF-16 offset ${to}`);
  }
  for (const edge of [from, to]) {
    const code = text.charCodeAt(edge);
    if (edge > 0 && edge < text.length && code >= 0xdc00 && code <= 0xdfff) {
      throw badRequest(
        `entity beginning at UTF-16 offset ${from} ends in a middle of a UTF-16 symbol at byte offset ${Buffer.byteLength(text.slice(0, edge))}`,
      );
    }
  }
}
