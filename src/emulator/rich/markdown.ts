import type { InputRichBlock } from "@grammyjs/types";
import type { Upload } from "../parameters.ts";

export function parseRichMarkdown(source: string): InputRichBlock<Upload>[] {
  return [{ type: "paragraph", text: source }];
}
