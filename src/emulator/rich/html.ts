import type { InputRichBlock } from "@grammyjs/types";
import type { Upload } from "../parameters.ts";

export function parseRichHtml(source: string): InputRichBlock<Upload>[] {
  return [{ type: "paragraph", text: source }];
}
