/** Rich messages: three ways to write one, one set of limits, one shape that comes out. */
import type { InputRichBlock, InputRichMessage } from "@grammyjs/types";
import { checkObject } from "../check.ts";
import type { Uploads } from "../check.ts";
import type { Context } from "../context.ts";
import { badRequest } from "../failure.ts";
import type { TableFor, Upload } from "../parameters.ts";
import type { Content } from "../send.ts";
import type { Change } from "../state.ts";
import { MarkupError } from "../text/span.ts";
import { createMediaReader, toBlocks } from "./blocks.ts";
import { parseRichHtml } from "./html.ts";
import { checkLimits } from "./limits.ts";
import { parseRichMarkdown } from "./markdown.ts";
import { detectInside, resolveReferences } from "./rich-text.ts";

const RICH = {
  blocks: "array?",
  html: "string?",
  markdown: "string?",
  media: "array?",
  is_rtl: "bool?",
  skip_entity_detection: "bool?",
} as const satisfies TableFor<InputRichMessage<Upload>>;
type Options = { readonly files: Uploads; readonly isDraft?: boolean };

/** @throws Refusal when more or less than one of blocks, html and markdown is given, or a limit is passed */
export function richContent(
  context: Context,
  input: InputRichMessage<Upload>,
  { files, isDraft = false }: Options,
): { content: Content; changes: readonly Change[] } {
  checkObject("InputRichMessage", input, RICH);
  const given = [input.blocks, input.html, input.markdown].filter((one) => one !== undefined);
  if (given.length !== 1)
    throw badRequest("exactly one of the fields blocks, html and markdown must be specified in the rich message");
  const reader = createMediaReader(context, { files, listed: input.media ?? [], isDraft });
  const plain = resolveReferences(toBlocks(parse(input), reader));
  const blocks = input.skip_entity_detection === true ? plain : detectInside(plain);
  if (blocks.length === 0 && !isDraft) throw badRequest("rich message must be non-empty");
  checkLimits(blocks, isDraft);
  const rich = { blocks, ...(input.is_rtl === true ? { is_rtl: true as const } : {}) };
  return { content: { rich_message: rich }, changes: reader.changes };
}

function parse(input: InputRichMessage<Upload>): readonly InputRichBlock<Upload>[] {
  try {
    if (input.html !== undefined) return parseRichHtml(input.html);
    if (input.markdown !== undefined) return parseRichMarkdown(input.markdown);
    return input.blocks ?? [];
  } catch (cause) {
    if (cause instanceof MarkupError) throw badRequest(`can't parse rich message: ${cause.message}`);
    throw cause;
  }
}
