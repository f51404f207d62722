import { z } from "zod";
import { CODING_CLIS, type CodingWish } from "../../core/ports/coding-clis.ts";

const model = z.string().min(1).exactOptional();
export const codingWishSchema: z.ZodType<CodingWish> = z.strictObject({
  use: z.enum([...CODING_CLIS, "off"]).exactOptional(),
  models: z.strictObject({ claude_code: model, codex: model, opencode: model }).exactOptional(),
});
